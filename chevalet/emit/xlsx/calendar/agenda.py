"""What the month and the week show of the calendar: the same words by formula and, for their first value, by Python."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from chevalet.emit.xlsx.calendar.columns import LETTERS
from chevalet.emit.xlsx.calendar.flags import names_of, none_of
from chevalet.emit.xlsx.calendar.places import CALENDAR, FIRST_ROW
from chevalet.model.calendar import Calendar, Entry, KeyDate, Stage, Status

_NO_BREAK = "\u00a0"
_SEPARATOR = " · "
SUBJECTLESS = "Sujet à choisir"
# A row's number is the last four digits of its key, the time of day those before.
_ROWS = 10_000


class Shown(Struct, frozen=True):
    """An entry that a day shows, and its row in the sheet, from 1."""

    row: int
    entry: Entry


def rank_formula(days: str, rank: str, statuses: tuple[Status, ...], *, from_day: str = "0") -> str:
    """Return the array formula of the row of the `rank`-th publication of some days, empty when there are fewer.

    `days` is the condition on `cal_date`; times order the rows, then their places; `from_day` orders days of a week.
    """
    kept = none_of("cal_statut", names_of(statuses, Stage.CANCELLED))
    minutes = "IF(ISNUMBER(cal_heure),ROUND(cal_heure*1440,0),0)"
    day = f"(cal_date-{from_day})*1440" if from_day != "0" else "0"
    key = f"({day}+{minutes})*{_ROWS}+ROW(cal_date)"
    return f'IFERROR(MOD(SMALL(IF({days},IF({kept}=1,{key},""),""),{rank}),{_ROWS}),"")'


def rank_entries(calendar: Calendar, days: Iterable[date]) -> list[Shown]:
    """Return the publications of some days in the order of the formula."""
    wanted = frozenset(days)
    cancelled = names_of(calendar.choices.statuses, Stage.CANCELLED)
    shown = [
        Shown(row, entry)
        for row, entry in enumerate(calendar.openings, start=FIRST_ROW + 1)
        if entry.day in wanted and entry.status not in cancelled
    ]
    return sorted(shown, key=lambda each: (each.entry.day, each.entry.start or 0, each.row))


def cell_of(key: str, row: str) -> str:
    """Return the calendar's cell of a column in the row whose number a cell holds."""
    return f"INDEX('{CALENDAR}'!${LETTERS[key]}:${LETTERS[key]},{row})"


def clock_formula(cell: str) -> str:
    """Return the formula of a time as it is read: `9 h`, `13 h 30`."""
    minutes = f'IF(MINUTE({cell})=0,"","{_NO_BREAK}"&RIGHT("0"&MINUTE({cell}),2))'
    return f'HOUR({cell})&"{_NO_BREAK}h"&{minutes}'


def clock(minutes: int) -> str:
    """Return what the formula gives."""
    hour, minute = divmod(minutes, 60)
    return f"{hour}{_NO_BREAK}h" + (f"{_NO_BREAK}{minute:02}" if minute else "")


def line_formula(row: str) -> str:
    """Return the formula of a publication on two lines: when, where and how far it has come, then its subject."""
    time = cell_of("heure", row)
    parts = [f'IF(ISNUMBER({time}),"{_SEPARATOR}"&{clock_formula(time)},"")']
    parts += [f'IF({cell_of(key, row)}="","","{_SEPARATOR}"&{cell_of(key, row)})' for key in ("canal", "statut")]
    subject = cell_of("sujet", row)
    first = f"MID({'&'.join(parts)},{len(_SEPARATOR) + 1},200)"
    return f'=IF({row}="","",{first}&CHAR(10)&IF({subject}="","{SUBJECTLESS}",{subject}))'


def write_line(entry: Entry) -> str:
    """Return what the formula gives."""
    time = clock(entry.start) if entry.start is not None else ""
    first = _SEPARATOR.join(filter(None, (time, entry.channel, entry.status)))
    return f"{first}\n{entry.subject or SUBJECTLESS}"


def holds_day(day: str) -> str:
    """Return the array condition that a key date lasts on a day; one without end lasts a day."""
    return f'(cles_debut<={day})*(IF(cles_fin="",cles_debut,cles_fin)>={day})'


def key_date_row_formula(day: str) -> str:
    """Return the array formula of the row of the key date that began last among those of a day."""
    return f'IFERROR(LARGE(IF({holds_day(day)},ROW(cles_debut),""),1),"")'


def key_dates_of(key_dates: tuple[KeyDate, ...], day: date) -> list[KeyDate]:
    """Return the key dates of a day, the last of which the formula finds."""
    return [each for each in key_dates if each.start <= day <= each.end]
