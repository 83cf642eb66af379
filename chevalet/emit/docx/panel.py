"""Panels: a label over its content, the label repeated where the panel goes on overleaf."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from chevalet.emit.docx.book import Book, Frame
from chevalet.emit.docx.paragraph import SPACER, wrap
from chevalet.emit.docx.runs import write_runs, write_text
from chevalet.emit.docx.table import write_cell
from chevalet.emit.pptx.markup import escape_line
from chevalet.model.flow import FlowBlocks, Panel, Role
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.theme import Color

WriteBlocks = Callable[[FlowBlocks, Frame, Book], list[str]]

KEPT = "<w:keepNext/>"
_PADDING = 200
_NARROW, _BROAD, _BROADEST = 10, 19, 36  # eighths of a point: told apart in grey too
_LABEL_MARGINS = '<w:tcMar><w:bottom w:w="0" w:type="dxa"/></w:tcMar>'
WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_BODY_MARGINS = '<w:tcMar><w:top w:w="20" w:type="dxa"/></w:tcMar>'
_FEW = 2  # paragraphs
_PARAGRAPH, _RULED, _PAGE = 17, 8, 560  # about how high these are, in points; what a ruled line has more
_ROW_HEIGHT = re.compile(r'<w:trHeight w:val="(\d+)"')


class Look(Struct, frozen=True):
    """How the panels of a role are drawn: the rule at their left (in eighths of a point) and what fills them."""

    rule: Color
    fill: Color
    width: int


LOOKS: Mapping[Role, Look] = MappingProxyType(
    {
        Role.KEY: Look(Color.ACCENT, Color.ACCENT_PALE, _BROAD),
        Role.CASE: Look(Color.MUTED, Color.PANEL, _BROAD),
        Role.ACTIVITY: Look(Color.ACCENT, Color.ACCENT_PALE, _BROADEST),
        Role.WORKSHEET: Look(Color.ACCENT, Color.PAPER, _BROAD),
        Role.QUIZ: Look(Color.ACCENT, Color.PANEL, _BROAD),
        Role.ANSWER: Look(Color.INK, Color.PAPER, _NARROW),
        Role.SAY: Look(Color.ACCENT, Color.PAPER, _NARROW),
        Role.DO: Look(Color.MUTED, Color.PAPER, _NARROW),
        Role.ASK: Look(Color.ACCENT, Color.PAPER, _BROAD),
        Role.PLAIN: Look(Color.RULE, Color.PANEL, _NARROW),
    }
)


def write_panel(panel: Panel, frame: Frame, book: Book, write: WriteBlocks) -> str:
    """Return a panel as a table of one column, whose header row is its label."""
    look = LOOKS[panel.role]
    inner = Frame(inside_panel(frame.width), is_beside=frame.is_beside)
    label = _write_label(panel, inner, book)
    paper = look.fill is Color.PAPER
    shade = "" if paper else f'<w:shd w:val="clear" w:color="auto" w:fill="{book.color(look.fill)}"/>'
    head = write_cell(label, frame.width, shade + _LABEL_MARGINS)
    header = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>" if label else ""
    properties = shade + (_BODY_MARGINS if label else "")
    body = "".join(
        f"<w:tr>{WHOLE if _is_whole(content, frame, book) else ''}{write_cell(content, frame.width, properties)}</w:tr>"
        for content in _write_body(panel.blocks, inner, book, write)
    )
    return f"{_open_panel(look, plain_text(panel.label), frame, book)}{header}{body}</w:tbl>{SPACER}"


def inside_panel(width: int) -> int:
    """Return the width of what stands in a panel."""
    return width - 2 * _PADDING


def _write_body(blocks: FlowBlocks, frame: Frame, book: Book, write: WriteBlocks) -> list[str]:
    """Return what each row holds: all of a panel that fits a page, else one block, so that it is cut between two."""
    written = list(filter(None, write(blocks, frame, book))) or [wrap("")]
    content = "".join(written)
    if _is_short(content, book):
        return [content]
    # A row whose first paragraph is kept with the next one is kept with the next row: all of them would move together.
    return [row.replace(KEPT, '<w:keepNext w:val="0"/>') for row in join_kept(written)]


def join_kept(written: list[str]) -> list[str]:
    """Return blocks as rows: those that end with a paragraph kept with the next one share its row."""
    rows: list[str] = []
    for block in written:
        if rows and KEPT in rows[-1][rows[-1].rfind("<w:p>") :]:
            rows[-1] += block
        else:
            rows.append(block)
    return rows


def _is_whole(content: str, frame: Frame, book: Book) -> bool:
    """Tell whether a panel may not be parted.

    A tall one beside a picture may: LibreOffice does not move it to the next page, and cuts off what does not fit.
    """
    return _is_short(content, book) and (not frame.is_beside or content.count("<w:p>") <= _FEW)


def _is_short(content: str, book: Book) -> bool:
    """Tell whether written blocks surely fit a page: LibreOffice cuts off a row that may not be parted and must."""
    rows = sum(map(int, _ROW_HEIGHT.findall(content))) / 20
    lines = _PARAGRAPH * content.count("<w:p>") + _RULED * content.count('"RoomLine"')
    return rows + lines * book.scale < _PAGE


def _write_label(panel: Panel, frame: Frame, book: Book) -> str:
    label = write_runs(panel.label, frame, book)
    details = "".join(_write_detail(name, value, frame, book) for name, value in panel.details)
    if not label and not details:
        return ""
    style = f"Panel{panel.role.value.capitalize()}"
    return wrap(label, style, KEPT) + (wrap(details, "PanelDetails", KEPT) if details else "")


def _write_detail(name: Inlines, value: Inlines, frame: Frame, book: Book) -> str:
    """Return a named value; a wide space parts it from the next."""
    named = write_text(plain_text(name) + "\u00a0", "DetailName")
    return named + write_runs(value, frame, book) + write_text("\u2003")


def _open_panel(look: Look, caption: str, frame: Frame, book: Book) -> str:
    rule = f'<w:left w:val="single" w:sz="{look.width}" w:space="0" w:color="{book.color(look.rule)}"/>'
    described = f'<w:tblCaption w:val="{escape_line(caption)}"/>' if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PanelTable"/><w:tblW w:w="{frame.width}" w:type="dxa"/>'
        f'<w:tblBorders>{rule}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/>{described}</w:tblPr><w:tblGrid><w:gridCol w:w="{frame.width}"/></w:tblGrid>'
    )
