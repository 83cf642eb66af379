"""What the calendar warns of, in words: the formula of the column « À surveiller », and what it gives."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from chevalet.emit.xlsx.calendar.columns import own
from chevalet.model.calendar import Entry, Stage, Status

LATE = "En retard"
OWNERLESS = "Sans responsable"
DOUBLE = "En double"
DATELESS = "Sans date"
STATELESS = "Sans statut"
UNCONFIRMED = "À confirmer"
DRAFT_LATE = "Ébauche en retard"
SUBJECTLESS = "Sujet à choisir"
MEANINGS = (
    (LATE, "La date est passée, et ce n’est ni programmé, ni publié, ni annulé."),
    (OWNERLESS, "Personne n’écrit : mettre un nom, ou remettre l’idée dans la banque."),
    (DOUBLE, "Même jour, même heure, même canal qu’une autre ligne."),
    (DRAFT_LATE, "L’ébauche était attendue, et rien n’est écrit."),
    (UNCONFIRMED, "C’était programmé : vérifier que c’est sorti, puis « Publié »."),
    (SUBJECTLESS, "La date vient d’ici deux semaines, et la ligne est vide."),
)
_SEPARATOR = " · "
_SOON = 14
_PIECE = 120


def quoted(text: str) -> str:
    """Return a text as a formula writes it: in pieces, for no spreadsheet takes more than 255 characters at once."""
    pieces = [text[place : place + _PIECE] for place in range(0, len(text), _PIECE)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def names_of(statuses: Iterable[Status], *stages: Stage) -> list[str]:
    """Return the statuses of some stages."""
    return [status.name for status in statuses if status.stage in stages]


def is_any(cell: str, names: Iterable[str]) -> str:
    """Return the condition that a cell is one of some words."""
    tests = ",".join(f"{cell}={quoted(name)}" for name in names)
    return f"OR({tests})" if tests else "FALSE"


def none_of(area: str, names: Iterable[str]) -> str:
    """Return the product that is 1 in the rows of an area which hold none of some words."""
    return "*".join(f"({area}<>{quoted(name)})" for name in names) or "1"


def flag_formula(prefix: str, today: str, statuses: tuple[Status, ...]) -> str:
    """Return the formula of the column, the same in each row; `today` names the cell that it compares dates with."""
    day, subject, status = own("date"), own("sujet"), own("statut")
    cancelled = names_of(statuses, Stage.CANCELLED)
    planned = names_of(statuses, Stage.PLANNED)
    settled = names_of(statuses, Stage.SCHEDULED, Stage.PUBLISHED)
    is_past = f"ISNUMBER({day}),{day}<{today}"
    late = f"AND({is_past},NOT({is_any(status, settled)}))"
    draft = f"AND(ISNUMBER({own('ebauche')}),{own('ebauche')}<{today},{is_any(status, planned)},NOT({late}))"
    same = "*".join(f"({prefix}_{key}={own(key)})" for key in ("date", "heure", "canal"))
    double = f'SUMPRODUCT({same}*({prefix}_sujet<>"")*{none_of(f"{prefix}_statut", cancelled)})>1'
    tests = (
        (f"NOT(ISNUMBER({day}))", DATELESS),
        (f'{own("responsable")}=""', OWNERLESS),
        (f'{status}=""', STATELESS),
        (late, LATE),
        (f"AND({is_past},{is_any(status, names_of(statuses, Stage.SCHEDULED))})", UNCONFIRMED),
        (draft, DRAFT_LATE),
        (f"AND(ISNUMBER({day}),{double})", DOUBLE),
    )
    joined = "&".join(f'IF({test},{quoted(_SEPARATOR + word)},"")' for test, word in tests)
    soon = f"AND(ISNUMBER({day}),{day}>={today},{day}<={today}+{_SOON})"
    empty = f'IF({soon},{quoted(SUBJECTLESS)},"")'
    return f'=IF({subject}="",{empty},IF({is_any(status, cancelled)},"",MID({joined},{len(_SEPARATOR) + 1},200)))'


def find_flags(entry: Entry, entries: tuple[Entry, ...], today: date, statuses: tuple[Status, ...]) -> str:
    """Return what the formula gives for an entry among others."""
    if not entry.subject:
        is_soon = entry.day is not None and today <= entry.day <= today + timedelta(days=_SOON)
        return SUBJECTLESS if is_soon else ""
    stages = {status.name: status.stage for status in statuses}
    stage = stages.get(entry.status)
    if stage is Stage.CANCELLED:
        return ""
    is_past = entry.day is not None and entry.day < today
    is_late = is_past and stage not in (Stage.SCHEDULED, Stage.PUBLISHED)
    is_draft_due = entry.draft_due is not None and entry.draft_due < today
    others = [each for each in entries if each.subject and stages.get(each.status) is not Stage.CANCELLED]
    found = (
        (entry.day is None, DATELESS),
        (not entry.owner, OWNERLESS),
        (not entry.status, STATELESS),
        (is_late, LATE),
        (is_past and stage is Stage.SCHEDULED, UNCONFIRMED),
        (is_draft_due and stage is Stage.PLANNED and not is_late, DRAFT_LATE),
        (entry.day is not None and sum(_stands_with(entry, each) for each in others) > 1, DOUBLE),
    )
    return _SEPARATOR.join(word for holds, word in found if holds)


def _stands_with(entry: Entry, other: Entry) -> bool:
    return (entry.day, entry.start, entry.channel.casefold()) == (other.day, other.start, other.channel.casefold())
