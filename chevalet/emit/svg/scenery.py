"""What a layout shows by itself: its background, the shapes drawn on it, and the bullets its bodies have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from chevalet.emit.svg.drawing import Label
from chevalet.emit.svg.geometry import write_path, write_rectangle
from chevalet.emit.svg.palette import Palette, master_part
from chevalet.emit.svg.typeset import ASCENT, Bulleting
from chevalet.emit.svg.units import write_length
from chevalet.measure.pitch import EMU_PER_HUNDREDTH
from chevalet.model.theme import Color, Layout, Theme, Typeface
from chevalet.units import Box

_BACKGROUND = re.compile(r"<p:bg>(.*?)</p:bg>", re.DOTALL)
_SHAPE = re.compile(r"<p:(sp|cxnSp)>.*?</p:\1>", re.DOTALL)
_PLACE = re.compile(
    r'<a:xfrm([^>]*)>\s*<a:off x="(-?\d+)" y="(-?\d+)"\s*/>\s*<a:ext cx="(\d+)" cy="(\d+)"\s*/>', re.DOTALL
)
_PROPERTIES = re.compile(r"<p:spPr>(.*?)</p:spPr>", re.DOTALL)
_LINE = re.compile(r'<a:ln(?: w="(\d+)")?[^>]*>(.*?)</a:ln>', re.DOTALL)
_PRESET = re.compile(r'<a:prstGeom prst="(\w+)"')
_TEXT = re.compile(r'<a:rPr[^>]*? sz="(\d+)"[^>]*>(.*?)</a:rPr>\s*<a:t>([^<]*)</a:t>', re.DOTALL)
_PLACEHOLDER = re.compile(r"<p:ph\b([^>]*)>")
_INDEX = re.compile(r'idx="(\d+)"')
_LEVEL = re.compile(
    r"<a:lvl(\d)pPr\b(?:(?!</a:lvl\dpPr>).)*?<a:buClr>(.*?)</a:buClr>.*?<a:buChar char=\"([^\"]*)\"", re.DOTALL
)


class Scenery(Struct, frozen=True):
    """The look of one layout: its background in hex, its marks, its words; bullets by placeholder index and level."""

    background: str
    marks: tuple[str, ...]
    labels: tuple[Label, ...]
    bullets: dict[int, dict[int, Bulleting]]


def read_scenery(theme: Theme, layout: Layout, palette: Palette) -> Scenery:
    """Return what the template draws on the slides of a layout, the master's shapes first."""
    own = theme.parts[layout.part].decode("utf-8-sig")
    master = theme.parts.get(master_part(theme, layout), b"").decode("utf-8-sig")
    background = _read_background(own, palette) or _read_background(master, palette) or palette.colors[Color.PAPER]
    shapes = [*([] if 'showMasterSp="0"' in own else _shapes(master)), *_shapes(own)]
    free = [shape for shape in shapes if not _PLACEHOLDER.search(shape)]
    marks = [mark for shape in free for mark in _draw(shape, palette)]
    labels = [label for shape in free for label in _read_text(shape, palette)]
    bullets = {_index(shape): _read_bullets(shape, palette) for shape in _shapes(own) if _PLACEHOLDER.search(shape)}
    return Scenery(background, tuple(marks), tuple(labels), bullets)


def _shapes(part: str) -> list[str]:
    return [found.group() for found in _SHAPE.finditer(part)]


def _read_background(part: str, palette: Palette) -> str:
    found = _BACKGROUND.search(part)
    return palette.read(found.group(1)) if found else ""


def _place(shape: str) -> tuple[str, Box] | None:
    found = _PLACE.search(shape)
    if found is None:
        return None
    turn, *lengths = found.groups()
    return turn, Box(*map(int, lengths))


def _draw(shape: str, palette: Palette) -> Iterator[str]:
    """Yield the mark of a drawn shape: a line, or a rectangle of one colour."""
    placed, properties = _place(shape), _PROPERTIES.search(shape)
    if placed is None or properties is None:
        return
    turn, box = placed
    line = _LINE.search(properties.group(1))
    stroke = palette.read(line.group(2)) if line else ""
    preset = _PRESET.search(properties.group(1))
    if preset and preset.group(1) == "line":
        left, right = (box.right, box.x) if 'flipH="1"' in turn else (box.x, box.right)
        top, bottom = (box.bottom, box.y) if 'flipV="1"' in turn else (box.y, box.bottom)
        width = write_length(int(line.group(1) or 9525)) if line else "1"
        yield f'{write_path(((left, top), (right, bottom)))} stroke="#{stroke}" stroke-width="{width}"/>'
        return
    fill = palette.read(_LINE.sub("", properties.group(1)))
    if fill:
        yield f'{write_rectangle(box)} fill="#{fill}"/>'


def _read_text(shape: str, palette: Palette) -> Iterator[Label]:
    """Yield the words of an ornament, which begin at its top left."""
    placed = _place(shape)
    for size, look, text in _TEXT.findall(shape) if placed else ():
        typeface = Typeface.HEADING if "+mj-lt" in look else Typeface.BODY
        baseline = placed[1].y + int(size) * EMU_PER_HUNDREDTH * ASCENT // 10_000 if placed else 0
        color = palette.read(look) or palette.colors[Color.INK]
        yield Label(unescape(text), placed[1].x if placed else 0, baseline, int(size), color, typeface=typeface)


def _index(shape: str) -> int:
    mark = _PLACEHOLDER.search(shape)
    found = _INDEX.search(mark.group(1)) if mark else None
    return int(found.group(1)) if found else 0


def _read_bullets(shape: str, palette: Palette) -> dict[int, Bulleting]:
    return {
        int(level) - 1: Bulleting(unescape(character), palette.read(color))
        for level, color, character in _LEVEL.findall(shape)
    }
