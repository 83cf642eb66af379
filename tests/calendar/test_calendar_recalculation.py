"""LibreOffice computes what the file says, and what it should once people have filled it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from chevalet.emit.xlsx import emit_calendar_xlsx
from chevalet.emit.xlsx.calendar.flags import find_flags
from chevalet.emit.xlsx.calendar.links import take_steps
from chevalet.model.calendar import TaggedLink
from tests.calendar.samples import real_calendar, real_project
from tests.calendar.spreadsheet import formulas_of, open_book, save_book

Recalculate = Callable[[bytes], bytes]
# What depends on today: the date itself, and the warnings of one's own calendar.
TODAY = "Listes", "B4"


def differences(before: bytes, after: bytes) -> list[tuple[str, str, object, object]]:
    ours, theirs = open_book(before, values=True), open_book(after, values=True)
    found = []
    for sheet, cell, _ in formulas_of(open_book(before)):
        own, their = (book[sheet][cell].value for book in (ours, theirs))
        if not same(own or "", their or "") and (sheet, cell) != TODAY:
            found.append((sheet, cell, own, their))
    return found


def same(own: object, their: object) -> bool:
    if isinstance(own, int | float) and isinstance(their, int | float):
        return abs(own - their) < 1e-9
    return own == their or (own in ("", 0) and their in ("", 0))


def test_first_values_are_those_of_a_recalculation(workbook: bytes, recalculated: Recalculate) -> None:
    assert differences(workbook, recalculated(workbook)) == []


@pytest.mark.parametrize("start", [date(2028, 2, 1), date(2027, 8, 1)])
def test_first_values_hold_in_leap_years_and_long_months(start: date, recalculated: Recalculate) -> None:
    content, _ = emit_calendar_xlsx(real_calendar(start), real_project().theme)
    assert differences(content, recalculated(content)) == []


def fill(sheet: Worksheet, row: int, **cells: object) -> None:
    for column, value in cells.items():
        sheet[f"{column}{row}"] = value


def fill_calendar(book: Workbook) -> None:
    """What a participant types: two publications at the same moment, a late one, one below the table."""
    sheet = book["Calendrier"]
    nine = time(9)
    fill(sheet, 7, C="Facebook", D="Notre histoire", F="Line", G="Publié")
    fill(sheet, 8, A=date(2027, 1, 7), B=nine, C="Facebook", D="Un deuxième", G="À rédiger")
    fill(sheet, 9, A=date(2020, 1, 2), C="Infolettre", D="Oublié", F="Odette", G="Ébauche")
    fill(sheet, 10, D="=1+1", F="Line", G="Annulé")
    sheet["D10"].data_type = "s"
    fill(sheet, 400, A=date(2027, 1, 20), B=time(13, 30), C="Site web", D="Ajouté", F="Line", G="Programmé")
    fill(
        sheet,
        401,
        A=date(2027, 1, 20),
        B=time(8),
        C="Affiche",
        D="Plus tôt",
        F="Line",
        G="Idée",
        O=date(2027, 1, 6),
    )
    fill(sheet, 402, A="n’est pas une date", B="9 h", D="Mal saisi", F="Line", G="Idée")


@pytest.fixture
def edited(workbook: bytes, recalculated: Recalculate) -> Workbook:
    book = open_book(workbook)
    fill_calendar(book)
    return open_book(recalculated(save_book(book)), values=True)


def test_a_filled_calendar_warns_shows_and_counts(edited: Workbook) -> None:
    calendar, month, week, board = (edited[name] for name in ("Calendrier", "Mois", "Semaine", "Tableau de bord"))
    flags = [calendar[f"H{row}"].value or "" for row in range(7, 11)]
    assert flags == ["En double", "Sans responsable · En double", "En retard", ""]
    # Thursday 7 January is the fifth day of the second week, Wednesday 20 the fourth of the fourth.
    assert [month[f"E{row}"].value or "" for row in (10, 11, 12, 13)] == [
        "7",
        "9\u00a0h · Facebook · Publié\nNotre histoire",
        "9\u00a0h · Facebook · À rédiger\nUn deuxième",
        "",
    ]
    assert [month[f"D{row}"].value or "" for row in (19, 20)] == [
        "8\u00a0h · Affiche · Idée\nPlus tôt",
        "13\u00a0h\u00a030 · Site web · Programmé\nAjouté",
    ]
    assert [week[f"D{row}"].value or "" for row in (7, 8, 9)] == ["Notre histoire", "Un deuxième", ""]
    assert week["D24"].value == "Plus tôt", "its draft is due in the week"
    assert board["A4"].value == "Vous regardez votre calendrier"
    assert [board[f"{column}7"].value for column in "ADGI"] == [6, 1, 1, 1]


def test_another_month_is_shown_when_chosen(workbook: bytes, recalculated: Recalculate) -> None:
    book = open_book(workbook)
    book["Mois"]["B4"] = "juillet 2027"
    month = open_book(recalculated(save_book(book)), values=True)["Mois"]
    days = [[str(month.cell(row, column).value or "") for column in range(1, 8)] for row in range(6, 30, 4)]
    assert days[0][:5] == ["", "", "", "", "1  Fête du Canada"]
    assert days[3][0] == "18  Vacances de la construction"
    assert days[4][6] == "31  Vacances de la construction"
    assert set(days[5]) == {""}


def test_the_first_month_can_be_moved_to_another_year(workbook: bytes, recalculated: Recalculate) -> None:
    book = open_book(workbook)
    book["Listes"]["K7"] = datetime(2028, 2, 1)
    book["Mois"]["B4"] = "février 2028"
    after = open_book(recalculated(save_book(book)), values=True)
    assert [after["Listes"][f"J{row}"].value for row in (7, 8, 18)] == ["février 2028", "mars 2028", "janvier 2029"]
    assert str(after["Mois"]["C22"].value) == "29"


LINKS = [
    TaggedLink("https://exemple.ca", "Facebook", "social", "Été 2027"),
    TaggedLink("exemple.ca/page d’été?a=1#haut", "Journal local", "presse", "100 % local & fier", "A+B=C"),
    TaggedLink("https://exemple.ca/?", "l’infolettre", "courriel", "Cœur de l'été"),
    TaggedLink("https://exemple.ca/?utm_source=x", "a", "b", "c"),
    TaggedLink("https://exemple.ca", "marie@exemple.ca", "b", "c"),
    TaggedLink("https://exemple.ca", "日本", "b", "c"),
    TaggedLink("https://exemple.ca", "a", "", "c"),
    TaggedLink("", "a", "b", "c"),
]  # fmt: skip


def test_tagged_links_are_built_alike_by_the_formulas(workbook: bytes, recalculated: Recalculate) -> None:
    book = open_book(workbook)
    for row, link in enumerate(LINKS, start=6):
        typed = (link.page, link.source, link.medium, link.campaign, link.content)
        fill(book["Liens UTM"], row, **dict(zip("ABCDE", typed, strict=True)))
    after = open_book(recalculated(save_book(book)), values=True)["Liens UTM"]
    for row, link in enumerate(LINKS, start=6):
        steps = take_steps(link)
        assert (after[f"F{row}"].value or "", after[f"G{row}"].value or "") == (steps.link, steps.verdict)


def test_a_tagged_link_is_read_back_as_it_was_meant() -> None:
    steps = take_steps(LINKS[1])
    parts = urlsplit(steps.link)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("https", "exemple.ca", "haut")
    assert parts.path == "/page%20d%E2%80%99%C3%A9t%C3%A9"
    assert parse_qs(parts.query) == {
        "a": ["1"],
        "utm_source": ["journal-local"],
        "utm_medium": ["presse"],
        "utm_campaign": ["100-%-local-&-fier"],
        "utm_content": ["a+b=c"],
    }
    verdicts = [take_steps(link).verdict for link in LINKS]
    assert verdicts == [
        "Prêt à copier", "Prêt à copier", "Prêt à copier", "Cette adresse est déjà balisée",
        "Ni nom ni courriel dans une étiquette", "Un caractère ne passe pas : le retirer",
        "Il manque la source, le moyen ou la campagne", "",
    ]  # fmt: skip


def test_the_example_warns_by_the_day_it_is_seen(workbook: bytes, recalculated: Recalculate) -> None:
    seen = date(2027, 3, 18)
    book = open_book(workbook)
    book["Exemple rempli"]["B4"] = seen
    after = open_book(recalculated(save_book(book)), values=True)["Exemple rempli"]
    flags = {after[f"D{row}"].value: after[f"H{row}"].value or "" for row in range(7, 24)}
    example, statuses = real_calendar().example, real_calendar().choices.statuses
    assert example
    entries = example.entries
    assert flags == {each.subject: find_flags(each, entries, seen, statuses) for each in entries}
    assert [flag for flag in flags.values() if flag] == [
        "En retard",  # the newsletter still in review
        "À confirmer · En double",  # scheduled for the 4th
        "En retard · En double",
        "Sans responsable · En retard",
        "Ébauche en retard",  # Easter's, due on the 15th; what is for the 18th itself is not late
    ]
