"""Small decks made by hand, on the real theme."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from pathlib import Path

from chevalet.load.theme import load_theme
from chevalet.load.tree import DiskTree
from chevalet.model.deck import (
    Anchor,
    Deck,
    DeckSection,
    DeckSlide,
    Placed,
    PlacedChart,
    PlacedText,
    Run,
    TextBody,
    TextParagraph,
)
from chevalet.model.diagram import Chart, ChartKind, Series
from chevalet.model.picture import PictureData
from chevalet.model.theme import Layout, Theme
from chevalet.units import Box, Insets

ROOT = Path(__file__).parents[2]
NO_INSETS = Insets(0, 0, 0, 0)
ANCHORS = {"top": Anchor.TOP, "middle": Anchor.MIDDLE, "bottom": Anchor.BOTTOM}


@cache
def real_theme() -> Theme:
    theme, diagnostics = load_theme(DiskTree(ROOT))
    assert theme is not None, diagnostics
    return theme


def paragraph(text: str, size: int = 2400, **settings: object) -> TextParagraph:
    return TextParagraph((Run(text),), size, **settings)  # type: ignore[arg-type]


def placed(layout: Layout, name: str, *paragraphs: TextParagraph | str, box: Box | None = None) -> PlacedText:
    """Text in a placeholder of `layout`, at its largest size, in its own face."""
    place = layout.placeholders[name]
    look = {"typeface": place.typeface, "bold": place.bold}
    made = [
        TextParagraph((Run(each, **look),), place.sizes[0], line_spacing=place.line_spacing)
        if isinstance(each, str)
        else each
        for each in paragraphs
    ]
    return PlacedText(name, box or place.box, TextBody(tuple(made), place.insets, ANCHORS[place.anchor]))


def slide(key: str, role: str, title: str, *items: Placed, notes: tuple[TextParagraph, ...] = ()) -> DeckSlide:
    layout = real_theme().layouts[role]
    footers = (placed(layout, "footer", "Chambre d’essai — Atelier 1"), placed(layout, "number", "7"))
    return DeckSlide(key, role, title, (placed(layout, "title", title), *items, *footers), notes, f"hash-{key}")


def deck(*slides: DeckSlide, sections: tuple[DeckSection, ...] | None = None, **settings: str) -> Deck:
    """A deck of these slides, in one section unless told otherwise."""
    own = {"title": "Essai", "subject": "", "author": "Chambre", "keywords": "", "language": "fr-CA", **settings}
    parts = (DeckSection("Tout", len(slides)),) if sections is None else sections
    return Deck(accent="0B5A78", sections=parts, slides=slides, **own)


def chart(
    kind: ChartKind, categories: str, *series: Series, highlight: str = "", unit: str = "%", decimals: int = 0
) -> Chart:
    return Chart(kind, tuple(categories.split("|")), series, highlight, unit, (), (), "", decimals)


def place_chart(role: str, drawn: Chart, size: int = 1600) -> PlacedChart:
    place = real_theme().layouts[role].placeholders["chart"]
    return PlacedChart(
        "chart",
        place.alone or place.box,
        f"Graphique – {drawn.kind.value}",
        "Ce que montre le graphique",
        drawn,
        size,
        ",",
        "\u00a0",
    )


def png(width: int = 8, height: int = 4) -> PictureData:
    """A PNG of one colour, written by hand."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\x00" + b"\x40\x80\xa0" * width for _ in range(height)))
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return PictureData(content, width, height, "png")
