"""Makes `template.pptx` and `theme.json` from `theme.yaml`: `python themes/chevalet/make_template.py`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER), str(FOLDER.parents[1])]

import yaml  # noqa: E402
from template_maker.geometry import resolve_theme  # noqa: E402
from template_maker.package import make_parts, pack  # noqa: E402

BUILD_KEYS = ("name", "slide", "content", "columns", "gutter", "fonts", "colors", "accents", "levels", "table_style")
LAYOUT_KEYS = ("name", "part", "background", "content", "roomier")


def read_theme() -> dict[str, Any]:
    """Return the theme resolved to plain data."""
    return resolve_theme(yaml.safe_load((FOLDER / "theme.yaml").read_text("utf-8")))


def write_json(theme: dict[str, Any]) -> str:
    """Return `theme.json`: what a build reads, a placeholder a line so that a change can be read in a review."""
    head = [f"{write_value(name)}: {write_value(theme[name])}" for name in BUILD_KEYS]
    layouts = [f"{write_value(role)}: {write_layout(layout)}" for role, layout in theme["layouts"].items()]
    return "{\n" + ",\n".join(head) + ',\n"layouts": {\n' + ",\n".join(layouts) + "\n}}\n"


def write_layout(layout: dict[str, Any]) -> str:
    head = [f"{write_value(name)}: {write_value(layout[name])}" for name in LAYOUT_KEYS]
    placeholders = [
        f" {write_value(name)}: {write_value({key: value for key, value in entry.items() if key != 'prompt'})}"
        for name, entry in layout["placeholders"].items()
    ]
    return "{" + ", ".join(head) + ', "placeholders": {\n' + ",\n".join(placeholders) + "}}"


def write_value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    theme = read_theme()
    (FOLDER / "theme.json").write_text(write_json(theme), "utf-8")
    (FOLDER / "template.pptx").write_bytes(pack(make_parts(theme)))


if __name__ == "__main__":
    main()
