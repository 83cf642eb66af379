"""What tests of DOCX, HTML and text share: words in every kind of block, and texts that try to be markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from chevalet.model.block import CodeBlock, Container, Quote
from chevalet.model.flow import (
    Aside,
    Columns,
    Definitions,
    Details,
    Field,
    FieldKind,
    FlowBlock,
    Grid,
    Heading,
    Panel,
    Role,
)
from chevalet.model.inline import Code, Emphasis, Inlines, LineBreak, Link, Strong, Text
from tests.emit.flow_samples import HERE, bullets, pairs, row, says, table, text

HOSTILE = (
    "<script>alert(1)</script>",
    "</w:t></w:r></w:p><w:p/>",
    "]]> <![CDATA[ &amp; &#0; &lt;",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "{{ page.flow }} {% include 'page.html' %}",
    '{ INCLUDEPICTURE "http://exemple.example/x" } { DDEAUTO c:\\\\cmd }',
    "@accent@ {0} %s $x",
    "contrôle \x00\x01\x08\x0b\x0c\x1f fin",
    "demi \ud800 paire",
    "\u202egauche à droite\u202c עברית عربى",
    "\ufffe\uffff\u2028ligne",
    "😀 \U0001f1e8\U0001f1e6 é́",
)

LINKS = ("javascript:alert(1)", "data:text/html,<b>x</b>", "vbscript:x", "file:///etc/passwd", "#nulle-part", "")


def words(content: str) -> Counter[str]:
    """How many times each word (letters and digits) is in a text."""
    return Counter(re.findall(r"\w+", content))


def missing(expected: Iterable[str], content: str) -> list[str]:
    """The words of `expected` that `content` has too few of."""
    return sorted((Counter(expected) - words(content)).elements())


def hostile_blocks() -> tuple[FlowBlock, ...]:
    """Each hostile text in every place that takes text."""
    return tuple(block for bad in HOSTILE for block in _around(bad))


def _around(bad: str) -> tuple[FlowBlock, ...]:
    inlines: Inlines = (Text(bad), Strong((Emphasis((Text(bad),)),)), Code(bad), LineBreak())
    linked = tuple(Link(text(bad), target, HERE, bad) for target in (*LINKS, "https://exemple.example/" + bad))
    return (
        Heading(2, inlines, bad, text(bad)),
        says(bad),
        bullets(bad),
        table(f"{bad.replace('|', '')}|b", "c|d"),
        Quote((says(bad),), HERE),
        CodeBlock(bad, bad, HERE),
        Panel(Role.KEY, inlines, (says(bad),), ((inlines, inlines),)),
        Container(bad, (says(bad),), HERE),
        Columns(((says(bad),), (Aside(linked),))),
        *(Field(bad, text(bad), kind, 2, (text(bad), text(bad))) for kind in FieldKind),
        Grid(bad, (text(bad), text("b")), ((text(bad), ()),)),
        Details(((inlines, inlines),)),
        Definitions(((inlines, inlines),)),
    )


def numbered() -> tuple[tuple[FlowBlock, ...], list[str]]:
    """Blocks whose words are numbered in the order in which they are to be read, and these words."""
    blocks: tuple[FlowBlock, ...] = (
        Heading(1, text("mot2"), "un", text("mot1")),
        says("mot3"),
        bullets("mot4", "mot5", ordered=True),
        Panel(Role.ACTIVITY, text("mot6"), (says("mot8"), bullets("mot9")), pairs(("mot7", ""))),
        Columns(((says("mot10"), says("mot11")), (says("mot12"),))),
        table("mot13|mot14", "mot15|mot16"),
        Grid("grille", row("mot17", "mot18"), (row("mot19", ""),)),
        Definitions(pairs(("mot20", "mot21"))),
        Details(pairs(("mot22", "mot23"))),
        Field("champ", text("mot24"), FieldKind.CHOICE, 1, row("mot25", "mot26")),
        Aside(text("mot27")),
    )
    return blocks, [f"mot{number}" for number in range(1, 28)]
