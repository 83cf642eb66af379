"""Text comes out in UTF-8, one kind of line end and one Unicode form; what is not text is told at its place."""

import pytest

from chevalet.diagnostics import Sink
from chevalet.load.text import read_text
from chevalet.load.tree import MemoryTree
from chevalet.span import Span


def read(content: bytes) -> tuple[str | None, Sink]:
    sink = Sink()
    return read_text(MemoryTree({"a.md": content}), "a.md", sink), sink


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        ("été\n".encode(), "été\n"),
        ("été\n".encode("utf-8-sig"), "été\n"),
        (b"a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd"),
        ("e\u0301te\u0301".encode(), "été"),
        ("\ufeff\ufeffé".encode(), "é"),
        (b"a\x0bb\x0cc", "a b c"),
        ("a\u2028b\u00a0c".encode(), "a\u2028b\u00a0c"),
    ],
)
def test_text_is_read(content: bytes, text: str) -> None:
    assert read(content) == (text, Sink())


@pytest.mark.parametrize(
    ("content", "line", "column", "byte"),
    [
        ("été".encode("cp1252"), 1, 1, "E9"),
        ("ab\r\ncd\ré".encode() + b"\xff", 3, 2, "FF"),
        ("\ufeffé".encode() + b"\xe9", 1, 2, "E9"),
        ("e\u0301".encode() + b"\x80", 1, 2, "80"),
        (b"a\nb\0c", 2, 2, "00"),
        (b"a\0\xff", 1, 2, "00"),
        ("texte".encode("utf-16"), 1, 1, "FF"),
        ("é".encode()[:1], 1, 1, "C3"),
        (b"\xed\xa0\x80", 1, 1, "ED"),
    ],
)
def test_bytes_that_are_not_utf8_are_told_at_their_place(content: bytes, line: int, column: int, byte: str) -> None:
    text, sink = read(content)
    assert text is None
    (found,) = sink.found
    assert found.code == "not-utf8"
    assert found.span == Span("a.md", line, column, line, column + 1)
    assert dict(found.arguments)["byte"] == byte
