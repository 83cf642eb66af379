"""Inline content as HTML, every character escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Set as AbstractSet
from typing import assert_never

from chevalet.emit.links import is_address
from chevalet.emit.pptx.markup import escape
from chevalet.model.inline import (
    Citation,
    Code,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    InlinePicture,
    Inlines,
    LineBreak,
    Link,
    Room,
    Strike,
    Strong,
    Superscript,
    Term,
    Text,
    plain_text,
)


def write_inlines(inlines: Inlines, targets: AbstractSet[str], room: str) -> str:
    """Return the markup of `inlines`; links may point at `targets`, and `room` names a room without words."""
    label = plain_text(inlines).strip() or room
    return "".join([_write(inline, targets, label) for inline in inlines])


def _write(inline: Inline, targets: AbstractSet[str], label: str) -> str:
    match inline:
        case Text(text):
            return _write_text(text)
        case Code(text):
            return f"<code>{_write_text(text)}</code>"
        case Superscript(text):
            return f"<sup>{_write_text(text)}</sup>"
        case LineBreak():
            return "<br>"
        case Strong() | Emphasis() | Strike():
            tag = _TAGS[type(inline)]
            return f"<{tag}>{''.join(_write(child, targets, label) for child in inline.children)}</{tag}>"
        case Link():
            return _write_link(inline, targets, label)
        case Room(lines, name):
            return _write_room(name, label, lines)
        case InlinePicture():
            return _write_picture(inline)
        case Term() | Fact() | Citation() | FootnoteReference():
            return ""  # resolve leaves none
        case _:
            assert_never(inline)


_TAGS = {Strong: "strong", Emphasis: "em", Strike: "s"}


def _write_text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _write_link(link: Link, targets: AbstractSet[str], label: str) -> str:
    """Return a link; one to a part that this page lacks is its words only."""
    children = "".join(_write(child, targets, label) for child in link.children)
    is_known = link.target[1:] in targets if link.target.startswith("#") else is_address(link.target)
    title = f' title="{escape(link.title)}"' if link.title else ""
    return f'<a href="{escape(link.target)}"{title}>{children}</a>' if is_known else children


def _write_room(name: str, label: str, lines: int) -> str:
    attributes = f'name="{escape(name)}" aria-label="{escape(label)}"'
    if lines > 1:
        return f'<textarea {attributes} rows="{lines}"></textarea>'
    return f'<input type="text" {attributes}>'


def _write_picture(picture: InlinePicture) -> str:
    if picture.data is None:
        return ""
    alt = "" if picture.decorative else escape(picture.alt)
    data = b64encode(picture.data.content).decode()
    return f'<img class="inline" src="data:image/{picture.data.format};base64,{data}" alt="{alt}">'
