"""Fields: a label, and the control that takes what it asks for."""

from __future__ import annotations

from typing import assert_never

from chevalet.emit.docx.book import Book, Frame
from chevalet.emit.docx.controls import write_checkbox, write_date, write_dropdown, write_lines, write_room
from chevalet.emit.docx.paragraph import SPACER, wrap
from chevalet.emit.docx.runs import write_runs, write_text
from chevalet.model.flow import Field, FieldKind
from chevalet.model.inline import Inlines, Room, Strong, plain_text

_SHORT_OF_EDGE = 60  # LibreOffice sets a tab that ends on the very edge in a line of its own
_MOST_BOXES = 7  # options: more are a list that opens, since a row of boxes would not be read


def write_field(field: Field, frame: Frame, book: Book, keep: str = "") -> str:
    """Return a field; its control says the label whether that is shown or not. `keep` is for a box to tick."""
    label = plain_text(field.label)
    match field.kind:
        case FieldKind.WORDS:
            return _write_beside(field, write_room(field.name, label, 1, book), frame, book)
        case FieldKind.LINES:
            return _write_label(field, frame, book) + _write_lines(field.name, label, field.lines, frame, book)
        case FieldKind.TICK:
            box = write_checkbox(field.name, label, book)
            return wrap(box + write_text("\u2002") + _label_runs(field, frame, book), "CheckItem", keep)
        case FieldKind.CHOICE:
            return _write_choice(field, frame, book)
        case FieldKind.DATE:
            return _write_beside(field, write_date(field.name, label, book), frame, book)
        case _:
            assert_never(field.kind)


def _stop(frame: Frame) -> str:
    """Return the tab stop that rules a line to the end of the frame."""
    return f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{frame.width - _SHORT_OF_EDGE}"/></w:tabs>'


def _write_lines(name: str, label: str, lines: int, frame: Frame, book: Book) -> str:
    ruled = write_lines(name, label, lines, f'<w:pStyle w:val="RoomLine"/>{_stop(frame)}', book)
    return ruled + SPACER


def write_ruled(inlines: Inlines, frame: Frame, book: Book) -> str:
    """Return a paragraph that holds rooms, ruled to the end of the frame; a last one of several lines is below it."""
    *words, last = inlines
    if isinstance(last, Room) and last.lines > 1:
        label = write_runs(tuple(words), frame, book)
        named = plain_text(tuple(words)) or book.words["room"]
        above = wrap(label, "FieldLabel", "<w:keepNext/>") if label else ""
        return above + _write_lines(last.field, named, last.lines, frame, book)
    return wrap(write_runs(inlines, frame, book), "Room", _stop(frame))


def _label_runs(field: Field, frame: Frame, book: Book) -> str:
    return "" if field.is_label_hidden else write_runs(field.label, frame, book)


def _write_label(field: Field, frame: Frame, book: Book) -> str:
    return "" if field.is_label_hidden else wrap(_label_runs(field, frame, book), "FieldLabel", "<w:keepNext/>")


def _write_beside(field: Field, control: str, frame: Frame, book: Book) -> str:
    label = "" if field.is_label_hidden else write_runs((Strong(field.label),), frame, book)
    space = write_text("\u2002") if label else ""
    return wrap(label + space + control, "Room", _stop(frame))


def _write_choice(field: Field, frame: Frame, book: Book) -> str:
    """Return boxes where there are few options, for paper shows them; a list that opens where there are many."""
    options = tuple(map(plain_text, field.options))
    if len(options) > _MOST_BOXES:
        control = write_dropdown(field.name, plain_text(field.label), options, book)
        return _write_beside(field, control, frame, book)
    boxes: list[str] = []
    for number, option in enumerate(field.options, start=1):
        named = book.words["within"].format(name=plain_text(field.label), part=options[number - 1])
        box = write_checkbox(f"{field.name}-{number}", named, book)
        boxes.append(box + write_text("\u00a0") + write_runs(option, frame, book))
    return _write_label(field, frame, book) + wrap(write_text("\u2003").join(boxes), "Choices")
