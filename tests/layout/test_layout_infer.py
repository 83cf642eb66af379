"""The layout of a slide that asks for none: one case a rule, and which rule wins."""

from __future__ import annotations

import pytest

from chevalet.layout.infer import infer_layout
from chevalet.model.block import Blocks, Paragraph
from chevalet.model.diagram import StepsKind
from chevalet.model.inline import InlinePicture, Text
from tests.layout.layout_samples import SPAN, Writer, chart, columns, container, items, mockup, picture, said, table

WRITER = Writer(1)
HEADING = WRITER.heading()
LONG = said("Une phrase qui en dit trop pour tenir seule. " * 3)
WITH_PICTURE = Paragraph((Text("Voici"), InlinePicture("a.png", "alt", SPAN)), SPAN)


@pytest.mark.parametrize(
    ("blocks", "role"),
    [
        ((), "text"),
        ((items("un", "deux"),), "text"),
        ((said("Une seule phrase."),), "statement"),
        ((said("x" * 120),), "statement"),
        ((said("x" * 121),), "text"),
        ((LONG,), "text"),
        ((said("une"), said("deux")), "text"),
        ((WITH_PICTURE,), "text"),
        ((WRITER.quote(9),), "quote"),
        ((WRITER.quote(9), said("et puis")), "text"),
        ((picture(),), "full-picture"),
        ((picture(), said("et puis")), "picture-text"),
        ((table("a | b", "c | d"),), "table"),
        ((mockup(),), "mockup"),
        ((WRITER.steps(StepsKind.CHAIN),), "steps"),
        ((chart(),), "chart"),
        ((columns((HEADING, said("a")), (HEADING, said("b"))),), "comparison"),
        ((columns((HEADING, said("a")), (said("b"),)),), "two-columns"),
        ((columns((said("a"),), (said("b"),)),), "two-columns"),
        ((columns((), ()),), "two-columns"),
        ((container("columns"),), "two-columns"),
        ((container("key", items("a")),), "recap"),
        ((container("case", items("a")),), "case"),
        ((container("activity", items("a"), minutes="5"),), "activity"),
        ((container("worksheet", said("a"), title="Fiche"),), "activity"),
        # The first rule that matches wins.
        ((chart(), table("a | b", "c | d"), picture()), "chart"),
        ((table("a | b", "c | d"), picture()), "table"),
        ((container("key", items("a")), container("activity", items("a"), minutes="5")), "activity"),
        ((container("case", items("a")), columns((HEADING,), (HEADING,))), "case"),
        ((columns((HEADING,), (HEADING,)), chart()), "comparison"),
    ],
)
def test_a_layout_is_inferred_from_what_the_slide_holds(blocks: Blocks, role: str) -> None:
    assert infer_layout(blocks) == role
