"""Writes the shapes of masters and layouts as PresentationML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from chevalet.model.color import SCHEME
from chevalet.model.theme import Color

ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
ALIGNMENTS = {"left": "l", "center": "ctr", "right": "r"}
TYPEFACES = {"heading": "+mj-lt", "body": "+mn-lt"}
SMALLER = 200  # a list level is set two points below the one above it

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def write_color(name: str) -> str:
    """Return a colour of the deck as a theme colour with its modifiers."""
    slot = SCHEME[Color(name)]
    modifiers = "".join(f'<a:{modifier} val="{value}"/>' for modifier, value in slot.modifiers)
    return f'<a:schemeClr val="{slot.name}">{modifiers}</a:schemeClr>'


def write_fill(name: str) -> str:
    return f"<a:solidFill>{write_color(name)}</a:solidFill>"


def write_background(name: str) -> str:
    """Return the background of a master or layout."""
    return f"<p:bg><p:bgPr>{write_fill(name)}<a:effectLst/></p:bgPr></p:bg>"


def write_frame(box: list[int]) -> str:
    x, y, width, height = box
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def write_character_defaults(size: int, color: str, typeface: str, language: str, bold: bool = False) -> str:
    """Return the run defaults of one level."""
    return (
        f'<a:defRPr lang="{language}" sz="{size}" b="{int(bold)}" kern="1200">{write_fill(color)}'
        f'<a:latin typeface="{TYPEFACES[typeface]}"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
    )


def write_list_level(number: int, level: Mapping[str, Any], size: int, color: str, language: str) -> str:
    """Return a level (from 1) of a bulleted body; on a coloured ground the bullet takes the colour of the text."""
    bullet = level["color"] if color == "ink" else color
    return (
        f'<a:lvl{number}pPr marL="{level["margin"]}" indent="{level["indent"]}" algn="l" rtl="0">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(size * level["before"])}"/></a:spcBef>'
        f'<a:buClr>{write_color(bullet)}</a:buClr><a:buFont typeface="+mn-lt"/><a:buChar char="{level["bullet"]}"/>'
        f"{write_character_defaults(size, color, 'body', language)}</a:lvl{number}pPr>"
    )


def write_list_levels(levels: list[dict[str, Any]], entry: Mapping[str, Any], language: str) -> str:
    """Return the nine levels of a bulleted body, down to its floor."""
    largest, floor = entry["sizes"][0], entry["sizes"][-1]
    return "".join(
        write_list_level(place + 1, level, max(floor, largest - SMALLER * place), entry["color"], language)
        for place, level in enumerate(levels)
    )


def write_plain_level(entry: Mapping[str, Any], language: str) -> str:
    """Return the single level of a placeholder without bullets."""
    spacing = entry["line_spacing"] * 1000
    defaults = write_character_defaults(entry["sizes"][0], entry["color"], entry["typeface"], language, entry["bold"])
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{ALIGNMENTS[entry["align"]]}">'
        f'<a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{defaults}</a:lvl1pPr>'
    )


def write_body_properties(entry: Mapping[str, Any]) -> str:
    left, top, right, bottom = entry["insets"]
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
        f'rtlCol="0" anchor="{ANCHORS[entry["anchor"]]}"><a:normAutofit/></a:bodyPr>'
    )


def write_prompt(entry: Mapping[str, Any], language: str) -> str:
    """Return what stands in a placeholder until something is typed."""
    end = f'<a:endParaRPr lang="{language}"/>'
    if entry["kind"] == "sldNum":
        field = f'<a:fld id="{{8A2C6D5E-3B41-4F70-9C1D-7E5A0B2F4C68}}" type="slidenum"><a:rPr lang="{language}"/>'
        return f"<a:p>{field}<a:t>‹N°›</a:t></a:fld>{end}</a:p>"
    if not entry["prompt"]:
        return f"<a:p>{end}</a:p>"
    return f'<a:p><a:r><a:rPr lang="{language}"/><a:t>{escape(entry["prompt"])}</a:t></a:r>{end}</a:p>'


def write_placeholder_mark(entry: Mapping[str, Any], custom: bool) -> str:
    """Return the `p:ph` element; index 0, a title's, is not written."""
    index = f' idx="{entry["index"]}"' if entry["index"] else ""
    size = ' sz="quarter"' if entry["kind"] in ("hdr", "dt", "ftr", "sldNum") else ""
    prompt = ' hasCustomPrompt="1"' if custom and entry["prompt"] else ""
    return f'<p:ph type="{entry["kind"]}"{size}{index}{prompt}/>'


def write_placeholder(number: int, entry: Mapping[str, Any], styles: str, language: str, custom: bool = True) -> str:
    """Return a placeholder with its own frame; `styles` is the inside of its list style."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(entry["name"])}/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{write_placeholder_mark(entry, custom)}</p:nvPr></p:nvSpPr><p:spPr>{write_frame(entry['box'])}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{write_body_properties(entry)}'
        f"<a:lstStyle>{styles}</a:lstStyle>{write_prompt(entry, language)}</p:txBody></p:sp>"
    )


def write_ornament_text(shape: Mapping[str, Any], language: str) -> str:
    """Return the text of an ornament, as a quotation's guillemet."""
    if "text" not in shape:
        return f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{language}"/></a:p></p:txBody>'
    return (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle/><a:p><a:r><a:rPr lang="{language}" sz="{shape["size"] * 100}">{write_fill(shape["color"])}'
        f'<a:latin typeface="{TYPEFACES[shape["typeface"]]}"/></a:rPr><a:t>{escape(shape["text"])}</a:t></a:r></a:p>'
        "</p:txBody>"
    )


def write_outline(shape: Mapping[str, Any]) -> str:
    """Return the frame, fill and line of a drawn shape: a line, a rectangle of one colour, or a bare box for text."""
    box = write_frame(shape["box"])
    if "line" in shape:
        turned = box.replace("<a:xfrm>", '<a:xfrm flipH="1">') if shape["flip"] else box
        line = f'<a:ln w="{round(shape["width"] * 12_700)}" cap="flat">{write_fill(shape["fill"])}</a:ln>'
        return f'{turned}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line}'
    fill = write_fill(shape["fill"]) if "fill" in shape else "<a:noFill/>"
    return f'{box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln>'


def write_shape(number: int, shape: Mapping[str, Any], language: str) -> str:
    """Return a drawn shape of a layout."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(shape["name"])}/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{write_outline(shape)}</p:spPr>{write_ornament_text(shape, language)}</p:sp>"
    )
