"""Charts: from a fence and its table to labels and values, complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from chevalet.diagnostics import suggest
from chevalet.model.diagram import Chart, ChartKind, ChartSource, Series
from chevalet.model.inline import Inlines, Text
from chevalet.model.quantity import count_decimals
from chevalet.resolve.chart_words import describe
from chevalet.resolve.context import Scope
from chevalet.resolve.locate import locate
from chevalet.resolve.writing import write, write_text, write_title
from chevalet.span import Span

Cell = str | float | None

MOST_DECIMALS = 2
"""More, beside values above one, are not read from the back of a room."""


class _Data(Struct, frozen=True):
    """What a chart draws from: the table of the course that it names, or the rows of its fence."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: Mapping[str, str]
    title: str
    unit: str
    source: str


class _Plot(Struct, frozen=True):
    """The categories in their order, each with its row, and the columns drawn."""

    data: _Data
    category: int
    series: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def label(self, row: Sequence[Cell]) -> str:
        return name_cell(row[self.category])


def resolve_chart(source: ChartSource, span: Span, scope: Scope) -> Chart | None:
    """Return the complete chart of a fence, None after saying why nothing can be drawn."""
    data = _find_data(source, span, scope)
    if data is None or not data.columns or not data.rows:
        return None
    plot = _select(source, data, span, scope)
    if plot is None or not _can_draw(source.kind, plot, span, scope):
        return None
    return _complete(source, _sort(plot, source.sort), span, scope)


def name_cell(cell: Cell) -> str:
    """Return a cell as a category's name: a year is a whole number."""
    if isinstance(cell, float):
        return f"{cell:g}" if cell != int(cell) else str(int(cell))
    return cell or ""


def _find_data(source: ChartSource, span: Span, scope: Scope) -> _Data | None:
    if not source.data:
        return _Data(source.columns, source.rows, {}, "", "", "")
    tables = scope.context.project.data
    table = tables.get(source.data)
    if table is None:
        place = locate(source.data, 0, span, scope.module)
        scope.context.sink.add("unknown-data", place, data=source.data, nearest=suggest(source.data, tables))
        return None
    return _Data(table.columns, table.rows, table.labels, table.title, table.unit, table.source)


def _select(source: ChartSource, data: _Data, span: Span, scope: Scope) -> _Plot | None:
    """Choose the columns and rows to draw; a name that the data does not hold is reported, and nothing is drawn."""
    choice = _Choice(span, scope)
    category = choice.find(source.category, data.columns) if source.category else 0
    series = [choice.find(name, data.columns) for name in source.series] or _numeric_columns(data, category)
    names = [name_cell(row[category or 0]) for row in data.rows]
    rows = [choice.find(name, names) for name in source.categories] or range(len(names))
    chosen = [index for index in series if index is not None and choice.holds_numbers(index, data)]
    if category is None or None in rows or (source.series and not chosen):
        return None
    return _Plot(data, category, tuple(chosen), tuple(data.rows[index] for index in rows if index is not None))


class _Choice(Struct, frozen=True):
    """Finds names among those of the data."""

    span: Span
    scope: Scope

    def find(self, name: str, known: Sequence[str]) -> int | None:
        if name in known:
            return known.index(name)
        self.report(name, known)
        return None

    def holds_numbers(self, index: int, data: _Data) -> bool:
        if any(isinstance(row[index], float) for row in data.rows):
            return True
        name = data.columns[index]
        place = locate(name, 0, self.span, self.scope.module)
        self.scope.context.sink.add("wrong-type", place, key=name, expected="number", found="text")
        return False

    def report(self, name: str, known: Iterable[str]) -> None:
        place = locate(name, 0, self.span, self.scope.module)
        self.scope.context.sink.add("unknown-column", place, column=name, nearest=suggest(name, known))


def _numeric_columns(data: _Data, category: int | None) -> list[int | None]:
    return [
        index
        for index in range(len(data.columns))
        if index != category and any(isinstance(row[index], float) for row in data.rows)
    ]


def _can_draw(kind: ChartKind, plot: _Plot, span: Span, scope: Scope) -> bool:
    """Report a chart without a value, and a pie whose values are not parts of a whole."""
    values = [cell for row in plot.rows for index in plot.series if isinstance(cell := row[index], float)]
    if not values:
        scope.context.sink.add("empty-chart", span)
        return False
    if kind in (ChartKind.PIE, ChartKind.DOUGHNUT) and (min(values) < 0 or not any(values)):
        scope.context.sink.add("invalid-pie", span)
        return False
    return True


def _sort(plot: _Plot, order: str) -> _Plot:
    """Order the categories by their first series; a missing value comes last."""
    if not order:
        return plot
    first = plot.series[0]
    known = [row for row in plot.rows if isinstance(row[first], float)]
    known.sort(key=lambda row: _number(row[first]) or 0.0, reverse=order == "descending")
    return replace(plot, rows=(*known, *(row for row in plot.rows if not isinstance(row[first], float))))


def _number(cell: Cell) -> float | None:
    return cell if isinstance(cell, float) else None


def _complete(source: ChartSource, plot: _Plot, span: Span, scope: Scope) -> Chart:
    series = tuple(_series(plot, index, span, scope) for index in plot.series)
    unit = source.unit if source.unit is not None else plot.data.unit
    title = write(source.title, span, scope) or write_title(plot.data.title, span, scope)
    chart = Chart(
        kind=source.kind,
        categories=tuple(write_text(plot.label(row), span, scope) for row in plot.rows),
        series=series,
        highlight=_highlight(source.highlight, plot, span, scope),
        unit=write_text(unit, span, scope),
        title=title,
        source=_source(source.source, plot.data.source, span, scope),
        alt="",
        decimals=_decimals(series),
    )
    alt = write(source.alt, span, scope)
    return replace(chart, alt=describe(chart, alt, scope.takeaway, scope.context.locale))


def _decimals(series: Sequence[Series]) -> int:
    """Return the decimals all values are shown with: what they need, two at most unless all of them are below one."""
    values = [value for each in series for value in each.values if value is not None]
    needed = max(map(count_decimals, values), default=0)
    return needed if max(map(abs, values), default=0) < 1 else min(needed, MOST_DECIMALS)


def _series(plot: _Plot, index: int, span: Span, scope: Scope) -> Series:
    name = plot.data.columns[index]
    label = write_text(plot.data.labels.get(name, name), span, scope)
    return Series(label, tuple(_number(row[index]) for row in plot.rows))


def _highlight(name: str, plot: _Plot, span: Span, scope: Scope) -> str:
    """Return the label to draw in the accent: that of a category or of a series, which may be named by its column."""
    if not name:
        return ""
    labels = dict(_labels(plot))
    if name not in labels:
        _Choice(span, scope).report(name, labels)
        return ""
    return write_text(labels[name], span, scope)


def _labels(plot: _Plot) -> Iterator[tuple[str, str]]:
    """Yield what a highlight may be called by, and the label it stands for."""
    for index in plot.series:
        name = plot.data.columns[index]
        label = plot.data.labels.get(name, name)
        yield from ((name, label), (label, label))
    yield from ((plot.label(row), plot.label(row)) for row in plot.rows)


def _source(written: Inlines | None, of_table: str, span: Span, scope: Scope) -> Inlines:
    """Return the line below a chart: « Source : … »; empty when neither fence nor table says where it comes from."""
    named = written or ((Text(of_table),) if of_table else ())
    if not named:
        return ()
    before, _, after = scope.context.locale.words["figure-source"].partition("{source}")
    return write((Text(before), *named, *((Text(after),) if after else ())), span, scope)
