"""Words of a slide as typst: paragraphs in their places, lines as they were broken, lists as lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from chevalet.emit.deck_pdf.literal import color, content, length, text
from chevalet.emit.svg.drawing import CellBlock, FigureBlock, Label, SetLine, SetParagraph, TableBlock, TextBlock
from chevalet.emit.svg.palette import Palette
from chevalet.emit.svg.typeset import ASCENT, DESCENT
from chevalet.measure.pitch import EMU_PER_HUNDREDTH
from chevalet.model.deck import Align, Bullet, Run
from chevalet.model.theme import Typeface
from chevalet.units import EMU_PER_POINT

FACES = {Typeface.HEADING: "Gelasio", Typeface.BODY: "Carlito", Typeface.CODE: "Inconsolata"}
COUNTED = (Bullet.NUMBER, Bullet.LETTER)
_ALIGNS = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_SPARE = 36 * EMU_PER_POINT
"""What a column is wider than measured, so that a stand-in face never breaks a line again."""


class Wording(Struct, frozen=True):
    """What words need: the deck's colours, and the slide number of each key for links."""

    palette: Palette
    slides: Mapping[str, int]


def write_title(block: TextBlock, level: int, number: int, wording: Wording) -> str:
    """Return the title of a slide as a heading, which links point at."""
    title, *others = block.paragraphs
    # A heading's own size and weight are its level's, whatever is set around it.
    words = f"text(size: {title.paragraph.size / 100:g}pt, weight: 400, {_write_lines(title, wording)})"
    return "".join(
        (
            _place(title, f"heading(level: {level}, {words})", f"<s{number}>"),
            *(write_paragraph(each, wording) for each in others),
        )
    )


def write_flow(paragraphs: Sequence[SetParagraph], wording: Wording) -> str:
    """Return paragraphs, those with bullets or numbers as the items of lists."""
    written: list[str] = []
    place = 0
    while place < len(paragraphs):
        end = _list_end(paragraphs, place)
        if end == place:
            written.append(write_paragraph(paragraphs[place], wording))
            place += 1
        else:
            written.append(_write_list(paragraphs[place:end], wording))
            place = end
    return "".join(written)


def _list_end(paragraphs: Sequence[SetParagraph], start: int) -> int:
    """Return where the list ends that begins at `start`, which is `start` itself when none begins there."""
    first = paragraphs[start].paragraph
    if first.bullet is Bullet.NONE:
        return start
    end = start + 1
    while end < len(paragraphs):
        own = paragraphs[end].paragraph
        if own.level < first.level or (own.bullet is Bullet.NONE and not own.margin):
            break
        end += 1
    return end


def _write_list(paragraphs: Sequence[SetParagraph], wording: Wording) -> str:
    """Return a list: what follows an item's first paragraph, further lists too, is within the item."""
    level = paragraphs[0].paragraph.level
    begins = [
        place
        for place, each in enumerate(paragraphs)
        if each.paragraph.level == level and each.paragraph.bullet is not Bullet.NONE
    ]
    items = (
        f"{{{write_paragraph(paragraphs[begin], wording)}{write_flow(paragraphs[begin + 1 : end], wording)}}},"
        for begin, end in zip(begins, [*begins[1:], len(paragraphs)], strict=True)
    )
    return f"list({''.join(items)});"


def write_paragraph(paragraph: SetParagraph, wording: Wording) -> str:
    """Return a paragraph in its place, its number before it."""
    marker = paragraph.marker
    number = write_label(marker) if marker and paragraph.paragraph.bullet in COUNTED else ""
    return number + _place(paragraph, f"par({_write_lines(paragraph, wording)})")


def _place(paragraph: SetParagraph, body: str, label: str = "") -> str:
    """Return a body set in the column of a paragraph; a label is put behind it."""
    own = paragraph.paragraph
    left = 0 if paragraph.align is Align.LEFT else _SPARE
    right = 0 if paragraph.align is Align.RIGHT else _SPARE
    named = f", edges: {_edges(own.line_spacing)}" if own.line_spacing != 100 else ""
    named += f", side: {_ALIGNS[paragraph.align]}" if paragraph.align is not Align.LEFT else ""
    labelled = f"[#{body}{label}]" if label else body
    return (
        f"column({length(paragraph.x - left)}, {length(paragraph.top)}, {length(paragraph.width + left + right)}, "
        f"{own.size / 100:g}pt, {color(paragraph.color)}, {labelled}{named});"
    )


