"""Themes that are none: every file cut, every kind of value changed, every part of the template lost or spoiled."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from chevalet.load import MemoryTree, load_theme
from tests.damage.compiling import SMALL, THEME_CONTENTS, THEME_FOLDER, check

GEOMETRY, METRICS, TEMPLATE = (f"{THEME_FOLDER}/{name}" for name in ("theme.json", "metrics.json", "template.pptx"))
WRONG: list[Any] = ["x", -1, 1.5, 10**30, True, [], {}, [1], {"a": 1}, "<a>&\"'", None]
PARTS = ZipFile(BytesIO(THEME_CONTENTS[TEMPLATE])).namelist()
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'
Path = tuple[str | int, ...]


def codes_of(path: str, content: bytes) -> set[str]:
    """Return the errors of a course with one file of its theme changed; none is ever our fault."""
    compiled = check(SMALL | THEME_CONTENTS | {path: content})
    assert all(each.span.path for each in compiled.diagnostics)
    assert compiled.decks or compiled.errors
    return {each.code for each in compiled.errors}


def kinds_of_value(value: Any, path: Path = ()) -> Iterator[tuple[Path, Path]]:
    """Yield a pattern and a place for every value of a JSON text."""
    items: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, inner in items:
        place = (*path, key)
        yield tuple("*" if isinstance(each, int) else each for each in place), place
        yield from kinds_of_value(inner, place)


def places(path: str) -> list[Path]:
    """Return one place for each kind of value that a file holds: layouts and placeholders are all alike."""
    found: dict[Path, Path] = {}
    for pattern, place in kinds_of_value(json.loads(THEME_CONTENTS[path])):
        likeness = tuple(
            "*" if pattern[0] == "layouts" and depth in (1, 3) else key for depth, key in enumerate(pattern)
        )
        found.setdefault(likeness, place)
    return list(found.values())


def change(path: str, place: Path, new: Any) -> bytes:
    whole = json.loads(THEME_CONTENTS[path])
    inner = whole
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = new
    return json.dumps(whole).encode()


def repack(change: Callable[[str, bytes], bytes | None]) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(THEME_CONTENTS[TEMPLATE])) as whole, ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for name in whole.namelist():
            content = change(name, whole.read(name))
            if content is not None:
                package.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize("path", [GEOMETRY, METRICS, TEMPLATE])
def test_a_file_cut_at_every_fiftieth_byte_is_no_theme(path: str) -> None:
    for length in range(0, len(THEME_CONTENTS[path]) - 1, 50):
        _, found = load_theme(MemoryTree(THEME_CONTENTS | {path: THEME_CONTENTS[path][:length]}))
        assert [(each.code, each.span.path) for each in found] == [("invalid-template", path)]


@pytest.mark.parametrize("place", places(GEOMETRY), ids=lambda place: ".".join(map(str, place)))
def test_any_value_of_the_geometry_may_be_wrong(place: Path) -> None:
    for new in WRONG:
        codes_of(GEOMETRY, change(GEOMETRY, place, new))


@pytest.mark.parametrize("place", places(METRICS), ids=lambda place: ".".join(map(str, place)))
def test_any_value_of_the_widths_may_be_wrong(place: Path) -> None:
    for new in WRONG:
        codes_of(METRICS, change(METRICS, place, new))


@pytest.mark.parametrize("content", [b"", b"[]", b"1", b"[" * 200_000, b'{"a":' * 200_000, b"\xff", b"NaN"])
@pytest.mark.parametrize("path", [GEOMETRY, METRICS])
def test_what_is_no_description_is_told(path: str, content: bytes) -> None:
    assert codes_of(path, content) == {"invalid-template"}


@pytest.mark.parametrize("content", [b"", b"texte", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_template_is_told(content: bytes) -> None:
    assert codes_of(TEMPLATE, content) == {"invalid-template"}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_not_xml_is_told(part: str) -> None:
    for wrong in (b"", b"\xff\0", b"<a>", ENTITIES, "<a/>".encode("utf-16")):
        content = repack(lambda name, whole, wrong=wrong: wrong if name == part else whole)
        assert codes_of(TEMPLATE, content) == {"invalid-template"}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_missing_or_another_is_our_fault_never(part: str) -> None:
    codes_of(TEMPLATE, repack(lambda name, whole: None if name == part else whole))
    codes_of(TEMPLATE, repack(lambda name, whole: b"<a/>" if name == part else whole))
