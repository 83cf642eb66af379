"""A cell of a CSV that a spreadsheet may open: never a formula, never more than a line."""

from __future__ import annotations

import re

# What makes Excel, LibreOffice or Google Sheets read a cell as a formula; full-width forms too, which some fold.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|")
_BLANKS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


def guard(text: str) -> str:
    """Return `text` on one line, with an apostrophe before it when a spreadsheet would take it for a formula."""
    line = _BLANKS.sub(" ", text).strip()
    return f"'{line}" if line.startswith(_FORMULA) else line
