"""Writes the notes master: the slide's picture above, the notes below at a size to be read on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from template_maker.drawing import (
    GROUP,
    NAMESPACES,
    write_background,
    write_frame,
    write_placeholder,
    write_plain_level,
)
from template_maker.masters import COLOR_MAP, DECLARATION

NOTES_SIZE = (6858000, 9144000)
PICTURE = [342900, 742950, 5486400, 3086100]
PLACEHOLDERS = (
    {"kind": "hdr", "index": 0, "name": "En-tête", "box": [342900, 285750, 3771900, 285750]},
    {"kind": "dt", "index": 1, "name": "Date", "box": [4286250, 285750, 2228850, 285750], "align": "right"},
    {
        "kind": "body",
        "index": 3,
        "name": "Notes",
        "box": [342900, 3943350, 6172200, 4543425],
        "sizes": [1200],
        "color": "ink",
        "prompt": "Notes",
    },
    {"kind": "ftr", "index": 4, "name": "Pied de page", "box": [342900, 8629650, 4800600, 285750]},
    {"kind": "sldNum", "index": 5, "name": "Numéro", "box": [5314950, 8629650, 1200150, 285750], "align": "right"},
)
DEFAULTS = {
    "sizes": [1000],
    "color": "muted",
    "typeface": "body",
    "bold": False,
    "line_spacing": 100,
    "align": "left",
    "anchor": "top",
    "prompt": "",
    "insets": [0, 0, 0, 0],
}


def write_picture_frame(number: int) -> str:
    """Return the frame of the slide's picture."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Diapositive"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{write_frame(PICTURE)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent5"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )


def write_items(language: str) -> Iterator[str]:
    yield write_picture_frame(2)
    for number, own in enumerate(PLACEHOLDERS, start=3):
        entry: Mapping[str, Any] = {**DEFAULTS, **own}
        yield write_placeholder(number, entry, write_plain_level(entry, language), language, custom=False)


def write_notes_master(language: str) -> str:
    """Return the notes master."""
    level = write_plain_level({**DEFAULTS, "sizes": [1200], "color": "ink"}, language)
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld>{write_background('paper')}<p:spTree>{GROUP}"
        f"{''.join(write_items(language))}</p:spTree></p:cSld>{COLOR_MAP}<p:notesStyle>{level}</p:notesStyle></p:notesMaster>"
    )
