"""Small pictures, each unlike the others, written without a library: 8-bit grey PNG."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

WIDTH, HEIGHT = 480, 320
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY_8_BITS = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)


def write_picture(path: Path, number: int) -> None:
    """Write slanted bars whose pace depends on `number`: about 10 kB, and no two files alike."""
    pace = 3 + number % 89
    line = bytes((index * pace + number) % 251 for index in range(WIDTH + HEIGHT))
    rows = b"".join(b"\0" + line[top : top + WIDTH] for top in range(HEIGHT))
    chunks = ((b"IHDR", _GREY_8_BITS), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    path.write_bytes(_SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
