"""Which files a build makes, and what they are called."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from chevalet.model.target import Target
from chevalet.plan.names import LONGEST_NAME, name_file
from chevalet.plan.targets import Selection, list_known, make_plan

FACETS = {"region": ("base",), "law": ("quebec",), "schedule": ("evening", "express"), "edition": ("trainer",)}


def project(*workshops: str) -> SimpleNamespace:
    listed = tuple(SimpleNamespace(identifier=identifier) for identifier in workshops)
    return SimpleNamespace(workshops=listed, language="fr-CA", facets=FACETS)


def names(selection: Selection) -> list[str]:
    tasks, unknown = make_plan(project("1-medias-sociaux", "2-rediger"), selection)
    assert unknown == ()
    return [f"{task.target.edition}/{task.name}" for task in tasks]


def test_by_default_the_trainer_gets_every_workshop():
    assert names(Selection()) == ["trainer/diapositives-1-medias-sociaux.pptx", "trainer/diapositives-2-rediger.pptx"]


def test_an_edition_that_is_not_the_default_is_named():
    asked = Selection(editions=("participant", "public"), workshops=("1-medias-sociaux",))
    assert names(asked) == [
        "participant/diapositives-1-medias-sociaux-participant.pptx",
        "public/diapositives-1-medias-sociaux-public.pptx",
    ]


def test_all_means_all():
    assert len(names(Selection(editions=("all",), workshops=("all",)))) == 6


def test_the_order_asked_for_does_not_matter():
    assert names(Selection(workshops=("2-rediger", "1-medias-sociaux"))) == names(Selection())


def test_a_target_takes_the_first_value_of_each_facet():
    (task,) = make_plan(project("a"), Selection())[0]
    assert task.target == Target(
        "base", "a", "undated", "trainer", "fr-CA", (("law", "quebec"), ("schedule", "evening"))
    )


def test_every_unknown_name_is_told_with_the_nearest():
    asked = Selection(regions=("est",), workshops=("1-media-sociaux",), languages=("en-CA",))
    _, unknown = make_plan(project("1-medias-sociaux"), asked)
    assert [(each.option, each.name, each.nearest) for each in unknown] == [
        ("--region", "est", ""),
        ("--workshop", "1-media-sociaux", "1-medias-sociaux"),
        ("--language", "en-CA", "fr-CA"),
    ]


def test_everything_the_course_makes_is_known_by_folder():
    known = list_known(project("a"))
    assert known["base/public"] == {"diapositives-a-public.pptx"}
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
    assert len({task.name for task in tasks}) == 2
