"""A whole text, in UTF-8, its paragraphs parted by empty lines."""

from __future__ import annotations

import re
from enum import Enum

from chevalet.diagnostics import Diagnostic
from chevalet.emit.pptx.markup import strip_unwritable
from chevalet.emit.text.blocks import TextWriter
from chevalet.emit.text.inlines import write_inlines
from chevalet.model.flow import Flow

_EMPTY_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


class Preset(Enum):
    """What a text is pasted into: a message has its title first and its author last, a post is its text alone."""

    MAIL = "mail"
    SOCIAL = "social"


def emit_text(flow: Flow, preset: Preset = Preset.MAIL) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the text of a flow; there is nothing left to complain of at this stage."""
    writer = TextWriter(flow)
    parts = [writer.write(flow.blocks)]
    if preset is Preset.MAIL:
        head = map(write_inlines, (flow.title, flow.subtitle, *flow.cover.lines))
        parts = ["\n".join(filter(None, (*head, writer.write_pairs(flow.cover.stamp)))), *parts, flow.author]
    text = strip_unwritable("\n\n".join(filter(None, parts)))
    return (_EMPTY_LINES.sub("\n\n", text).strip("\n") + "\n").encode(), ()
