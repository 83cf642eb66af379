"""What each construct becomes in each position: samples, positions, and the words `docs/format.md` says it with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from textwrap import indent

from parse_harness import parse_body

from chevalet.model.block import (
    Block,
    Blocks,
    Break,
    ChartBlock,
    CodeBlock,
    Container,
    List,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Subheading,
    Table,
)
from chevalet.model.document import Document
from chevalet.model.inline import (
    Citation,
    Code,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    InlinePicture,
    Inlines,
    LineBreak,
    Link,
    Room,
    Strike,
    Strong,
    Term,
    Text,
)

NOT_APPLICABLE = "–"
NOTHING = "rien"

SAMPLES: Mapping[str, str] = {
    "`# Titre`": "# Titre",
    "`## Titre`": "## Titre",
    "`### Titre`": "### Titre",
    "Titre souligné de `===`": "Titre\n===",
    "Titre souligné de `---`": "Titre\n---",
    "`---`": "---",
    "Paragraphe": "Texte",
    "Liste": "- Puce",
    "Liste de tâches": "- [ ] Tâche",
    "Citation `>`": "> Texte",
    "Tableau": "| a |\n|---|\n| b |",
    "Code entre ```` ``` ````": "```\ncode\n```",
    "Code décalé de quatre espaces": "    code",
    "`chart`, `steps`, `mockup`": "```steps\nkind: chain\nsteps: [a, b]\n```",
    "Bloc `:::`": "::: only {law=quebec}\nTexte\n:::",
    "Image seule": "![Une chaise](chaise.png)",
    "Image dans du texte": "Voir ![une chaise](chaise.png)",
    "Lien": "[lien](https://exemple.ca)",
    "`**gras**`, `*italique*`, `~~barré~~`": "**gras**",
    "`` `code` ``": "`code`",
    "`{{terme}}`": "{{place.name}}",
    "`{{fact.id}}`": "{{fact.id}}",
    "`[@id]`": "[@id]",
    "`[^1]`": "[^1]",
    "Définition `[^1]: …`": "[^2]: Texte",
    "Définition `[a]: adresse`": "[a]: https://exemple.ca",
    "`{lines=3}`, `{field=nom}`": "{lines=3}",
    "`<br>`": "a<br>b",
    "Commentaire `<!-- … -->`": "<!-- note -->",
    "Autre HTML": "<b>mot</b>",
    "`$…$`": "$x^2$",
}

POSITIONS: Mapping[str, Callable[[str], str]] = {
    "diapositive": lambda sample: f"## T {{#t}}\n\n{sample}\n",
    "bloc `:::`": lambda sample: f"## T {{#t}}\n\n::: handout\n\n{sample}\n\n:::\n",
    "liste": lambda sample: f"## T {{#t}}\n\n- x\n\n{indent(sample, '  ')}\n",
    "citation": lambda sample: f"## T {{#t}}\n\n{indent(sample, '> ')}\n",
    "cellule": lambda sample: f"## T {{#t}}\n\n| {sample} |\n|---|\n",
    "titre": lambda sample: f"## {sample} {{#t}}\n",
}
ONE_LINE = ("cellule", "titre")

WORDS: Mapping[type[Block] | type[Inline], str] = {
    Subheading: "sous-titre",
    Break: "coupure",
    List: "liste",
    Quote: "citation",
    CodeBlock: "code",
    Table: "tableau",
    ChartBlock: "dessin",
    StepsBlock: "dessin",
    MockupBlock: "dessin",
    Picture: "image",
    Container: "bloc",
    Paragraph: "texte",
    Text: "texte",
    Code: "code",
    Strong: "marque",
    Emphasis: "marque",
    Strike: "marque",
    LineBreak: "saut de ligne",
    Link: "lien",
    InlinePicture: "image dans le texte",
    Term: "terme",
    Fact: "fait",
    Citation: "renvoi",
    FootnoteReference: "appel de note",
    Room: "espace pour écrire",
}
# The samples have no id: what is said of that is not about their place.
BESIDE = ("missing-id", "unused-footnote")
FOOTNOTE = "note"


def outcome(sample: str, position: str) -> str:
    """Return what a construct becomes there, as the table of the manual says it: words, then codes."""
    if position in ONE_LINE and "\n" in sample:
        return NOT_APPLICABLE
    document, found = parse_body(POSITIONS[position](sample) + ("\n[^1]: Note.\n" if sample == "[^1]" else ""))
    words = _slides(document) + _held(document, position)
    if "2" in document.footnotes:
        words.append(FOOTNOTE)
    codes = sorted({f"`{each.code}`" for each in found if each.code not in BESIDE})
    return ", ".join([*dict.fromkeys(words), *codes]) or NOTHING


def _slides(document: Document) -> list[str]:
    return ["section" if slide.is_section else "diapositive" for slide in document.slides[1:]]


def _held(document: Document, position: str) -> list[str]:
    first = document.slides[0]
    match position, first.blocks:
        case "titre", _:
            return _inlines(first.title)
        case "cellule", (Table(header), *_):
            return _inlines(header[0])
        case "bloc `:::`", (Container(_, blocks), *_):
            return _blocks(blocks)
        case "citation", (Quote(blocks), *_):
            return _blocks(blocks)
        case "liste", (List(items), *_):
            return _blocks(items[0].blocks[1:])
        case _, blocks:
            return _blocks(blocks)


def _blocks(blocks: Blocks) -> list[str]:
    words: list[str] = []
    for block in blocks:
        words += _inlines(block.inlines) if isinstance(block, Paragraph) else [WORDS[type(block)]]
    return words


def _inlines(inlines: Inlines) -> list[str]:
    marked = [WORDS[type(inline)] for inline in inlines if not isinstance(inline, Text)]
    return marked or [WORDS[Text] for _ in inlines]