def _edges(spacing: int) -> str:
    """Return how far above and below its baseline a line goes, in ems."""
    return f"({ASCENT * spacing / 1_000_000:g}em, -{DESCENT * spacing / 1_000_000:g}em)"


def _write_lines(paragraph: SetParagraph, wording: Wording) -> str:
    expressions: list[str] = []
    for number, line in enumerate(paragraph.lines):
        if number:
            expressions.append("linebreak()")
        if line.indent:
            expressions.append(f"h({length(line.indent)})")
        expressions += _write_line(line, wording)
    return content(expressions)


def _write_line(line: SetLine, wording: Wording) -> list[str]:
    """Return the runs of a line; the space where it breaks is no longer seen, but parts words that are read."""
    last = len(line.pieces) - 1
    return [
        _write_run(run, f"{piece} " if line.spaced and number == last else piece, wording)
        for number, (run, piece) in enumerate(line.pieces)
    ]


def _write_run(run: Run, characters: str, wording: Wording) -> str:
    target = _target(run.link, wording.slides)
    look = {
        "weight": "700" if run.bold else "",
        "style": '"italic"' if run.italic else "",
        "font": f'"{FACES[run.typeface]}"' if run.typeface is not Typeface.BODY else "",
        "lang": f'"{run.language[:2]}"' if run.language else "",
        "fill": color(wording.palette.colors[run.color] if run.color else wording.palette.link)
        if run.color or target
        else "",
    }
    named = ", ".join(f"{name}: {value}" for name, value in look.items() if value)
    written = f"text({named}, {text(characters)})" if named else text(characters)
    if run.strike:
        written = f"strike({written})"
    if run.superscript:
        written = f"raised({written})"
    return f"link({target}, underline({written}))" if target else written


def _target(link: str, slides: Mapping[str, int]) -> str:
    """Return what a link points at, empty when it is a slide that is not there."""
    if not link.startswith("#"):
        return text(link) if link else ""
    return f"<s{slides[link[1:]]}>" if link[1:] in slides else ""


def write_label(label: Label) -> str:
    """Return a line of one look where it stands."""
    weight = ", weight: 700" if label.bold else ""
    look = f"{label.size / 100:g}pt, {color(label.color)}, {_ALIGNS[label.align]}"
    top = label.baseline - label.size * EMU_PER_HUNDREDTH * ASCENT / 10_000
    face = f'"{FACES[label.typeface]}"'
    return f"label-at({length(label.x)}, {length(top)}, {look}, {face}, {text(label.text)}{weight});"


def write_figure(block: FigureBlock, wording: Wording) -> str:
    """Return the words of a drawing as a figure, which its alt text describes."""
    inner = "".join(write_paragraph(each, wording) for each in block.paragraphs)
    inner += "".join(map(write_label, block.labels))
    return f"drawn({text(block.alt)}, {{{inner}}});" if block.alt else inner


def write_table(block: TableBlock, wording: Wording) -> str:
    """Return a table whose columns and rows are as wide and high as they were measured; its first row is its header."""
    first = block.rows[0]
    if not first:
        return ""
    columns = "".join(f"{length(cell.box.width)}," for cell in first)
    rows = "".join(f"{length(row[0].box.height)}," for row in block.rows)
    header, *others = ["".join(f"{_write_cell(cell, wording)}," for cell in row) for row in block.rows]
    place = f"dx: {length(first[0].box.x)}, dy: {length(first[0].box.y)}"
    return f"place({place}, grid-of(({columns}), ({rows}), table.header(repeat: false, {header}), {''.join(others)}));"


def _write_cell(cell: CellBlock, wording: Wording) -> str:
    """Return a cell, its words standing in it where they were placed."""
    inner = "".join(_place_in(each, cell, wording) for each in cell.paragraphs)
    return f"{{{inner}}}"


def _place_in(paragraph: SetParagraph, cell: CellBlock, wording: Wording) -> str:
    moved = SetParagraph(
        paragraph.paragraph,
        paragraph.x - cell.box.x,
        paragraph.top - cell.box.y,
        paragraph.width,
        paragraph.lines,
        paragraph.color,
        paragraph.align,
    )
    return write_paragraph(moved, wording)
