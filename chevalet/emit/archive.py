"""A zip file that depends on nothing but its parts: fixed order, date and attributes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping

from msgspec import Struct

try:
    import deflate
except ImportError:  # no wheel for this platform: the same parts, other deflate bytes
    deflate = None  # type: ignore[assignment]


_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHI")
_OFFSET = struct.Struct("<I")
_END = struct.Struct("<IHHHHIIH")
_VERSION = 20
_JANUARY_1980 = 0x21
_UTF8_NAME = 0x800
_STORED, _DEFLATED = 0, 8
_ALREADY_COMPRESSED = (".png", ".jpeg", ".jpg", ".gif")


class Entry(Struct, frozen=True):
    """A file of a zip, ready to be joined to others: all that stands there of it, and what the directory says of it.

    Only where the file begins is left for the directory to say; `record` stops before that, `name` comes after.
    """

    file: bytes
    record: bytes
    name: bytes


def pack(parts: Mapping[str, bytes], *, compress: bool = True) -> bytes:
    """Return the zip of `parts`, in their order; pictures are stored as they are."""
    return join([make_entry(name, content, compress=compress) for name, content in parts.items()])


def make_entry(name: str, content: bytes, *, compress: bool = True) -> Entry:
    """Return the entry of a file; what its name says to be compressed already is stored as it is."""
    deflates = compress and not name.endswith(_ALREADY_COMPRESSED)
    body = _deflate(content) if deflates else content
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    sizes = (zlib.crc32(content), len(body), len(content), len(encoded), 0)
    common = (_VERSION, flags, _DEFLATED if deflates else _STORED, 0, _JANUARY_1980, *sizes)
    file = b"".join((_LOCAL.pack(0x04034B50, *common), encoded, body))
    return Entry(file, _CENTRAL.pack(0x02014B50, _VERSION, *common, 0, 0, 0, 0), encoded)


def join(entries: Iterable[Entry]) -> bytes:
    """Return the zip of `entries`, in their order, dated 1 January 1980.

    Limits are those of a zip without its 64-bit extension: 65,535 files, 4 GiB.
    """
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        files.append(entry.file)
        directory += (entry.record, _OFFSET.pack(offset), entry.name)
        offset += len(entry.file)
    index = b"".join(directory)
    end = _END.pack(0x06054B50, 0, 0, len(files), len(files), len(index), offset, 0)
    return b"".join((*files, index, end))


def _deflate(content: bytes) -> bytes:
    """Return raw deflate data; libdeflate's fastest level is within 3 % of its sixth on the small parts of a deck."""
    if deflate is None:
        return zlib.compress(content, 6, wbits=-15)
    return bytes(deflate.deflate_compress(content, 1))
