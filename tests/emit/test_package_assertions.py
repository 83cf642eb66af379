"""Each of our own assertions finds the fault it is there for, planted in a sound deck."""

from __future__ import annotations

import pytest

from chevalet.emit.archive import pack
from tests.emit.package_assertions import check_package, open_package

SLIDE, SLIDE_LINKS = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"
MASTER, PRESENTATION = "ppt/slideMasters/slideMaster1.xml", "ppt/presentation.xml"

FAULTS = [
    (SLIDE, 'id="3"', 'id="2"', "shape id 2 given twice"),
    (SLIDE, '<p:ph type="sldNum" idx="22"/>', '<p:ph type="sldNum" idx="21"/>', "placeholder idx 21 given twice"),
    (SLIDE, '<p:ph type="body" idx="1"/>', '<p:ph type="body" idx="77"/>', "('body', '77') is not in its layout"),
    (SLIDE, '<p:ph type="body" idx="1"/>', '<p:ph type="tbl" idx="1"/>', "('tbl', '1') is not in its layout"),
    (SLIDE, 'lang="fr-CA"', 'lang="français"', "'français' is no language"),
    (SLIDE, ' lang="fr-CA"', "", "text without a language"),
    (SLIDE, 'r:id="rId2"', 'r:id="rId99"', "rId99 is no relationship"),
    (SLIDE_LINKS, "slideTag1.xml", "slideTag99.xml", "slideTag99.xml, which is not there"),
    (SLIDE_LINKS, "slideTag1.xml", "slideTag2.xml", "slideTag1.xml: nothing leads to it"),
    (PRESENTATION, '<p:sldId id="256"', '<p:sldId id="255"', "slide id 255 is too small"),
    (PRESENTATION, '<p:sldId id="256"', '<p:sldId id="257"', "slide id 257 given twice"),
    (PRESENTATION, '<p14:sldId id="256"/>', "", "the sections do not hold the slides"),
    (PRESENTATION, 'section name="Accueil"', 'section name=""', "a section has no name"),
    (PRESENTATION, 'id="2147483648"', 'id="2147483650"', "layout or master id 2147483650 given twice"),
    ("ppt/notesMasters/_rels/notesMaster1.xml.rels", "/theme\"", "/style\"", "no theme"),
    ("ppt/notesSlides/notesSlide1.xml", 'type="body"', 'type="pic"', "placeholder pic is not in its master"),
    ("ppt/charts/slideChart1.xml", '111111111', '-111111111', "axis id -111111111 is negative"),
    ("[Content_Types].xml", '<Default Extension="png" ContentType="image/png"/>', "", "picture1.png: no content type"),
    ("[Content_Types].xml", "/ppt/tags/slideTag1.xml", "/ppt/tags/gone.xml", "gone.xml: typed but absent"),
]  # fmt: skip


def replace_in(content: bytes, part: str, old: str, new: str) -> bytes:
    parts = open_package(content).parts
    text = parts[part].decode()
    assert old in text
    return pack({**parts, part: text.replace(old, new).encode()})


@pytest.mark.parametrize(("part", "old", "new", "fault"), FAULTS)
def test_a_planted_fault_is_found(full_file: bytes, part: str, old: str, new: str, fault: str) -> None:
    assert any(fault in found for found in check_package(replace_in(full_file, part, old, new)))


def test_a_layout_left_out_of_its_masters_list_is_found(full_file: bytes) -> None:
    entry = next(open_package(full_file).trees[MASTER].iter("{*}sldLayoutIdLst"))[2]
    written = f'<p:sldLayoutId id="{entry.get("id")}" r:id="{entry.values()[1]}"/>'
    assert any(
        "not in the master's list" in fault for fault in check_package(replace_in(full_file, MASTER, written, ""))
    )


def test_a_placeholder_without_text_body_is_found(full_file: bytes) -> None:
    parts = open_package(full_file).parts
    head, _, rest = parts[SLIDE].partition(b"<p:txBody>")
    parts[SLIDE] = head + rest.partition(b"</p:txBody>")[2]
    assert any("Titre has no text body" in fault for fault in check_package(pack(parts)))


def test_a_part_named_twice_is_found(full_file: bytes) -> None:
    parts = open_package(full_file).parts
    content = pack({**parts, "ppt/slides/slideX.xml": parts[SLIDE]})
    assert any("twice in the zip" in fault for fault in check_package(content.replace(b"slideX.xml", b"slide1.xml")))
