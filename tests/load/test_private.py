"""What `private/` says, as organizers' spreadsheets save it: every person is invented."""

from __future__ import annotations

from datetime import date

import pytest

from chevalet.load import MemoryTree, list_private, load_private
from chevalet.load.private_columns import read_day, read_hours, read_rating, read_verdict, read_yes
from chevalet.model.private import Partner, Verdict, folder_of
from chevalet.model.target import Target

FOLDER = "private/1-essai"


def load(**files: str | bytes):
    contents = {
        f"{FOLDER}/{name}.csv": content if isinstance(content, bytes) else content.encode()
        for name, content in files.items()
    }
    return load_private(MemoryTree(contents), FOLDER)


def codes(found) -> list[str]:
    return [diagnostic.code for diagnostic in found]


def test_a_person_is_read_with_every_accent_and_apostrophe():
    records, found = load(
        participants="prénom,nom,organisation,courriel,présence,heures,date\n"
        'Élodie, D\'Astous-Lévesque ,Boulangerie L’Épi,e@exemple.example,Oui,"2,25",2026-10-14\n'
    )
    assert found == ()
    (person,) = records.people
    assert (person.name, person.organization) == ("Élodie D'Astous-Lévesque", "Boulangerie L’Épi")
    assert (person.is_present, person.hours, person.day) == (True, 2.25, date(2026, 10, 14))
    assert (person.span.line, person.span.column) == (2, 9)


def test_excel_s_code_page_and_semicolons_are_read_with_a_warning():
    records, found = load(participants="Prénom;Nom;Présence\nNoël;Gagné;x\n".encode("cp1252"))
    assert codes(found) == ["table-not-utf8"]
    assert [person.name for person in records.people] == ["Noël Gagné"]


def test_columns_bear_other_names_and_may_stand_in_any_order():
    records, found = load(participants="PRÉSENT(E),Entreprise,Nom complet\noui,Ferme Roy,Zoé Roy\n")
    assert found == ()
    assert [(person.name, person.organization) for person in records.people] == [("Zoé Roy", "Ferme Roy")]


def test_an_unticked_cell_means_nobody_was_seen_and_no_column_means_nobody_knows():
    ticked, _ = load(participants="nom,présence\nRoy,\n")
    unknown, found = load(participants="nom\nRoy\n")
    assert ticked.people[0].is_present is False
    assert unknown.people[0].is_present is None
    assert codes(found) == ["missing-column"]


def test_every_bad_row_is_told_with_its_line():
    _, found = load(
        participants="nom,présence,heures,date\nRoy,oui,trois,2026-10-14\n,oui,2,2026-10-14\nGagné,oui,2,2026-02-30\n"
    )
    assert [(each.code, each.span.line) for each in found] == [
        ("wrong-value", 2),
        ("missing-cell", 3),
        ("wrong-value", 4),
    ]


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("", "", True),
        ("a@x.example", "A@X.EXAMPLE", True),
        ("a@x.example", "", True),
        ("a@x.example", "b@x.example", False),
    ],
)
def test_namesakes_are_two_people_when_each_has_an_address(first: str, second: str, is_told: bool):
    _, found = load(participants=f"nom,courriel,présence\nAna Côté,{first},oui\nana  côté,{second},oui\n")
    assert codes(found) == ["duplicate-person"] * is_told


def test_no_diagnostic_repeats_a_name():
    _, found = load(participants="nom,présence\nAna Côté,oui\nAna Côté,oui\n" + "Z" * 130 + ",oui\n")
    assert codes(found) == ["duplicate-person", "name-too-long"]
    assert not any("Ana" in value or "ZZ" in value for each in found for _, value in each.arguments)


def test_evaluations_keep_the_order_of_their_questions_and_what_nobody_answered():
    records, found = load(evaluations="question 3,question 1,satisfaction\nnon,en partie,4/5\n,OUI,\n")
    assert found == ()
    first, second = records.answers
    assert first.questions == (Verdict.PARTLY, None, Verdict.NO)
    assert (first.rating, second.rating) == (4, None)
    assert second.questions == (Verdict.YES, None, None)


def test_partners_may_have_given_and_received_nothing_yet():
    records, found = load(partenaires="partenaire,visibilité\nCaisse du Fjord,\n")
    assert found == ()
    assert records.partners == (Partner("Caisse du Fjord"),)


def test_what_is_not_there_is_not_invented():
    records, found = load()
    assert (records.people, records.answers, records.partners, found) == (None, None, None, ())


def test_only_names_of_files_are_listed():
    tree = MemoryTree(
        {f"{FOLDER}/participants.csv": b"x", "private/estrie/s1/evaluations.csv": b"x", "course/a.md": b""}
    )
    assert list_private(tree) == {f"{FOLDER}/participants.csv", "private/estrie/s1/evaluations.csv"}


@pytest.mark.parametrize(
    ("region", "session", "folder"),
    [
        ("base", "undated", "private/1-essai"),
        ("base", "alma", "private/alma"),
        ("estrie", "alma", "private/estrie/alma"),
        ("estrie", "undated", "private/estrie/1-essai"),
    ],
)
def test_a_session_has_its_own_folder(region: str, session: str, folder: str):
    assert folder_of(Target(region, "1-essai", session, "organizer", "fr-CA", ())) == folder


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2", 2.0),
        ("2,25", 2.25),
        ("2.5", 2.5),
        ("2 h 15", 2.25),
        ("2h30", 2.5),
        ("3 h", 3.0),
        ("0", None),
        ("25", None),
    ],
)
def test_hours(text: str, hours: float | None):
    assert read_hours(text) == hours


def test_words_of_cells():
    assert [read_yes(word) for word in ("Oui", "X", "✓", "présente", "Non", "absent", "bof")] == [
        True, True, True, True, False, False, None,
    ]  # fmt: skip
    assert [read_verdict(word) for word in ("oui", "En partie", "NON", "?")] == [
        Verdict.YES, Verdict.PARTLY, Verdict.NO, None,
    ]  # fmt: skip
    assert [read_rating(word) for word in ("5", "0", "6", "4 / 5", "4,5")] == [5, None, None, 4, None]
    assert read_day("14/10/2026") is None
