"""A workbook being written: styles made once, and cells that no text can turn into a formula."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

from msgspec import Struct
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.archive import pack
from chevalet.emit.xlsx.palette import Palette
from chevalet.model.flow import Paper
from chevalet.model.theme import Theme, Typeface

# Groups of three digits parted by a space, whatever the language of the program.
COUNT = "[>=1000000]#\\ ###\\ ##0;[>=1000]#\\ ##0;0"
_CREATED = datetime(1980, 1, 1)  # a fixed mark, not a moment
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_THEME = "ppt/theme/theme1.xml"
_CORE = "docProps/core.xml"
_PAPERS: Mapping[Paper, int] = {Paper.LETTER: 1, Paper.A3: 8, Paper.A4: 9}
# A footer holds 255 UTF-16 units, codes and doubled signs included.
_LONGEST_TITLE = 50
_FORMULA = ("=", "+", "-", "@", "'")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 32_767


class _Sheet(Worksheet):  # type: ignore[misc]
    """A sheet whose formulas are written as they are: none is of those that XlsxWriter looks for, at 0.5 ms each."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002 — XlsxWriter's own
        return formula.lstrip("{=").removesuffix("}")


class Label(Struct, frozen=True):
    """What a workbook says of itself, and the sheet of paper it is printed on; `language` is a BCP 47 tag."""

    title: str
    subject: str
    author: str
    language: str
    paper: Paper


class Cells:
    """A workbook with its colours and styles; `finish` gives its bytes, after which it is closed."""

    def __init__(self, label: Label, colors: Palette, theme: Theme) -> None:
        self.label = label
        self.colors = colors
        self.heading = theme.fonts[Typeface.HEADING]
        self._body = theme.fonts[Typeface.BODY]
        self._styles: dict[tuple[tuple[str, object], ...], Format] = {}
        self._buffer = BytesIO()
        self.workbook = Workbook(self._buffer, _OPTIONS)
        if _THEME in theme.parts:
            self.workbook.use_custom_theme(StringIO(theme.parts[_THEME].decode()))
        self.workbook.set_properties(self._properties())

    def _properties(self) -> dict[str, object]:
        label = self.label
        about = {"title": label.title, "author": label.author, "subject": label.subject}
        return {**{name: clean(text) for name, text in about.items()}, "created": _CREATED}

    def style(self, **properties: object) -> Format:
        """Return the format of these properties, the body's font and ink unless they say otherwise."""
        whole = {"font_name": self._body, "font_size": 11, "font_color": self.colors.ink, "valign": "vcenter"}
        whole |= properties
        key = tuple(sorted(whole.items(), key=lambda each: each[0]))
        if key not in self._styles:
            self._styles[key] = self.workbook.add_format(whole)
        return self._styles[key]

    def text(self, sheet: Worksheet, place: tuple[int, int], text: str, **style: object) -> None:
        """Write text as text: what could be read as a formula, now or once edited, is marked not to be."""
        text = clean(text)
        if not text:
            sheet.write_blank(*place, None, self.style(**style))
            return
        sheet.write_string(*place, text, self.style(**style, **mark(text)))

    def add_sheet(self, name: str, color: str) -> Worksheet:
        """Add a sheet, set up to be printed on the region's paper, as wide as a page in landscape."""
        sheet = self.workbook.add_worksheet(name, _Sheet)
        sheet.set_tab_color(color)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_PAPERS[self.label.paper])
        sheet.set_margins(0.5, 0.5, 0.5, 0.6)
        sheet.fit_to_pages(1, 0)
        footer = clean(f"{self.label.title[:_LONGEST_TITLE]} – {name}").replace("&", "&&")
        sheet.set_footer(f"&L&8{footer}&R&8&P / &N")
        return sheet

    def finish(self) -> bytes:
        """Return the file, its zip dated and ordered the same whenever it is made."""
        self.workbook.close()
        with ZipFile(self._buffer) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        closing = b"</cp:coreProperties>"
        language = f"<dc:language>{self.label.language}</dc:language>".encode()
        parts[_CORE] = parts[_CORE].replace(closing, language + closing)
        return pack(parts)


def mark(text: str) -> dict[str, object]:
    """Return the style that keeps text from being read as a formula once somebody edits its cell."""
    return {"quote_prefix": True} if text.startswith(_FORMULA) else {}


def clean(text: str) -> str:
    """Return `text` as XML and a cell can hold it, on lines ended by a line feed, no blank before it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("", lines).lstrip("\t\n ")[:_LONGEST]
