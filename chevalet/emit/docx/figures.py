"""Charts as native charts, steps as a numbered list, mock-ups as a framed text."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from chevalet.emit.docx.book import EMU_PER_TWIP, STEPS, Book, Frame
from chevalet.emit.docx.drawing import write_graphic
from chevalet.emit.docx.paragraph import SPACER, wrap, write_paragraph
from chevalet.emit.docx.runs import write_runs, write_text
from chevalet.emit.docx.table import write_table
from chevalet.emit.docx.widths import measure_columns, natural_width
from chevalet.emit.pptx.chart.numbers import format_code
from chevalet.emit.pptx.chart.part import CHART, write_part
from chevalet.emit.pptx.chart.plot import Plot
from chevalet.emit.pptx.chart.workbook import write_workbook
from chevalet.emit.pptx.markup import RELATIONSHIPS
from chevalet.emit.pptx.relationships import Relationship
from chevalet.emit.tabulation import tabulate
from chevalet.model.deck import PlacedChart
from chevalet.model.diagram import Chart, ChartKind, Mockup, MockupKind, Step, Steps
from chevalet.model.inline import plain_text
from chevalet.model.theme import Typeface
from chevalet.units import Box, Size, inches

_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LABEL_SIZE = 1000  # hundredths of a point
_TALLEST = 5.0  # inches
_KEEP = "<w:keepNext/>"
_SPACE_AFTER = '<w:spacing w:after="280"/>'


def write_chart(chart: Chart, frame: Frame, book: Book) -> str:
    """Return a native chart under its title, then its source and a table of its data."""
    grown = (1 + book.scale) / 2
    size = Size(frame.width * EMU_PER_TWIP, round(chart_height(chart) * grown))
    identifier = book.relationships.add("chart", _add_parts(chart, size, book))
    graphic = f'<c:chart xmlns:c="{CHART}" r:id="{identifier}"/>'
    title = write_paragraph(chart.title, frame, book, "FigureTitle", _KEEP) if chart.title else ""
    drawn = wrap(write_graphic(CHART, graphic, size, chart.alt, book), "Figure", _KEEP)
    source = write_paragraph(chart.source, frame, book, "Source", _KEEP) if chart.source else ""
    table = tabulate(chart, book.flow.locale, book.words["category"])
    width = natural_width(measure_columns((table.header, *table.rows), book.scale), frame)
    return title + drawn + source + write_table(table, replace(frame, width=width), book)


def chart_height(chart: Chart) -> int:
    """Return the height of a chart in EMU: bars need a line each, what stands or turns a constant."""
    match chart.kind:
        case ChartKind.BAR:
            in_group = 1 + 0.6 * (len(chart.series) - 1)
            return inches(min(_TALLEST, max(1.5, 0.3 * len(chart.categories) * in_group + 0.5)))
        case ChartKind.STACKED_BAR:
            return inches(min(_TALLEST, max(1.6, 0.38 * len(chart.categories) + 0.6)))
        case ChartKind.COLUMN | ChartKind.LINE:
            return inches(2.7)
        case ChartKind.PIE | ChartKind.DOUGHNUT:
            return inches(2.6)
        case _:
            assert_never(chart.kind)


def _add_parts(chart: Chart, size: Size, book: Book) -> str:
    book.charts += 1
    locale = book.flow.locale
    labels = round(_LABEL_SIZE * book.scale)
    box = Box(0, 0, size.width, size.height)
    placed = PlacedChart("", box, "", chart.alt, chart, labels, locale.decimal, locale.thousands)
    code = format_code(placed, book.flow.language)
    plot = Plot(placed, book.flow.language, code, book.theme.faces[Typeface.BODY, False, False])
    workbook = f"chart{book.charts}.xlsx"
    book.package.add(f"word/embeddings/{workbook}", _WORKBOOK_TYPE, write_workbook(chart, code))
    data = Relationship("rId1", f"{RELATIONSHIPS}/package", f"../embeddings/{workbook}")
    name = f"charts/chart{book.charts}.xml"
    book.package.add(f"word/{name}", _TYPE, write_part(plot), (data,))
    return name


def write_steps(steps: Steps, frame: Frame, book: Book) -> str:
    """Return steps as a list numbered in the accent, each kept with the next; what counts is marked in bold."""
    last, list_number = len(steps.steps), book.number_list(STEPS, 1)
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_number}"/></w:numPr>'
    return "".join(
        _write_step(
            step,
            f"{_KEEP}{numbered}" if number < last else f"{numbered}{_SPACE_AFTER}",
            frame,
            book,
            counts=number == steps.highlight,
        )
        for number, step in enumerate(steps.steps, start=1)
    )


def _write_step(step: Step, properties: str, frame: Frame, book: Book, *, counts: bool) -> str:
    title = write_text(plain_text(step.title), "StepTitleMarked" if counts else "StepTitle")
    words = "<w:r><w:br/></w:r>" + write_runs(step.text, frame, book) if step.text else ""
    when = write_text(plain_text(step.when), "StepWhen") + write_text("\u2002") if step.when else ""
    return wrap(when + title + words, "Step", properties)


def write_mockup(mockup: Mockup, frame: Frame, book: Book) -> str:
    """Return a mock-up as paragraphs in one frame, in the order in which its kind is read."""
    lines = [line for line in _mockup_lines(mockup, frame, book) if line]
    return (
        "".join(wrap(line, "Mockup", _KEEP if number < len(lines) - 1 else "") for number, line in enumerate(lines))
        + SPACER
    )


def _mockup_lines(mockup: Mockup, frame: Frame, book: Book) -> list[str]:
    words = book.flow.locale.words

    def plain(key: str) -> str:
        return write_runs(mockup.fields.get(key, ()), frame, book)

    def styled(key: str, style: str) -> str:
        return write_text(plain_text(mockup.fields[key]), style) if mockup.fields.get(key) else ""

    def named(word: str, value: str) -> str:
        name = words.get(word, "")
        return write_text(f"{name}\u2002", "DetailName") + value if value and name else value

    match mockup.kind:
        case MockupKind.SEARCH:
            query = styled("query", "MockupQuery")
            return [query, styled("address", "Quiet"), styled("title", "MockupTitle"), plain("description")]
        case MockupKind.POST:
            return [styled("author", "Strong"), styled("when", "Quiet"), plain("text"), styled("reactions", "Quiet")]
        case MockupKind.MESSAGE:
            subject = named("mockup-subject", styled("subject", "Strong"))
            return [named("mockup-from", plain("from")), named("mockup-to", plain("to")), subject, plain("text")]
        case _:
            assert_never(mockup.kind)
