"""What is committed is what the scripts make."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from make_template import read_theme, write_json
from template_maker.geometry import read_color
from template_maker.package import make_parts, pack

from chevalet.model.theme import Theme


def test_template_has_the_parts_its_script_makes(theme: Theme) -> None:
    made = {name: text.encode() for name, text in make_parts(read_theme()).items()}
    assert list(theme.parts) == list(made)
    assert [name for name in made if theme.parts[name] != made[name]] == []


def test_geometry_is_what_its_script_makes(folder: Path) -> None:
    assert (folder / "theme.json").read_text("utf-8") == write_json(read_theme())


def test_metrics_are_what_their_script_makes(folder: Path) -> None:
    pytest.importorskip("fontTools", reason="the faces are measured with fontTools")
    metrics = import_module("make_metrics")
    assert (folder / "metrics.json").read_text("utf-8") == metrics.write_json(metrics.make_metrics())


def test_packing_twice_gives_the_same_bytes() -> None:
    parts = {"b.xml": "<b/>", "a.xml": "<a/>"}
    assert pack(parts) == pack(parts)


def test_a_colour_yaml_took_for_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="between quotes"):
        read_color(184630)


def test_every_face_has_its_licence_beside_it(folder: Path) -> None:
    faces = sorted((folder / "fonts").glob("*/*.ttf"))
    assert len(faces) == 10
    assert [face for face in faces if "SIL OPEN FONT LICENSE" not in (face.parent / "OFL.txt").read_text("utf-8")] == []
