"""Documents in the other languages, and on their paper."""

from __future__ import annotations

import pytest

from chevalet.compose import compose
from chevalet.model.flow import Paper
from chevalet.model.inline import plain_text
from tests.compose.composing import course_of, titles_of
from tests.resolve.resolving import target

BODY = "## A {#a}\n\n- x\n"


@pytest.mark.parametrize(
    ("language", "paper", "subtitle", "last"),
    [
        ("fr-CA", Paper.LETTER, "Cahier de participation", "Fiches-questions à détacher"),
        ("fr-FR", Paper.A4, "Cahier de participation", "Fiches-questions à détacher"),
        ("en-CA", Paper.LETTER, "Participant’s workbook", "Question cards to tear out"),
    ],
)
def test_a_language_has_its_words_and_its_paper(language: str, paper: Paper, subtitle: str, last: str):
    flow, _ = compose(course_of(BODY, target("participant", language)), "workbook")
    assert (flow.paper, plain_text(flow.subtitle), flow.language) == (paper, subtitle, language)
    assert titles_of(flow)[-1] == last
    assert flow.locale.tag == language
