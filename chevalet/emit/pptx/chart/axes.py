"""Axes: quiet names of categories; values only where no label gives them."""

from __future__ import annotations

from math import floor, log10

from chevalet.emit.pptx.chart.numbers import write_value
from chevalet.emit.pptx.chart.place import labels_skipped
from chevalet.emit.pptx.chart.plot import QUIET_INK, Plot, write_text_properties
from chevalet.emit.pptx.chart.room import HORIZONTAL, label_width, labels_fit, totals, values
from chevalet.emit.pptx.color import write_scheme_color
from chevalet.emit.pptx.markup import escape
from chevalet.model.diagram import ChartKind

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222

_RULE = write_scheme_color("accent5")
_HAIRLINE = f'<c:spPr><a:ln w="6350"><a:solidFill>{_RULE}</a:solidFill></a:ln></c:spPr>'
_BASELINE = f'<c:spPr><a:ln w="9525"><a:solidFill>{_RULE}</a:solidFill></a:ln></c:spPr>'
_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def write_axes(plot: Plot) -> str:
    """Return the two axes of a bar, column or line chart."""
    return _write_category_axis(plot) + _write_value_axis(plot)


def _write_category_axis(plot: Plot) -> str:
    is_horizontal = plot.chart.kind in HORIZONTAL
    order = "maxMin" if is_horizontal else "minMax"  # the first category of bars stands on top, as it is read
    skip, upright = (1, True) if is_horizontal else arrange_labels(plot)
    skipping = f'<c:tickLblSkip val="{skip}"/>' if skip > 1 else ""
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if is_horizontal else "b"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}<c:tickLblPos val="low"/>{_BASELINE}'
        f'{write_text_properties(plot, upright=upright)}<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skipping}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def arrange_labels(plot: Plot) -> tuple[int, bool]:
    """Return one label in how many is shown, and whether they stay upright: a year left out can be guessed."""
    skip = labels_skipped(plot)
    are_years = all(category.isdecimal() for category in plot.chart.categories)
    return skip if are_years else 1, skip == 1


def _write_value_axis(plot: Plot) -> str:
    """Return the value axis, hidden where labels serve."""
    is_horizontal = plot.chart.kind in HORIZONTAL
    is_shown = not labels_fit(plot)
    grid = f"<c:majorGridlines>{_HAIRLINE}</c:majorGridlines>" if is_shown else ""
    crossing = "max" if is_horizontal else "autoZero"  # categories run downwards there: the far end is the bottom
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/>'
        f'<c:scaling><c:orientation val="minMax"/>{_write_bounds(plot)}</c:scaling>'
        f'<c:delete val="{not is_shown:d}"/><c:axPos val="{"b" if is_horizontal else "l"}"/>{grid}'
        f'<c:numFmt formatCode="{escape(plot.format_code)}" sourceLinked="0"/>{_NO_TICKS}'
        f'<c:tickLblPos val="nextTo"/>{_NO_LINE}{write_text_properties(plot, QUIET_INK)}'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{crossing}"/><c:crossBetween val="between"/>'
        f"{_write_step(plot)}</c:valAx>"
    )


def _write_bounds(plot: Plot) -> str:
    """Return where the axis ends: bars begin at zero, or their lengths would lie; shares stacked make a whole."""
    least, most = min(values(plot), default=0), max(values(plot), default=0)
    if plot.chart.kind is ChartKind.BAR and least < 0 and labels_fit(plot):
        # The value of the longest bar to the left must not be written over the categories.
        room = 2 * label_width(plot) / plot.box.width * (max(0, most) - least)
        return f'<c:min val="{write_value(least - room)}"/>'
    if plot.chart.kind is ChartKind.LINE or least < 0:
        return ""
    are_shares = plot.chart.kind is ChartKind.STACKED_BAR and plot.chart.unit == "%"
    whole = '<c:max val="100"/>' if are_shares and max(totals(plot), default=0) <= 100 else ""
    return f'{whole}<c:min val="0"/>'


def _write_step(plot: Plot) -> str:
    """Return a round step that makes about four lines of the grid, where there is one."""
    span = max(values(plot), default=0) - min(0, *values(plot))
    if labels_fit(plot) or span <= 0:
        return ""
    magnitude = 10.0 ** floor(log10(span / 4))
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= span / 4)
    return f'<c:majorUnit val="{write_value(step)}"/>'
