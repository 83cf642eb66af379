"""A seeded model of a training deck: slides of known kinds and words, that every tool is then given in its own form."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import phrases

SEED = 2026
# The slides of a round of twenty: bullets 60 %, paragraphs 15 %, tables 10 %, two columns 10 %, pictures 5 %.
ROUND = (
    *("bullets", "nested", "bullets", "table", "paragraphs", "nested", "bullets", "columns", "bullets", "picture"),
    *("nested", "bullets", "paragraphs", "nested", "table", "bullets", "columns", "nested", "paragraphs", "bullets"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look: `style` is empty, `bold`, `italic`, or `link`, which leads to `url`."""

    text: str
    style: str = ""
    url: str = ""


Sentence = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of two levels: each item is its level, 0 or 1, and its sentence."""

    items: tuple[tuple[int, Sentence], ...]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain cells, the header first."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    left: Bullets
    right: Bullets


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file of its own, described by `alt`, under one paragraph."""

    lead: Paragraphs
    file: str
    alt: str


Body = Bullets | Paragraphs | Table | Columns | Picture


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide and its notes, each a plain sentence after its label (« Dire »)."""

    title: str
    body: Body
    notes: tuple[str, ...]


def compose(size: int, seed: int = SEED) -> tuple[Slide, ...]:
    """Return `size` slides; the same ones for the same seed and version of Python."""
    writer = _Writer(Random(seed))
    return tuple(writer.slide(number) for number in range(1, size + 1))


class _Writer:
    """Writes slides from one source of chance; every other sentence has a bold, an italic or a linked part."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.sentences = 0

    def slide(self, number: int) -> Slide:
        title = f"{self.chance.choice(phrases.TOPICS)}, exemple {number}"
        body = self._body(ROUND[(number - 1) % len(ROUND)], number)
        return Slide(title, body, tuple(f"{label} : {self._words()}." for label in phrases.NOTE_LABELS))

    def _body(self, kind: str, number: int) -> Body:
        match kind:
            case "bullets":
                return self._bullets(self.chance.randint(3, 5))
            case "nested":
                return self._nested()
            case "paragraphs":
                return self._paragraphs(2)
            case "table":
                return self._table()
            case "columns":
                return Columns(self._bullets(3), self._bullets(3))
            case _:
                return Picture(self._paragraphs(1), f"picture-{number:04}.png", f"Croquis de la vitrine {number}")

    def _bullets(self, count: int) -> Bullets:
        return Bullets(tuple((0, self._sentence()) for _ in range(count)))

    def _nested(self) -> Bullets:
        return Bullets(tuple((level, self._sentence()) for level in (0, 1, 1, 0, 1)))

    def _paragraphs(self, count: int) -> Paragraphs:
        return Paragraphs(tuple(self._sentence() for _ in range(count)))

    def _table(self) -> Table:
        rows = (tuple(self.chance.choice(column) for column in phrases.CELLS) for _ in range(4))
        return Table((phrases.HEADERS, *rows))

    def _sentence(self) -> Sentence:
        subject, verb, ending = self._parts()
        self.sentences += 1
        if self.sentences % 2:
            return (Span(f"{subject} {verb} {ending}."),)
        style = ("bold", "italic", "link")[self.sentences // 2 % 3]
        url = f"https://exemple.quebec/fiche/{self.sentences % 97}" if style == "link" else ""
        return (Span(f"{subject} "), Span(verb, style, url), Span(f" {ending}."))

    def _words(self) -> str:
        return " ".join(self._parts())

    def _parts(self) -> tuple[str, ...]:
        return tuple(map(self.chance.choice, (phrases.SUBJECTS, phrases.VERBS, phrases.ENDINGS)))


def sentences_of(body: Body) -> tuple[Sentence, ...]:
    """Return the sentences of a slide's body, cells left out: they have no look of their own."""
    match body:
        case Bullets(items):
            return tuple(sentence for _, sentence in items)
        case Paragraphs(sentences):
            return sentences
        case Table():
            return ()
        case Columns(left, right):
            return sentences_of(left) + sentences_of(right)
        case Picture(lead):
            return lead.sentences


def text_of(slide: Slide) -> str:
    """Return all the words of a slide's face: title, sentences, cells."""
    cells = [cell for row in slide.body.rows for cell in row] if isinstance(slide.body, Table) else []
    sentences = ["".join(span.text for span in sentence) for sentence in sentences_of(slide.body)]
    return "\n".join((slide.title, *sentences, *cells))
