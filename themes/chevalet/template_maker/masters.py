"""Writes the slide master and the layouts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from template_maker.drawing import (
    GROUP,
    NAMESPACES,
    write_background,
    write_character_defaults,
    write_list_levels,
    write_placeholder,
    write_plain_level,
    write_shape,
)

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COLOR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
FIRST_LAYOUT_ID = 2147483649
GUIDES = "{27BBF7A9-308A-43DC-89C8-2F10F3537804}"  # the extension in which PowerPoint 2013 keeps a master's guides
MASTER_NAMES = {
    "title": "Titre",
    "body": "Texte",
    "date": "Date",
    "footer": "Pied de page",
    "number": "Numéro",
}
PLACEHOLDER_NAMES = {
    **MASTER_NAMES,
    "subtitle": "Sous-titre",
    "body2": "Texte 2",
    "heading": "Intertitre",
    "heading2": "Intertitre 2",
    "table": "Tableau",
    "chart": "Graphique",
    "picture": "Image",
    "source": "Source",
    "attribution": "Attribution",
    "numeral": "Chiffre",
}


def write_tree(parts: Iterator[str]) -> str:
    return f"<p:spTree>{GROUP}{''.join(parts)}</p:spTree>"


def write_layout_items(layout: Mapping[str, Any], theme: Mapping[str, Any]) -> Iterator[str]:
    """Yield the shapes of a layout, then its placeholders, numbered from 2."""
    number, language = 2, theme["language"]
    for shape in layout["shapes"]:
        yield write_shape(number, shape, language)
        number += 1
    for name, entry in layout["placeholders"].items():
        named = {**entry, "name": PLACEHOLDER_NAMES[name]}
        styles = (
            write_list_levels(theme["levels"], entry, language)
            if entry["bulleted"]
            else write_plain_level(entry, language)
        )
        yield write_placeholder(number, named, styles, language)
        number += 1


def write_layout(layout: Mapping[str, Any], theme: Mapping[str, Any]) -> str:
    """Return a slide layout."""
    background = "" if layout["background"] == "paper" else write_background(layout["background"])
    tree = write_tree(write_layout_items(layout, theme))
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1">'
        f'<p:cSld name="{layout["name"]}">{background}{tree}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def write_master_items(theme: Mapping[str, Any]) -> Iterator[str]:
    """Yield the five placeholders of the master; they are those of the `text` layout."""
    placeholders = theme["layouts"]["text"]["placeholders"]
    for number, (name, shown) in enumerate(MASTER_NAMES.items(), start=2):
        entry = {**placeholders[name], "name": shown}
        styles = "" if name in ("title", "body") else write_plain_level(entry, theme["language"])
        yield write_placeholder(number, entry, styles, theme["language"], custom=False)


def write_other_style(theme: Mapping[str, Any]) -> str:
    """Return the style of text outside placeholders, at the body's floor."""
    defaults = write_character_defaults(1800, "ink", "body", theme["language"])
    return "".join(
        f'<a:lvl{number}pPr marL="{457200 * (number - 1)}" algn="l" rtl="0">{defaults}</a:lvl{number}pPr>'
        for number in range(1, 10)
    )


def write_text_styles(theme: Mapping[str, Any]) -> str:
    """Return the master's text styles: titles, bodies, all else."""
    placeholders, language = theme["layouts"]["text"]["placeholders"], theme["language"]
    body = write_list_levels(theme["levels"], placeholders["body"], language)
    return (
        f"<p:txStyles><p:titleStyle>{write_plain_level(placeholders['title'], language)}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{write_other_style(theme)}</p:otherStyle></p:txStyles>"
    )


def write_guides(theme: Mapping[str, Any]) -> str:
    """Return the guides PowerPoint shows on demand: the margins, the titles' top, the body's top and bottom."""
    left, top, width, height = theme["content"]
    hang = theme["layouts"]["text"]["placeholders"]["title"]["box"][1]
    places = [("", left), ("", left + width), *((' orient="horz"', y) for y in (hang, top, top + height))]
    guides = "".join(
        f'<p15:guide id="{number}"{orient} pos="{place * 576 // 914_400}" userDrawn="1">'
        '<p15:clr><a:srgbClr val="CBC1AE"/></p15:clr></p15:guide>'
        for number, (orient, place) in enumerate(places, start=1)
    )
    return (
        f'<p:extLst><p:ext uri="{GUIDES}"><p15:sldGuideLst xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">'
        f"{guides}</p15:sldGuideLst></p:ext></p:extLst>"
    )


def write_master(theme: Mapping[str, Any]) -> str:
    """Return the slide master."""
    layouts = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + place}" r:id="rId{place + 1}"/>'
        for place in range(len(theme["layouts"]))
    )
    slide = f"<p:cSld>{write_background('paper')}{write_tree(write_master_items(theme))}</p:cSld>"
    return (
        f'{DECLARATION}<p:sldMaster {NAMESPACES} preserve="1">{slide}{COLOR_MAP}'
        f'<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"{write_text_styles(theme)}{write_guides(theme)}</p:sldMaster>"
    )
