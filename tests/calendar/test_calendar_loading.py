"""`calendar.yaml` is told about key by key, and words that no list offers are found."""

from __future__ import annotations

import pytest

from chevalet.diagnostics import Sink
from chevalet.load.calendar import PATH, read_calendar
from chevalet.load.tree import MemoryTree
from chevalet.model.calendar_source import CalendarSource
from tests.calendar.samples import real_project

SMALL = """\
start: 2027-03-15
statuses:
  - {name: Idée, stage: planned}
channels:
  - {name: Affiche, offline: true}
intents: [{name: Vendre, sells: true}]
formats: [Texte]
"""


def read(text: str) -> tuple[CalendarSource | None, list[tuple[str, int, dict[str, str]]]]:
    sink = Sink()
    source = read_calendar(MemoryTree({PATH: text}), sink)
    return source, [(each.code, each.span.line, dict(each.arguments)) for each in sink.found]


def test_a_course_may_have_no_calendar() -> None:
    assert read_calendar(MemoryTree({}), Sink()) is None


def test_the_first_month_begins_on_its_first_day() -> None:
    source, found = read(SMALL)
    assert source
    assert found == []
    assert source.start.isoformat() == "2027-03-01"


@pytest.mark.parametrize(
    ("lines", "code", "line", "argument"),
    [
        ("ideas: [{title: A, intent: Vendr, format: Texte, channel: Affiche, ask: B}]", "wrong-value", 8, "Vendre"),
        ("trade_dates: {a: {title: A, rule: {month: 2}}}", "missing-key", 8, ""),
        ("trade_dates: {a: {title: A, rule: {month: 2, weekday: monday}}}", "missing-key", 8, ""),
        ("trade_dates: {a: {title: A, rule: {month: 2, day: 30}}}", "wrong-value", 8, "1–28"),
        ("writing: [{id: a, title: A, day: lundi, time: '9:00'}]", "wrong-value", 8, ""),
        (
            "writing:\n- {id: a, title: A, day: monday, time: '9:00'}\n- {id: a, title: B, day: friday, time: '9:00'}",
            "duplicate-id",
            10,
            "",
        ),
        ("coulour: rouge", "unknown-key", 8, ""),
    ],
)
def test_a_mistake_is_told_at_its_line(lines: str, code: str, line: int, argument: str) -> None:
    _, found = read(SMALL + lines)
    assert [(each[0], each[1]) for each in found] == [(code, line)]
    assert argument in found[0][2].get("expected", "") or not argument


def test_the_course_offers_at_least_forty_ideas_on_every_channel() -> None:
    source = real_project().calendar
    assert source
    assert len(source.ideas) >= 40
    assert {idea.channel for idea in source.ideas} == {channel.name for channel in source.choices.channels}
    assert len({idea.title for idea in source.ideas}) == len(source.ideas)
