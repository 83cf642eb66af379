"""Content controls (`w:sdt`): what can be filled in, each with the name that a screen reader says."""

from __future__ import annotations

from chevalet.emit.docx.book import Book
from chevalet.emit.pptx.markup import escape_line

_LONGEST_NAME = 64  # characters: Word refuses a longer title or tag
_EMPTY_BOX = "☐"
_LINE = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:tab/></w:r>'
_NEXT_LINE = "<w:r><w:br/></w:r>"
_MANY_LINES = '<w:showingPlcHdr/><w:text w:multiLine="1"/>'
_BLANK = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t xml:space="preserve">\u2003\u2003</w:t></w:r>'


def write_room(name: str, label: str, lines: int, book: Book) -> str:
    """Return a control for text, `lines` ruled lines high; its paragraph has the tab stop that rules them."""
    content = _NEXT_LINE.join([_LINE] * max(1, lines))
    return _write_control(name, label, _MANY_LINES, content, book)


def write_lines(name: str, label: str, lines: int, properties: str, book: Book) -> str:
    """Return a control of ruled paragraphs, each with these properties; what is written in it may have paragraphs."""
    ruled = f"<w:p><w:pPr>{properties}</w:pPr>{_LINE}</w:p>"
    return _write_control(name, label, "<w:showingPlcHdr/>", ruled * max(1, lines), book)


def write_cell_room(name: str, label: str, book: Book) -> str:
    """Return a control for text in a cell, whose rules are those of the table."""
    return _write_control(name, label, _MANY_LINES, _BLANK, book)


def write_date(name: str, label: str, book: Book) -> str:
    """Return a control that opens a calendar."""
    language = escape_line(book.flow.language)
    kind = (
        f'<w:showingPlcHdr/><w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="{language}"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _write_control(name, label, kind, _LINE, book)


def write_dropdown(name: str, label: str, options: tuple[str, ...], book: Book) -> str:
    """Return a control that offers a list; two options that read the same are one, as Word wants them."""
    items = "".join(
        f'<w:listItem w:displayText="{text}" w:value="{text}"/>' for text in dict.fromkeys(map(escape_line, options))
    )
    kind = f"<w:showingPlcHdr/><w:dropDownList>{items}</w:dropDownList>"
    return _write_control(name, label, kind, _LINE, book)


def write_checkbox(name: str, label: str, book: Book, *, is_checked: bool = False) -> str:
    """Return a box to tick."""
    shown = "☒" if is_checked else _EMPTY_BOX
    kind = (
        f'<w14:checkbox><w14:checked w14:val="{is_checked:d}"/><w14:checkedState w14:val="2612" '
        'w14:font="Segoe UI Symbol"/><w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox>'
    )
    content = f'<w:r><w:rPr><w:rStyle w:val="Box"/></w:rPr><w:t>{shown}</w:t></w:r>'
    return _write_control(name, label, kind, content, book)


def _write_control(name: str, label: str, kind: str, content: str, book: Book) -> str:
    number = book.number_control()
    title = _shorten(label)
    tag = _shorten(name or f"room-{number}")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape_line(title)}"/><w:tag w:val="{escape_line(tag)}"/>'
        f'<w:id w:val="{number}"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"
