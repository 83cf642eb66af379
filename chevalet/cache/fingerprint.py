"""What a PowerPoint file holds, whatever the zip library that packed it."""

from __future__ import annotations

import re
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

_TEXTS = re.compile(rb"<(?:a:t|c:v)>([^<]*)<")
_SPOKEN = ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/")


def fingerprint(content: bytes) -> tuple[str, str]:
    """Return two hashes of a package: of the contents of its parts, and of the words and values shown in it."""
    if not content:
        return "", ""
    parts, texts = sha256(), sha256()
    with ZipFile(BytesIO(content)) as package:
        for name in sorted(package.namelist()):
            part = package.read(name)
            parts.update(b"%s\0%d\0%s" % (name.encode(), len(part), part))
            if name.startswith(_SPOKEN) and name.endswith(".xml"):
                texts.update(b"\n".join(_TEXTS.findall(part)) + b"\0")
    return parts.hexdigest(), texts.hexdigest()
