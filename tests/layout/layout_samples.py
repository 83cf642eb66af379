"""Slides to lay out: blocks by the dozen, random but always the same, and the course that holds them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from types import MappingProxyType

from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic
from chevalet.layout import layout
from chevalet.layout.ruler import Ruler
from chevalet.load.theme import load_theme
from chevalet.load.tree import DiskTree
from chevalet.model.block import (
    Alignment,
    Block,
    Blocks,
    ChartBlock,
    CodeBlock,
    Container,
    List,
    ListItem,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Subheading,
    Table,
)
from chevalet.model.course import Course, Note, Segment, Slide, Source
from chevalet.model.deck import Deck
from chevalet.model.diagram import Chart, ChartKind, Mockup, MockupKind, Series, Step, Steps, StepsKind
from chevalet.model.inline import Inlines, Text
from chevalet.model.target import Target
from chevalet.model.theme import Theme
from chevalet.resolve.locales.fr_ca import LOCALE
from chevalet.span import Span
from tests.emit.deck_samples import png
from tests.tools import ROOT

SPAN = Span("modules/1-essai/a.md", 1, 1, 1, 2)
TARGET = Target("base", "1-essai", "", "trainer", "fr-CA", ())
VOCABULARY = [
    *"le la un des marché clientèle entreprise réseau bistro Rimouski abonnement l’infolettre publication".split(),
    *"mesurer médias-sociaux aujourd’hui chambre stratégique développement vente Été peut-être rendez-vous".split(),
    *("«\xa0bonjour\xa0»", "45\xa0%", "2\xa0000", "intergouvernementalisation", "facture"),
]


@cache
def theme() -> Theme:
    found, diagnostics = load_theme(DiskTree(ROOT))
    assert found is not None, diagnostics
    return found


@cache
def ruler() -> Ruler:
    return Ruler(theme())


class Writer:
    """Writes random French of a length asked for; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def words(self, count: int) -> Inlines:
        return (Text(" ".join(self.random.choices(VOCABULARY, k=count))),)

    def paragraph(self, count: int) -> Paragraph:
        return Paragraph(self.words(count), SPAN)

    def bullets(self, count: int, words: int = 8, depth: int = 1, *, ordered: bool = False) -> List:
        deeper = (self.bullets(2, words, depth - 1),) if depth > 1 else ()
        items = tuple(ListItem((self.paragraph(words), *deeper), SPAN) for _ in range(count))
        return List(items, SPAN, ordered=ordered)

    def choices(self, count: int) -> List:
        return List(tuple(ListItem((self.paragraph(4),), SPAN, False) for _ in range(count)), SPAN)

    def table(self, rows: int, columns: int, words: int = 3) -> Table:
        header = tuple(self.words(2) for _ in range(columns))
        body = tuple(tuple(self.words(words) for _ in range(columns)) for _ in range(rows))
        return Table(header, body, (Alignment.DEFAULT,) * columns, SPAN)

    def heading(self, count: int = 2) -> Subheading:
        return Subheading(self.words(count), 3, SPAN)

    def quote(self, count: int) -> Quote:
        return Quote((self.paragraph(count), said("– Une cheffe de Rimouski")), SPAN)

    def steps(self, kind: StepsKind, count: int = 4) -> StepsBlock:
        steps = tuple(Step(self.words(2), self.words(4), self.words(1)) for _ in range(count))
        return StepsBlock(Steps(kind, steps, 1, (Text("Des étapes"),)), SPAN)


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),), SPAN)


def items(*texts: str, ordered: bool = False, start: int = 1) -> List:
    return List(tuple(ListItem((said(text),), SPAN) for text in texts), SPAN, ordered, start)


def code(lines: int, width: int = 40) -> CodeBlock:
    written = "\n".join(f"    for x in range({n}): print({'y' * (n * 7 % width)!r}, x)" for n in range(lines))
    return CodeBlock(written, "python", SPAN)


def table(*rows: str) -> Table:
    """A table written as `a | b`, a string a row, the header first."""
    cells = [tuple((Text(cell.strip()),) for cell in row.split("|")) for row in rows]
    return Table(cells[0], tuple(cells[1:]), (Alignment.DEFAULT,) * len(cells[0]), SPAN)


def picture(width: int = 800, height: int = 600, caption: str = "") -> Picture:
    data = replace(png(), width=width, height=height)
    return Picture("image.png", "Une vitrine", SPAN, caption, data=data)


def chart(categories: int = 5, title: str = "Part des internautes", source: str = "CEFRIO, 2018") -> ChartBlock:
    labels = tuple(f"Catégorie {number}" for number in range(1, categories + 1))
    series = (Series("2018", tuple(float(10 + 7 * number % 50) for number in range(categories))),)
    made = Chart(ChartKind.BAR, labels, series, "", "%", (Text(title),), (Text(source),), "Un graphique", 0)
    return ChartBlock(made, SPAN)


def mockup() -> MockupBlock:
    fields = {"author": (Text("Le bistro"),), "text": (Text("Ouvert ce soir, venez tôt."),)}
    return MockupBlock(Mockup(MockupKind.POST, MappingProxyType(fields), (Text("Une publication"),)), SPAN)


def container(kind: str, /, *blocks: Block, **attributes: str) -> Container:
    return Container(kind, blocks, SPAN, MappingProxyType(attributes))


def columns(*contents: Blocks) -> Container:
    return container("columns", *(container("column", *blocks) for blocks in contents))


def slide(title: str, *blocks: Block, role: str = "", key: str = "m/s", **settings: object) -> Slide:
    parts: dict[str, object] = {"fit": "", "notes": (), "footnotes": (), **settings}
    return Slide(key, (Text(title),) if title else (), role, blocks=blocks, span=SPAN, source_hash="h", **parts)  # type: ignore[arg-type]


def note(label: str, *blocks: Block, minutes: int = 0) -> Note:
    return Note(label, minutes, blocks)


def course(slides: Sequence[Slide], segments: int = 1, sources: int = 0, **settings: object) -> Course:
    """A workshop whose first module holds `slides`; the others, on the agenda, have none."""
    span = SPAN
    titles = [f"Module numéro {number}" for number in range(1, segments + 1)]
    made = [
        Segment(f"m{n}", (Text(title),), 1110 + 10 * n, 10, False, n, n > 1, ((Text("Un but"),),), (), span)
        for n, title in enumerate(titles, start=1)
    ]
    first = made[0]
    made[0] = Segment("m", first.title, 1110, 10, False, 0, False, (), tuple(slides), span)
    parts: dict[str, object] = {
        "workshop_title": (Text("Les médias sociaux et le web"),),
        "summary": (Text("Une phrase qui dit de quoi il s’agit."),),
        "chamber": "Chambre de commerce de Rimouski",
        **settings,
    }
    cited = tuple(Source(n, (Text(f"Autrice {n}, un ouvrage"),), "https://exemple.ca") for n in range(1, sources + 1))
    return Course(
        TARGET,
        LOCALE,
        (Text("Le web qui sert"),),
        2,
        segments=tuple(made),
        sources=cited,
        labels={},
        **parts,  # type: ignore[arg-type]
    )


def lay_out(*slides: Slide, measured: Theme | None = None, **settings: object) -> tuple[Deck, list[Diagnostic]]:
    """Lay out slides after a cover, in a course of their own; `measured` is the theme to measure them by."""
    deck, diagnostics = layout(course(slides, **settings), measured or theme())  # type: ignore[arg-type]
    return deck, list(diagnostics)
