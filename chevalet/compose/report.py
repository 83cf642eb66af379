"""Bilan: what a session gave, for the chamber and who funds it; what nobody wrote yet is room to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from chevalet.compose.certificates import count_hours, list_goals
from chevalet.compose.frame import make_flow, tell_hours
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import NOWHERE, Desk, bullets, capitalize, text
from chevalet.model.block import Alignment, ChartBlock, Table
from chevalet.model.course import Course
from chevalet.model.diagram import Chart, ChartKind, Series
from chevalet.model.flow import Aside, Cover, Field, FieldKind, Flow, FlowBlock, Grid, Heading
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.private import Answer, Partner, Records, Verdict
from chevalet.model.project import TextPart

Cells = tuple[Inlines, ...]
_EMPTY_ROWS = 4
_RATINGS = range(1, 6)
_VERDICTS = {Verdict.YES: "report-yes", Verdict.PARTLY: "report-partly", Verdict.NO: "report-no"}
# Of what people wrote, as much as is read.
_MOST_SAID = 12


def make_report(course: Course, supplies: Supplies) -> Flow:
    """Return the report of a session: numbers from `supplies.records`, and room for all that they do not say."""
    desk, records = Desk(course.locale), supplies.records
    parts = (
        _tell_session(course, records, desk),
        _tell_reach(course, records, desk),
        _tell_results(course, records.answers, desk),
        _tell_partners(records.partners, desk),
        _tell_learnt(records.answers, desk),
    )
    note = Aside(desk.say("report-note"))
    lines = tuple(line for line in (course.course_title, capitalize(text(course.chamber))) if line)
    cover = Cover(is_whole_page=False, lines=lines)
    flow = make_flow("report", course, (note, *(block for part in parts for block in part)), cover, supplies)
    return replace(flow, title=flow.subtitle, subtitle=flow.title)


def _tell_session(course: Course, records: Records, desk: Desk) -> Iterator[FlowBlock]:
    """Yield where, when and by whom."""
    session = course.session
    told = [person.day for person in records.people or () if person.is_present and person.day]
    days = sorted({*told, *filter(None, [session.date])})
    place = ", ".join(filter(None, (session.place, session.address)))
    values = (
        ("dates", text("; ".join(map(course.locale.long_date, days)))),
        ("place", text(place)),
        ("organizer", capitalize(text(course.chamber))),
        ("trainer", text(session.trainer)),
    )
    hours = ((desk.say("hours"), text(tell_hours(course))),)
    first, *others = ((desk.say(f"report-{name}"), value) for name, value in values)
    yield _tabulate("session", _head(desk), (first, *hours, *others))


def _tell_reach(course: Course, records: Records, desk: Desk) -> Iterator[FlowBlock]:
    counts = _count_reach(course, records)
    yield Heading(1, desk.say("report-reach"), "report-reach")
    rows = tuple((desk.say(f"report-{name}"), _number(count, desk)) for name, count in counts.items())
    yield _tabulate("reach", _head(desk), rows, figures=1)
    shown = {name: counts[name] for name in ("registered", "present", "answers")}
    if all(count is None for count in shown.values()):
        return
    categories = tuple(desk.word(f"report-{name}") for name in shown)
    series = (Series(desk.word("report-people"), tuple(shown.values())),)
    yield _draw(ChartKind.BAR, "report-reach-chart", categories, series, desk)


def _count_reach(course: Course, records: Records) -> dict[str, float | None]:
    """Return the numbers of the reach, None for each that no file tells."""
    people = records.people
    is_told = people is not None and all(person.is_present is not None for person in people)
    present = [person for person in people or () if person.is_present] if is_told else None
    firms = {" ".join(person.organization.split()).casefold() for person in present or ()} - {""}
    given = None if present is None else sum(person.hours or count_hours(course) for person in present)
    return {
        "registered": None if people is None else len(people),
        "present": None if present is None else len(present),
        "organizations": len(firms) if firms else None,
        "hours": given,
        "answers": None if records.answers is None else len(records.answers),
    }


def _tell_results(course: Course, answers: tuple[Answer, ...] | None, desk: Desk) -> Iterator[FlowBlock]:
    """Yield what people say of the objectives and of the evening; the objectives are there if nobody was asked."""
    yield Heading(1, desk.say("report-results"), "report-results")
    goals = [answer.goals for answer in answers or ()]
    yield from _tell_verdicts("goal", list_goals(course), goals, desk)
    statements = _list_statements(course)
    if statements:
        yield from _tell_verdicts("statement", statements, [answer.questions for answer in answers or ()], desk)
    yield from _tell_ratings(answers or (), desk)


def _list_statements(course: Course) -> Cells:
    """Return the lines of the evaluation's form on which a box is ticked."""
    sections = (
        section for printed in course.texts if printed.part is TextPart.EVALUATION for section in printed.sections
    )
    tables = (block for section in sections for block in section.reading.blocks if isinstance(block, Table))
    return tuple(row[0] for table in tables for row in table.rows if row and row[0])


