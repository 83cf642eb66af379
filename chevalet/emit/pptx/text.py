"""Paragraphs and runs as DrawingML: size and language always said, the rest where it differs from the inherited."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from chevalet.emit.pptx.color import write_fill
from chevalet.emit.pptx.count import join_counts
from chevalet.emit.pptx.markup import escape, escape_line
from chevalet.emit.pptx.page import Page, slide_part
from chevalet.model.deck import Align, Bullet, Run, TextParagraph
from chevalet.model.theme import Level, Typeface


class Inherited(Struct, frozen=True):
    """What a paragraph has without saying so; `bold` None is unknown, so always written.

    `levels` are the bulleted levels of a body placeholder, empty elsewhere.
    """

    typeface: Typeface = Typeface.BODY
    bold: bool | None = False
    line_spacing: int = 100
    levels: tuple[Level, ...] = ()


FREE_TEXT = Inherited()

_ALIGNMENTS = {Align.LEFT: "", Align.CENTER: ' algn="ctr"', Align.RIGHT: ' algn="r"'}
_NUMBERINGS = {Bullet.NUMBER: "arabicPeriod", Bullet.LETTER: "alphaUcPeriod"}
_NO_BULLET = "<a:buNone/>"
_FREE_BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
_BOX_BULLET = '<a:buFont typeface="Segoe UI Symbol"/><a:buChar char="☐"/>'
# Without it a link takes the theme's link colour whatever its run says (PowerPoint 2019 and later).
_KEEP_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


def write_paragraphs(paragraphs: tuple[TextParagraph, ...], inherited: Inherited, page: Page) -> str:
    """Return `a:p` elements: an empty one when there is nothing to write, since a text body needs one."""
    written = "".join([_write_paragraph(paragraph, inherited, page) for paragraph in join_counts(paragraphs)])
    return written or f'<a:p><a:endParaRPr lang="{page.book.language}"/></a:p>'


def _write_paragraph(paragraph: TextParagraph, inherited: Inherited, page: Page) -> str:
    runs = "".join([_write_run(run, paragraph.size, inherited, page) for run in paragraph.runs if run.text])
    language = paragraph.runs[-1].language if paragraph.runs else ""
    end = f'<a:endParaRPr lang="{language or page.book.language}" sz="{paragraph.size}"/>'
    return f"<a:p>{write_paragraph_properties(paragraph, inherited)}{runs}{end}</a:p>"


def write_paragraph_properties(paragraph: TextParagraph, inherited: Inherited) -> str:
    """Return `a:pPr`: level, margins, alignment, spacing and bullet."""
    attributes = _margins(paragraph, inherited) + _ALIGNMENTS[paragraph.align]
    if paragraph.level:
        attributes = f' lvl="{paragraph.level}"{attributes}'
    children = _spacing(paragraph, inherited) + _bullet(paragraph, inherited)
    return f"<a:pPr{attributes}>{children}</a:pPr>" if attributes or children else ""


def _margins(paragraph: TextParagraph, inherited: Inherited) -> str:
    own = (paragraph.margin, paragraph.indent)
    if paragraph.level < len(inherited.levels):
        level = inherited.levels[paragraph.level]
        expected = (level.margin, level.indent)
    else:
        expected = (0, 0)
    return "" if own == expected else f' marL="{own[0]}" indent="{own[1]}"'


def _spacing(paragraph: TextParagraph, inherited: Inherited) -> str:
    """Return line spacing and the space around; a bulleted body has space of its own, which was not measured."""
    spacing = paragraph.line_spacing
    lines = "" if spacing == inherited.line_spacing else f'<a:lnSpc><a:spcPct val="{spacing * 1000}"/></a:lnSpc>'
    if not inherited.levels and not paragraph.space_before:
        return lines
    before = f'<a:spcBef><a:spcPts val="{paragraph.space_before}"/></a:spcBef>'
    return f'{lines}{before}<a:spcAft><a:spcPts val="0"/></a:spcAft>'


def _bullet(paragraph: TextParagraph, inherited: Inherited) -> str:
    match paragraph.bullet:
        case Bullet.NONE:
            return _NO_BULLET if inherited.levels else ""
        case Bullet.INHERIT if inherited.levels:
            return ""
        case Bullet.INHERIT | Bullet.DISC:
            return _FREE_BULLET
        case Bullet.CHECK:
            return _BOX_BULLET
        case Bullet.NUMBER | Bullet.LETTER:
            start = f' startAt="{paragraph.start}"' if paragraph.start != 1 else ""
            return f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{_NUMBERINGS[paragraph.bullet]}"{start}/>'
        case _:
            assert_never(paragraph.bullet)


def _write_run(run: Run, size: int, inherited: Inherited, page: Page) -> str:
    attributes, children = _character_properties(run, size, inherited, page)
    opening = f"<a:r><a:rPr{attributes}>{children}</a:rPr><a:t>" if children else f"<a:r><a:rPr{attributes}/><a:t>"
    if "\n" not in run.text:
        return f"{opening}{escape(run.text)}</a:t></a:r>"
    line_break = f"<a:br><a:rPr{attributes}/></a:br>"
    return line_break.join([f"{opening}{escape(line)}</a:t></a:r>" if line else "" for line in run.text.split("\n")])


def _character_properties(run: Run, size: int, inherited: Inherited, page: Page) -> tuple[str, str]:
    attributes = f' lang="{run.language or page.book.language}" sz="{size}"'
    if run.bold != inherited.bold:
        attributes += f' b="{run.bold:d}"'
    if run.italic:
        attributes += ' i="1"'
    if run.strike:
        attributes += ' strike="sngStrike"'
    if run.superscript:
        attributes += ' baseline="30000"'
    children = "" if run.color is None else write_fill(run.color)
    if run.typeface is not inherited.typeface:
        children += f'<a:latin typeface="{_font(run.typeface, page)}"/>'
    if run.link:
        children += _write_link(run, page)
    return attributes, children


def _font(typeface: Typeface, page: Page) -> str:
    match typeface:
        case Typeface.HEADING:
            return "+mj-lt"
        case Typeface.BODY:
            return "+mn-lt"
        case Typeface.CODE:
            return escape(page.book.theme.fonts[Typeface.CODE])
        case _:
            assert_never(typeface)


def _write_link(run: Run, page: Page) -> str:
    """Return a link to a web address or to a slide of the deck; one to a slide that is not there is left out."""
    action = ""
    if run.link.startswith("#"):
        number = page.book.slides.get(run.link[1:])
        if number is None:
            return ""
        identifier = page.relate("slide", slide_part(number))
        action = ' action="ppaction://hlinksldjump"'
    else:
        identifier = page.relationships.add_link(run.link)
    if run.tip:
        action += f' tooltip="{escape_line(run.tip)}"'
    if run.color is None:
        return f'<a:hlinkClick r:id="{identifier}"{action}/>'
    return f'<a:hlinkClick r:id="{identifier}"{action}>{_KEEP_COLOR}</a:hlinkClick>'


def write_number_field(paragraphs: tuple[TextParagraph, ...], inherited: Inherited, page: Page) -> str:
    """Return a paragraph that holds the slide's number as a field, its text as given until PowerPoint counts."""
    paragraph = paragraphs[0]
    run = paragraph.runs[0]
    attributes, children = _character_properties(run, paragraph.size, inherited, page)
    field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    return (
        f"<a:p>{write_paragraph_properties(paragraph, inherited)}{field}<a:rPr{attributes}>{children}</a:rPr>"
        f'<a:t>{escape(run.text)}</a:t></a:fld><a:endParaRPr lang="{page.book.language}" sz="{paragraph.size}"/></a:p>'
    )
