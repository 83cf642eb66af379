"""A chart with what all its marks need to be drawn, and the width of its words."""

from __future__ import annotations

from msgspec import Struct

from chevalet.emit.pptx.color import write_scheme_color
from chevalet.model.deck import PlacedChart
from chevalet.model.diagram import Chart
from chevalet.model.theme import Face
from chevalet.units import EMU_PER_POINT, Box

INK = write_scheme_color("tx1")
QUIET_INK = write_scheme_color("tx2")
PAPER = write_scheme_color("bg1")
LINE = 1.2  # height of a line of text, in ems
ACCENT_INK = write_scheme_color("accent1", (("lumMod", 75_000),))


class Plot(Struct, frozen=True):
    """A chart and how its labels are set; `format_code` is theirs, as Office writes number formats."""

    placed: PlacedChart
    language: str
    format_code: str
    face: Face

    @property
    def chart(self) -> Chart:
        return self.placed.chart

    @property
    def box(self) -> Box:
        return self.placed.box

    @property
    def em(self) -> float:
        """Return the size of the labels in EMU."""
        return self.placed.size * EMU_PER_POINT / 100

    @property
    def is_compared(self) -> bool:
        """Tell whether several series share the plot."""
        return len(self.chart.series) > 1


def measure(plot: Plot, text: str) -> float:
    """Return the width of `text` as a label, in EMU."""
    advances, fallback = plot.face.advances, plot.face.fallback
    return sum(advances.get(ord(character), fallback) for character in text) / plot.face.units_per_em * plot.em


def write_text_properties(plot: Plot, color: str = INK, *, bold: bool = False, upright: bool = False) -> str:
    """Return `c:txPr`; `upright` keeps an axis from turning its labels instead of wrapping them."""
    body = '<a:bodyPr rot="0" vert="horz"/>' if upright else "<a:bodyPr/>"
    properties = (
        f'<a:defRPr lang="{plot.language}" sz="{plot.placed.size}" b="{bold:d}"><a:solidFill>{color}</a:solidFill>'
        '<a:latin typeface="+mn-lt"/></a:defRPr>'
    )
    end = f'<a:endParaRPr lang="{plot.language}"/>'
    return f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{properties}</a:pPr>{end}</a:p></c:txPr>"
