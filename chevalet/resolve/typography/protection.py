"""What typography never touches, wherever it stands: addresses, names of files, clock times, telephones, emoticons."""

from __future__ import annotations

import re
from collections.abc import Iterator

MASK = "\ufffc"
"""Unicode's own « object replacement »: in the text that rules look at, each character that they may not see."""

_END = r"[^\s<>«»“”()\[\]]*[^\s<>«»“”()\[\].,;:!?…'’]"

# Each kind: what it cannot do without, cheap to look for, then the whole of it.
_KINDS: tuple[tuple[str, str], ...] = (
    ("://", rf"[A-Za-z][A-Za-z0-9+.-]*://{_END}"),
    (r"@[\w.]", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w[\w.]*\w"),
    (r"#\w", r"(?<!\w)#\w+"),
    (r"\.\w", rf"[\w~-]+(?:[./\\][\w-]+)*\.[A-Za-z]{{2,5}}(?!\w)(?:[/?]{_END})?|\d+(?:\.\d+){{2,}}"),
    (r"\./", r"(?<!\w)\.{1,2}/[\w./-]+"),
    ("_", r"\w*_\w+(?:\.\w+)*"),
    (r":[\w/\\]", r"\d+(?:[.,]\d+)?(?::\d+)+|[^\W\d_][\w-]*:[\w/\\]\S*|(?<![\w:]):[a-z0-9_+-]+:(?!\w)"),
    (r":-?[()DPpOo/|]|;-?[()DPpOo/|]", r"(?<!\S)[:;]-?[()DPpOo/|](?!\w)"),
    (r"-\d{4}|\.\d{4}", r"(?<!\d)(?:1[ -])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[-.]\d{4}(?!\d)"),
)
_HINT = re.compile("|".join(hint for hint, _ in _KINDS))


def mask(text: str) -> str:
    """Return `text` with what is protected masked, character by character: every place keeps its offset."""
    if not _HINT.search(text):
        return text
    for start, end in _stretches(text):
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    for hint, pattern in _KINDS:  # which `re` compiles at first use: few texts hold any
        if re.search(hint, text):
            yield from (match.span() for match in re.finditer(pattern, text))
