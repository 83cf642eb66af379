"""The whole of a workshop: its clock, its titles, its hashes, its words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from chevalet.model.block import Container, Paragraph
from chevalet.model.document import SlideSource
from chevalet.model.inline import Text
from chevalet.parse.containers import GROUPS
from chevalet.parse.digest import digest
from chevalet.resolve import resolve
from chevalet.resolve.locales import LANGUAGES
from chevalet.resolve.typography import FR_CA, examine, examine_inlines
from chevalet.span import Span
from tests.resolve.resolving import (
    COURSE,
    FRONT,
    PATH,
    load_files,
    parse_all,
    resolve_body,
    resolve_files,
    resolve_slide,
    target,
    text_of,
)

ROOT = Path(__file__).resolve().parents[2]


def module(minutes: int, front: str = "") -> str:
    return f"---\ntitle: L'essai\nminutes: {minutes}\n{front}---\n## Le titre {{#s}}\n\nA\n"


EVENING = COURSE.replace("modules: [m]", "modules: [a, {break: 10}, b, {break: 5, title: Goûter}, c]")


def evening(last: int) -> dict[str, str]:
    return {
        "course/course.yaml": EVENING,
        "modules/essai/a.md": module(30, "section: false\n"),
        "modules/essai/b.md": module(50).replace("Le titre", "Le second"),
        "modules/essai/c.md": module(last).replace("Le titre", "Le dernier"),
    }


def test_segments_follow_one_another_from_the_start_of_the_evening():
    resolved = resolve_files(evening(40))
    clock = resolved.course.locale.clock_time
    assert [
        (clock(segment.start).replace("\u00a0", " "), segment.minutes, text_of(segment.title), segment.number)
        for segment in resolved.course.segments
    ] == [
        ("18 h 30", 30, "L’essai", 0),
        ("19 h", 10, "Pause", 0),
        ("19 h 10", 50, "L’essai", 1),
        ("20 h", 5, "Goûter", 0),
        ("20 h 05", 40, "L’essai", 2),
    ]
    assert [segment.is_break for segment in resolved.course.segments] == [False, True, False, True, False]
    assert resolved.diagnostics == ()


def test_minutes_that_do_not_fill_the_evening_are_told_at_the_workshop():
    found, arguments = resolve_files(evening(45)).only()
    assert (found.code, arguments) == ("minutes-do-not-add-up", {"sum": "140", "expected": "135"})
    assert (found.span.path, found.span.line) == ("course/course.yaml", 11)


def test_a_workshop_or_a_language_that_is_not_there():
    project = load_files({"course/course.yaml": COURSE, PATH: FRONT})
    course, (first, second) = resolve(project, {}, target(workshop="essaie", language="fr-BE"))
    assert course is None
    assert (first.code, second.code) == ("unknown-workshop", "unknown-language")
    assert dict(first.arguments)["nearest"] == "essai"
    assert dict(second.arguments)["nearest"] == "fr-FR"


def test_a_module_without_document_is_a_segment_without_slides():
    project = load_files({"course/course.yaml": COURSE, PATH: FRONT})
    course, _ = resolve(project, {}, target())
    assert course is not None
    assert course.segments[0].slides == ()


def test_two_slides_with_one_title():
    found, arguments = resolve_body("## Un  titre {#a}\n\nA\n\n## un titre {#b}\n\nB\n").only()
    assert (found.code, arguments) == ("duplicate-title", {"title": "un titre", "first": "modules/essai/m.md:5"})
    assert found.span.line == 9


def test_a_slide_with_nothing_on_it():
    assert resolve_body("## Rien {#a}\n\n::: notes\nDire : vide\n:::\n").codes == ["empty-slide"]
    assert resolve_body("## Ce soir {#a layout=agenda}\n").codes == []


def test_the_workshop_says_its_names():
    course = resolve_slide("A").course
    assert (text_of(course.course_title), text_of(course.workshop_title), text_of(course.summary)) == (
        "Le cours",
        "L’atelier",
        "Une phrase",
    )
    assert (course.workshop_number, course.chamber) == (1, "Chambre d’essai")


def test_a_workshop_named_after_its_place_is_so_everywhere():
    course = COURSE.replace("title: L'atelier", "title: 'Vendre {{place.a}}'")
    resolved = resolve_files({"course/course.yaml": course, PATH: FRONT + "## T {#s}\n\n{{workshop.title}}\n"})
    assert text_of(resolved.course.workshop_title) == text_of(resolved.slide.blocks) == "Vendre à Rimouski"


def test_what_several_slides_share_is_told_once():
    slides = "## A {#a}\n\nA\n\n## B {#b}\n\nB\n"
    assert resolve_body(f"::: only {{loi=quebec}}\n{slides}:::\n").codes == ["unknown-facet"]


def test_a_flag_stands_where_the_characters_are():
    resolved = resolve_slide('Un pas,\nun prix de $20 et $20 "net".\n\n| a |\n|---|\n| 3.5 % |')
    places = [(found.code, found.span.line, found.span.column, found.span.end_column) for found in resolved.diagnostics]
    assert sorted(places) == [
        ("decimal-point", 12, 3, 6),
        ("dollar-before", 8, 12, 15),
        ("dollar-before", 8, 19, 22),
        ("straight-quotes", 8, 23, 28),
    ]


def test_what_cannot_be_found_as_written_is_told_at_its_block():
    (found,) = resolve_slide("Un prix de $**20**.").diagnostics
    assert (found.code, found.span.line, found.span.column) == ("dollar-before", 7, 1)


def hash_of(content: str) -> str:
    return resolve_slide(content, logo__png=b"").slide.source_hash


def test_a_hash_tells_what_was_written_not_where_nor_for_whom():
    same = hash_of("Un **mot** {{place.name}}")
    assert same == hash_of("\n\nUn __mot__ {{ place.name }}")
    assert same == resolve_slide("Un **mot** {{place.name}}", target("public")).slide.source_hash
    assert re.fullmatch("[0-9a-f]{16}", same)


@pytest.mark.parametrize(
    "other",
    [
        "Un **mot** {{place.a}}",
        "Un *mot* {{place.name}}",
        "Un **mot** Rimouski",
        "- Un **mot** {{place.name}}",
        "Un **mot** {{place.name}}\n\n::: notes\nDire : A\n:::",
        "::: key\nUn **mot** {{place.name}}\n:::",
    ],
)
def test_another_tree_has_another_hash(other: str):
    assert hash_of(other) != hash_of("Un **mot** {{place.name}}")


def test_spellings_of_one_letter_have_one_hash():
    composed, decomposed = (
        SlideSource("m/s", "s", (Text(text),), "", "", (), Span("")) for text in ("été", "e\u0301te\u0301")
    )
    assert digest(composed) == digest(decomposed)


def test_a_slide_begun_by_one_number_sign_is_a_section():
    assert resolve_body("# Partie {#p}\n\nA\n").slide.layout == "section"


# The words that layout asks for, found in its own source.
def words_asked_for() -> Iterator[str]:
    for path in (ROOT / "chevalet/layout").rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                yield from _keys_in(function)


def _keys_in(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if not (isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("words")):
            continue
        match node.slice:
            case ast.Constant(str(key)):
                yield key
            case ast.JoinedStr([ast.Constant(str(prefix)), *_]):
                yield f"{prefix}*"
            case ast.IfExp(body=ast.Constant(str(one)), orelse=ast.Constant(str(other))):
                yield from (one, other)
            case ast.Name():
                constants = (each.value for each in ast.walk(function) if isinstance(each, ast.Constant))
                yield from (each for each in constants if isinstance(each, str) and re.fullmatch("[a-z]+-[a-z]+", each))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_locale_has_every_word_layout_asks_for(language: str):
    words = LANGUAGES[language].locale.words
    asked = set(words_asked_for())
    assert len(asked) > 15
    families = {key[:-1] for key in asked if key.endswith("*")}
    assert asked - {f"{family}*" for family in families} <= set(words)
    assert all(any(word.startswith(family) for word in words) for family in families)


@pytest.mark.parametrize("language", LANGUAGES)
def test_locales_have_the_same_words_with_the_same_places(language: str):
    def places(words: dict[str, str]) -> dict[str, set[str]]:
        return {key: set(re.findall(r"\{(\w+)\}", word)) for key, word in words.items()}

    assert places(dict(LANGUAGES[language].locale.words)) == places(dict(LANGUAGES["fr-CA"].locale.words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_already_set_in_type(language: str):
    chosen = LANGUAGES[language]
    for word in chosen.locale.words.values():
        if len(word) > 1:
            assert examine(word, chosen.preset) == (word, ()), word


def test_every_group_of_an_activity_has_its_word():
    assert {f"group-{group}" for group in GROUPS} <= set(LANGUAGES["fr-CA"].locale.words)


@pytest.mark.parametrize(
    ("language", "minutes", "shown"),
    [
        ("fr-CA", 1110, "18⍽h⍽30"),
        ("fr-CA", 1080, "18⍽h"),
        ("fr-CA", 1505, "1⍽h⍽05"),
        ("fr-FR", 1080, "18⍽h"),
        ("en-CA", 1080, "18:00"),
    ],
)
def test_clock_times(language: str, minutes: int, shown: str):
    assert LANGUAGES[language].locale.clock_time(minutes).replace("\u00a0", "⍽") == shown


@pytest.mark.parametrize(
    ("language", "shown"), [("fr-CA", "−1⍽234,50"), ("fr-FR", "−1⁀234,50"), ("en-CA", "−1,234.50")]
)
def test_numbers(language: str, shown: str):
    text = LANGUAGES[language].locale.number(-1234.5, 2)
    assert text.replace("\u00a0", "⍽").replace("\u202f", "⁀") == shown


REAL = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for folder in ("course", "modules")
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and path.suffix in (".md", ".yaml", ".csv", ".png", ".jpg", ".gif")
}


@pytest.mark.skipif("course/course.yaml" not in REAL, reason="the course is not written yet")
@pytest.mark.parametrize("edition", ["trainer", "participant", "public"])
def test_the_real_course_resolves_with_nothing_left_to_look_up(edition: str):
    project = load_files(REAL)
    documents = parse_all(project)
    for workshop in project.workshops:
        course, diagnostics = resolve(project, documents, target(edition, workshop=workshop.identifier))
        assert [found for found in diagnostics if found.severity.value == "error"] == []
        assert course is not None
        slides = [slide for segment in course.segments for slide in segment.slides]
        left = {type(node).__name__ for slide in slides for node in _nodes(slide)}
        assert left.isdisjoint({"Term", "Fact", "Citation", "FootnoteReference", "ChartSource"})
        names = {node.name for slide in slides for node in _nodes(slide) if isinstance(node, Container)}
        assert names.isdisjoint({"notes", "solution", "only", "confidential", "handout", "slide"})
        assert [source.number for source in course.sources] == list(range(1, len(course.sources) + 1))


def _nodes(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _nodes(each)
    elif hasattr(value, "__struct_fields__"):
        yield value
        for name in value.__struct_fields__:
            yield from _nodes(getattr(value, name))


@pytest.mark.skipif("course/course.yaml" not in REAL, reason="the course is not written yet")
def test_the_real_course_once_set_in_type_stays_as_it_is():
    project = load_files(REAL)
    documents = parse_all(project)
    for workshop in project.workshops:
        course, _ = resolve(project, documents, target(workshop=workshop.identifier))
        assert course is not None
        slides = [slide for segment in course.segments for slide in segment.slides]
        runs = [node.inlines for slide in slides for node in _nodes(slide) if isinstance(node, Paragraph)]
        assert len(runs) > 300
        for run in [*runs, *(slide.title for slide in slides)]:
            assert examine_inlines(run, FR_CA)[0] is run, run
