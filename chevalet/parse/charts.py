"""The `chart` fence."""

from __future__ import annotations

from enum import Enum

from chevalet.model.block import Block, ChartBlock
from chevalet.model.diagram import ChartKind, ChartSource
from chevalet.parse.context import Context
from chevalet.parse.fields import Fields, kind_of
from chevalet.span import Span
from chevalet.yaml_nodes import Mapping, Node, Scalar, Sequence

CHART_KEYS = (
    "type", "data", "columns", "rows", "category", "series", "categories",
    "sort", "highlight", "unit", "title", "source", "alt",
)  # fmt: skip

# Beyond fifteen digits, which is all that a workbook keeps, a value would be drawn as another.
LARGEST = 1e15
ChartRow = tuple[str | float | None, ...]


class Sort(Enum):
    """The order of the categories, by value; NONE keeps that of the data."""

    NONE = ""
    DESCENDING = "descending"
    ASCENDING = "ascending"


def read_chart(mapping: Mapping, span: Span, context: Context) -> Block:
    """Read a chart from a table of the course, or from rows written in the fence."""
    fields = Fields(mapping, CHART_KEYS, context)
    fields.require("type", *_required(fields))
    if fields.node("data") and fields.node("rows"):
        context.sink.add("data-given-twice", fields.entries["rows"].key_span)
    columns = fields.texts("columns")
    category = fields.text("category")
    chart = ChartSource(
        kind=fields.choice("type", ChartKind, ChartKind.COLUMN),
        data=fields.text("data"),
        columns=columns,
        rows=_rows(fields, columns, category),
        category=category,
        series=fields.texts("series"),
        categories=fields.texts("categories"),
        sort=fields.choice("sort", Sort, Sort.NONE).value,
        highlight=fields.text("highlight"),
        unit=fields.text("unit") if fields.node("unit") else None,
        title=fields.inlines("title"),
        source=fields.inlines("source") or None,
        alt=fields.inlines("alt"),
    )
    return ChartBlock(chart, span)


def _required(fields: Fields) -> tuple[str, ...]:
    if fields.node("rows") or fields.node("columns"):
        return ("columns", "rows", "source")
    return ("data",)


def _rows(fields: Fields, columns: tuple[str, ...], category: str) -> tuple[ChartRow, ...]:
    """Return the rows that hold as many cells as there are columns; that of the categories holds text."""
    labels = columns.index(category) if category in columns else 0
    rows = [_row(node, len(columns), labels, fields) for node in fields.items("rows")]
    return tuple(row for row in rows if row)


def _row(node: Node, count: int, labels: int, fields: Fields) -> ChartRow:
    if not isinstance(node, Sequence):
        fields.sink.add("wrong-type", node.span, key="rows", expected="list", found=kind_of(node))
        return ()
    if len(node.items) != count:
        fields.sink.add("row-length", node.span, expected=count, found=len(node.items))
        return ()
    return tuple(_cell(cell, index == labels, fields) for index, cell in enumerate(node.items))


def _cell(node: Node, is_label: bool, fields: Fields) -> str | float | None:
    if isinstance(node, Scalar):
        if is_label:
            return node.text
        if node.value is None:
            return None
        if isinstance(node.value, int | float) and not isinstance(node.value, bool):
            return _number(node, float(node.value), fields)
    expected = "text" if is_label else "number"
    fields.sink.add("wrong-type", node.span, key="rows", expected=expected, found=kind_of(node))
    return None


def _number(node: Scalar, value: float, fields: Fields) -> float | None:
    """Return a value that can be drawn, None after telling of one that is too far from zero or too near."""
    if not value or 1 / LARGEST <= abs(value) < LARGEST:
        return value
    fields.report_value("rows", node, "12.5")
    return None
