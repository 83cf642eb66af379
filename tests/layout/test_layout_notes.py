"""Speaker notes: labelled, whole, at the largest size their page holds."""

from __future__ import annotations

from chevalet.model.course import Note
from chevalet.model.deck import Bullet, TextParagraph
from chevalet.model.diagram import StepsKind
from tests.layout.layout_checks import text_of
from tests.layout.layout_samples import (
    Writer,
    chart,
    columns,
    items,
    lay_out,
    mockup,
    note,
    picture,
    said,
    slide,
    table,
)


def set_all(*notes: Note) -> tuple[tuple[TextParagraph, ...], list[str]]:
    deck, diagnostics = lay_out(slide("Un titre", said("a"), notes=notes))
    return deck.slides[1].notes, [diagnostic.code for diagnostic in diagnostics]


def test_a_label_and_its_time_stand_bold_before_the_first_words() -> None:
    (paragraph,), _ = set_all(note("Dire", said("Bonjour à tous."), minutes=3))
    assert [(run.text, run.bold) for run in paragraph.runs] == [
        ("Dire (3\u00a0min)\u00a0: ", True),
        ("Bonjour à tous.", False),
    ]


def test_a_label_before_a_list_stands_alone() -> None:
    paragraphs, _ = set_all(note("Faire", items("un", "deux")))
    assert [text_of(paragraph) for paragraph in paragraphs] == ["Faire\u00a0:", "un", "deux"]
    assert [paragraph.bullet for paragraph in paragraphs] == [Bullet.NONE, Bullet.DISC, Bullet.DISC]


def test_notes_without_label_are_plain() -> None:
    paragraphs, _ = set_all(note("", said("un"), said("deux")))
    assert [text_of(paragraph) for paragraph in paragraphs] == ["un", "deux"]


def test_short_notes_are_set_at_12_points_and_long_ones_smaller() -> None:
    short, _ = set_all(note("Dire", Writer(1).paragraph(40)))
    long, found = set_all(note("Dire", Writer(1).paragraph(330)))
    assert short[0].size == 1200
    assert 900 <= long[0].size < 1200
    assert found == []


def test_notes_longer_than_their_page_are_kept_whole_with_a_warning() -> None:
    written = Writer(1).paragraph(900)
    paragraphs, found = set_all(note("", written))
    assert found == ["notes-too-long"]
    assert {paragraph.size for paragraph in paragraphs} == {900}
    (said_all,) = written.inlines
    assert " ".join(map(text_of, paragraphs)) == getattr(said_all, "text", "")


def test_figures_are_said_in_words_wherever_they_stand() -> None:
    drawn = (chart(2), picture(caption="Une légende"), mockup(), Writer(1).steps(StepsKind.CHAIN, 2))
    inside = columns((table("Quoi | Où", "ceci | ici"),), drawn)
    paragraphs, _ = set_all(note("Décrire", inside))
    text = "\n".join(map(text_of, paragraphs))
    for expected in ("ceci | ici", "Un graphique", "Une vitrine", "Une légende", "Ouvert ce soir"):
        assert expected in text


def test_only_the_first_page_of_a_slide_has_its_notes() -> None:
    deck, _ = lay_out(slide("Un titre", Writer(1).bullets(40), notes=(note("Dire", said("Bonjour")),)))
    assert [bool(each.notes) for each in deck.slides[1:]] == [True] + [False] * (len(deck.slides) - 2)
