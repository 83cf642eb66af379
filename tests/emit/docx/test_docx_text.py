"""Every word of a flow is in the Word file, in order, and is never anything but a word."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from chevalet.emit.docx import emit_docx
from chevalet.model.inline import Code, Link
from chevalet.model.theme import Theme
from tests.emit.document_samples import HOSTILE, LINKS, hostile_blocks, missing, numbered
from tests.emit.docx.word_files import W, body, part, text_of, values
from tests.emit.flow_samples import HERE, Paragraph, everything, flow, says, text, words_of


def test_every_word_is_there(theme: Theme) -> None:
    content, _ = emit_docx(everything(), theme)
    assert missing(words_of(everything().blocks), text_of(body(content))) == []


def test_words_are_in_reading_order(theme: Theme) -> None:
    blocks, expected = numbered()
    content, _ = emit_docx(flow(*blocks), theme)
    assert re.findall(r"mot\d+", text_of(body(content))) == expected


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_stays_text(theme: Theme, bad: str) -> None:
    written = "".join(body(emit_docx(flow(says(bad)), theme)[0]).itertext())
    kept = re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]", "", bad)
    assert kept in written


def test_hostile_text_makes_no_field(theme: Theme) -> None:
    tree = body(emit_docx(flow(*hostile_blocks()), theme)[0])
    assert list(tree.iter(W + "instrText", W + "fldSimple")) == []


@pytest.mark.parametrize("target", LINKS)
def test_a_target_nobody_should_open_is_words(theme: Theme, target: str) -> None:
    content, _ = emit_docx(flow(Paragraph((Link(text("ici"), target, HERE),), HERE)), theme)
    assert "ici" in text_of(body(content))
    assert list(body(content).iter(W + "hyperlink")) == []


def test_web_links_and_links_inside_lead_somewhere(theme: Theme) -> None:
    content, _ = emit_docx(everything(), theme)
    tree = body(content)
    marks = {mark.get(W + "name") for mark in tree.iter(W + "bookmarkStart")}
    inside = [link.get(W + "anchor") for link in tree.iter(W + "hyperlink") if link.get(W + "anchor")]
    outside = [each.get("Target") for each in part(content, "word/_rels/document.xml.rels") if each.get("TargetMode")]
    assert inside
    assert set(inside) <= marks
    assert outside == ["https://exemple.example/a%20b?c=%C3%A9&d=1#h"]


def test_code_is_never_spelled_or_hyphenated(theme: Theme) -> None:
    tree = body(emit_docx(flow(Paragraph((Code("a\tb"),), HERE)), theme)[0])
    assert values(tree, f".//{W}rStyle")[-1] == "CodeCharacters"
    assert len(list(tree.iter(W + "tab"))) >= 1


def test_no_private_name_or_date_is_in_the_file(theme: Theme) -> None:
    with ZipFile(BytesIO(emit_docx(everything(), theme)[0])) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in package.read("docProps/core.xml")
