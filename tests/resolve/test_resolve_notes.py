"""Notes: labels, times, parts; solutions and right answers."""

from __future__ import annotations

import pytest

from chevalet.model.block import Container, List
from chevalet.model.course import Note
from chevalet.model.inline import Strong, Text
from chevalet.resolve.locales import LANGUAGES
from chevalet.resolve.note_labels import SPELLINGS
from tests.resolve.resolving import Resolved, resolve_body, resolve_slide, target, text_of


def notes_of(content: str, language: str = "fr-CA") -> tuple[Note, ...]:
    return resolve_slide(f"A\n\n::: notes\n{content}\n:::", target(language=language)).slide.notes


def told(notes: tuple[Note, ...]) -> list[tuple[str, int, int, str]]:
    return [(note.label, note.minutes, note.seconds, text_of(note.blocks)) for note in notes]


def test_a_label_begins_a_paragraph_and_runs_until_the_next():
    notes = notes_of("Dire : un.\n\nDeux.\n\n- trois\n\nFaire : quatre.")
    assert told(notes) == [("Dire", 0, 0, "un.\nDeux.\ntrois"), ("Faire", 0, 0, "quatre.")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Dire : salut (3 min)", ("Dire", 3, 180, "salut")),
        ("Dire : salut. (3 min)", ("Dire", 3, 180, "salut.")),
        ("DIRE\u00a0: salut (3\u00a0min).", ("Dire", 3, 180, "salut")),
        ("Dire (2 min) : salut", ("Dire", 2, 120, "salut")),
        ("Dire: salut (90 s)", ("Dire (90⍽s)", 0, 90, "salut")),
        ("Dire : salut (60 s)", ("Dire", 1, 60, "salut")),
        ("Dire : salut (0,5 min)", ("Dire (0,5⍽min)", 0, 30, "salut")),
        ("Dire : salut (1 min 30)", ("Dire (1⍽min⍽30)", 0, 90, "salut")),
        ("Dire (30 s) : salut", ("Dire (30⍽s)", 0, 30, "salut")),
        ("Dire : salut (1 h 15)", ("Dire", 75, 4500, "salut")),
        ("Dire : salut (en 2020)", ("Dire", 0, 0, "salut (en 2020)")),
        ("Dire : salut (2020)", ("Dire", 0, 0, "salut (2020)")),
        ("Faire : (4 min)\n\n1. ranger", ("Faire", 4, 240, "ranger")),
        ("**Dire :** salut", ("Dire", 0, 0, "salut")),
        ("**Dire** : *salut* (1 min)", ("Dire", 1, 60, "salut")),
        ("Variante demi-journée : salut", ("Variante demi-journée", 0, 0, "salut")),
        ("variante  PETIT groupe : salut", ("Variante petit groupe", 0, 0, "salut")),
        ("Debrief : salut", ("Débreffage", 0, 0, "salut")),
    ],
)
def test_labels_and_their_times(written: str, expected: tuple[str, int, int, str]):
    ((label, minutes, seconds, text),) = told(notes_of(written))
    assert (label.replace("\u00a0", "⍽"), minutes, seconds, text) == expected


def test_only_the_first_paragraph_gives_the_time():
    assert told(notes_of("Dire : un\n\ndeux (3 min)")) == [("Dire", 0, 0, "un\ndeux⍽(3⍽min)")]


def test_labels_begin_items_too_and_the_other_items_stay_lists():
    notes = notes_of("1. Dire : un\n2. deux\n3. trois\n4. Faire : quatre")
    assert told(notes) == [("Dire", 0, 0, "un\ndeux\ntrois"), ("Faire", 0, 0, "quatre")]
    (_, rest) = notes[0].blocks
    assert isinstance(rest, List)
    assert (rest.start, len(rest.items)) == (2, 2)


def test_a_label_keeps_the_emphasis_of_what_follows():
    (paragraph,) = notes_of("Dire : *un* **deux**")[0].blocks
    assert paragraph.inlines[-1] == Strong((Text("deux"),))  # type: ignore[union-attr]


