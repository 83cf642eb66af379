"""Typst, opened once a process: the style's files, and the compiler with the theme's faces and no other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

STYLE = Path(__file__).with_name("style")


def compile_pdf(files: Mapping[str, str | bytes], font_folder: str) -> bytes:
    """Return the PDF/UA-1 of `main.typ` and of the files it names; what typst refuses is a fault of the emitter's."""
    sources = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    project = {**read_style(), **sources}
    # Its stubs know paths and bytes only; files by name are taken too, when they are text.
    pages = open_compiler(font_folder).compile(project, format="pdf", pdf_standards=["ua-1"])  # type: ignore[type-var]
    if not isinstance(pages, bytes):
        raise TypeError(type(pages))
    return pages


@cache
def open_compiler(font_folder: str) -> typst.Compiler:
    """Return the compiler of a folder of faces: it keeps what it has laid out, so one serves for all documents.

    It takes one document at a time: several at once want several processes, never threads.
    """
    import typst  # noqa: PLC0415 - 80 MB that only a PDF needs

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


@cache
def read_style() -> Mapping[str, bytes]:
    """Return the files of the style by name."""
    return {path.name: path.read_bytes() for path in sorted(STYLE.glob("*.typ"))}
