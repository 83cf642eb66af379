"""Every layout asked for with every kind of content, under titles of one to five lines, with footnotes and without."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from chevalet.model.block import Blocks, Break
from chevalet.model.diagram import StepsKind
from chevalet.model.inline import Inlines, Text
from tests.layout.layout_checks import faults, lost_or_repeated
from tests.layout.layout_samples import (
    SPAN,
    Writer,
    chart,
    code,
    columns,
    container,
    lay_out,
    mockup,
    picture,
    slide,
    theme,
)

UNASKED = ("drawing", "text-wide")
ROLES = ("", *(role for role in theme().layouts if role not in UNASKED))
TITLES = (
    "Court",
    "Un titre de deux lignes qui dit ce qu’il faut retenir de cette diapositive, sans un mot de plus",
    "Un titre de trois lignes ou davantage, parce que son autrice n’a pas voulu choisir ce qu’il fallait retenir de "
    "tout ce qu’elle avait à dire",
    "Un titre de deux cents caractères " + "qui ne finit jamais et continue encore " * 5,
)
FOOTNOTES: Mapping[str, tuple[tuple[str, Inlines], ...]] = {
    "none": (),
    "two": (("a", (Text("Une note courte"),)), ("b", Writer(3).words(20))),
    "many": tuple((str(number), Writer(number).words(25)) for number in range(12)),
}


@cache
def contents() -> Mapping[str, Blocks]:
    w = Writer(1)
    few, edge = (w.heading(4), w.bullets(4)), Break(SPAN)
    activity = container("activity", w.bullets(4, ordered=True), minutes="8", group="pairs", material="cartons")
    hard = (
        w.heading(5),
        w.bullets(20),
        w.table(6, 3),
        w.paragraph(80),
        code(20),
        chart(),
        picture(caption="Une légende"),
    )
    return {
        "nothing": (),
        "sentence": (w.paragraph(9),),
        "paragraphs": tuple(w.paragraph(60) for _ in range(6)),
        "long list": (w.bullets(25),),
        "levels": (w.bullets(3, 6, 4),),
        "numbers": (w.bullets(14, 8, 2, ordered=True),),
        "table": (w.table(4, 4),),
        "long table": (w.table(30, 5),),
        "wide table": (w.table(5, 9),),
        "chart": (chart(),),
        "chart and text": (chart(12), w.bullets(3)),
        "tall picture": (w.paragraph(15), picture(100, 3000, "Une légende")),
        "wide picture": (picture(3000, 100), w.bullets(3)),
        "chain": (w.steps(StepsKind.CHAIN),),
        "cycle": (w.paragraph(12), w.steps(StepsKind.CYCLE)),
        "timeline": (w.steps(StepsKind.TIMELINE, 6), w.paragraph(10)),
        "mock-up": (mockup(), w.paragraph(20)),
        "quote": (w.quote(20),),
        "long quote": (w.quote(200),),
        "code": (code(20),),
        "comparison": (columns(few, (w.heading(3), w.bullets(2))),),
        "hard columns": (columns(hard, few),),
        "three columns": (columns((w.bullets(3),), (w.table(3, 2),), (picture(),)),),
        "activity": (activity,),
        "hard activity": (container("activity", w.bullets(14), w.table(5, 7), minutes="8", material="cartons " * 40),),
        "worksheet": (container("worksheet", w.paragraph(12), title="Ma fiche"),),
        "case": (container("case", w.bullets(5), name="Le bistro", place="Rimouski", year="2009"),),
        "quiz": (container("quiz", w.paragraph(8), w.choices(4)),),
        "breaks": (edge, w.paragraph(9), edge, edge, w.bullets(2), edge),
        "mixture": (w.paragraph(9), w.table(3, 3), w.paragraph(9), picture(), w.bullets(3), chart()),
    }


@pytest.mark.parametrize(
    ("title", "footnotes"), [(0, "none"), (0, "many"), (1, "two"), (2, "none"), (3, "none"), (3, "two")]
)
@pytest.mark.parametrize("role", ROLES)
def test_any_content_in_any_layout_fits_and_is_whole(role: str, title: int, footnotes: str) -> None:
    slides = [
        slide(f"{number}. {TITLES[title]}", *blocks, role=role, key=f"m/s{number}", footnotes=FOOTNOTES[footnotes])
        for number, blocks in enumerate(contents().values())
    ]
    deck, diagnostics = lay_out(*slides)
    assert faults(deck) == []
    # The agenda adds a table of its own.
    assert role == "agenda" or lost_or_repeated(deck, slides) == []
    errors = {diagnostic.code for diagnostic in diagnostics if diagnostic.severity.value == "error"}
    assert errors <= ({"figure-cannot-fit"} if title == len(TITLES) - 1 else set())
