"""Names of files that some system cannot hold: a course must be the same on all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chevalet.diagnostics import Sink
from chevalet.span import Span

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_REFUSED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?: *\..*)?|.*[<>:\"|?*\\\x00-\x1f].*|.*[. ]", re.I | re.S
)


def check_names(paths: Iterable[str], sink: Sink) -> None:
    """Tell of paths that Windows refuses, and of those that only capitals tell apart, which macOS confuses too."""
    known: dict[str, str] = {}
    for path in paths:
        for name in path.split("/"):
            if _REFUSED.fullmatch(name):
                sink.add("unportable-name", Span(path), path=path, name=name)
        first = known.setdefault(path.casefold(), path)
        if first != path:
            sink.add("only-case-differs", Span(path), path=path, first=first)
