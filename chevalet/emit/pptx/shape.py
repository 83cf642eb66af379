"""Drawn shapes, lines, text boxes and groups."""

from __future__ import annotations

from chevalet.emit.pptx.color import write_fill
from chevalet.emit.pptx.markup import escape_line
from chevalet.emit.pptx.page import Page
from chevalet.emit.pptx.text import FREE_TEXT, write_paragraphs
from chevalet.model.deck import Anchor, Geometry, PlacedGroup, PlacedShape, TextBody
from chevalet.units import Box, Insets

ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def write_identity(page: Page, name: str, alt: str = "", *, decorative: bool = False) -> str:
    """Return `p:cNvPr`: an identifier unique on the slide, the name, and the alt text or the decorative mark."""
    opening = f'<p:cNvPr id="{page.next_identifier()}" name="{escape_line(name)}"'
    if decorative:
        return f'{opening} descr="">{_DECORATIVE}</p:cNvPr>'
    return f'{opening} descr="{escape_line(alt)}"/>' if alt else f"{opening}/>"


def write_extent(box: Box) -> str:
    """Return `a:off` and `a:ext`."""
    return f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/>'


def write_insets(insets: Insets) -> str:
    """Return the inset attributes of `a:bodyPr`."""
    return f' lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'


def write_shape(shape: PlacedShape, page: Page) -> str:
    """Return a drawn shape: a connector for a bare line, a text box when only its text shows."""
    identity = write_identity(page, shape.name, shape.alt, decorative=shape.decorative)
    properties = _write_properties(shape)
    if shape.geometry is Geometry.LINE and shape.body is None:
        return f"<p:cxnSp><p:nvCxnSpPr>{identity}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>{properties}</p:cxnSp>"
    text_only = shape.body is not None and shape.fill is None and shape.line is None
    kind = '<p:cNvSpPr txBox="1"/>' if text_only else "<p:cNvSpPr/>"
    text = _write_text(shape.body, page) if shape.body else ""
    return f"<p:sp><p:nvSpPr>{identity}{kind}<p:nvPr/></p:nvSpPr>{properties}{text}</p:sp>"


def _write_properties(shape: PlacedShape) -> str:
    turn = f' rot="{shape.rotation}"' if shape.rotation else ""
    turn += ' flipH="1"' if shape.flip_horizontal else ""
    turn += ' flipV="1"' if shape.flip_vertical else ""
    guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in shape.adjustments)
    return (
        f"<p:spPr><a:xfrm{turn}>{write_extent(shape.box)}</a:xfrm>"
        f'<a:prstGeom prst="{shape.geometry.value}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
        f"{write_fill(shape.fill)}{_write_line(shape)}</p:spPr>"
    )


def _write_line(shape: PlacedShape) -> str:
    if shape.line is None:
        return "<a:ln><a:noFill/></a:ln>"
    arrow = '<a:tailEnd type="triangle" w="med" len="med"/>' if shape.head_arrow else ""
    return f'<a:ln w="{shape.line_width}">{write_fill(shape.line)}{arrow}</a:ln>'


def _write_text(body: TextBody, page: Page) -> str:
    """Return the text of a shape, which shrinks by itself when somebody adds words to it."""
    frame = f'<a:bodyPr wrap="square"{write_insets(body.insets)} rtlCol="0" anchor="{ANCHORS[body.anchor]}">'
    paragraphs = write_paragraphs(body.paragraphs, FREE_TEXT, page)
    return f"<p:txBody>{frame}<a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody>"


def write_group(group: PlacedGroup, page: Page) -> str:
    """Return shapes that move as one; inside the group lengths and places are those of the slide."""
    identity = write_identity(page, group.name, group.alt)
    box = group.box
    frame = f'{write_extent(box)}<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.width}" cy="{box.height}"/>'
    shapes = "".join([write_shape(shape, page) for shape in group.shapes])
    return (
        f"<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"
    )
