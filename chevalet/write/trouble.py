"""What the disk refuses, in words."""

from __future__ import annotations

import errno

from chevalet.diagnostics import Diagnostic, diagnostic
from chevalet.span import Span

# Words of the catalogue, by the system's numbers.
_REASONS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EROFS: "read-only",
    errno.EBUSY: "in-use",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.EISDIR: "not-a-file",
    errno.ETXTBSY: "in-use",
}
# Windows says that it shares a file no further: another program has it open.
_SHARING_VIOLATIONS = (32, 33)


def describe_trouble(path: str, error: OSError) -> Diagnostic:
    """Return the diagnostic of a path that cannot be written; its reason is a word of the catalogue."""
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        reason = "in-use"
    else:
        reason = _REASONS.get(error.errno or 0, "other")
    return diagnostic("cannot-write", Span(path), path=path, reason=reason)
