"""The report: numbers that were given, and room for all the others."""

from __future__ import annotations

from msgspec.structs import replace

from chevalet.compose import Supplies, compose
from chevalet.model.block import ChartBlock, Table
from chevalet.model.flow import Field, Flow, Grid
from chevalet.model.inline import plain_text
from chevalet.model.private import Answer, Partner, Person, Records, Verdict
from chevalet.span import Span
from tests.compose.composing import real

YES, PARTLY, NO = Verdict.YES, Verdict.PARTLY, Verdict.NO
NOWHERE = Span("private/x/participants.csv")


NOTHING = Records()


def report(records: Records = NOTHING) -> Flow:
    course = real().course("1-medias-sociaux", "participant")
    course = replace(course, target=replace(course.target, edition="organizer"))
    return compose(course, "report", Supplies(records=records))[0]


def cells(flow: Flow) -> dict[str, tuple[str, ...]]:
    """Each row of the tables and of the grids, by its first cell."""
    tables = (block for block in flow.blocks if isinstance(block, Table | Grid))
    return {plain_text(row[0]): tuple(map(plain_text, row[1:])) for table in tables for row in table.rows}


def people(*said: tuple[str, bool | None, str]) -> tuple[Person, ...]:
    return tuple(Person(name, NOWHERE, firm, is_present=is_present) for name, is_present, firm in said)


def test_people_and_organizations_are_counted_and_none_is_named():
    came = people(
        ("Roy", True, "Ferme Roy"), ("Côté", True, "ferme  ROY"), ("Gagné", True, ""), ("Ana", False, "Kiosque")
    )
    flow = report(Records(people=came))
    told = cells(flow)
    assert told["Personnes inscrites"] == ("4",)
    assert told["Personnes présentes"] == ("3",)
    assert told["Organisations rejointes"] == ("1",)
    assert told["Heures de formation données"] == ("6,75",)
    assert not {"Gagné", "Côté", "Kiosque"} & set(repr(flow).split("'"))


def test_an_empty_report_invents_no_number():
    told = cells(report())
    assert {value for name, value in told.items() if name.startswith(("Personnes", "Évaluations"))} == {("",)}
    assert not any(isinstance(block, ChartBlock) for block in report().blocks)
    assert sum(isinstance(block, Field) for block in report().blocks) == 3


def test_presence_that_nobody_ticked_is_not_an_absence():
    told = cells(report(Records(people=people(("Roy", None, "")))))
    assert (told["Personnes inscrites"], told["Personnes présentes"]) == (("1",), ("",))


def test_the_lines_of_the_form_are_counted_and_drawn():
    answers = (Answer(questions=(YES, NO)), Answer(questions=(PARTLY, None)), Answer(questions=(YES,)))
    flow = report(Records(answers=answers))
    told = cells(flow)
    assert told["J’ai appris quelque chose que j’utiliserai"] == ("2", "1", "0")
    assert told["Ma question a été entendue"] == ("0", "0", "1")
    assert told["Le rythme me convenait"] == ("", "", "")
    drawn = [block.chart for block in flow.blocks if isinstance(block, ChartBlock)]
    (chart,) = [chart for chart in drawn if len(chart.series) == 3]
    assert [(each.label, each.values) for each in chart.series] == [
        ("Oui", (2.0, 0.0)), ("En partie", (1.0, 0.0)), ("Non", (0.0, 1.0)),
    ]  # fmt: skip
    assert "Ma question a été entendue 1" in chart.alt


def test_objectives_are_there_to_be_told_of():
    told = cells(report(Records(answers=(Answer(goals=(YES,)),))))
    assert told["Nommer les grands usages du web et des médias sociaux"] == ("1", "0", "0")
    assert told["Distinguer une idée reçue d’un fait mesuré"] == ("", "", "")


def test_who_would_recommend_is_told_of_those_who_answered():
    answers = (Answer(recommends=True, rating=5), Answer(recommends=False, rating=4), Answer())
    told = cells(report(Records(answers=answers)))
    assert told["Recommanderaient l’atelier"] == ("1 sur 2",)
    assert told["Satisfaction moyenne, sur 5"] == ("4,5",)


def test_partners_and_the_visibility_they_had():
    told = cells(report(Records(partners=(Partner("Caisse du Fjord", "500 $"),))))
    assert told["Caisse du Fjord"] == ("500 $", "")


def test_hostile_words_stay_words():
    flow = report(Records(answers=(Answer(learnt="=SOMME(A1) **gras** {{chamber.name}}"),)))
    assert "=SOMME(A1) **gras** {{chamber.name}}" in repr(flow)
