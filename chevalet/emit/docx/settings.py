"""The parts that hold no text: settings, theme, properties."""

from __future__ import annotations

import re

from chevalet.emit.docx.book import Book
from chevalet.emit.docx.sheet import WORD
from chevalet.emit.palette import WHITE, pick_accent
from chevalet.emit.pptx.markup import encode, escape, escape_line
from chevalet.model.inline import plain_text

_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_SLOTS = (
    ("bg1", "light1"),
    ("t1", "dark1"),
    ("bg2", "light2"),
    ("t2", "dark2"),
    *((f"accent{number}", f"accent{number}") for number in range(1, 7)),
    ("hyperlink", "hyperlink"),
    ("followedHyperlink", "followedHyperlink"),
)
_ACCENT = re.compile(rb"(<a:accent1>).*?(</a:accent1>)", re.DOTALL)
_PAPER = re.compile(rb"(<a:lt1>).*?(</a:lt1>)", re.DOTALL)
_WORD_2013 = 15


def write_settings(book: Book) -> bytes:
    """Return the settings: hyphens, which colour of the theme is which, and the Word whose layout to follow."""
    slots = " ".join(f'w:{name}="{color}"' for name, color in _SLOTS)
    language = escape_line(book.flow.language)
    return encode(
        f'<w:settings xmlns:w="{WORD}"><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        f'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="{_WORD_2013}"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:clrSchemeMapping {slots}/></w:settings>'
    )


def write_theme(book: Book) -> bytes:
    """Return the theme's colours and fonts, which charts name: its accent the workshop's, its paper white."""
    name = min(name for name in book.theme.parts if name.startswith("ppt/theme/") and name.endswith(".xml"))
    colored = _fill(_ACCENT, pick_accent(book.flow, book.theme), book.theme.parts[name])
    return _fill(_PAPER, WHITE, colored)


def _fill(slot: re.Pattern[bytes], color: str, theme: bytes) -> bytes:
    return slot.sub(rb'\1<a:srgbClr val="%s"/>\2' % color.upper().encode(), theme)


def write_core(book: Book) -> bytes:
    """Return the core properties; without a date, so that the same flow gives the same bytes."""
    flow = book.flow
    return encode(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(plain_text(flow.title))}</dc:title><dc:subject>{escape(plain_text(flow.subtitle))}</dc:subject>"
        f"<dc:creator>{escape(flow.author)}</dc:creator><dc:language>{escape(flow.language)}</dc:language>"
        "</cp:coreProperties>"
    )


def write_app() -> bytes:
    return encode(f'<Properties xmlns="{_APP}"><Application>Chevalet</Application></Properties>')
