"""Writes the theme part (colours, fonts, flat effects) and the table style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from template_maker.drawing import write_color, write_fill
from template_maker.masters import DECLARATION

DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SPARE = "7A6A4F"  # accent6: a bistre for whatever a trainer adds by hand
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
FORMATS = (
    f'<a:fmtScheme name="Papier et encre"><a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{FILL}<a:prstDash val="solid"/></a:ln>'
        for width in (9525, 19050, 28575)
    )
    + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def write_scheme_colors(theme: Mapping[str, Any]) -> str:
    """Return the twelve colours in their fixed order; accent1 is the one a deck's workshop replaces."""
    own, accents = theme["scheme"], theme["accents"]
    slots = {"dk1": own["ink"], "lt1": own["paper"], "dk2": own["muted"], "lt2": own["panel"]}
    slots |= {f"accent{place}": value for place, value in enumerate([*accents, own["rule"], SPARE], start=1)}
    slots |= {"hlink": own["link"], "folHlink": own["visited"]}
    return "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in slots.items())


def write_scheme_font(role: str, name: str) -> str:
    return f'<a:{role}Font><a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/></a:{role}Font>'


def write_theme_part(theme: Mapping[str, Any]) -> str:
    """Return the theme part, of the slides and of the notes alike."""
    fonts = write_scheme_font("major", theme["fonts"]["heading"]) + write_scheme_font("minor", theme["fonts"]["body"])
    return (
        f'{DECLARATION}<a:theme {DRAWING} name="{theme["name"]}"><a:themeElements>'
        f'<a:clrScheme name="{theme["name"]}">{write_scheme_colors(theme)}</a:clrScheme>'
        f'<a:fontScheme name="{theme["name"]}">{fonts}</a:fontScheme>{FORMATS}</a:themeElements>'
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def write_border(side: str, width: int = 0, color: str = "") -> str:
    """Return one border of a table part; no colour, no line."""
    line = f'<a:ln w="{width}" cmpd="sng">{write_fill(color)}</a:ln>' if color else "<a:ln><a:noFill/></a:ln>"
    return f"<a:{side}>{line}</a:{side}>"


def write_table_part(name: str, borders: str, fill: str = "", bold: bool = False) -> str:
    """Return one part of a table style: `wholeTbl`, `firstRow`…"""
    weight = ' b="on"' if bold else ""
    inside = f"<a:fill>{write_fill(fill)}</a:fill>" if fill else ""
    return (
        f'<a:{name}><a:tcTxStyle{weight}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
        f"{write_color('ink')}</a:tcTxStyle><a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{inside}</a:tcStyle></a:{name}>"
    )


def write_table_styles(theme: Mapping[str, Any]) -> str:
    """Return the one table style: no vertical rule, thin rules between rows, a tinted header on an accent rule."""
    identifier, thin, firm = theme["table_style"], 9525, 19050
    whole = write_border("left") + write_border("right") + write_border("top") + write_border("bottom", thin, "rule")
    whole += write_border("insideH", thin, "rule") + write_border("insideV")
    parts = write_table_part("wholeTbl", whole) + write_table_part("band1H", "", "panel")
    parts += write_table_part("lastCol", "", bold=True) + write_table_part("firstCol", "", bold=True)
    parts += write_table_part("lastRow", write_border("top", firm, "ink"), bold=True)
    parts += write_table_part("firstRow", write_border("bottom", firm, "accent"), "accent-tint", bold=True)
    return (
        f'{DECLARATION}<a:tblStyleLst {DRAWING} def="{identifier}">'
        f'<a:tblStyle styleId="{identifier}" styleName="{theme["table_style_name"]}">{parts}</a:tblStyle>'
        "</a:tblStyleLst>"
    )
