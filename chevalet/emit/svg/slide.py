"""One slide drawn from the boxes layout placed: what the deck's emitters of pictures and pages share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct, field

from chevalet.emit.svg.chart import draw_chart
from chevalet.emit.svg.drawing import Block, Drawing, FigureBlock, SetParagraph, TextBlock
from chevalet.emit.svg.palette import Palette, read_palette
from chevalet.emit.svg.scenery import Scenery, read_scenery
from chevalet.emit.svg.shape import write_shape
from chevalet.emit.svg.table import draw_table
from chevalet.emit.svg.typeset import CHECK, Ink, Typeset
from chevalet.emit.svg.units import write_length
from chevalet.measure.breaking import Breaker
from chevalet.model.deck import (
    Align,
    Deck,
    DeckSlide,
    Placed,
    PlacedChart,
    PlacedGroup,
    PlacedPicture,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from chevalet.model.theme import Color, Layout, Theme
from chevalet.units import EMU_PER_POINT

_ROLES = {"title": "title", "ctrTitle": "title", "ftr": "margin", "sldNum": "margin", "dt": "margin"}


class Studio(Struct):
    """What all slides of one deck share while they are drawn; each layout's scenery is read once."""

    theme: Theme
    language: str
    palette: Palette
    typeset: Typeset
    _sceneries: dict[str, Scenery] = field(default_factory=dict)

    def draw(self, slide: DeckSlide) -> Drawing:
        """Return a slide drawn."""
        layout = self.theme.layouts[slide.layout]
        scenery = self.scenery(layout)
        marks: list[str] = []
        blocks = tuple(block for item in slide.items for block in self._draw(item, layout, marks))
        return Drawing(scenery.background, (*scenery.marks, *marks), blocks, scenery.labels)

    def scenery(self, layout: Layout) -> Scenery:
        found = self._sceneries.get(layout.role)
        if found is None:
            found = self._sceneries[layout.role] = read_scenery(self.theme, layout, self.palette)
        return found

    def _draw(self, item: Placed, layout: Layout, marks: list[str]) -> Iterator[Block]:
        """Yield the words of an item; what it draws without words is added to `marks`."""
        match item:
            case PlacedText():
                yield self._text(item, layout, marks)
            case PlacedShape():
                words = self._shape(item, marks)
                if words:
                    yield TextBlock("text", words)
            case PlacedGroup():
                words = tuple(words for shape in item.shapes for words in self._shape(shape, marks))
                yield FigureBlock(item.alt, item.box, words)
            case PlacedTable():
                yield draw_table(item, self.typeset, self.palette, marks)
            case PlacedChart():
                canvas = draw_chart(item, self.language, self.palette, self.typeset.breaker)
                marks += canvas.marks
                yield FigureBlock(item.alt, item.box, (), tuple(canvas.labels))
            case PlacedPicture():
                yield item
            case _:
                assert_never(item)

    def _text(self, item: PlacedText, layout: Layout, marks: list[str]) -> TextBlock:
        place = layout.placeholders.get(item.placeholder)
        color = self.palette.colors[place.color if place else Color.INK]
        bullets = self.scenery(layout).bullets.get(place.index, {}) if place else {}
        ink = Ink(color, bullets, Align(place.align) if place else Align.LEFT)
        words = self.typeset.body(item.body, item.box, ink)
        marks += _draw_boxes(words)
        return TextBlock(_ROLES.get(place.kind, "text") if place else "text", words)

    def _shape(self, shape: PlacedShape, marks: list[str]) -> tuple[SetParagraph, ...]:
        drawn = write_shape(shape, self.palette)
        if drawn:
            marks.append(drawn)
        if shape.body is None:
            return ()
        words = self.typeset.body(shape.body, shape.box, Ink(self.palette.colors[Color.INK]))
        marks += _draw_boxes(words)
        return words


def open_studio(deck: Deck, theme: Theme) -> Studio:
    """Return what the slides of a deck are drawn with."""
    return Studio(theme, deck.language, read_palette(theme, deck.accent), Typeset(Breaker(theme)))


def _draw_boxes(words: tuple[SetParagraph, ...]) -> Iterator[str]:
    """Yield the boxes to be ticked, which no face of the theme has as a character."""
    for each in words:
        if each.marker and each.marker.text == CHECK:
            side = each.marker.size * EMU_PER_POINT / 100 * 0.62
            x, y = write_length(each.marker.x), write_length(each.marker.baseline - side)
            size = write_length(side)
            look = f'fill="none" stroke="#{each.marker.color}"'
            yield f'<rect x="{x}" y="{y}" width="{size}" height="{size}" {look}/>'
