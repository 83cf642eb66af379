"""Same deck, same bytes; and a slide costs the same whatever the number of its neighbours."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from chevalet.emit import archive, emit
from chevalet.model.deck import Deck
from chevalet.model.theme import Theme
from tests.emit.deck_samples import ROOT, deck, paragraph, placed, real_theme, slide
from tests.emit.package_assertions import open_package

HASH = """
import hashlib
from chevalet.emit import emit
from tests.emit.deck_of_everything import everything
from tests.emit.deck_samples import real_theme
print(hashlib.sha256(emit(everything(), real_theme())[0]).hexdigest())
"""


def hash_in_new_process(seed: str, zone: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", HASH]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_two_processes_with_other_hash_seeds_and_clocks_write_the_same_bytes() -> None:
    assert hash_in_new_process("1", "Asia/Tokyo") == hash_in_new_process("4242", "America/Montreal")


def test_every_entry_is_dated_1980_and_pictures_are_stored(full_file: bytes) -> None:
    with ZipFile(BytesIO(full_file)) as opened:
        assert opened.testzip() is None
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert opened.namelist()[0] == "[Content_Types].xml"
        methods = {entry.filename.rpartition(".")[2]: entry.compress_type for entry in opened.infolist()}
    assert methods == {"xml": ZIP_DEFLATED, "rels": ZIP_DEFLATED, "xlsx": ZIP_DEFLATED, "png": ZIP_STORED}


def test_without_libdeflate_the_parts_are_the_same(
    full_deck: Deck, full_file: bytes, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "deflate", None)
    other, _ = emit(full_deck, theme)
    assert other != full_file
    assert open_package(other).parts == open_package(full_file).parts


def test_workbooks_are_not_deflated_inside_so_that_their_bytes_depend_on_no_library(full_file: bytes) -> None:
    workbook = open_package(full_file).parts["ppt/embeddings/slideChart1.xlsx"]
    with ZipFile(BytesIO(workbook)) as opened:
        assert {entry.compress_type for entry in opened.infolist()} == {ZIP_STORED}


def test_a_part_with_an_accented_name_is_found_again() -> None:
    packed = archive.pack({"é.xml": b"<a/>", "b.png": b"\x89PNG"})
    with ZipFile(BytesIO(packed)) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == {"é.xml": b"<a/>", "b.png": b"\x89PNG"}


def count_calls(slides: int) -> int:
    """How many functions are called, in Python and in C, to emit a deck of that many slides."""
    theme, notes = real_theme(), (paragraph("Dire"),)
    body = placed(theme.layouts["text"], "body", "Un", "Deux")
    made = deck(*(slide(f"m/s{n}", "text", f"Titre {n}", body, notes=notes) for n in range(slides)))
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        emit(made, theme)
    finally:
        sys.setprofile(None)
    return calls


def test_two_thousand_slides_cost_linearly() -> None:
    none, thousand, two_thousand = map(count_calls, (0, 1000, 2000))
    assert two_thousand - none == pytest.approx(2 * (thousand - none), rel=0.01)
