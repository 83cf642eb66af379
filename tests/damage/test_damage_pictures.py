"""Pictures that are empty, cut, huge, lying, or of another kind: told at their place, never opened further."""

from __future__ import annotations

import struct
import zlib

import pytest

from tests.damage.compiling import FULL, MODULE, SMALL, Compiled, Compiler, find_faults

POINT = FULL["modules/1-essai/point.png"]
FRONT = "---\ntitle: A\nminutes: 30\n---\n\n## Titre {#titre}\n\n"
TOLD = {"unreadable-picture", "unsupported-picture"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="https://example.com/a.png"/></svg>'
ENTITIES = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>'


def png(width: int, height: int, pixels: bytes = b"\0\0\0\0") -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def jpeg(orientation: int, width: int = 40, height: int = 20) -> bytes:
    exif = b"Exif\0\0II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    segments = [(0xE1, exif), (0xC0, frame), (0xDA, b"\x01\x01\x00\x00\x3f\x00")]
    body = b"".join(b"\xff" + bytes([mark]) + struct.pack(">H", len(held) + 2) + held for mark, held in segments)
    return b"\xff\xd8" + body + b"\0\0\xff\xd9"


def show(compiler: Compiler, name: str, content: bytes) -> Compiled:
    text = f"{FRONT}![Une description]({name})\n\n- Du texte\n"
    files = SMALL | {MODULE: text.encode(), f"modules/1-essai/{name}": content}
    compiled = compiler.check(files)
    assert find_faults(compiled, files) == []
    assert compiled.seconds < 5
    return compiled


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b""),
        ("a.png", bytes(1000)),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.png", png(0, 10)),
        ("a.png", png(2**31 - 1, 2**31 - 1)),
        ("a.png", png(60_000, 60_000, bytes(10_000_000))),
        ("a.png", POINT[:33]),
        ("a.png", SVG.encode()),
        ("a.png", ENTITIES.encode()),
        ("a.jpg", b"\xff\xd8\xff"),
        ("a.jpg", b"\xff\xd8" + b"\xff" * 5_000_000),
        ("a.jpg", b"\xff\xd8\xff\xe1\x00\x00" * 100_000),
        ("a.jpg", jpeg(1, 0, 0)),
        ("a.gif", b"GIF89a"),
        ("a.gif", b"GIF89a\xff\xff\xff\xff\0\0\0;"),
        ("a.png", b"RIFF\0\0\0\0WEBPVP8 "),
        ("a.png", b"BM" + bytes(60)),
        ("a.png", b"II*\0" + bytes(60)),
        ("a.png", b"\x01\0\0\0" + bytes(36) + b" EMF"),
        ("a.svg", SVG.encode()),
        ("a.svg", ENTITIES.encode()),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 "),
        ("a.bmp", b"BM"),
        ("a.tiff", b"II*\0"),
        ("a.emf", b"\x01\0\0\0"),
    ],
)
def test_what_is_no_picture_is_told_at_its_place(compiler: Compiler, name: str, content: bytes) -> None:
    compiled = show(compiler, name, content)
    told = [each for each in compiled.errors if each.code in TOLD]
    assert [(each.span.path, each.span.line) for each in told] == [(MODULE, 8)]
    assert compiled.decks == ()


def test_a_picture_cut_anywhere_is_told(compiler: Compiler) -> None:
    for length in range(len(POINT)):
        assert show(compiler, "a.png", POINT[:length]).codes & TOLD


@pytest.mark.parametrize("orientation", [0, 1, 3, 6, 8, 9, 65_535])
def test_any_orientation_of_a_photograph_is_shown(compiler: Compiler, orientation: int) -> None:
    assert len(show(compiler, "a.jpg", jpeg(orientation)).decks) == 1


def test_a_picture_of_another_kind_than_its_name_says_is_shown(compiler: Compiler) -> None:
    assert len(show(compiler, "a.jpg", POINT).decks) == 1
