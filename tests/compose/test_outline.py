"""The outline: the whole course for everybody, and nothing that is not."""

from __future__ import annotations

from chevalet.compose import DOCUMENTS, Supplies, compose
from chevalet.model.flow import Flow, Heading
from chevalet.model.inline import plain_text
from tests.compose.composing import course_of, find, real, titles_of, words_of
from tests.compose.test_workbook import CORNERS, WORKSHOPS
from tests.resolve.resolving import target

TEXT = """\
---
title: Le cours
part: outline
---

## À qui {#a-qui}

À tout le monde.

::: confidential
canari-confidentiel
:::
"""


def outline_of_the_real_course() -> Flow:
    courses = tuple(real().course(workshop, "public") for workshop in WORKSHOPS)
    return compose(courses[0], "outline", Supplies(workshops=courses))[0]


def test_each_workshop_is_there_in_order_with_what_it_is_about():
    flow = outline_of_the_real_course()
    assert [each.identifier for each in find(flow.blocks, Heading)] == WORKSHOPS
    for workshop in real().project.workshops:
        said = words_of(flow.blocks)
        assert set(words_of(real().course(workshop.identifier, "public").summary)) <= set(said)
    assert plain_text(flow.title) == "Le web qui sert"
    assert flow.number == 0


def test_it_is_for_the_public_and_one_for_the_course():
    assert DOCUMENTS["outline"].editions == ("public",)
    assert DOCUMENTS["outline"].is_for_course
    flow = compose(course_of(CORNERS, target("public"), plan=TEXT), "outline")[0]
    assert "canari" not in repr(flow)
    assert "monde" in words_of(flow.blocks)
    assert titles_of(flow) == ["L’atelier"]
