"""`private/`: participants, evaluations and partners of a session, read for the organizer's edition and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.load.private_columns import (
    Column,
    Line,
    open_sheet,
    read_day,
    read_hours,
    read_rating,
    read_verdict,
    read_yes,
)
from chevalet.load.tree import Tree, Trouble
from chevalet.model.noise import is_noise
from chevalet.model.private import ANSWERS, FOLDER, PARTNERS, PEOPLE, Answer, Partner, Person, Records, Verdict

T = TypeVar("T")
# What a page can show of a name.
LONGEST_NAME = 120
_DEPTH = 3
_MOST_GOALS = 20
_PEOPLE = (
    Column("prénom", ("prenoms", "first name", "given name")),
    Column("nom", ("nom de famille", "nom complet", "last name", "name"), is_needed=True),
    Column("organisation", ("organisme", "entreprise", "organization", "company")),
    Column("courriel", ("adresse courriel", "email", "e-mail", "mail")),
    Column("présence", ("présent", "présente", "présent(e)", "attendance"), is_needed=True),
    Column("heures", ("durée", "hours")),
    Column("date", ("jour", "day")),
)
_GOALS = tuple(Column(f"objectif {number}", (f"goal {number}",)) for number in range(1, _MOST_GOALS + 1))
_QUESTIONS = tuple(Column(f"question {number}", (f"énoncé {number}",)) for number in range(1, _MOST_GOALS + 1))
_ANSWERS = (
    Column("satisfaction", ("note", "appréciation", "rating")),
    Column("recommande", ("recommandation", "recommends")),
    Column("appris", ("le plus servi", "ce qui m'a le plus servi", "learnt")),
    Column("geste", ("mon geste de lundi", "lundi matin", "premier geste", "step")),
    Column("à améliorer", ("ce qui manquait", "amélioration", "suggestion", "better")),
)
_PARTNERS = (
    Column("partenaire", ("nom", "partner"), is_needed=True),
    Column("contribution", ("apport",)),
    Column("visibilité", ("visibilité donnée", "visibility")),
)


def list_private(tree: Tree) -> frozenset[str]:
    """Return the paths of the files below `private/`, none of which is opened."""
    return frozenset(_walk(tree, FOLDER, _DEPTH))


def load_private(tree: Tree, folder: str) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Return what the files of a session say, and all that is wrong with them; no diagnostic holds a name."""
    sink = Sink()
    return Records(
        people=_read(tree, f"{folder}/{PEOPLE}", _PEOPLE, _read_people, sink),
        answers=_read(tree, f"{folder}/{ANSWERS}", (*_QUESTIONS, *_GOALS, *_ANSWERS), _read_answers, sink),
        partners=_read(tree, f"{folder}/{PARTNERS}", _PARTNERS, _read_partners, sink),
    ), tuple(sink.found)


def _walk(tree: Tree, folder: str, depth: int) -> Iterator[str]:
    names = tree.list_folder(folder)
    for name in () if isinstance(names, Trouble) else names:
        path = f"{folder}/{name}"
        if path.endswith("/") and depth:
            yield from _walk(tree, path.rstrip("/"), depth - 1)
        elif not is_noise(name):
            yield path


def _read(
    tree: Tree,
    path: str,
    columns: tuple[Column, ...],
    read: Callable[[Iterator[Line]], Iterator[T]],
    sink: Sink,
) -> tuple[T, ...] | None:
    sheet = open_sheet(tree, path, columns, sink) if tree.exists(path) else None
    return None if sheet is None else tuple(read(Line(sheet, row, sink) for row in sheet.table.rows))


def _read_people(lines: Iterator[Line]) -> Iterator[Person]:
    known: dict[str, Person] = {}
    for line in lines:
        person = _read_person(line)
        if person is not None:
            _check_new(person, known, line.sink)
            yield person


def _read_person(line: Line) -> Person | None:
    name = " ".join(f"{line.text('prénom')} {line.text('nom')}".split())
    span = line.span("nom" if line.text("nom") else "prénom")
    if not name:
        line.sink.add("missing-cell", line.row.span, column="nom")
        return None
    if len(name) > LONGEST_NAME:
        line.sink.add("name-too-long", span, length=len(name), limit=LONGEST_NAME)
    is_present = line.value("présence", read_yes, "oui")
    # An empty cell of a column that somebody ticked means that the person was not seen.
    is_unticked = "présence" in line.sheet.places and not line.text("présence")
    return Person(
        name=name,
        span=span,
        organization=line.text("organisation"),
        email=line.text("courriel"),
        is_present=False if is_unticked else is_present,
        hours=line.value("heures", read_hours, "2,25"),
        day=line.value("date", read_day, "2026-10-14"),
    )


def _check_new(person: Person, known: dict[str, Person], sink: Sink) -> None:
    """Report a person who is there twice; two of one name with an address each are two people."""
    first = known.setdefault(person.name.casefold(), person)
    are_two = first.email and person.email and first.email.casefold() != person.email.casefold()
    if first is not person and not are_two:
        sink.add("duplicate-person", person.span, first_line=first.span.line)


def _read_answers(lines: Iterator[Line]) -> Iterator[Answer]:
    for line in lines:
        yield Answer(
            questions=_read_verdicts(line, _QUESTIONS),
            goals=_read_verdicts(line, _GOALS),
            rating=line.value("satisfaction", read_rating, "4"),
            recommends=line.value("recommande", read_yes, "oui"),
            learnt=line.text("appris"),
            step=line.text("geste"),
            better=line.text("à améliorer"),
        )


def _read_verdicts(line: Line, columns: tuple[Column, ...]) -> tuple[Verdict | None, ...]:
    """Return what a person says of as many things as there are columns, up to the last one there is."""
    places = line.sheet.places
    last = max((number for number, column in enumerate(columns, start=1) if column.name in places), default=0)
    return tuple(line.value(column.name, read_verdict, "en partie") for column in columns[:last])


def _read_partners(lines: Iterator[Line]) -> Iterator[Partner]:
    for line in lines:
        name = line.text("partenaire")
        if name:
            yield Partner(name, line.text("contribution"), line.text("visibilité"))
        else:
            line.sink.add("missing-cell", line.row.span, column="partenaire")
