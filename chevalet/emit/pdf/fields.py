"""Room to write: fields, and the room that stands in a paragraph."""

from __future__ import annotations

from chevalet.emit.pdf.inlines import write_inlines
from chevalet.emit.pdf.literal import array, boolean, call, string
from chevalet.emit.pdf.writing import Writing
from chevalet.model.flow import Field
from chevalet.model.inline import Room, plain_text

_LONG_LABEL = 42
"""Characters beyond which a label stands above its line, which then has the whole width."""


def write_field(field: Field, writing: Writing) -> str:
    """Return a field with its label, drawn as room to write."""
    most = _LONG_LABEL // 2 if writing.flow.is_large else _LONG_LABEL
    return call(
        "field",
        string(field.kind.value),
        write_inlines(field.label, writing),
        lines=str(max(1, field.lines)),
        options=array(write_inlines(option, writing) for option in field.options),
        is_hidden=boolean(field.is_label_hidden or not field.label),
        is_long=boolean(len(plain_text(field.label)) > most),
    )


def write_room(room: Room) -> str:
    """Return lines to write on."""
    return call("write-lines", str(room.lines))
