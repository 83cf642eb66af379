"""The texts of `course/documents`: read like modules, each mistake told at its place."""

from __future__ import annotations

from chevalet.load import MemoryTree, load_project
from chevalet.model.project import TextPart
from tests.resolve.resolving import COURSE, FRONT, PATH, THEME

GOOD = "---\ntitle: La FAQ\npart: guide-questions\nworkshops: [essai]\n---\n\n## Un {#un}\n\nTexte.\n"


def read(**files: str):  # type: ignore[no-untyped-def]
    """Return the texts of a course and what is said of them."""
    written = {f"course/documents/{name.replace('__', '.').replace('_', '-')}": text for name, text in files.items()}
    project, found = load_project(MemoryTree({"course/course.yaml": COURSE, PATH: FRONT, **written}), THEME)
    assert project is not None
    about = [each for each in found if each.span.path.startswith("course/documents/")]
    return project.texts, [(each.code, each.span.line, dict(each.arguments)) for each in about]


def test_a_text_has_its_front_matter_and_its_body():
    texts, found = read(faq__md=GOOD)
    assert found == []
    (text,) = texts.values()
    assert (text.identifier, text.title, text.part) == ("faq", "La FAQ", TextPart.GUIDE_QUESTIONS)
    assert (text.workshops, text.body_line) == (("essai",), 6)
    assert text.body.startswith("\n## Un")


def test_an_unknown_part_is_told_with_the_nearest_and_the_text_is_left_out():
    texts, found = read(faq__md=GOOD.replace("guide-questions", "guide-question"))
    assert texts == {}
    assert found == [("wrong-value", 3, {"key": "part", "value": "guide-question", "expected": "guide-questions"})]


def test_an_unknown_workshop_is_told_where_it_is_named():
    _, found = read(faq__md=GOOD.replace("[essai]", "[esai]"))
    assert found == [("unknown-workshop", 4, {"workshop": "esai", "nearest": "essai"})]


def test_an_id_is_of_one_text_or_module():
    texts, found = read(m__md=GOOD)
    assert texts == {}
    assert found == [("duplicate-id", 0, {"id": "m", "first": PATH})]


def test_other_files_are_told():
    _, found = read(faq__md=GOOD, notes__txt="x", faq__en__md=GOOD)
    assert [(code, arguments["path"]) for code, _, arguments in found] == [
        ("translation-not-read", "course/documents/faq.en.md"),
        ("unused-file", "course/documents/notes.txt"),
    ]


def test_a_text_without_front_matter_is_told():
    texts, found = read(faq__md="## Un {#un}\n\nTexte.\n")
    assert texts == {}
    assert [code for code, _, _ in found] == ["missing-front-matter"]
