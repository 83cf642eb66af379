"""A notes master for templates that have none: PowerPoint only makes one when somebody first writes a note."""

from __future__ import annotations

from msgspec.structs import replace

from chevalet.emit.pptx.markup import NAMESPACES, encode
from chevalet.emit.pptx.relationships import Relationships, last_number, target_from
from chevalet.emit.pptx.template import Part, Template

_MASTER, _THEME = "ppt/notesMasters/notesMaster1.xml", "ppt/theme/notesTheme1.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_LIST_BEFORE = "</p:sldMasterIdLst>"
_PICTURE_PLACE = '<a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/>'
_TEXT_PLACE = '<a:off x="685800" y="3943350"/><a:ext cx="5486400" cy="4457700"/>'
_GEOMETRY = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_COLORS = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4"'
    ' accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)


def add_notes_master(template: Template) -> Template:
    """Return the template with a notes master that takes the colours and fonts of its first theme."""
    entries = template.presentation.relationships
    joined = Relationships(first=1 + last_number(entries))
    identifier = joined.add("notesMaster", target_from(template.name, _MASTER))
    listed = f'<p:notesMasterIdLst><p:notesMasterId r:id="{identifier}"/></p:notesMasterIdLst>'
    content = template.presentation.content.replace(_LIST_BEFORE.encode(), (_LIST_BEFORE + listed).encode(), 1)
    presentation = replace(template.presentation, content=content, relationships=(*entries, *joined.entries()))
    parts = {**template.parts, _MASTER: _make_master(), _THEME: _find_theme(template)}
    return replace(template, presentation=presentation, parts=parts, notes_master=_MASTER)


def _find_theme(template: Template) -> Part:
    return next(part for part in template.parts.values() if part.content_type == _THEME_TYPE)


def _make_master() -> Part:
    relationships = Relationships()
    relationships.add("theme", "../theme/notesTheme1.xml")
    shapes = _write_picture_place() + _write_text_place()
    content = encode(
        f'<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{shapes}</p:spTree></p:cSld><p:clrMap {_COLORS}/>"
        f"<p:notesStyle>{_write_style()}</p:notesStyle></p:notesMaster>"
    )
    return Part(_TYPE, content, relationships.entries())


def _write_picture_place() -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr><a:xfrm>{_PICTURE_PLACE}</a:xfrm>{_GEOMETRY}</p:spPr></p:sp>"
    )


def _write_text_place() -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr><a:xfrm>{_TEXT_PLACE}</a:xfrm>{_GEOMETRY}</p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def _write_style() -> str:
    fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
    return f'<a:lvl1pPr><a:defRPr sz="1200" kern="1200">{fill}</a:defRPr></a:lvl1pPr>'
