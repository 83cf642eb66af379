"""Gathers the parts of the template, their types and relations, and packs them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from template_maker.drawing import NAMESPACES
from template_maker.masters import DECLARATION, FIRST_LAYOUT_ID, write_layout, write_master, write_other_style
from template_maker.notes import NOTES_SIZE, write_notes_master
from template_maker.scheme import write_table_styles, write_theme_part

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"
MASTER_ID = FIRST_LAYOUT_ID - 1
FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def write_relations(targets: list[tuple[str, str]]) -> str:
    """Return a relations part of `(type, target)` pairs, numbered rId1, rId2…"""
    full = [(kind if kind.startswith("http") else f"{OFFICE}/{kind}", target) for kind, target in targets]
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(full, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONS}">{links}</Relationships>'


def write_presentation(theme: Mapping[str, Any]) -> str:
    """Return the presentation part, without any slide."""
    width, height = theme["slide"]
    notes_width, notes_height = NOTES_SIZE
    masters = (
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
    )
    sizes = f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="{notes_width}" cy="{notes_height}"/>'
    defaults = f'<a:defPPr><a:defRPr lang="{theme["language"]}"/></a:defPPr>{write_other_style(theme)}'
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1">{masters}{sizes}'
        f"<p:defaultTextStyle>{defaults}</p:defaultTextStyle></p:presentation>"
    )


def write_view_properties() -> str:
    """Return the view a deck opens in: the slide large, its notes below."""
    panes = '<p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/>'
    return f"{DECLARATION}<p:viewPr {NAMESPACES}><p:normalViewPr>{panes}</p:normalViewPr></p:viewPr>"


def write_application_properties() -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{DECLARATION}<Properties xmlns="{office}"><Application>Microsoft Office PowerPoint</Application></Properties>'
    )


def write_core_properties(theme: Mapping[str, Any]) -> str:
    """Return the document's properties: a title and a language, no date and no author."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{theme["name"]}</dc:title>'
        f"<dc:language>{theme['language']}</dc:language></cp:coreProperties>"
    )


def content_types(theme: Mapping[str, Any]) -> dict[str, str]:
    """Return the content type of each part that is not a relations part."""
    office, package = "application/vnd.openxmlformats-officedocument", "application/vnd.openxmlformats-package"
    layouts = {layout["part"]: f"{PRESENTATION}.slideLayout+xml" for layout in theme["layouts"].values()}
    return {
        "ppt/presentation.xml": f"{PRESENTATION}.presentation.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{PRESENTATION}.slideMaster+xml",
        **layouts,
        "ppt/notesMasters/notesMaster1.xml": f"{PRESENTATION}.notesMaster+xml",
        "ppt/theme/theme1.xml": f"{office}.theme+xml",
        "ppt/theme/theme2.xml": f"{office}.theme+xml",
        "ppt/presProps.xml": f"{PRESENTATION}.presProps+xml",
        "ppt/viewProps.xml": f"{PRESENTATION}.viewProps+xml",
        "ppt/tableStyles.xml": f"{PRESENTATION}.tableStyles+xml",
        "docProps/app.xml": f"{office}.extended-properties+xml",
        "docProps/core.xml": f"{package}.core-properties+xml",
    }


def write_content_types(theme: Mapping[str, Any]) -> str:
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in content_types(theme).items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relation_parts(theme: Mapping[str, Any]) -> dict[str, str]:
    """Return every relations part."""
    layouts = [layout["part"] for layout in theme["layouts"].values()]
    above = [("slideLayout", part.replace("ppt/", "../")) for part in layouts]
    root = [("officeDocument", "ppt/presentation.xml"), (f"{RELATIONS}/metadata/core-properties", "docProps/core.xml")]
    presentation = [("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml")]
    presentation += [(name, f"{name}.xml") for name in ("presProps", "viewProps")]
    presentation += [("theme", "theme/theme1.xml"), ("tableStyles", "tableStyles.xml")]
    master = [("slideMaster", "../slideMasters/slideMaster1.xml")]
    return {
        "_rels/.rels": write_relations([*root, ("extended-properties", "docProps/app.xml")]),
        "ppt/_rels/presentation.xml.rels": write_relations(presentation),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": write_relations([*above, ("theme", "../theme/theme1.xml")]),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": write_relations([("theme", "../theme/theme2.xml")]),
        **{part.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels": write_relations(master) for part in layouts},
    }


def make_parts(theme: Mapping[str, Any]) -> dict[str, str]:
    """Return every part of the template by its name, content types first."""
    return {
        "[Content_Types].xml": write_content_types(theme),
        **relation_parts(theme),
        "ppt/presentation.xml": write_presentation(theme),
        "ppt/slideMasters/slideMaster1.xml": write_master(theme),
        **{layout["part"]: write_layout(layout, theme) for layout in theme["layouts"].values()},
        "ppt/notesMasters/notesMaster1.xml": write_notes_master(theme["language"]),
        "ppt/theme/theme1.xml": write_theme_part(theme),
        "ppt/theme/theme2.xml": write_theme_part(theme),
        "ppt/presProps.xml": f"{DECLARATION}<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": write_view_properties(),
        "ppt/tableStyles.xml": write_table_styles(theme),
        "docProps/app.xml": write_application_properties(),
        "docProps/core.xml": write_core_properties(theme),
    }


def pack(parts: Mapping[str, str]) -> bytes:
    """Return the zip of `parts`, the same bytes each time on one platform."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = ZipInfo(name, FIXED_DATE)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, text.encode())
    return buffer.getvalue()