def test_text_before_any_label_is_kept_with_a_warning():
    resolved = resolve_slide("A\n\n::: notes\nPenser à respirer.\n\nDire : un\n:::")
    assert told(resolved.slide.notes) == [("", 0, 0, "Penser à respirer."), ("Dire", 0, 0, "un")]
    found, _ = resolved.only()
    assert (found.code, found.span.line, found.span.column) == ("unlabelled-notes", 10, 1)


def test_a_sentence_with_a_colon_is_no_label():
    resolved = resolve_slide("A\n\n::: notes\nDire : un\n\nÀ produire : deux\n\nNote (3 min) : trois\n:::")
    assert len(resolved.slide.notes) == 1


def test_english_prints_english_labels_whatever_was_written():
    assert [note.label for note in notes_of("Dire : un\n\nIf late : two", "en-CA")] == ["Say", "If late"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_has_a_word(language: str):
    assert set(SPELLINGS) <= set(LANGUAGES[language].locale.words)


def test_a_solution_goes_to_the_notes_after_them():
    resolved = resolve_slide(
        "::: activity {minutes=5}\n1. Chercher\n\n::: solution\nTrouvé.\n:::\n:::\n\n::: notes\nDire : un\n:::"
    )
    assert text_of(resolved.slide.blocks) == "Chercher"
    assert told(resolved.slide.notes)[1] == ("Solution", 0, 0, "Trouvé.")
    assert len(resolved.slides) == 1


def test_a_revealed_solution_is_the_next_slide_and_says_so():
    body = (
        "## Qui? {#qui}\n\n::: solution {reveal}\nToi.[^1]\n:::\n\n::: solution {reveal}\nMoi.\n:::\n\n[^1]: Ou moi.\n"
    )
    slides = resolve_body(body + "\n## Suite {#suite}\nA\n").slides
    assert list(slides) == ["qui", "qui~solution", "qui~solution-2", "suite"]
    assert text_of(slides["qui~solution"].title) == "Qui? (réponse)"
    assert text_of(slides["qui~solution-2"].title) == "Qui? (réponse 2)"
    assert [slides[key].generated for key in slides] == ["", "solution", "solution", ""]
    assert [(label, text_of(text)) for label, text in slides["qui~solution"].footnotes] == [("a", "Ou moi.")]


QUIZ = "::: quiz\nQuand?\n\n- [ ] Hier\n- [x] Demain\n- [x] Jamais\n:::"


def test_right_answers_go_to_the_notes_with_their_letters():
    resolved = resolve_slide(QUIZ)
    assert told(resolved.slide.notes) == [("Réponse", 0, 0, "B.⍽Demain\nC.⍽Jamais")]
    assert checked(resolved) == [False, False, False]


def test_no_other_edition_tells_the_right_answers():
    resolved = resolve_slide(QUIZ, target("public"))
    assert checked(resolved) == [False, False, False]
    assert resolved.slide.notes == ()


def checked(resolved: Resolved) -> list[bool | None]:
    (quiz,) = resolved.slide.blocks
    assert isinstance(quiz, Container)
    return [item.checked for block in quiz.blocks if isinstance(block, List) for item in block.items]


def test_boxes_outside_a_quiz_stay_as_they_are():
    (block,) = resolve_slide("- [x] fait\n- [ ] à faire").slide.blocks
    assert [item.checked for item in block.items] == [True, False]  # type: ignore[union-attr]


def test_a_revealed_solution_keeps_the_notes_its_trainer_needs_there():
    body = (
        "## Qui? {#qui}\n\n::: solution {reveal}\nToi.\n:::\n\n::: notes\nDire : bonjour.\n\nRéponse : toi.\n\n"
        "Débreffage : pourquoi?\n:::\n"
    )
    slides = resolve_body(body).slides
    assert [note.label for note in slides["qui~solution"].notes] == ["Réponse", "Débreffage"]
