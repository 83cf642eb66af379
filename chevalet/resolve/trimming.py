"""Taking characters off the ends of inline content, whatever its text is nested in."""

from __future__ import annotations

from msgspec.structs import replace

from chevalet.model.inline import Emphasis, Inline, Inlines, Link, Strike, Strong, Text


def drop_start(inlines: Inlines, count: int) -> Inlines:
    """Return `inlines` without their first `count` characters; what is left empty goes."""
    kept: list[Inline] = []
    for inline in inlines:
        if count <= 0:
            kept.append(inline)
            continue
        shorter, count = _shorten_start(inline, count)
        if shorter is not None:
            kept.append(shorter)
    return tuple(kept)


def _shorten_start(inline: Inline, count: int) -> tuple[Inline | None, int]:
    """Return what is left of one inline, None when nothing is, and how many characters remain to be dropped."""
    match inline:
        case Text(text):
            return (Text(text[count:]) if count < len(text) else None), count - len(text)
        case Strong(children) | Emphasis(children) | Strike(children) | Link(children):
            kept = list(children)
            while kept and count > 0:
                shorter, count = _shorten_start(kept[0], count)
                kept[:1] = [shorter] if shorter is not None else []
            return (replace(inline, children=tuple(kept)) if kept else None), count
        case _:
            return None, count - 1


def drop_end(inlines: Inlines, count: int) -> Inlines | None:
    """Return `inlines` without their last `count` characters, None when those are not all in one final text."""
    if not inlines or not isinstance(inlines[-1], Text) or len(inlines[-1].text) < count:
        return None
    text = inlines[-1].text
    kept = text[: len(text) - count]
    return (*inlines[:-1], Text(kept)) if kept else inlines[:-1]
