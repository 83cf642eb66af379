"""Words as SVG text: one element a line, so that it stays text, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from chevalet.emit.svg.drawing import Block, FigureBlock, Label, SetLine, SetParagraph, TableBlock, TextBlock
from chevalet.emit.svg.palette import Palette
from chevalet.emit.svg.typeset import CHECK
from chevalet.emit.svg.units import escape, write_length
from chevalet.model.deck import Align, PlacedPicture, Run
from chevalet.model.theme import Typeface
from chevalet.units import EMU_PER_POINT

_ANCHORS = {Align.LEFT: "", Align.CENTER: ' text-anchor="middle"', Align.RIGHT: ' text-anchor="end"'}
FACES = {
    Typeface.HEADING: "Gelasio,Georgia,serif",
    Typeface.BODY: "Carlito,Calibri,sans-serif",
    Typeface.CODE: "Inconsolata,Consolas,monospace",
}
"""The open faces a deck is drawn in, then Office's, whose widths they share."""
_RAISED = 30
"""Per cent of the size by which a superscript is raised, as in the deck; it is set at two thirds of the size."""


def write_block(block: Block, palette: Palette) -> Iterator[str]:
    """Yield the elements of a block's words."""
    match block:
        case TextBlock():
            yield from _write_paragraphs(block.paragraphs, palette)
        case TableBlock():
            for row in block.rows:
                for cell in row:
                    yield from _write_paragraphs(cell.paragraphs, palette)
        case FigureBlock():
            yield from _write_paragraphs(block.paragraphs, palette)
            yield from map(write_label, block.labels)
        case PlacedPicture():
            return
        case _:
            assert_never(block)


def write_label(label: Label) -> str:
    """Return a line of one look; an empty box is drawn among the marks."""
    if label.text == CHECK:
        return ""
    look = _write_face(label.typeface, label.bold)
    place = f'x="{write_length(label.x)}" y="{write_length(label.baseline)}" font-size="{label.size / 100:g}"'
    return f'<text {place}{look} fill="#{label.color}"{_ANCHORS[label.align]}>{escape(label.text)}</text>'


def _write_face(typeface: Typeface, bold: bool = False, italic: bool = False) -> str:
    look = "" if typeface is Typeface.BODY else f' font-family="{FACES[typeface]}"'
    look += ' font-weight="700"' if bold else ""
    return look + (' font-style="italic"' if italic else "")


def _write_paragraphs(paragraphs: tuple[SetParagraph, ...], palette: Palette) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.marker:
            yield write_label(paragraph.marker)
        for line in paragraph.lines:
            if line.pieces:
                yield _write_line(paragraph, line, palette)


def _write_line(paragraph: SetParagraph, line: SetLine, palette: Palette) -> str:
    """Return one line; what all its runs share is said once, on the line."""
    first, text = line.pieces[0][0], "".join([piece for _, piece in line.pieces])
    place = f'x="{_anchor(paragraph, line)}" y="{write_length(line.baseline)}"'
    kept = ' xml:space="preserve"' if "  " in text or text[:1] == " " else ""
    look, color = _write_face(first.typeface), paragraph.color
    if len(line.pieces) == 1 and not (first.superscript or first.strike or first.link or first.language):
        look, words = _write_face(first.typeface, first.bold, first.italic), escape(text)
        color = palette.colors[first.color] if first.color else color
    else:
        words = "".join(_write_runs(line, paragraph.paragraph.size, palette))
    size = f'font-size="{paragraph.paragraph.size / 100:g}"'
    return f'<text {place} {size}{look} fill="#{color}"{_ANCHORS[paragraph.align]}{kept}>{words}</text>'


def _anchor(paragraph: SetParagraph, line: SetLine) -> str:
    """Return where a line begins, has its middle or ends."""
    room = paragraph.width - line.indent
    share = {Align.LEFT: 0, Align.CENTER: room // 2, Align.RIGHT: room}[paragraph.align]
    return write_length(paragraph.x + line.indent + share)


def _write_runs(line: SetLine, size: int, palette: Palette) -> Iterator[str]:
    """Yield the runs of a line; a raised one goes up, and the next one down again."""
    typeface, is_up = line.pieces[0][0].typeface, False
    raised = write_length(size * EMU_PER_POINT * _RAISED / 10_000)
    for run, text in line.pieces:
        look = "" if run.typeface is typeface else f' font-family="{FACES[run.typeface]}"'
        if run.superscript != is_up:
            look += f' dy="{"-" if run.superscript else ""}{raised}"'
            is_up = run.superscript
        if run.superscript:
            look += f' font-size="{size / 150:.4g}"'
        look += _write_marks(run, palette)
        yield f"<tspan{look}>{escape(text)}</tspan>" if look else escape(text)


def _write_marks(run: Run, palette: Palette) -> str:
    """Return the attributes of what a run has of its own."""
    look = ' font-weight="700"' if run.bold else ""
    look += ' font-style="italic"' if run.italic else ""
    if run.color or run.link:
        look += f' fill="#{palette.colors[run.color] if run.color else palette.link}"'
    decoration = " ".join(filter(None, ("line-through" if run.strike else "", "underline" if run.link else "")))
    look += f' text-decoration="{decoration}"' if decoration else ""
    return look + (f' xml:lang="{run.language}"' if run.language else "")
