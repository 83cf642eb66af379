"""What the marks of a chart are drawn on: where its plot stands, its colours, its words."""

from __future__ import annotations

from msgspec import Struct, field

from chevalet.emit.pptx.chart.labels import LabelLook
from chevalet.emit.pptx.chart.numbers import surround
from chevalet.emit.pptx.chart.place import plot_area
from chevalet.emit.pptx.chart.plot import INK, Plot
from chevalet.emit.pptx.chart.shades import Shade
from chevalet.emit.svg.drawing import Label
from chevalet.emit.svg.geometry import write_rectangle
from chevalet.emit.svg.palette import Palette
from chevalet.measure.breaking import Breaker
from chevalet.model.deck import Align, Run, TextParagraph
from chevalet.units import Box

MIDDLE = 0.345
"""How far below the middle of a word its baseline is, in ems."""


class Canvas(Struct):
    """A chart being drawn: its marks without words as SVG, and its words in reading order."""

    plot: Plot
    palette: Palette
    breaker: Breaker
    marks: list[str] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    @property
    def area(self) -> Box:
        """Return the place of the plot, without its words."""
        left, top, width, height = plot_area(self.plot)
        box = self.plot.box
        size = round(width * box.width), round(height * box.height)
        return Box(box.x + round(left * box.width), box.y + round(top * box.height), *size)

    def color(self, shade: Shade) -> str:
        return self.palette.read(shade.color)

    def fill(self, box: Box, color: str, more: str = "") -> None:
        """Draw a rectangle of one colour."""
        if box.width > 0 and box.height > 0:
            self.marks.append(f'{write_rectangle(box)} fill="#{color}"{more}/>')

    def write(self, text: str, place: tuple[float, float], align: Align, look: LabelLook | None = None) -> None:
        """Write a line whose baseline begins, ends or has its middle at `place`."""
        look = look or LabelLook()
        color, size = self.palette.read(look.color), self.plot.placed.size
        self.labels.append(Label(text, place[0], place[1], size, color, align, look.bold))

    def write_value(self, value: float, place: tuple[float, float], align: Align, look: LabelLook) -> None:
        self.write(self.format(value), place, align, look)

    def format(self, value: float) -> str:
        """Return a value as the deck's language writes it, with its unit."""
        placed = self.plot.placed
        text = f"{value:,.{placed.chart.decimals}f}"
        text = text.replace(",", "\0").replace(".", placed.decimal).replace("\0", placed.thousands)
        before, after = surround(placed.chart.unit, self.plot.language)
        sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
        return f"{sign}{before[1:-1]}{text}{after[1:-1]}"

    def wrap(self, text: str, width: float) -> list[str]:
        """Return the lines of a name in a column, broken as all text of the deck is."""
        paragraph = TextParagraph((Run(text),), self.plot.placed.size)
        lines = self.breaker.break_paragraph(paragraph, max(1, round(width)))
        return ["".join(part for _, part in line) for line in lines]

    def write_column(self, text: str, box: Box, align: Align) -> None:
        """Write a name over as many lines as it needs, half-way up its box."""
        lines = self.wrap(text, box.width)
        em = self.plot.em
        baseline = box.y + box.height / 2 - 0.6 * em * (len(lines) - 1) + MIDDLE * em
        x = {Align.LEFT: box.x, Align.CENTER: box.x + box.width / 2, Align.RIGHT: box.right}[align]
        for number, line in enumerate(lines):
            self.write(line, (x, baseline + 1.2 * em * number), align, LabelLook(INK))
