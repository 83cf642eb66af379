"""Gaps: what an HTML tag that is dropped leaves between the words it stood between."""

from __future__ import annotations

import re
from enum import IntEnum

_TAG = re.compile(r"</?([A-Za-z][\w-]*)")


class Gap(IntEnum):
    """What must part the text before a tag from the text after it; of two that meet, the greatest holds."""

    NONE = 0
    WORD = 1
    SPACE = 2
    LINE = 3


_INLINE = frozenset(
    "abbr b bdi bdo big cite code del dfn em font i ins mark q s samp script small span strike strong style sub sup tt"
    " u var wbr".split()
)
_CELLS = frozenset({"option", "td", "th"})
_LINES = frozenset(
    "address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hr legend li main nav ol p pre section select summary table tbody tfoot thead tr ul".split()
)


def gap_of(written: str) -> Gap:
    """Return the gap of a tag as written; a tag of no known kind parts two words that would touch."""
    match = _TAG.match(written)
    tag = match[1].lower() if match else ""
    if not tag or tag in _INLINE:
        return Gap.NONE
    if tag in _LINES:
        return Gap.LINE
    return Gap.SPACE if tag in _CELLS else Gap.WORD
