"""PNG pictures of SVG drawings, for programs that cannot show SVG: all those of a document in one go."""

from __future__ import annotations

from collections.abc import Iterable

from chevalet.model.flow import Drawing

_TEXT_WIDTH = 6.6  # inches
_RESOLUTION = 110
_PAGE = """#set page(width: {width:.2f}in, height: auto, margin: 0pt)
#image("{number}.svg", width: 100%)
"""


def rasterize(drawings: Iterable[Drawing], font_folder: str) -> dict[bytes, bytes]:
    """Return the PNG of each SVG as wide as it is shown, its words set in the faces of a folder."""
    widths: dict[bytes, int] = {}
    for drawing in drawings:
        widths[drawing.svg] = max(drawing.width, widths.get(drawing.svg, 0))
    if not widths:
        return {}
    pages = (
        _PAGE.format(width=_TEXT_WIDTH * max(1, width) / 100, number=number)
        for number, width in enumerate(widths.values())
    )
    files = {f"{number}.svg": svg for number, svg in enumerate(widths)}
    return dict(zip(widths, _compile({"main.typ": "".join(pages).encode(), **files}, font_folder), strict=True))


def _compile(files: dict[str, bytes], font_folder: str) -> list[bytes]:
    """Return the pages of `main.typ` as PNG."""
    import typst  # noqa: PLC0415 — most documents have no drawing

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder])
    made = typst.Compiler(font_paths=fonts, ignore_system_fonts=True).compile(files, format="png", ppi=_RESOLUTION)  # type: ignore[type-var]
    pages = made if isinstance(made, list) else [made]
    return [bytes(page) for page in pages if page is not None]
