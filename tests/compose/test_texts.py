"""The texts of the real course, and what the manual says of them."""

from __future__ import annotations

import re

from chevalet.compose import compose
from chevalet.model.project import TextPart
from chevalet.parse import parse
from chevalet.resolve import resolve
from tests.compose.composing import real, titles_of
from tests.tools import ROOT

MANUAL = (ROOT / "docs/format.md").read_text(encoding="utf-8")


def test_the_real_texts_leave_nothing_to_report():
    found = [diagnostic for text in real().project.texts.values() for diagnostic in parse(text)[1]]
    for workshop in real().project.workshops:
        course = real().course(workshop.identifier, "trainer")
        found += resolve(real().project, real().documents, course.target, real().texts)[1]
    assert found == []


def test_every_part_of_the_guide_has_a_real_text():
    course = real().course("1-medias-sociaux", "trainer")
    titles = titles_of(compose(course, "guide")[0])
    texts = [text for text in real().project.texts.values() if text.part.value.startswith("guide-")]
    assert {text.part for text in texts} == {part for part in TextPart if part.value.startswith("guide-")}
    assert [text.title for text in texts if text.title not in titles] == []


def test_the_manual_lists_every_part():
    table = MANUAL.partition("| partie | où elle paraît |\n")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == [part.value for part in TextPart]
