"""What resolve makes of the project for one target: complete, nothing left to look up."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from chevalet.model.block import Blocks
from chevalet.model.flow import Paper
from chevalet.model.inline import Inlines
from chevalet.model.locale import Locale
from chevalet.model.patch import Partner
from chevalet.model.project import Priority, TextPart
from chevalet.model.session import UNDATED, Session
from chevalet.model.target import Target
from chevalet.span import Span


class Note(Struct, frozen=True):
    """One labelled part of the notes; `label` is as shown (« Dire »), or empty; 0 minutes is untimed.

    `kind` is the label's key among a locale's words (`note-say`), empty without a label.

    `seconds` is its time in full. When that is not a number of minutes, `minutes` is 0 and the label tells it.
    """

    label: str
    minutes: int
    blocks: Blocks
    seconds: int = 0
    kind: str = ""


class Reading(Struct, frozen=True):
    """What documents hold of a slide or of a section of a text, with the footnotes that refers to.

    Its blocks keep the containers that decks open or drop (`slide`, `handout`, and in the trainer's edition `solution`
    and `confidential`), worksheets whole, and in the trainer's edition the right answers of a `quiz`; never `notes`.
    """

    blocks: Blocks
    footnotes: tuple[tuple[str, Inlines], ...]


class Slide(Struct, frozen=True):
    """A slide of the target: blocks hold no `notes`, `solution`, `only` or `confidential` container any more.

    `layout` is empty when it is to be inferred. `footnotes` are those its text refers to, numbered.
    `generated` is empty for a written slide, else what makes it: `title`, `section`, `sources`, `solution`.
    `reading` is for documents: None unless they were asked for, and for a generated slide.
    `is_confidential` when all of it is, so that only the trainer's edition has it.
    """

    key: str
    title: Inlines
    layout: str
    fit: str
    blocks: Blocks
    notes: tuple[Note, ...]
    footnotes: tuple[tuple[str, Inlines], ...]
    span: Span
    source_hash: str
    generated: str = ""
    reading: Reading | None = None
    is_confidential: bool = False


class Segment(Struct, frozen=True):
    """A module or a break on the clock: `start` counts minutes from midnight; a break has no slide.

    `number` counts the modules that have a section slide from 1; it is 0 for the others. `priority` and `at_least`
    tell what becomes of it when time runs short; `material` is for documents.
    """

    identifier: str
    title: Inlines
    start: int
    minutes: int
    is_break: bool
    number: int
    has_section: bool
    objectives: tuple[Inlines, ...]
    slides: tuple[Slide, ...]
    span: Span
    priority: Priority = Priority.KEEP
    at_least: int = 0
    material: tuple[Inlines, ...] = ()


class Source(Struct, frozen=True):
    """A numbered source of the workshop: what `text` says, and where; `review_by` is an ISO date."""

    number: int
    text: Inlines
    url: str
    review_by: str = ""


class Explained(Struct, frozen=True):
    """A term of the glossary that the workshop uses."""

    term: Inlines
    definition: Inlines


class Section(Struct, frozen=True):
    """One part of a text, begun by a `##`."""

    key: str
    title: Inlines
    reading: Reading
    span: Span


class CourseText(Struct, frozen=True):
    """A text of `course/documents` for this workshop and target: `part` says which document prints it, and where."""

    identifier: str
    part: TextPart
    title: Inlines
    sections: tuple[Section, ...]
    span: Span


class Course(Struct, frozen=True):
    """One workshop for one target; `place`, `terms`, `texts`, `session` and `paper` are for documents.

    `partners` are the region's; one without identifier is the chamber itself, with its logo. `paper` is None when the
    language says what sheet to print on.
    """

    target: Target
    locale: Locale
    course_title: Inlines
    workshop_number: int
    workshop_title: Inlines
    summary: Inlines
    chamber: str
    segments: tuple[Segment, ...]
    sources: tuple[Source, ...]
    labels: Mapping[str, str]
    place: str = ""
    terms: tuple[Explained, ...] = ()
    texts: tuple[CourseText, ...] = ()
    session: Session = UNDATED
    partners: tuple[Partner, ...] = ()
    paper: Paper | None = None
