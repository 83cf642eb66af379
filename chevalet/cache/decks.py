"""One output as the cache keeps it: its bytes, and what was said while it was made."""

from __future__ import annotations

import json

from chevalet.diagnostics.record import from_record, to_record
from chevalet.model.artifact import Made


def pack_made(made: Made) -> bytes:
    """Return an entry: a line of JSON, then the bytes of the output."""
    header = {
        "content_sha256": made.content_sha256,
        "text_sha256": made.text_sha256,
        "slides": made.slides,
        "minutes": made.minutes,
        "diagnostics": [to_record(diagnostic) for diagnostic in made.diagnostics],
    }
    return json.dumps(header).encode() + b"\n" + made.content


def unpack_made(entry: bytes | None) -> Made | None:
    """Return what an entry holds, or None when it cannot be read."""
    if entry is None:
        return None
    header, _, content = entry.partition(b"\n")
    try:
        read = json.loads(header)
        diagnostics = tuple(from_record(record) for record in read.pop("diagnostics"))
        return Made(content=content, diagnostics=diagnostics, **read)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
