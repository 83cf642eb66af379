"""The sources a document cites: those whose numbers it prints."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.compose.tree import find_all
from chevalet.compose.writing import NOWHERE, Desk, paragraph
from chevalet.model.block import Alignment, List, ListItem, Table
from chevalet.model.course import Course, Source
from chevalet.model.flow import FlowBlocks, Heading
from chevalet.model.inline import Inlines, Link, Superscript, Text

IDENTIFIER = "sources"
_LONGEST_ADDRESS = 40


def list_cited(course: Course, blocks: FlowBlocks) -> tuple[Source, ...]:
    """Return the sources cited by blocks, in the order of their numbers, which are those of the trainer's deck."""
    marks = {mark for each in find_all(blocks, Superscript) for mark in each.text.replace("\u00a0", "").split(",")}
    return tuple(source for source in course.sources if str(source.number) in marks)


def make_sources(course: Course, blocks: FlowBlocks, desk: Desk) -> FlowBlocks:
    """Return the sources that blocks cite as numbered lists, under their heading; nothing when there are none."""
    cited = list_cited(course, blocks)
    if not cited:
        return ()
    return (Heading(1, desk.say("sources"), IDENTIFIER), *_lists(cited))


def make_review(course: Course, desk: Desk) -> FlowBlocks:
    """Return all the sources of a workshop as a table that tells when each is to be checked again."""
    if not course.sources:
        return ()
    header = tuple(desk.say(name) for name in ("sources-number", "sources-source", "sources-review"))
    rows = tuple(
        ((Text(str(source.number)),), _describe(source), (Text(source.review_by or "–"),)) for source in course.sources
    )
    table = Table(header, rows, (Alignment.RIGHT, Alignment.LEFT, Alignment.LEFT), NOWHERE)
    return (Heading(1, desk.say("sources"), IDENTIFIER), table)


def _lists(cited: tuple[Source, ...]) -> Iterator[List]:
    """Yield the sources as lists, a new one wherever a number is left out."""
    run: list[Source] = []
    for source in cited:
        if run and source.number != run[-1].number + 1:
            yield _make_list(run)
            run = []
        run.append(source)
    yield _make_list(run)


def _make_list(run: list[Source]) -> List:
    items = tuple(ListItem((paragraph(_describe(source)),), NOWHERE) for source in run)
    return List(items, NOWHERE, ordered=True, start=run[0].number)


def _describe(source: Source) -> Inlines:
    """Return a source's text and its address: on paper the site alone when the whole is too long to be typed."""
    if not source.url:
        return source.text
    address = source.url.partition("://")[2].removeprefix("www.").removesuffix("/")
    shown = address if len(address) <= _LONGEST_ADDRESS else address.partition("/")[0]
    return (*source.text, Text(". "), Link((Text(shown),), source.url, NOWHERE))
