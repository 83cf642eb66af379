"""Inlines as typst content."""

from __future__ import annotations

from urllib.parse import quote

from chevalet.emit.links import is_address
from chevalet.emit.pdf.literal import EMPTY, call, content, string, unseen, words
from chevalet.emit.pdf.writing import Writing
from chevalet.model.inline import (
    Code,
    Emphasis,
    Inline,
    InlinePicture,
    Inlines,
    LineBreak,
    Link,
    Room,
    Strike,
    Strong,
    Superscript,
    Text,
)

_ADDRESS = "%/:=&?~#+!$,;'@()*[]"
"""What stands in an address as it is; PDF wants the rest by number."""


def write_inlines(inlines: Inlines, writing: Writing) -> str:
    """Return inlines as one content block, `[]` for none."""
    return content(*(expression for inline in inlines if (expression := write_inline(inline, writing))))


def write_inline(inline: Inline, writing: Writing) -> str:
    """Return one inline as an expression, empty for what is gone after resolve or stands after its paragraph."""
    match inline:
        case Text(text):
            return words(text)
        case Code(text):
            return call("raw", words(text))
        case LineBreak():
            return call("linebreak")
        case Superscript(text):
            return call("super", string(text))
        case Strong(children):
            return call("strong", write_inlines(children, writing))
        case Emphasis(children):
            return call("emph", write_inlines(children, writing))
        case Strike(children):
            return call("strike", write_inlines(children, writing))
        case Link(children, target):
            return _write_link(write_inlines(children, writing), target, writing)
        case Room():
            return "" if stands_below(inline) else call("blank")
        case _:
            return ""


def stands_below(inline: Inline) -> bool:
    """Tell whether an inline is drawn after its paragraph: a picture, or room of several lines."""
    return isinstance(inline, InlinePicture) or (isinstance(inline, Room) and inline.lines > 1)


def _write_link(shown: str, target: str, writing: Writing) -> str:
    """Return a link to the web or to a place of this document; what it lacks is not linked to."""
    if is_address(target) and shown != EMPTY:
        return call("link", string(quote(target.strip(), safe=_ADDRESS)), shown)
    name = target.removeprefix("#")
    is_inside = target.startswith("#") and name in writing.targets
    return call("link", call("label", unseen(name)), shown) if is_inside else shown
