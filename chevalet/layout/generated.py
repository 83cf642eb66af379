"""Slides that the compiler makes by itself: the cover, the sections, the sources; and the agenda's table."""

from __future__ import annotations

from chevalet.model.block import Alignment, List, ListItem, Paragraph, Table
from chevalet.model.course import Course, Segment, Slide, Source
from chevalet.model.inline import Emphasis, Inlines, Link, Text
from chevalet.span import Span

NOWHERE = Span("")


def cover_slide(course: Course) -> Slide:
    """Return the cover: the workshop's title, the course it belongs to, and what it is about."""
    lines = tuple(Paragraph(text, NOWHERE) for text in (course.course_title, course.summary) if text)
    key = f"{course.target.workshop}/~title"
    return Slide(key, course.workshop_title, "title", "", lines, (), (), NOWHERE, "", "title")


def section_slide(segment: Segment) -> Slide:
    """Return the slide that opens a module: its title and its objectives."""
    lines = tuple(Paragraph(objective, segment.span) for objective in segment.objectives)
    key = f"{segment.identifier}/~section"
    return Slide(key, segment.title, "section", "", lines, (), (), segment.span, "", "section")


def sources_slide(course: Course) -> Slide:
    """Return the workshop's sources as one numbered list, each with its link."""
    sources = course.sources
    items = tuple(ListItem((Paragraph(_source_text(source), NOWHERE),), NOWHERE) for source in sources)
    listed = List(items, NOWHERE, ordered=True, start=sources[0].number if sources else 1)
    title = (Text(course.locale.words["sources"]),)
    key = f"{course.target.workshop}/~sources"
    return Slide(key, title, "sources", "", (listed,), (), (), NOWHERE, "", "sources")


def _source_text(source: Source) -> Inlines:
    """Return a source's text with its link on the work's title, or on the whole when no title stands out."""
    if not source.url:
        return source.text
    if not any(isinstance(inline, Emphasis) for inline in source.text):
        return (Link(source.text, source.url, NOWHERE),)
    return tuple(
        Link((inline,), source.url, NOWHERE) if isinstance(inline, Emphasis) else inline for inline in source.text
    )


def agenda_table(course: Course, span: Span) -> Table:
    """Return the evening as a table: clock time, segment, minutes; breaks in italics."""
    words, locale = course.locale.words, course.locale
    header = tuple((Text(words[name]),) for name in ("agenda-time", "agenda-segment", "agenda-minutes"))
    rows = tuple(
        (
            (Text(clock_time(segment.start, locale.clock)),),
            _segment_title(segment),
            (Text(words["minutes"].format(minutes=segment.minutes)),),
        )
        for segment in course.segments
    )
    return Table(header, rows, (Alignment.LEFT, Alignment.LEFT, Alignment.RIGHT), span)


def _segment_title(segment: Segment) -> Inlines:
    return (Emphasis(segment.title),) if segment.is_break else segment.title


def clock_time(minutes: int, pattern: str) -> str:
    """Return a time of day, in minutes from midnight, by the locale's pattern; it goes round past midnight."""
    hour, minute = divmod(minutes % 1440, 60)
    return pattern.format(hour=hour, minute=f"{minute:02}")
