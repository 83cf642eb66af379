"""A whole workbook: the first sheet with what is told in words and the totals, then a sheet for each table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chevalet.diagnostics import Diagnostic
from chevalet.emit.headings import walk
from chevalet.emit.xlsx.cells import Cells, Label
from chevalet.emit.xlsx.palette import make_palette
from chevalet.emit.xlsx.paper.blocks import write_blocks
from chevalet.emit.xlsx.paper.charts import tabulate_chart
from chevalet.emit.xlsx.paper.columns import money_format
from chevalet.emit.xlsx.paper.page import Page, Total
from chevalet.emit.xlsx.paper.sections import Section, cut_sections
from chevalet.emit.xlsx.paper.tables import Sheetful, read_table, width_columns
from chevalet.model.block import ChartBlock, Table
from chevalet.model.diagram import Chart
from chevalet.model.flow import Flow, FlowBlocks, Grid
from chevalet.model.inline import plain_text
from chevalet.model.locale import Locale
from chevalet.model.theme import Theme

_WIDTHS = (46.0, 34.0, 22.0, 18.0)
# Documents that say what is left of one total once another is paid, by the names of their sections.
_BALANCES: Mapping[str, tuple[str, str]] = {"local-purchase": ("partenaires", "mesures")}


def emit_xlsx(flow: Flow, theme: Theme) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return a document as a workbook; there is nothing left to complain of at this stage."""
    label = Label(plain_text(flow.title), plain_text(flow.subtitle), flow.author, flow.language, flow.paper)
    cells = Cells(label, make_palette(theme, flow.number), theme)
    first = flow.locale.words.get("sheet-summary", "1")
    intro, sections = cut_sections(flow.blocks, first)
    summary = _open(first, _WIDTHS, flow, cells)
    pages = [_write_section(section, flow, cells) for section in sections if section.sheet]
    _write_head(flow, intro, sections, summary)
    _write_totals(flow, [total for page in pages for total in page.totals], summary)
    _write_words(sections, summary)
    summary.sheet.activate()
    return cells.finish(), ()


def _open(name: str, widths: Sequence[float], flow: Flow, cells: Cells) -> Page:
    page = Page(cells, cells.add_sheet(name, cells.colors.accent), flow.locale, name, widths)
    page.set_widths()
    return page


def _write_section(section: Section, flow: Flow, cells: Cells) -> Page:
    tables = _list_tables(section.blocks, flow.locale)
    page = _open(section.sheet, width_columns(tables), flow, cells)
    page.title(section.title)
    home = flow.locale.words.get("sheet-summary", "1")
    page.link(home, page.say("sheet-back", name=home))
    page.skip()
    write_blocks(section.blocks, section.identifier, page)
    page.sheet.print_area(0, 0, page.row, page.last)
    return page


def _list_tables(blocks: FlowBlocks, locale: Locale) -> list[Sheetful]:
    found = []
    for block in walk(blocks):
        match block:
            case Table() | Grid():
                found.append(read_table(block, locale))
            case ChartBlock(Chart() as chart):
                found.append(tabulate_chart(chart, locale))
            case _:
                pass
    return found


def _write_head(flow: Flow, intro: FlowBlocks, sections: Sequence[Section], page: Page) -> None:
    page.title(plain_text(flow.title))
    about = [plain_text(line) for line in (flow.subtitle, *flow.cover.lines)]
    page.write(" · ".join(filter(None, about)), font_color=page.cells.colors.muted)
    page.note(page.say("sheet-fill"))
    page.skip()
    write_blocks(intro, "", page)
    if any(section.sheet for section in sections):
        page.heading(page.say("sheet-parts"))
        for section in sections:
            if section.sheet:
                page.link(section.sheet, section.title)


def _write_words(sections: Sequence[Section], page: Page) -> None:
    """Write the sections that have no table, one under the other."""
    for section in sections:
        if not section.sheet:
            page.heading(section.title)
            write_blocks(section.blocks, section.identifier, page)
    page.sheet.print_area(0, 0, page.row, page.last)


def _write_totals(flow: Flow, totals: Sequence[Total], page: Page) -> None:
    """Write the totals of all sheets on the first, and what is left of one when another is paid."""
    if not totals:
        return
    page.heading(page.say("sheet-totals"))
    page.note(page.say("sheet-computed"))
    for total in totals:
        _write_amount(total.label, total.reference, total.value, page)
    by_section = {total.section: total for total in totals}
    named = _BALANCES.get(flow.kind, ())
    if named and by_section.keys() >= set(named):
        has, pays = (by_section[name] for name in named)
        formula = f"{has.reference}-{pays.reference}"
        _write_amount(page.say("sheet-balance"), formula, has.value - pays.value, page, is_last=True)


def _write_amount(label: str, formula: str, value: float, page: Page, *, is_last: bool = False) -> None:
    colors = page.cells.colors
    look = {"bold": is_last, "bottom": 1, "bottom_color": colors.accent if is_last else colors.rule}
    page.cells.text(page.sheet, (page.row, 0), label, **look)
    style = page.cells.style(**look, num_format=money_format(page.locale), align="right")
    page.sheet.write_formula(page.row, 1, f"={formula}", style, value)
    page.skip(22)
