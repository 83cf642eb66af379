"""Pictures: their description, their caption, and whether they only decorate."""

from __future__ import annotations

from urllib.parse import unquote

from markdown_it.token import Token

from chevalet.model.block import Block, Picture
from chevalet.model.inline import InlinePicture, Inlines, LineBreak, Text
from chevalet.parse.attributes import Sign, as_written, read_attributes
from chevalet.parse.context import Context
from chevalet.parse.source import Passage, ShiftedPassage

_DECORATIVE = "decorative"


def read_picture(token: Token, passage: Passage, context: Context) -> InlinePicture:
    """Read `![description](file "caption")` and the `{.decorative}` that may follow it."""
    span = passage.span(token.meta["start"], token.meta["end"])
    target = str(token.attrs["src"])
    label = ShiftedPassage(token.content, passage, token.meta["start"] + len("!["))
    alt = _describe(token, label, context)
    decorative = "qualities" in token.meta and _is_decorative(token.meta["qualities"], passage, context)
    if not alt.strip() and not decorative:
        context.sink.add("missing-alt", span, picture=unquote(target))
    written = target if "://" in target else unquote(target)
    return InlinePicture(written, alt, span, str(token.attrs.get("title", "")), decorative)


def pictures_alone(inlines: Inlines) -> tuple[Block, ...]:
    """Return the pictures of a paragraph that holds nothing else, or nothing."""
    pictures: list[Block] = []
    for inline in inlines:
        match inline:
            case InlinePicture(target, alt, span, caption, decorative):
                pictures.append(Picture(target, alt, span, caption, decorative))
            case Text(text) if not text.strip():
                pass
            case LineBreak():
                pass
            case _:
                return ()
    return tuple(pictures)


def _describe(token: Token, label: Passage, context: Context) -> str:
    """Return a description's characters without its marks; terms stay as written, for resolve to fill in.

    A description is text: a link or a picture in it is reported, and leaves its own words.
    """
    parts: list[str] = []
    for child in token.children or ():
        start, end = child.meta.get("start", 0), child.meta.get("end", 0)
        match child.type:
            case "text" | "text_special" | "code_inline":
                parts.append(child.content)
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "image":
                context.sink.add("misplaced-picture", label.span(start, end), picture=child.attrs["src"])
                parts.append(_describe(child, ShiftedPassage(child.content, label, start + len("![")), context))
            case "link_open":
                context.sink.add("unsupported-link", label.span(start, end), target=child.attrs["href"])
            case "term" | "citation" | "footnote" | "room" | "html":
                parts.append(label.text[start:end])
            case _:
                pass
    return "".join(parts)


def _is_decorative(place: tuple[int, int], passage: Passage, context: Context) -> bool:
    start, end = place
    braces = ShiftedPassage(passage.text[start:end], passage, start)
    decorative = False
    for attribute in read_attributes(braces, 0, context.sink):
        if attribute.sign is Sign.CLASS and attribute.name == _DECORATIVE:
            decorative = True
        else:
            context.sink.add("ignored-attribute", attribute.span, attribute=as_written(attribute))
    return decorative
