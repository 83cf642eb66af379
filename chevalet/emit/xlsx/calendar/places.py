"""Where things stand in the workbook: names of sheets, first rows, and the named ranges that formulas use."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.columns import COLUMNS

GUIDE = "Mode d’emploi"
CALENDAR = "Calendrier"
MONTH = "Mois"
WEEK = "Semaine"
IDEAS = "Banque d’idées"
KEY_DATES = "Dates clés"
LINKS = "Liens UTM"
DASHBOARD = "Tableau de bord"
EXAMPLE = "Exemple rempli"
CRISIS = "Fiche de crise"
LISTS = "Listes"

TODAY = "aujourdhui"
SEEN = "ex_vu"
# Rows of the calendar's table, counted from 0; formulas look further, for the rows that people add.
HEADER_ROW = 5
FIRST_ROW = 6
TABLE_ROWS = 300
WATCHED_ROWS = 500
# The lists: their first row, and the rooms for words that people add.
LIST_ROW = 6
LIST_ROOM = 20


class ListColumn(Struct, frozen=True):
    """A column of the sheet of lists; words can be added to it unless it `is_fixed`."""

    key: str
    header: str
    width: float
    is_fixed: bool = False


LIST_COLUMNS = (
    ListColumn("statuts", "Statuts (fixes)", 16, is_fixed=True),
    ListColumn("canaux", "Canaux", 22),
    ListColumn("responsables", "Qui écrit, qui relit", 20),
    ListColumn("publics", "Publics", 24),
    ListColumn("intentions", "Intentions", 18),
    ListColumn("objectifs", "Objectifs", 20),
    ListColumn("formats", "Formats", 24),
    ListColumn("consentements", "Consentement aux photos", 28),
    ListColumn("moyens", "Moyens (liens)", 16),
    ListColumn("mois", "Mois", 18, is_fixed=True),
    ListColumn("debuts", "Début du mois", 16, is_fixed=True),
    ListColumn("noms", "Noms des mois", 16, is_fixed=True),
)
LIST_PLACES: Mapping[str, int] = {column.key: place for place, column in enumerate(LIST_COLUMNS)}


def area(sheet: str, column: int, first: int, count: int) -> str:
    """Return an absolute range of one column; rows and columns count from 0."""
    letter = xl_col_to_name(column)
    return f"'{sheet}'!${letter}${first + 1}:${letter}${first + count}"


def list_area(key: str, count: int = LIST_ROOM) -> str:
    """Return the range of a list, with its rooms."""
    return area(LISTS, LIST_PLACES[key], LIST_ROW, count)


def list_cell(key: str, rank: int) -> str:
    """Return one cell of a list, `rank` from 0."""
    return f"'{LISTS}'!${xl_col_to_name(LIST_PLACES[key])}${LIST_ROW + 1 + rank}"


def calendar_names(sheet: str, prefix: str) -> dict[str, str]:
    """Return the named range of each column of a calendar: `cal_date` and so on."""
    return {
        f"{prefix}_{column.key}": area(sheet, place, FIRST_ROW, WATCHED_ROWS) for place, column in enumerate(COLUMNS)
    }
