"""Reading a theme, and what is said of a broken one."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from chevalet.diagnostics import Diagnostic
from chevalet.load.theme import load_theme
from chevalet.load.tree import DiskTree, MemoryTree
from chevalet.model.theme import Theme, Typeface

Files = dict[str, bytes]


@pytest.fixture
def files(folder: Path) -> Files:
    return {name: (folder / name).read_bytes() for name in ("theme.json", "metrics.json", "template.pptx")}


def load(files: Files) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    return load_theme(MemoryTree({f"t/{name}": content for name, content in files.items()}), "t")


def said(files: Files) -> list[tuple[str, str, str]]:
    loaded, diagnostics = load(files)
    assert loaded is None
    return [(found.code, found.span.path, dict(found.arguments).get("part", "")) for found in diagnostics]


def change_geometry(files: Files, change: Callable[[dict[str, object]], object]) -> None:
    described = json.loads(files["theme.json"])
    change(described)
    files["theme.json"] = json.dumps(described).encode()


def repack(content: bytes, without: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(buffer, "w") as target:
        for name in source.namelist():
            if name != without:
                target.writestr(name, source.read(name))
    return buffer.getvalue()


def test_the_characters_of_the_faces_and_their_folder_are_known(folder: Path, files: Files) -> None:
    loaded, _ = load_theme(DiskTree(folder.parent), folder.name)
    assert loaded is not None
    assert {ord("é"), ord("œ"), 0xA0} <= loaded.characters
    assert ord("☕") not in loaded.characters
    assert Path(loaded.font_folder) == (folder / "fonts").resolve()
    in_memory, _ = load(files)
    assert in_memory is not None
    assert in_memory.font_folder == ""


def test_every_missing_file_is_named() -> None:
    assert said({"other": b""}) == [
        ("missing-file", f"t/{name}", "") for name in ("theme.json", "metrics.json", "template.pptx")
    ]


def test_a_template_that_is_no_zip_is_refused(files: Files) -> None:
    files["template.pptx"] = b"not a zip"
    assert [(code, path) for code, path, _ in said(files)] == [("invalid-template", "t/template.pptx")]


def test_a_torn_template_is_refused(files: Files) -> None:
    torn = bytearray(files["template.pptx"])
    torn[2000:2400] = bytes(400)
    files["template.pptx"] = bytes(torn)
    assert [(code, path) for code, path, _ in said(files)] == [("invalid-template", "t/template.pptx")]


def test_two_broken_files_are_both_reported(files: Files) -> None:
    files["theme.json"] = b"{"
    files["metrics.json"] = b"\xff"
    assert [path for _, path, _ in said(files)] == ["t/metrics.json", "t/theme.json"]


def test_a_missing_key_is_named(files: Files) -> None:
    change_geometry(files, lambda described: described.pop("gutter"))
    assert said(files) == [("invalid-template", "t/theme.json", "gutter")]


def test_a_colour_outside_the_closed_set_is_refused(files: Files) -> None:
    change_geometry(files, lambda described: described["colors"].update(pink="FF00FF"))  # type: ignore[attr-defined]
    assert said(files) == [("invalid-template", "t/theme.json", "colors")]


def test_geometry_that_is_not_a_mapping_is_refused(files: Files) -> None:
    files["theme.json"] = b"[]"
    assert [(code, path) for code, path, _ in said(files)] == [("invalid-template", "t/theme.json")]


def test_metrics_without_a_typeface_are_refused(files: Files) -> None:
    files["metrics.json"] = b"{}"
    assert said(files) == [("invalid-template", "t/metrics.json", "heading")]


def test_a_layout_whose_part_is_absent_is_named(files: Files) -> None:
    files["template.pptx"] = repack(files["template.pptx"], "ppt/slideLayouts/slideLayout3.xml")
    assert said(files) == [("invalid-template", "t/template.pptx", "ppt/slideLayouts/slideLayout3.xml")]


def test_the_digest_depends_on_parts_and_not_on_packing(files: Files, theme: Theme) -> None:
    files["template.pptx"] = repack(files["template.pptx"], without="")
    repacked, _ = load(files)
    files["template.pptx"] = repack(files["template.pptx"], without="docProps/app.xml")
    changed, _ = load(files)
    assert repacked is not None
    assert changed is not None
    assert repacked.digest == theme.digest
    assert changed.digest != theme.digest


@pytest.mark.parametrize(
    ("typeface", "bold", "character", "advance"),
    [
        (Typeface.BODY, False, "a", 0.479),  # Calibri's own widths, in thousandths of the em
        (Typeface.BODY, True, "n", 0.537),
        (Typeface.BODY, False, "0", 0.507),
        (Typeface.HEADING, False, "a", 0.504),  # Georgia's
        (Typeface.HEADING, False, "H", 0.815),
    ],
)
def test_widths_are_those_of_the_office_font(
    theme: Theme, typeface: Typeface, bold: bool, character: str, advance: float
) -> None:
    face = theme.faces[typeface, bold, False]
    assert face.advances[ord(character)] / face.units_per_em == pytest.approx(advance, abs=0.0006)


def test_code_is_bounded_by_a_constant(theme: Theme) -> None:
    face = theme.faces[Typeface.CODE, True, False]
    assert (face.units_per_em, dict(face.advances), face.fallback) == (1000, {}, 602)


def test_the_characters_of_french_are_measured(theme: Theme) -> None:
    french = set("àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’“”…–—°%$€?!;:")
    for typeface in (Typeface.BODY, Typeface.HEADING):
        assert {
            character for character in french if ord(character) not in theme.faces[typeface, False, False].advances
        } == set()
