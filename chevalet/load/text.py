"""Reading a text file: what cannot be read, or is not UTF-8, is a diagnostic."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

from chevalet.diagnostics import Sink
from chevalet.load.tree import TEXT_LIMIT, Tree, Trouble
from chevalet.span import Span
from chevalet.yaml_nodes import Node, read_yaml


def read_file(tree: Tree, path: str, sink: Sink, asked_at: Span | None = None, limit: int = TEXT_LIMIT) -> bytes | None:
    """Return a file's bytes, or None after saying why; `asked_at` is where a source names the file, if one does."""
    content = tree.read_bytes(path, limit)
    if isinstance(content, Trouble):
        sink.add(content.value, asked_at or Span(path), path=path, limit=limit // 1024 // 1024)
        return None
    return content


def read_text(tree: Tree, path: str, sink: Sink, limit: int = TEXT_LIMIT) -> str | None:
    """Return a UTF-8 file's text, its lines ended by `\\n` alone, in composed form (NFC); None after saying why."""
    content = read_file(tree, path, sink, limit=limit)
    if content is None:
        return None
    fault = find_fault(content)
    if fault is not None:
        line, column = place_of(content, fault)
        sink.add("not-utf8", Span(path, line, column, line, column + 1), path=path, byte=f"{content[fault]:02X}")
        return None
    return clean_text(content.decode())


def read_nodes(tree: Tree, path: str, sink: Sink) -> Node | None:
    """Return what a YAML file holds; None when it is empty, or after saying why it cannot be read."""
    text = read_text(tree, path, sink)
    if text is None:
        return None
    node, found = read_yaml(text, path)
    sink.extend(found)
    return node


def find_fault(content: bytes) -> int | None:
    """Return the offset of the first byte that is not UTF-8, or is a NUL, which no text holds."""
    null = content.find(0)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start if null < 0 else min(error.start, null)
    return null if null >= 0 else None


def place_of(content: bytes, offset: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a byte that follows valid UTF-8 only."""
    before = clean_text(content[:offset].decode())
    return before.count("\n") + 1, len(before) - before.rfind("\n")


# A line break of PowerPoint, the end of a printed page: words stand on both sides.
_BLANKS = {0x0B: " ", 0x0C: " "}


def clean_text(text: str) -> str:
    """Return `text` without byte order marks before it, every line ended by `\\n`, in composed form (NFC)."""
    text = text.lstrip("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x0b" in text or "\x0c" in text:
        text = text.translate(_BLANKS)
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)
