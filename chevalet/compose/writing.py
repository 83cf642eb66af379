"""Small pieces of text that documents are written with."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from msgspec import Struct, field

from chevalet.model.block import List, ListItem, Paragraph
from chevalet.model.course import Course
from chevalet.model.inline import Inline, Inlines, Text
from chevalet.model.locale import Locale
from chevalet.span import Span

NOWHERE = Span("")


class Desk(Struct):
    """What composing one document needs at hand: its language, who reads it, the names already given to its fields."""

    locale: Locale
    is_for_trainer: bool = False
    names: dict[str, count[int]] = field(default_factory=dict)

    def word(self, name: str, /, **places: object) -> str:
        """Return one of the language's words, its places filled."""
        return self.locale.words[name].format(**places)

    def say(self, name: str, /, **places: object) -> Inlines:
        """Return one of the language's words as inline content."""
        return (Text(self.word(name, **places)),)

    def name_field(self, stem: str) -> str:
        """Return a name for a field that no other field of the document has."""
        number = next(self.names.setdefault(stem, count(1)))
        return stem if number == 1 else f"{stem}-{number}"


def text(characters: str) -> Inlines:
    """Return characters as inline content, none for an empty string."""
    return (Text(characters),) if characters else ()


def paragraph(inlines: Inlines) -> Paragraph:
    """Return a paragraph that stands nowhere in the sources."""
    return Paragraph(inlines, NOWHERE)


def bullets(lines: Iterable[Inlines]) -> List:
    """Return a bullet list of one line an item."""
    return List(tuple(ListItem((paragraph(line),), NOWHERE) for line in lines), NOWHERE)


def capitalize(inlines: Inlines) -> Inlines:
    """Return a run whose first character is a capital, when plain text begins it."""
    match inlines:
        case (Text(characters), *rest) if characters:
            return (Text(characters[0].upper() + characters[1:]), *rest)
        case _:
            return inlines


def tell_number(course: Course, desk: Desk) -> Inlines:
    """Return « Atelier 2 »; the course's title for a session that a region made of its own modules."""
    number = course.workshop_number
    return desk.say("workshop-number", number=number) if number else course.course_title


def tell_partners(course: Course, desk: Desk) -> Inlines:
    """Return the names of who stands beside the chamber, empty when nobody does."""
    names = ", ".join(partner.name for partner in course.partners if partner.identifier)
    return desk.say("with-partners", names=names) if names else ()


def join(parts: Iterable[Inlines], separator: str = ", ") -> Inlines:
    """Return runs one after the other, parted by a text."""
    joined: list[Inline] = []
    for part in parts:
        joined += [Text(separator), *part] if joined else part
    return tuple(joined)
