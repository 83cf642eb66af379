"""The CSV: columns and dates as Google documents them, never a formula."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
from msgspec.structs import replace

from chevalet.emit.csv import emit_calendar_csv
from chevalet.model.calendar import Calendar
from tests.calendar.samples import hostile_calendar, real_calendar


def rows(calendar: Calendar) -> list[dict[str, str]]:
    content, found = emit_calendar_csv(calendar)
    assert not found
    return list(csv.DictReader(StringIO(content.decode(), newline="")))


def test_its_columns_are_those_that_agendas_import() -> None:
    header = emit_calendar_csv(real_calendar())[0].split(b"\r\n")[0]
    assert header == (
        b"Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private,Categories"
    )


def test_a_session_has_hours_and_a_key_date_none() -> None:
    read = rows(real_calendar(with_sessions=True))
    session = next(row for row in read if row["Subject"].startswith("Les médias sociaux"))
    assert (session["Start Date"], session["Start Time"], session["End Time"]) == ("03/16/2027", "6:30 PM", "8:45 PM")
    assert session["Location"] == "Salle communautaire; porte B, 1, rue de l’Exemple, Rawdon"
    holidays = next(row for row in read if row["Subject"] == "Vacances de la construction")
    assert (holidays["Start Date"], holidays["End Date"]) == ("07/18/2027", "07/31/2027")
    assert (holidays["All Day Event"], holidays["Start Time"]) == ("True", "")


def test_a_cancelled_session_says_so() -> None:
    assert [row["Subject"] for row in rows(real_calendar(with_sessions=True))][1] == "Annulé\u00a0: Rédiger pour le web"


def test_a_writing_time_is_a_row_a_week_within_the_year() -> None:
    written = [row for row in rows(real_calendar()) if row["Categories"] == "Écriture"]
    assert len(written) == 52
    assert (written[0]["Start Date"], written[-1]["Start Date"]) == ("01/05/2027", "12/28/2027")


def test_a_year_may_have_fifty_three_weeks_of_writing() -> None:
    year = real_calendar(date(2024, 1, 1))
    slots = (replace(year.writing[0], weekday=0),)
    written = [row["Start Date"] for row in rows(replace(year, writing=slots)) if row["Categories"] == "Écriture"]
    assert (len(written), written[-1]) == (53, "12/30/2024")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1", " =1+1", "＝1+1", "|cmd"])
def test_no_cell_can_be_a_formula(text: str) -> None:
    cells = [cell for row in rows(hostile_calendar(text)) for cell in row.values()]
    assert any(cell.startswith("'") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "|"))]


def test_every_line_ends_with_crlf_and_no_cell_has_a_line_end() -> None:
    content, _ = emit_calendar_csv(hostile_calendar("a\nb\r\nc"))
    assert content.count(b"\n") == content.count(b"\r\n")
    assert {len(line) for line in csv.reader(StringIO(content.decode(), newline=""))} == {10}
