"""The last look at a document: what its format promises to every reader."""

from __future__ import annotations

from hashlib import sha256

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.model.artifact import Verified
from chevalet.verify.archive import DamagedError, open_archive
from chevalet.verify.hashes import hash_parts
from chevalet.verify.package import NOWHERE, TYPES, Reader, check_package

_PACKAGES = ("docx", "xlsx")
_EMBEDDED = b"/FontFile"


def verify_file(content: bytes, form: str) -> tuple[Verified, tuple[Diagnostic, ...]]:
    """Return a file as it came, hashed; an Office package is read back, and what is wrong with it is our fault."""
    sink = Sink()
    if form not in _PACKAGES:
        if form == "pdf" and _EMBEDDED not in content:
            sink.add("malformed-part", NOWHERE, part="", reason="no font is embedded, so no word is shown")
        digest = sha256(content).hexdigest()
        return Verified(content, digest, digest), tuple(sink.found)
    try:
        reader = Reader(open_archive(content), sink)
    except DamagedError as error:
        sink.add("malformed-part", NOWHERE, part="", reason=error)
        return Verified(content, "", ""), tuple(sink.found)
    texts = {name: reader.read(name) for name in reader.archive.places}
    check_package(reader, texts.get(TYPES, ""))
    return Verified(content, *hash_parts(reader.parts)), tuple(sink.found)