def _tell_verdicts(
    name: str, statements: Cells, said: Sequence[tuple[Verdict | None, ...]], desk: Desk
) -> Iterator[FlowBlock]:
    """Yield how many agree with each statement, and a chart of those of which anything is said."""
    counts = [_count(number, said) for number in range(len(statements))]
    rows = tuple(
        (statement, *(_number(count[verdict] if count else None, desk) for verdict in _VERDICTS))
        for statement, count in zip(statements, counts, strict=True)
    )
    columns = (desk.say(word) for word in _VERDICTS.values())
    yield _tabulate(f"{name}s", (desk.say(f"report-{name}"), *columns), rows, figures=len(_VERDICTS))
    told = [(plain_text(each), count) for each, count in zip(statements, counts, strict=True) if count]
    if told:
        series = tuple(
            Series(desk.word(word), tuple(float(count[verdict]) for _, count in told))
            for verdict, word in _VERDICTS.items()
        )
        yield _draw(ChartKind.STACKED_BAR, f"report-{name}s-chart", tuple(each for each, _ in told), series, desk)


def _count(number: int, said: Sequence[tuple[Verdict | None, ...]]) -> Counter[Verdict]:
    """Return how many said what of a statement, nothing where nobody did."""
    verdicts = (each[number] for each in said if number < len(each))
    return Counter(verdict for verdict in verdicts if verdict is not None)


def _tell_ratings(answers: Sequence[Answer], desk: Desk) -> Iterator[FlowBlock]:
    """Yield who would recommend the workshop, and the ratings where the form asked for one."""
    ratings = [answer.rating for answer in answers if answer.rating]
    said = [answer.recommends for answer in answers if answer.recommends is not None]
    share = desk.say("report-count-of", count=sum(said), total=len(said)) if said else ()
    rows: tuple[Cells, ...] = ((desk.say("report-recommends"), share),)
    if ratings:
        mean = text(desk.locale.number(sum(ratings) / len(ratings), 1))
        rows += ((desk.say("report-rating-mean"), mean),)
    yield _tabulate("ratings", _head(desk), rows, figures=1)
    if ratings:
        series = Series(desk.word("report-answers"), tuple(float(ratings.count(rating)) for rating in _RATINGS))
        yield _draw(ChartKind.COLUMN, "report-rating-chart", tuple(map(str, _RATINGS)), (series,), desk)


def _tell_partners(partners: tuple[Partner, ...] | None, desk: Desk) -> Iterator[FlowBlock]:
    yield Heading(1, desk.say("report-partners"), "report-partners")
    header = tuple(desk.say(f"report-{name}") for name in ("partner", "contribution", "visibility"))
    told = tuple((text(each.name), text(each.contribution), text(each.visibility)) for each in partners or ())
    yield _tabulate("partners", header, told or (((),) * len(header),) * _EMPTY_ROWS)


def _tell_learnt(answers: tuple[Answer, ...] | None, desk: Desk) -> Iterator[FlowBlock]:
    yield Heading(1, desk.say("report-learnt"), "report-learnt")
    columns = {
        "learnt": [answer.learnt for answer in answers or ()],
        "steps": [answer.step for answer in answers or ()],
        "better": [answer.better for answer in answers or ()],
    }
    said = {name: list(dict.fromkeys(filter(None, texts)))[:_MOST_SAID] for name, texts in columns.items()}
    if any(said.values()):
        yield Aside(desk.say("report-reread"))
    for name, texts in said.items():
        if texts:
            yield Heading(2, desk.say(f"report-{name}-said"))
            yield bullets(map(text, texts))
    for name in ("keep", "change", "next"):
        yield Field(f"report-{name}", desk.say(f"report-{name}"), FieldKind.LINES, 2)


def _number(count: float | None, desk: Desk) -> Inlines:
    """Return a count as it is printed, nothing where it is not known."""
    return () if count is None else text(desk.locale.number(count, 0 if float(count).is_integer() else 2))


def _head(desk: Desk) -> Cells:
    return (desk.say("report-what"), desk.say("report-value"))


def _tabulate(name: str, header: Cells, rows: tuple[Cells, ...], figures: int = 0) -> FlowBlock:
    """Return a table, as a grid to fill in when any of its cells is empty; the last `figures` columns are numbers."""
    if not all(cell for row in rows for cell in row):
        return Grid(name, header, rows, lines=1, has_row_headers=all(row[0] for row in rows))
    words = len(header) - figures
    return Table(header, rows, (Alignment.LEFT,) * words + (Alignment.RIGHT,) * figures, NOWHERE)


def _draw(
    kind: ChartKind, title: str, categories: tuple[str, ...], series: tuple[Series, ...], desk: Desk
) -> ChartBlock:
    """Return a chart whose title says what it shows; its values are read aloud, as they are in the table under it."""
    said = (
        f"{each.label}\u00a0: " + ", ".join(f"{category} {_read_aloud(value, desk)}" for category, value in pairs)
        for each in series
        for pairs in [tuple(zip(categories, each.values, strict=True))]
    )
    alt = f"{desk.word(title)}. {'; '.join(said)}."
    return ChartBlock(Chart(kind, categories, series, "", "", desk.say(title), (), alt, 0), NOWHERE)


def _read_aloud(value: float | None, desk: Desk) -> str:
    return desk.word("unknown-value") if value is None else desk.locale.number(value, 0)
