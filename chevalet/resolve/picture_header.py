"""Reading a picture's kind and size from its first bytes, and whether it is whole from its last ones."""

from __future__ import annotations

import struct
from enum import Enum

from msgspec import Struct

_EXIF = b"Exif\x00\x00"
_ORIENTATION = 0x0112
_NOT_FRAMES = frozenset({0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_START_OF_SCAN = 0xDA


class Fault(Enum):
    """Why a picture cannot be used: of no kind that is known, or damaged."""

    UNKNOWN = "unknown"
    DAMAGED = "damaged"


class Header(Struct, frozen=True):
    """Size in pixels as stored; `orientation` is that of EXIF, 1 when the picture stands upright."""

    format: str
    width: int
    height: int
    orientation: int = 1


def read_header(content: bytes) -> Header | Fault:
    """Read the header of a PNG, a JPEG or a GIF, whatever its file is called."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            header = _read_png(content)
        elif content.startswith((b"GIF87a", b"GIF89a")):
            header = _read_gif(content)
        elif content.startswith(b"\xff\xd8\xff"):
            header = _read_jpeg(content)
        else:
            return Fault.DAMAGED if not content.strip(b"\0") else Fault.UNKNOWN
    except (struct.error, IndexError):
        return Fault.DAMAGED
    return header if header and header.width and header.height else Fault.DAMAGED


def _read_png(content: bytes) -> Header | None:
    """Walk the chunks up to the last one: a file cut short has no `IEND`."""
    if content[12:16] != b"IHDR":
        return None
    position = 8
    while content[position + 4 : position + 8] != b"IEND":
        (length,) = struct.unpack_from(">I", content, position)
        position += length + 12
    width, height = struct.unpack_from(">II", content, 16)
    return Header("png", width, height) if position + 12 <= len(content) else None


def _read_gif(content: bytes) -> Header | None:
    width, height = struct.unpack_from("<HH", content, 6)
    return Header("gif", width, height) if content.rstrip(b"\0").endswith(b";") else None


def _read_jpeg(content: bytes) -> Header | None:
    """Walk the segments up to the scan: the size is in that of the frame; the mark of the end must follow the scan."""
    size = (0, 0)
    orientation = 1
    position = 2
    while (marker := content[position + 1]) != _START_OF_SCAN:
        if content[position] != 0xFF:
            return None
        if marker == 0xFF or marker in _ALONE:
            position += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", content, position + 2)
        if 0xC0 <= marker <= 0xCF and marker not in _NOT_FRAMES:
            height, width = struct.unpack_from(">HH", content, position + 5)
            size = (width, height)
        elif marker == 0xE1 and content.startswith(_EXIF, position + 4):
            orientation = _read_orientation(content[position + 10 : position + 2 + length])
        position += length + 2
    return Header("jpeg", *size, orientation) if content.find(b"\xff\xd9", position) > 0 else None


def _read_orientation(exif: bytes) -> int:
    """Return the orientation of an EXIF block, 1 when it says nothing sensible."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for index in range(min(count, 512)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * index)
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1
