"""What documents need of a course: kept only when asked for, each edition its own, and no deck changed by it."""

from __future__ import annotations

from msgspec.structs import replace

from chevalet.model.block import Container
from chevalet.model.course import Course, Reading
from chevalet.parse import parse
from chevalet.resolve import resolve
from tests.resolve.resolving import COURSE, FACTS, FRONT, PATH, load_files, parse_all, strip, target, text_of

BODY = """\
## Le titre {#s}

- Une portée [@vente]

::: handout
Au cahier [@visite].

::: solution
La clé.
:::
:::

::: slide
À l'écran.
:::

::: quiz
- [x] Oui
:::

::: notes
Dire : bonjour [@visite].
:::

::: confidential
Secret.
:::
"""
TEXT = (
    "---\ntitle: La FAQ\npart: guide-questions\nworkshops: [{workshop}]\n---\n\n## Un {{#un}}\n\nÀ {{{{place.name}}}}\n"
)
GLOSSARY = "portee: {term: portée, definition: Un nombre.}\nautre: {term: autre, definition: Rien.}\n"


def course_of(edition: str, *, with_texts: bool = True, workshop: str = "essai") -> Course:
    project = load_files(
        {
            "course/course.yaml": COURSE,
            "course/facts.yaml": FACTS,
            "course/glossary.yaml": GLOSSARY,
            "course/documents/faq.md": TEXT.format(workshop=workshop),
            PATH: FRONT.replace("minutes: 135\n", "minutes: 135\nmaterial: [un crayon]\n") + BODY,
        }
    )
    texts = {name: parse(text)[0] for name, text in project.texts.items()} if with_texts else None
    course, _ = resolve(project, parse_all(project), target(edition), texts)
    assert course is not None
    return course


def reading_of(course: Course) -> Reading:
    reading = course.segments[0].slides[0].reading
    assert reading is not None
    return reading


def containers_of(reading: Reading) -> list[str]:
    return [block.name for block in reading.blocks if isinstance(block, Container)]


def test_a_deck_has_none_of_it():
    course = course_of("trainer", with_texts=False)
    assert course.segments[0].slides[0].reading is None
    assert (course.terms, course.texts, course.segments[0].material) == ((), (), ())


def test_a_deck_is_the_same_whether_documents_are_made_or_not():
    def deck_of(course: Course) -> object:
        segments = tuple(
            replace(segment, material=(), slides=tuple(replace(slide, reading=None) for slide in segment.slides))
            for segment in course.segments
        )
        return strip(segments)

    assert deck_of(course_of("trainer")) == deck_of(course_of("trainer", with_texts=False))


def test_each_edition_keeps_what_is_its_own():
    trainer, participant = reading_of(course_of("trainer")), reading_of(course_of("participant"))
    assert containers_of(trainer) == ["handout", "slide", "quiz", "confidential"]
    assert containers_of(participant) == ["handout", "slide", "quiz"]
    assert "La clé" in text_of(trainer.blocks)
    assert "La clé" not in text_of(participant.blocks)
    assert "bonjour" not in text_of(trainer.blocks)


def test_sources_are_numbered_as_in_the_trainers_deck():
    numbers = {source.url: source.number for source in course_of("trainer", with_texts=False).sources}
    assert numbers == {"https://exemple.ca/Enquête": 1, "https://exemple.ca/Sondage": 2}
    participant = course_of("participant")
    assert {source.url: source.number for source in participant.sources} == numbers


def test_terms_are_those_the_slides_use():
    assert [text_of(each.term) for each in course_of("participant").terms] == ["portée"]


def test_a_text_is_resolved_for_the_workshops_it_names():
    (text,) = course_of("trainer").texts
    assert text_of(text.title) == "La FAQ"
    assert [(section.key, text_of(section.reading.blocks)) for section in text.sections] == [("faq/un", "À Rimouski")]
    assert course_of("trainer", workshop="autre").texts == ()


def test_material_is_written_for_documents():
    assert [text_of(item) for item in course_of("trainer").segments[0].material] == ["un crayon"]
