"""Which files a build makes, and what they are called."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from chevalet.model.calendar_source import CalendarPlace
from chevalet.model.target import Target
from chevalet.plan.names import LONGEST_NAME, name_file
from chevalet.plan.targets import Selection, choose_regions, list_known, make_plan

FACETS = {"region": ("base",), "law": ("quebec",), "schedule": ("evening", "express"), "edition": ("trainer",)}


def project(*workshops: str) -> SimpleNamespace:
    listed = tuple(SimpleNamespace(identifier=identifier) for identifier in workshops)
    return SimpleNamespace(
        workshops=listed, language="fr-CA", facets=FACETS, place=CalendarPlace(), regions=("est",), texts={}
    )


def names(selection: Selection) -> list[str]:
    tasks, unknown = make_plan(project("1-medias-sociaux", "2-rediger"), selection)
    assert unknown == ()
    return [f"{task.target.edition}/{task.name}" for task in tasks]


def test_every_edition_gets_what_is_for_it_of_every_workshop():
    """The trainer has what others are given too; the texts that some papers print are not there."""
    made = names(Selection(workshops=("2-rediger",), editions=("all",)))
    assert made == [
        "trainer/diapositives-2-rediger.pptx",
        "trainer/diapositives-2-rediger.pdf",
        "trainer/planche-2-rediger.pdf",
        "trainer/guide-animation-2-rediger.pdf",
        "trainer/guide-animation-2-rediger.docx",
        "trainer/dossier-impression-2-rediger.pdf",
        "trainer/cahier-2-rediger.pdf",
        "trainer/cahier-2-rediger.docx",
        "trainer/cahier-2-rediger.html",
        "trainer/cahier-gros-caracteres-2-rediger.pdf",
        "participant/diapositives-2-rediger-participant.pptx",
        "participant/diapositives-2-rediger-participant.pdf",
        "participant/cahier-2-rediger-participant.pdf",
        "participant/cahier-2-rediger-participant.docx",
        "participant/cahier-2-rediger-participant.html",
        "participant/cahier-gros-caracteres-2-rediger-participant.pdf",
        "public/diapositives-2-rediger-public.pptx",
        "public/diapositives-2-rediger-public.pdf",
        "public/cahier-2-rediger-public.pdf",
        "public/cahier-2-rediger-public.docx",
        "public/cahier-2-rediger-public.html",
        "public/cahier-gros-caracteres-2-rediger-public.pdf",
    ]
    other = [name.replace("2-rediger", "1-medias-sociaux") for name in made]
    assert names(Selection(editions=("all",)))[: 2 * len(made)] == other + made


def test_by_default_the_trainer_gets_everything():
    assert names(Selection()) == names(Selection(editions=("trainer",)))
    assert {name.partition("/")[0] for name in names(Selection())} == {"trainer"}


def test_what_is_for_the_whole_course_comes_last_and_once():
    asked = Selection(editions=("all",), formats=("html", "ics"))
    assert names(asked)[-5:] == [
        "trainer/plan-de-cours.html",
        "trainer/calendrier-editorial.ics",
        "participant/calendrier-editorial-participant.ics",
        "public/plan-de-cours-public.html",
        "public/calendrier-editorial-public.ics",
    ]


def test_who_wants_one_workshop_does_not_ask_for_what_is_for_all():
    whole = ("calendrier", "plan-de-cours")
    one = names(Selection(workshops=("2-rediger",)))
    each = names(Selection(workshops=("all",), editions=("all",)))
    assert [name for name in one if name.partition("/")[2].startswith(whole)] == []
    assert len([name for name in each if name.partition("/")[2].startswith(whole)]) == 13


def test_a_guide_is_for_the_trainer_only():
    made = names(Selection(editions=("participant", "public")))
    assert [name for name in made if "guide" in name or "planche" in name] == []


def test_an_edition_that_is_not_the_default_is_named():
    asked = Selection(editions=("participant", "public"), workshops=("1-medias-sociaux",), formats=("pptx",))
    assert names(asked) == [
        "participant/diapositives-1-medias-sociaux-participant.pptx",
        "public/diapositives-1-medias-sociaux-public.pptx",
    ]


def test_all_means_all():
    asked = Selection(editions=("all",), workshops=("all",), formats=("all",))
    assert names(asked) == names(Selection(editions=("trainer", "participant", "public")))
    assert len(names(Selection(editions=("all",), workshops=("all",), formats=("pptx",)))) == 6


def test_the_order_asked_for_does_not_matter():
    asked = Selection(workshops=("2-rediger", "1-medias-sociaux"), formats=("pdf", "pptx"))
    in_order = Selection(workshops=("1-medias-sociaux", "2-rediger"), formats=("pptx", "pdf"))
    assert names(asked) == names(in_order)


def test_a_target_takes_the_first_value_of_each_facet():
    (task,) = make_plan(project("a"), Selection(editions=("trainer",), formats=("pptx",)))[0]
    assert task.target == Target(
        "base", "a", "undated", "trainer", "fr-CA", (("law", "quebec"), ("schedule", "evening"))
    )


def test_every_unknown_name_is_told_with_the_nearest():
    asked = Selection(regions=("ouest",), workshops=("1-media-sociaux",), languages=("en-CA",))
    _, strange = choose_regions(project("1-medias-sociaux"), asked)
    _, unknown = make_plan(project("1-medias-sociaux"), asked)
    assert [(each.option, each.name, each.nearest) for each in (*strange, *unknown)] == [
        ("--region", "ouest", "est"),
        ("--workshop", "1-media-sociaux", "1-medias-sociaux"),
        ("--language", "en-CA", "fr-CA"),
    ]


def test_everything_the_course_makes_is_known_by_folder():
    known = list_known(project("a"))
    assert known["base/trainer"] == {
        "diapositives-a.pptx",
        "diapositives-a.pdf",
        "planche-a.pdf",
        "guide-animation-a.pdf",
        "guide-animation-a.docx",
        "dossier-impression-a.pdf",
        *(f"cahier-a.{form}" for form in ("pdf", "docx", "html")),
        "cahier-gros-caracteres-a.pdf",
        *(f"plan-de-cours.{form}" for form in ("pdf", "html")),
        *(f"calendrier-editorial.{form}" for form in ("xlsx", "csv", "ics")),
    }
    assert set(known) == {"base/trainer", "base/participant", "base/public"}


@pytest.mark.parametrize(
    ("target", "name"),
    [
        (Target("est", "a", "undated", "trainer", "fr-CA", ()), "diapositives-a-est.pptx"),
        (Target("base", "a", "s1", "public", "en-CA", ()), "diapositives-a-public-s1-en-ca.pptx"),
    ],
)
def test_parts_of_a_target_that_are_not_the_default_are_named(target, name):
    assert name_file(target, "deck", "pptx", "fr-CA") == name


def test_a_long_name_is_cut_and_still_its_own():
    one, other = (
        name_file(Target("base", "a" * 200 + end, "undated", "trainer", "fr-CA", ()), "deck", "pptx", "")
        for end in "bc"
    )
    assert one != other
    assert len(one) == len(other) == LONGEST_NAME


def test_two_targets_never_share_a_name():
    tasks, _ = make_plan(project("a", "a"), Selection())
    assert len({(task.target.edition, task.name) for task in tasks}) == len(tasks)
