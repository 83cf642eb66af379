"""Names of files that are never part of a course, whoever left them: systems, editors, locks, synchronized folders."""

from __future__ import annotations

import re

_NOISE = re.compile(
    r"\..*|~\$.*|#.*#|.*~|.*\.(tmp|bak|orig|sw[a-p])|(?![a-z0-9-]+\.lock$).*\.lock"
    r"|(eh)?thumbs\.db|desktop\.ini|__MACOSX|readme(\.md|\.txt)?|icon\r",
    re.I,
)


def is_noise(name: str) -> bool:
    """Say whether a file or a folder of that name is left alone; read-me files are for who looks into the folder.

    The lock of a region, `rimouski.lock`, is not: it is ours.
    """
    return _NOISE.fullmatch(name) is not None
