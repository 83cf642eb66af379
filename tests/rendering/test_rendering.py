"""Nothing overflows and nothing is dropped: decks drawn by LibreOffice, read back glyph by glyph (promises 1 and 2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from chevalet.emit import emit
from chevalet.layout import layout
from chevalet.load import DiskTree, load
from chevalet.model.course import Course
from chevalet.model.deck import Deck
from chevalet.model.project import Project
from chevalet.model.theme import Theme
from chevalet.parse import parse
from chevalet.plan.targets import Selection, make_plan
from chevalet.resolve import resolve
from chevalet.verify import verify
from tests.emit.package_assertions import check_package
from tests.layout.layout_checks import faults, lost_or_repeated
from tests.layout.rendering import overflows
from tests.rendering.hard_slides import make_png, write_hard_module
from tests.tools import ROOT, SmallCourse

WORKSHOPS = ("1-medias-sociaux", "2-rediger", "3-relations-publiques", "4-recette")


@cache
def real_project() -> Project:
    project, diagnostics = load(DiskTree(ROOT))
    assert project is not None, diagnostics
    return project


def decks(project: Project) -> Iterator[tuple[Course, Deck, Theme]]:
    """The course and the deck of each workshop, in its trainer's edition."""
    documents = {identifier: parse(module)[0] for identifier, module in project.modules.items()}
    tasks, _ = make_plan(project, Selection(editions=("trainer",), formats=("pptx",)))
    for task in tasks:
        course, _ = resolve(project, documents, task.target)
        assert course is not None
        deck, _ = layout(course, project.theme)
        yield course, deck, project.theme


@pytest.fixture(scope="module", params=[1, 2])
def hard(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, Deck, Theme]:
    files: dict[str, str | bytes | None] = {
        "modules/1-essai/a.md": write_hard_module(request.param),
        "modules/1-essai/haute.png": make_png(20, 2000),
        "modules/1-essai/large.png": make_png(3000, 20),
    }
    small = SmallCourse.make(tmp_path_factory.mktemp("hard") / "course", files)
    project, diagnostics = load(DiskTree(small.root))
    assert project is not None, diagnostics
    (made,) = decks(project)
    return made


def test_hard_slides_are_sound_and_lose_no_word(hard: tuple[Course, Deck, Theme]) -> None:
    course, deck, _ = hard
    written = [slide for segment in course.segments for slide in segment.slides]
    assert faults(deck) == []
    assert lost_or_repeated(deck, written) == []


def test_what_goes_on_is_marked(hard: tuple[Course, Deck, Theme]) -> None:
    _, deck, _ = hard
    going_on = [slide for slide in deck.slides if "~" in slide.key and not slide.key.split("/")[1].startswith("~")]
    assert len(going_on) > 30
    assert all("(suite" in slide.title for slide in going_on)


def test_hard_slides_overflow_nowhere(hard: tuple[Course, Deck, Theme], office_pdf: Callable[[bytes], bytes]) -> None:
    _, deck, theme = hard
    content, _ = emit(deck, theme)
    assert overflows(deck, office_pdf(content)) == []


def test_hard_slides_make_a_valid_file(
    hard: tuple[Course, Deck, Theme], sdk_errors: Callable[[bytes], list[str]]
) -> None:
    _, deck, theme = hard
    content, _ = emit(deck, theme)
    assert check_package(content) == []
    verified, found = verify(content, deck)
    assert (verified.content, found) == (content, ())
    assert sdk_errors(content) == []


@pytest.fixture(scope="module", params=WORKSHOPS)
def real(request: pytest.FixtureRequest) -> tuple[Deck, bytes]:
    for course, deck, theme in decks(real_project()):
        if course.target.workshop == request.param:
            return deck, emit(deck, theme)[0]
    pytest.fail(f"no workshop {request.param}")


def test_the_real_decks_overflow_nowhere(real: tuple[Deck, bytes], office_pdf: Callable[[bytes], bytes]) -> None:
    deck, content = real
    assert faults(deck) == []
    assert overflows(deck, office_pdf(content)) == []


def test_the_real_decks_are_valid(real: tuple[Deck, bytes], sdk_errors: Callable[[bytes], list[str]]) -> None:
    _, content = real
    assert check_package(content) == []
    assert sdk_errors(content) == []


def test_a_workshop_has_what_a_trainer_needs() -> None:
    """At least 25 slides with notes, an evening of 135 minutes, six drawings or more that the compiler made."""
    for course, deck, _ in decks(real_project()):
        slides = [slide for segment in course.segments for slide in segment.slides]
        assert sum(segment.minutes for segment in course.segments) == 135
        assert len(slides) >= 25
        assert [slide.key for slide in slides if not slide.notes] == []
        drawn = [item for slide in deck.slides for item in slide.items if type(item).__name__ in DRAWN]
        assert len(drawn) >= 6


DRAWN = ("PlacedChart", "PlacedTable", "PlacedGroup")


def test_no_contact_in_the_course_is_real() -> None:
    """Addresses are of reserved domains and telephones are 555-01xx."""
    for path in sorted((ROOT / "modules").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        for number in re.findall(r"\b\d{3}[ \u00a0-]\d{3}-\d{4}\b", text):
            assert re.search(r"555-01\d\d$", number), (path.name, number)
        for domain in re.findall(r"@([\w-]+(?:\.[\w-]+)+)", text):
            assert re.search(r"(^|\.)example(\.(com|org|net))?$", domain), (path.name, domain)
