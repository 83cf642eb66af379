"""`course/calendar.yaml`: the editorial calendar's lists, dates, ideas and example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from chevalet.diagnostics import Sink, suggest
from chevalet.load.calendar_records import (
    WEEKDAYS,
    CalendarRecord,
    CrisisRecord,
    EntryRecord,
    ExampleRecord,
    IdeaRecord,
    RuleRecord,
    SlotRecord,
    TradeDateRecord,
)
from chevalet.load.record import read_record
from chevalet.load.shape import Written
from chevalet.load.text import read_nodes
from chevalet.load.tree import Tree
from chevalet.model.calendar import (
    Channel,
    Choices,
    CrisisSheet,
    CrisisStep,
    Entry,
    Idea,
    Intent,
    Slot,
    Stage,
    Status,
    TaggedLink,
)
from chevalet.model.calendar_source import (
    CalendarSource,
    DateRule,
    EasterRule,
    ExampleSource,
    FixedRule,
    TradeDate,
    WeekdayRule,
    WeeklyEntry,
)

PATH = "course/calendar.yaml"
# The columns of an entry that its record holds as they are.
_COLUMNS = tuple(name for name in Entry.__struct_fields__ if name not in ("day", "start", "draft_due"))


def read_calendar(tree: Tree, sink: Sink) -> CalendarSource | None:
    """Return the calendar as written; None where a course has none, or it has no first month."""
    if not tree.exists(PATH):
        return None
    node = read_nodes(tree, PATH, sink)
    if node is None:
        return None
    record = read_record(node, CalendarRecord, sink)
    _check_words(record, sink)
    for slots in (record.publishing, record.writing):
        _check_slots(slots, sink)
    if not record.start:
        return None
    return CalendarSource(
        start=date.fromisoformat(record.start).replace(day=1),
        revision=record.revision,
        choices=_make_choices(record),
        publishing=tuple(_make_slot(slot) for slot in record.publishing if slot.day),
        writing=tuple(_make_slot(slot) for slot in record.writing if slot.day),
        trade_dates=tuple(_make_trade_dates(record, sink)),
        holiday_notes=record.holiday_notes,
        ideas=tuple(_make_idea(idea) for idea in record.ideas),
        links=tuple(
            TaggedLink(link.page, link.source, link.medium, link.campaign, link.content, link.use)
            for link in record.links
        ),
        example=_make_example(record.example) if record.example else None,
        crisis=_make_crisis(record.crisis) if record.crisis else CrisisSheet(),
        span=record.span,
    )


def _make_choices(record: CalendarRecord) -> Choices:
    return Choices(
        statuses=tuple(Status(each.name, Stage(each.stage), each.meaning) for each in record.statuses if each.stage),
        channels=tuple(Channel(each.name, each.source, each.medium, each.offline) for each in record.channels),
        formats=record.formats,
        intents=tuple(Intent(each.name, each.sells) for each in record.intents),
        goals=record.goals,
        audiences=record.audiences,
        consents=record.consents,
    )


def _make_slot(record: SlotRecord) -> Slot:
    start = _minutes_of(record.time) or 0
    return Slot(record.id, record.title, WEEKDAYS.index(record.day), start, record.minutes, record.note)


def _make_idea(record: IdeaRecord) -> Idea:
    return Idea(record.title, record.intent, record.format, record.channel, record.ask, record.season)


def _make_trade_dates(record: CalendarRecord, sink: Sink) -> Iterator[TradeDate]:
    for identifier, each in record.trade_dates.items():
        rule = _make_rule(each, sink)
        if rule:
            yield TradeDate(
                identifier, each.title, rule, each.offset, each.days, each.prepare, each.check, each.note, each.only
            )


def _make_rule(record: TradeDateRecord, sink: Sink) -> DateRule | None:
    rule = record.rule
    if "easter" in rule.spans:
        return EasterRule(rule.easter)
    needed = ("month", "weekday", "nth") if "weekday" in rule.spans else ("month", "day")
    missing = [key for key in needed if key not in rule.spans]
    if missing and "rule" in record.spans:
        sink.add("missing-key", record.spans["rule"], key=missing[0])
    if missing or not all(getattr(rule, key) for key in needed):
        return None
    return _make_yearly_rule(rule, sink)


def _make_yearly_rule(rule: RuleRecord, sink: Sink) -> DateRule | None:
    if rule.weekday:
        return WeekdayRule(rule.month, WEEKDAYS.index(rule.weekday), rule.nth)
    try:
        date(2000, rule.month, rule.day)  # a leap year: 29 February is a rule, 30 February is not
    except ValueError:
        sink.add("wrong-value", rule.spans["day"], key="day", value=rule.day, expected="1–28")
        return None
    return FixedRule(rule.month, rule.day)


def _make_example(record: ExampleRecord) -> ExampleSource:
    entries = tuple(_make_entry(entry) for entry in record.entries if entry.week and entry.day)
    return ExampleSource(record.firm, record.about, record.seen, entries)


def _make_entry(record: EntryRecord) -> WeeklyEntry:
    values = {name: getattr(record, name) for name in _COLUMNS}
    entry = Entry(start=_minutes_of(record.time), **values)
    return WeeklyEntry(record.week, WEEKDAYS.index(record.day), record.draft, entry)


def _make_crisis(record: CrisisRecord) -> CrisisSheet:
    steps = tuple(CrisisStep(step.when, step.title, step.text) for step in record.steps)
    return CrisisSheet(record.intro, record.roles, record.calls, record.pauses, steps, record.message)


def _minutes_of(clock: str) -> int | None:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute) if minute else None


def _check_words(record: CalendarRecord, sink: Sink) -> None:
    """Report each word of an idea or of an example's row that no list of the calendar offers."""
    offered = {
        "status": [each.name for each in record.statuses],
        "channel": [each.name for each in record.channels],
        "intent": [each.name for each in record.intents],
        "format": record.formats,
        "goal": record.goals,
        "audience": record.audiences,
        "consent": record.consents,
    }
    rows: list[Written] = [*record.ideas, *(record.example.entries if record.example else ())]
    for row in rows:
        for key in offered.keys() & row.spans.keys():
            word = getattr(row, key)
            if word and word not in offered[key]:
                sink.add("wrong-value", row.spans[key], key=key, value=word, expected=suggest(word, offered[key]))


def _check_slots(slots: Iterable[SlotRecord], sink: Sink) -> None:
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for slot in slots:
        counts[slot.id] += 1
        if slot.id and counts[slot.id] > 1:
            sink.add("duplicate-id", slot.spans["id"], id=slot.id, first=first[slot.id])
        first.setdefault(slot.id, f"{slot.span.path}:{slot.span.line}")
