"""The chart part: plot, axes, legend, text, and where its data are."""

from __future__ import annotations

from typing import assert_never

from chevalet.emit.pptx.chart.axes import CATEGORY_AXIS, VALUE_AXIS, write_axes
from chevalet.emit.pptx.chart.place import write_legend_layout, write_plot_layout
from chevalet.emit.pptx.chart.plot import Plot, write_text_properties
from chevalet.emit.pptx.chart.room import gap_width, needs_legend
from chevalet.emit.pptx.chart.series import write_series
from chevalet.emit.pptx.markup import DRAWING, RELATIONSHIPS, encode
from chevalet.model.diagram import ChartKind

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_ROOT = f'xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}"'
_AXIS_IDS = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
_ONE_COLOR = '<c:varyColors val="0"/>'
_COLORS_VARY = '<c:varyColors val="1"/>'
_HOLE = 58  # per cent of the ring's diameter: room inside the ring for its numbers


def write_part(plot: Plot) -> bytes:
    """Return the chart part; its data are the workbook of relationship `rId1`."""
    return encode(
        f'<c:chartSpace {_ROOT}><c:date1904 val="0"/><c:lang val="{plot.language}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{write_plot_layout(plot)}{_write_plot(plot)}'
        f'<c:spPr><a:noFill/></c:spPr></c:plotArea>{_write_legend(plot)}<c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{write_text_properties(plot)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _write_plot(plot: Plot) -> str:
    series = write_series(plot)
    match plot.chart.kind:
        case ChartKind.BAR:
            return _write_bars(plot, "bar", "clustered", series)
        case ChartKind.STACKED_BAR:
            return _write_bars(plot, "bar", "stacked", series)
        case ChartKind.COLUMN:
            return _write_bars(plot, "col", "clustered", series)
        case ChartKind.LINE:
            grouping = '<c:grouping val="standard"/>'
            lines = f'{grouping}{_ONE_COLOR}{series}<c:marker val="1"/>{_AXIS_IDS}'
            return f"<c:lineChart>{lines}</c:lineChart>{write_axes(plot)}"
        case ChartKind.PIE:
            return f'<c:pieChart>{_COLORS_VARY}{series}<c:firstSliceAng val="0"/></c:pieChart>'
        case ChartKind.DOUGHNUT:
            hole = f'<c:firstSliceAng val="0"/><c:holeSize val="{_HOLE}"/>'
            return f"<c:doughnutChart>{_COLORS_VARY}{series}{hole}</c:doughnutChart>"
        case _:
            assert_never(plot.chart.kind)


def _write_bars(plot: Plot, direction: str, grouping: str, series: str) -> str:
    overlap = '<c:overlap val="100"/>' if grouping == "stacked" else ""
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>{_ONE_COLOR}{series}'
        f'<c:gapWidth val="{gap_width(plot)}"/>{overlap}{_AXIS_IDS}</c:barChart>{write_axes(plot)}'
    )


def _write_legend(plot: Plot) -> str:
    if not needs_legend(plot):
        return ""
    position = "r" if plot.chart.kind is ChartKind.DOUGHNUT else "t"
    text = write_text_properties(plot)
    return f'<c:legend><c:legendPos val="{position}"/>{write_legend_layout(plot)}<c:overlay val="0"/>{text}</c:legend>'
