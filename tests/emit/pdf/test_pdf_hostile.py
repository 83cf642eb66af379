"""Text of the course is text: nothing in it can become typst's code, whatever place it stands in."""

from __future__ import annotations

import pytest

from chevalet.emit.pdf import emit_pdf
from chevalet.emit.pdf.literal import string, words
from chevalet.model.block import Alignment, CodeBlock, Paragraph, Picture, Table
from chevalet.model.flow import Aside, Details, Field, FlowBlock, Heading, Panel, Role
from chevalet.model.inline import Code, Link, Strong
from tests.emit.deck_samples import png, real_theme
from tests.emit.flow_samples import HERE, bullets, flow, pairs, says, text
from tests.emit.pdf_reading import read_text

HOSTILE = (
    '#import "x"',
    "$x$ et $ x $",
    "@a <label> <a>",
    "*gras* _italique_ ~ `code`",
    "a // commentaire /* b */",
    "\\ \\u{41} \\# \\\\",
    '"guillemets" \'simples\' """',
    "]; #panic(1) [",
    ")) #let x = 1 ((",
    "= titre",
    "- liste + 1. / terme: x",
    "-- --- ... https://a.example/b",
    '"); #panic("non',
    "{acc} #{1 + 1}",
)


def places(hostile: str) -> tuple[FlowBlock, ...]:
    inlines = text(hostile)
    return (
        Heading(1, inlines, hostile, inlines),
        says(hostile),
        Paragraph((Strong(inlines), Code(hostile), Link(inlines, hostile, HERE)), HERE),
        Aside((Link(inlines, f"#{hostile}", HERE),)),
        bullets(hostile),
        CodeBlock(hostile, hostile, HERE),
        Table((inlines, inlines), ((inlines, inlines),), (Alignment.LEFT, Alignment.RIGHT), HERE),
        Panel(Role.KEY, inlines, (says(hostile),), pairs((hostile, hostile))),
        Details(pairs((hostile, hostile))),
        Field(hostile, inlines),
        Picture("a.png", hostile, HERE, hostile, data=png()),
    )


def squeeze(shown: str) -> str:
    return "".join(shown.split())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_shown_as_it_is_everywhere(hostile: str) -> None:
    content, diagnostics = emit_pdf(flow(*places(hostile)), real_theme())
    assert diagnostics == ()
    assert squeeze(read_text(content)).count(squeeze(hostile)) >= 17


def test_controls_are_spaces_and_quotes_are_escaped() -> None:
    assert string('a\x00b\n"c"\\') == '"a b \\"c\\"\\\\"'


def test_a_word_longer_than_a_line_may_be_broken_and_stays_whole_to_read() -> None:
    address = "https://exemple.example/chemin/tres/long/vers/une/page?utm_source=infolettre"
    written = words(address)
    assert written.replace("\u200b", "") == f'"{address}"'
    assert "exemple.\u200bexample/\u200b" in written
    assert "\u200b" not in words("Un mot de longueur ordinaire, puis un autre")
    content, _ = emit_pdf(flow(says(address * 3)), real_theme())
    assert squeeze(read_text(content)).count(squeeze(address)) == 3
