"""Placeholders: what joins an item to its layout, and the text placeholders themselves."""

from __future__ import annotations

from chevalet.emit.pptx.page import Page
from chevalet.emit.pptx.shape import ANCHORS, write_extent, write_identity, write_insets
from chevalet.emit.pptx.text import FREE_TEXT, Inherited, write_number_field, write_paragraphs
from chevalet.model.deck import PlacedText
from chevalet.model.theme import Layout, Level, Placeholder
from chevalet.units import Box

_SHRINKING = frozenset({"title", "ctrTitle", "subTitle", "body", "obj", ""})


def write_placeholder_mark(placeholder: Placeholder | None) -> str:
    """Return `p:nvPr` of an item in that placeholder, of a free item when there is none."""
    if placeholder is None:
        return "<p:nvPr/>"
    kind = f' type="{placeholder.kind}"' if placeholder.kind not in ("obj", "") else ""
    index = f' idx="{placeholder.index}"' if placeholder.index else ""
    return f"<p:nvPr><p:ph{kind}{index}/></p:nvPr>"


def write_placeholder(text: PlacedText, layout: Layout, page: Page) -> str:
    """Return a text placeholder, placed only where the layout does not already place it so.

    A name the layout does not have makes a text box: its words are shown all the same.
    """
    placeholder = layout.placeholders.get(text.placeholder)
    identity = write_identity(page, page.book.name_of(placeholder, layout) if placeholder else text.placeholder)
    locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if placeholder else '<p:cNvSpPr txBox="1"/>'
    return (
        f"<p:sp><p:nvSpPr>{identity}{locks}{write_placeholder_mark(placeholder)}</p:nvSpPr>"
        f"{_write_place(text.box, placeholder)}{_write_body(text, placeholder, page)}</p:sp>"
    )


def _write_place(box: Box, placeholder: Placeholder | None) -> str:
    if placeholder is None:
        geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        return f"<p:spPr><a:xfrm>{write_extent(box)}</a:xfrm>{geometry}</p:spPr>"
    return "<p:spPr/>" if box == placeholder.box else f"<p:spPr><a:xfrm>{write_extent(box)}</a:xfrm></p:spPr>"


def _write_body(text: PlacedText, placeholder: Placeholder | None, page: Page) -> str:
    inherited = _inherit(placeholder, page.book.theme.levels) if placeholder else FREE_TEXT
    paragraphs = text.body.paragraphs
    is_number = placeholder is not None and placeholder.kind == "sldNum" and paragraphs and paragraphs[0].runs
    write = write_number_field if is_number else write_paragraphs
    return f"<p:txBody>{_write_frame(text, placeholder)}<a:lstStyle/>{write(paragraphs, inherited, page)}</p:txBody>"


def _inherit(placeholder: Placeholder, levels: tuple[Level, ...]) -> Inherited:
    own_levels = levels if placeholder.bulleted else ()
    return Inherited(placeholder.typeface, placeholder.bold, placeholder.line_spacing, own_levels)


def _write_frame(text: PlacedText, placeholder: Placeholder | None) -> str:
    """Return `a:bodyPr`; LibreOffice does not inherit autofit from the layout, so each slide says it."""
    attributes = ""
    if placeholder is None or text.body.insets != placeholder.insets:
        attributes += write_insets(text.body.insets)
    if placeholder is None or text.body.anchor.value != placeholder.anchor:
        attributes += f' anchor="{ANCHORS[text.body.anchor]}"'
    if placeholder is not None and placeholder.kind not in _SHRINKING:
        return f"<a:bodyPr{attributes}/>"
    return f"<a:bodyPr{attributes}><a:normAutofit/></a:bodyPr>"
