"""Data labels: values written on the marks, so that a reader needs no axis and, where it can be, no legend."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from chevalet.emit.pptx.chart.place import bar_length
from chevalet.emit.pptx.chart.plot import ACCENT_INK, INK, PAPER, Plot, write_text_properties
from chevalet.emit.pptx.chart.room import ends_named, label_width, labels_fit, last_point
from chevalet.emit.pptx.chart.shades import ACCENT, PIES, is_highlighted, shade_point
from chevalet.emit.pptx.markup import escape
from chevalet.model.diagram import ChartKind

_POSITIONS = {
    ChartKind.BAR: "outEnd",
    ChartKind.COLUMN: "outEnd",
    ChartKind.STACKED_BAR: "ctr",
    ChartKind.LINE: "t",
    ChartKind.PIE: "outEnd",
    ChartKind.DOUGHNUT: "",  # the schema gives a ring no choice
}
_INSIDE = (ChartKind.STACKED_BAR, ChartKind.DOUGHNUT)


class LabelLook(Struct, frozen=True):
    """What one label shows, where, and how."""

    color: str = INK
    bold: bool = False
    position: str = ""
    has_value: bool = True
    has_category: bool = False
    has_series: bool = False


_HIDDEN = LabelLook(has_value=False)


def write_labels(plot: Plot, series: int) -> str:
    """Return the labels of a series: what they are by default, and each point that differs."""
    usual = usual_label(plot)
    points: list[str] = []
    for point, value in enumerate(plot.chart.series[series].values):
        label = point_label(plot, series, point, usual)
        if value is not None and label != usual:
            points.append(_write_point(plot, point, label))
    return f"<c:dLbls>{''.join(points)}{_write_label(plot, usual)}</c:dLbls>"


def usual_label(plot: Plot) -> LabelLook:
    """Return what the labels of a plot are unless a point differs."""
    if not labels_fit(plot):
        return _HIDDEN
    return LabelLook(position=_POSITIONS[plot.chart.kind], has_category=plot.chart.kind is ChartKind.PIE)


def point_label(plot: Plot, series: int, point: int, usual: LabelLook) -> LabelLook:
    """Return the label of one point; a piece of bar too short for its number goes without, the alt text says it."""
    kind = plot.chart.kind
    value = plot.chart.series[series].values[point] or 0
    highlighted = is_highlighted(plot, series, point)
    if kind is ChartKind.LINE:
        return _line_label(plot, series, point, usual)
    if kind is ChartKind.STACKED_BAR and bar_length(plot, value) < 0.9 * label_width(plot):
        return _HIDDEN
    if kind in _INSIDE:
        color = PAPER if shade_point(plot, series, point).is_dark else INK
        return replace(usual, color=color, bold=highlighted)
    if highlighted:
        position, has_category = _POSITIONS[kind], kind in PIES
        return LabelLook(ACCENT_INK, bold=True, position=position, has_category=has_category)
    return usual


def _line_label(plot: Plot, series: int, point: int, usual: LabelLook) -> LabelLook:
    """Return the label of a point of a line: several lines carry their names at their ends, if they carry any."""
    is_last = point == last_point(plot.chart.series[series].values)
    if plot.is_compared:
        counts = shade_point(plot, series, point) is ACCENT
        named = LabelLook(ACCENT_INK if counts else INK, bold=counts, position="r", has_series=True)
        return named if is_last and ends_named(plot) else usual
    if is_highlighted(plot, series, point):
        return LabelLook(ACCENT_INK, bold=True, position="t")
    return LabelLook(position="t") if is_last else usual


def _write_point(plot: Plot, point: int, label: LabelLook) -> str:
    inner = _write_label(plot, label) if label.has_value else '<c:delete val="1"/>'
    return f'<c:dLbl><c:idx val="{point}"/>{inner}</c:dLbl>'


def _write_label(plot: Plot, label: LabelLook) -> str:
    position = f'<c:dLblPos val="{label.position}"/>' if label.position else ""
    separator = "<c:separator> </c:separator>" if label.has_series else "<c:separator>\n</c:separator>"
    return (
        f'<c:numFmt formatCode="{escape(plot.format_code)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
        f"</a:ln></c:spPr>{write_text_properties(plot, label.color, bold=label.bold)}{position}"
        f'<c:showLegendKey val="0"/><c:showVal val="{label.has_value:d}"/><c:showCatName val="{label.has_category:d}"/>'
        f'<c:showSerName val="{label.has_series:d}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )
