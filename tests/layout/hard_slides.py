"""The slides that break other tools: everything too long, too many, too wide, in every script; by a seed."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.model.block import Block, Blocks, Break, CodeBlock, List, ListItem, Paragraph, Quote, Table
from chevalet.model.course import Slide
from chevalet.model.diagram import StepsKind
from chevalet.model.inline import Code, Emphasis, Inline, LineBreak, Link, Strong, Superscript, Text
from tests.layout.layout_samples import (
    SPAN,
    Writer,
    chart,
    code,
    columns,
    container,
    items,
    mockup,
    note,
    picture,
    said,
    slide,
    table,
)

LONG_TITLE = "Un titre de deux cents caractères que personne n’aurait dû écrire " * 3
EMOJI = "😀 👩‍👩‍👧 🇨🇦 👍🏽 bravo 🎉 à tout le monde ✅ "
CHINESE = "你好世界，这是一个很长的句子用来测试换行和宽度。"
JAPANESE = "日本語のテキストはここにあります、かなと漢字が交ざっています。"
KOREAN = "한국어 문장은 띄어쓰기가 있어서 줄을 바꿀 수 있습니다 "
ARABIC = "هذا نص عربي طويل بما يكفي لملء السطر والانتقال إلى السطر التالي "
HEBREW = "טקסט בעברית ארוך מספיק כדי למלא את השורה ולעבור לשורה הבאה "
COMBINING = "e\u0301 a\u0302\u0323 n\u0303 Z\u0351\u036b\u0343 a\u030a\u0301 "
SYMBOLS = "→ ≥ ✓ ☐ ½ ⅞ ∑ ≠ ✦ ─ ⟶ "
ADDRESS = "https://exemple.ca/" + "chemin-tres-long/" * 7 + "?question=oui&reponse=non#ancre"


def hard_slides(seed: int) -> list[Slide]:
    """At least forty hard slides; those of another seed say other things."""
    contents = [*_long(Writer(seed)), *_scripts(Writer(seed)), *_figures(Writer(seed)), *_containers(Writer(seed))]
    return [
        slide(f"{number}. {title}" if title else "", *blocks, role=role, key=f"m/s{number}", **settings)
        for number, (title, role, blocks, settings) in enumerate(contents, start=1)
    ]


Content = tuple[str, str, Blocks, dict[str, object]]


def _content(title: str, *blocks: Block, role: str = "", **settings: object) -> Content:
    return title, role, blocks, settings


def _long(w: Writer) -> Iterator[Content]:
    """Too much text."""
    yield _content("Vingt puces", w.bullets(20))
    yield _content("Quatre niveaux", w.bullets(3, 6, 4))
    yield _content("Huit niveaux", w.bullets(2, 3, 8))
    yield _content("Dix paragraphes de soixante mots", *(w.paragraph(60) for _ in range(10)))
    yield _content("Un paragraphe de mille mots", w.paragraph(1000))
    yield _content(LONG_TITLE, w.bullets(4))
    yield _content(LONG_TITLE, w.paragraph(9), role="statement")
    yield _content(LONG_TITLE, role="section")
    yield _content(LONG_TITLE, container("activity", w.bullets(5), minutes="12", group="room"))
    yield _content(LONG_TITLE * 4, w.paragraph(30))
    yield _content("Des mots de cent vingt caractères", said("a" * 120 + " " + "W" * 120), items("x" * 200, "court"))
    yield _content("Des adresses", said(f"Voir {ADDRESS} puis {ADDRESS}"), items(ADDRESS))
    yield _content("Soixante lignes de code", code(60, 120))
    yield _content("Du code très large", CodeBlock("\tif x:\n" + "z" * 400 + "\n\n\ty = '" + "é" * 90 + "'", "c", SPAN))
    yield _content("Cent vingt étapes", w.bullets(120, 5, ordered=True))
    yield _content("Une liste qui compte de loin", List(w.bullets(12, 9).items, SPAN, ordered=True, start=995))
    yield _content("Une citation longue", w.quote(180))
    yield _content("Une citation courte", w.quote(14))
    yield _content("Trop de notes en bas", w.bullets(4), footnotes=tuple((str(n), w.words(22)) for n in range(1, 15)))
    yield _content("Des notes en bas", chart(), w.paragraph(12), footnotes=(("a", w.words(9)), ("b", w.words(15))))
    yield _content("Des notes d’animation", w.bullets(3), notes=(note("Dire", w.paragraph(500), w.table(4, 3)),))
    yield _content("", w.paragraph(5))
    yield _content("Rien")
    yield _content("Des coupures", Break(SPAN), w.paragraph(9), Break(SPAN), Break(SPAN), w.bullets(2), Break(SPAN))


def _scripts(w: Writer) -> Iterator[Content]:
    """Every script, and every mark inside a line."""
    yield _content("Émojis 🎉 dans le titre 👩‍👩‍👧", said(EMOJI * 6), items(EMOJI, EMOJI * 3))
    yield _content("Chinois 你好世界", said(CHINESE * 12), items(*[CHINESE] * 4))
    yield _content("Japonais 日本語", said(JAPANESE * 9), table("日本語 | " + JAPANESE, JAPANESE + " | 漢字"))
    yield _content("Coréen 한국어", said(KOREAN * 12), items(*[KOREAN * 2] * 3))
    yield _content("Arabe نص عربي", said(ARABIC * 9), items(*[ARABIC] * 4))
    yield _content("Hébreu טקסט", said(HEBREW * 9), items(*[HEBREW] * 4))
    yield _content("Signes combinants e\u0301", said(COMBINING * 30), items(*[COMBINING * 4] * 3))
    yield _content("Symboles → ≥ ✓", said(SYMBOLS * 20), items(*[SYMBOLS * 3] * 3))
    yield _content("Tout dans la même ligne", said((EMOJI + CHINESE + ARABIC + HEBREW + COMBINING + SYMBOLS) * 3))
    yield _content("Toutes les marques", Paragraph(tuple(_marks(w)) * 8, SPAN), w.bullets(2))


def _marks(w: Writer) -> Iterator[Inline]:
    yield Strong(w.words(6))
    yield Text(" ")
    yield Emphasis((Strong(w.words(3)), Code("x = f(y)")))
    yield Superscript("12, 13")
    yield Text(" (")
    yield Link(w.words(4), "https://exemple.ca", SPAN)
    yield Text(") ")
    yield Code("pip install chevalet")
    yield LineBreak()
    yield Text("« suite », après")
    yield Text(" ")


def _figures(w: Writer) -> Iterator[Content]:
    """Tables, charts, pictures and drawings too large, and together."""
    yield _content("Huit colonnes", w.table(6, 8))
    yield _content("Quarante rangées", w.table(40, 4))
    yield _content("Trop de colonnes", w.table(4, 30, 1))
    yield _content(
        "Une rangée plus haute qu’une page", Table((w.words(2),) * 2, ((w.words(9), w.words(400)),) * 2, _TWO, SPAN)
    )
    yield _content("Un en-tête plus haut qu’une page", Table((w.words(300),) * 2, ((w.words(9),) * 2,) * 3, _TWO, SPAN))
    yield _content("Des mots longs dans un tableau", table("Quoi | Où", f"{'b' * 120} | {ADDRESS}", "court | ici"))
    yield _content("Un petit tableau", table("Oui | Non", "1 | 2", "3 | 4"))
    yield _content(
        "Du texte et des tableaux", w.paragraph(30), w.table(5, 3), w.paragraph(20), w.table(9, 2), w.bullets(3)
    )
    yield _content("Une image très haute", w.paragraph(15), picture(100, 5000, "Une légende"))
    yield _content("Une image très large", picture(5000, 60, "Une légende"), w.bullets(3))
    yield _content("Une image seule, très large", picture(5000, 60))
    yield _content(
        "Deux images et une longue légende", picture(caption="Une légende " * 40), w.paragraph(9), picture(300, 900)
    )
    yield _content("Un graphique de trente catégories", chart(30), w.bullets(4))
    yield _content("Un graphique et une longue source", chart(5, "Ce qui est montré " * 9, "Une source " * 60))
    for kind in StepsKind:
        yield _content(f"Des étapes : {kind.value}", w.paragraph(20), w.steps(kind, 6))
    yield _content("Une maquette", mockup(), w.bullets(5))
    yield _content(
        "Des figures l’une après l’autre", chart(), picture(), w.table(3, 3), w.steps(StepsKind.CHAIN), mockup()
    )


_TWO = Writer(0).table(0, 2).alignments


def _everything(w: Writer) -> Blocks:
    """All that a slide may hold."""
    return (
        w.heading(6),
        w.bullets(9, 8, 2),
        said(ADDRESS),
        w.table(6, 4),
        w.paragraph(80),
        code(25, 80),
        chart(),
        picture(caption="Une légende"),
        said(EMOJI + CHINESE + ARABIC + COMBINING),
        w.quote(40),
        w.bullets(14, 6, ordered=True),
    )


def _containers(w: Writer) -> Iterator[Content]:
    """Columns, panels and what stands inside them."""
    few = (w.heading(5), w.bullets(3))
    yield _content("Une comparaison", columns(few, (w.heading(4), w.bullets(4))))
    yield _content("Tout dans un côté d’une comparaison", columns(_everything(w), few), role="comparison")
    yield _content("Tout des deux côtés", columns(_everything(w), _everything(w)))
    yield _content("Trois colonnes", columns(few, (w.table(3, 2),), (picture(caption="Une légende"),)))
    yield _content("Sept colonnes", columns(*((w.heading(4), w.bullets(3)) for _ in range(7))))
    yield _content("Des colonnes vides", columns((), ()), columns(few, ()))
    yield _content("Des colonnes et du texte", w.paragraph(15), columns(few, (w.bullets(4),)), w.paragraph(12))
    yield _content(
        "Une longue activité", container("activity", w.bullets(14), w.table(5, 7), minutes="8", group="pairs")
    )
    yield _content("Un long matériel", container("activity", w.bullets(4), minutes="8", material="des cartons " * 60))
    yield _content("Une fiche", container("worksheet", w.paragraph(12), title="Ma fiche " * 9, minutes="15"))
    yield _content("Un cas", container("case", *_everything(w), name="Le bistro " * 5, place="Rimouski", year="2009"))
    yield _content("Un quiz", container("quiz", w.paragraph(12), w.choices(9)), container("key", w.bullets(9)))
    nested = [
        ListItem(
            (w.paragraph(4), container("activity", w.bullets(3), w.table(2, 2), minutes=time), w.paragraph(5)), SPAN
        )
        for time in ("5", "6")
    ]
    quoted = Quote((w.paragraph(30), w.table(3, 3), w.bullets(3)), SPAN)
    yield _content("Tout dans une liste", List(tuple(nested), SPAN, ordered=True), quoted)
    yield _content("Ce soir", w.paragraph(9), role="agenda")
    yield _content("Merci", *_everything(w), role="closing")
    yield _content("À retenir", *_everything(w), role="recap")
    yield _content("Une ouverture", *_everything(w), role="title")
