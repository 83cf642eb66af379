"""PNG pictures of SVG drawings, for programs that cannot show SVG: all those of a document in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chevalet.emit.docx.book import TWIPS_PER_INCH
from chevalet.emit.docx.columns import share_columns
from chevalet.emit.docx.panel import inside_panel
from chevalet.emit.pdf.compiling import open_compiler
from chevalet.model.flow import Columns, Drawing, FlowBlocks, Panel

_RESOLUTION = 120  # pixels an inch, where the drawing itself, which is sharp at any size, cannot be shown
_PAGE = """#set page(width: {width:.2f}in, height: auto, margin: 0pt)
#image("{number}.svg", width: 100%)
"""


def measure_drawings(blocks: FlowBlocks, width: int) -> dict[bytes, int]:
    """Return the greatest width at which each drawing is shown, in twentieths of a point, in a text of `width`."""
    widths: dict[bytes, int] = {}
    for drawing, room in _walk(blocks, width):
        widths[drawing.svg] = max(1, room * drawing.width // 100, widths.get(drawing.svg, 0))
    return widths


def _walk(blocks: FlowBlocks, width: int) -> Iterator[tuple[Drawing, int]]:
    for block in blocks:
        match block:
            case Drawing():
                yield block, width
            case Columns(columns):
                for column, room in zip(columns, share_columns(block, width), strict=True):
                    yield from _walk(column, room)
            case Panel():
                yield from _walk(block.blocks, inside_panel(width))
            case _:
                pass


def rasterize(widths: Mapping[bytes, int], font_folder: str) -> dict[bytes, bytes]:
    """Return the PNG of each SVG at the width it is shown, its words set in the faces of a folder."""
    if not widths:
        return {}
    pages = (_PAGE.format(width=width / TWIPS_PER_INCH, number=number) for number, width in enumerate(widths.values()))
    files = {f"{number}.svg": svg for number, svg in enumerate(widths)}
    return dict(zip(widths, _compile({"main.typ": "".join(pages).encode(), **files}, font_folder), strict=True))


def _compile(files: dict[str, bytes], font_folder: str) -> list[bytes]:
    """Return the pages of `main.typ` as PNG."""
    made = open_compiler(font_folder).compile(files, format="png", ppi=_RESOLUTION)  # type: ignore[type-var]
    pages = made if isinstance(made, list) else [made]
    return [bytes(page) for page in pages if page is not None]
