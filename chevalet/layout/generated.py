"""Slides that the compiler makes by itself: the cover, the sections, the sources; and the agenda's table."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.model.block import Alignment, List, ListItem, Paragraph, Table
from chevalet.model.course import Course, Segment, Slide, Source
from chevalet.model.inline import Emphasis, Inlines, Link, Strong, Text
from chevalet.model.patch import Partner
from chevalet.span import Span

NOWHERE = Span("")


def cover_slide(course: Course) -> Slide:
    """Return the cover: the workshop's title, its course, and what it is about or, once it is set, when and where."""
    occasion = tuple(filter(None, (_tell_session(course), _tell_partners(course))))
    # There is room for what the workshop is about, or for when it is and with whom.
    told = (course.course_title, *(occasion or (course.summary,)))
    lines = tuple(Paragraph(text, NOWHERE) for text in told if text)
    key = f"{course.target.workshop}/~title"
    return Slide(key, course.workshop_title, "title", "", lines, (), (), NOWHERE, "", "title")


def _tell_session(course: Course) -> Inlines:
    """Return when and where a dated session is, empty for any other."""
    session, locale = course.session, course.locale
    if session.date is None:
        return ()
    start, end = (locale.clock_time(minutes) for minutes in (session.start, session.end))
    hours = locale.words["session-hours"].format(start=start, end=end)
    where = session.place or (locale.words["session-online"] if session.delivery == "online" else "")
    text = ", ".join(filter(None, (locale.long_date(session.date), hours, where)))
    return (Text(text[:1].upper() + text[1:]),)


def _tell_partners(course: Course) -> Inlines:
    """Return the names of the partners in a row, the chamber's own not among them."""
    names = [partner.name for partner in course.partners if partner.identifier]
    return (Text(course.locale.words["with-partners"].format(names=", ".join(names))),) if names else ()


def partners_slide(course: Course) -> Slide:
    """Return the slide of thanks: each partner with its role, and what it asks to be said of it."""
    items = tuple(
        ListItem((Paragraph(_tell_partner(partner), NOWHERE),), NOWHERE)
        for partner in course.partners
        if partner.identifier
    )
    title = (Text(course.locale.words["partners-thanks"]),)
    key = f"{course.target.workshop}/~partners"
    return Slide(key, title, "text", "", (List(items, NOWHERE),), (), (), NOWHERE, "", "partners")


def _tell_partner(partner: Partner) -> Inlines:
    role = (Text(f", {partner.role[:1].lower()}{partner.role[1:]}"),) if partner.role else ()
    mention = (Text(f". {partner.mention}"),) if partner.mention else ()
    return (Strong((Text(partner.name),)), *role, *mention)


def section_slide(segment: Segment, words: Mapping[str, str]) -> Slide:
    """Return the slide that opens a module: its title and its objectives, after the words that announce them."""
    announced = ((Text(words["objectives"]),),) if segment.objectives else ()
    lines = tuple(Paragraph(text, segment.span) for text in (*announced, *segment.objectives))
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
    """Return the evening as a table: clock time, segment, minutes; breaks in italics, and the hour of its end."""
    words, locale = course.locale.words, course.locale
    header = tuple((Text(words[name]),) for name in ("agenda-time", "agenda-segment", "agenda-minutes"))
    rows: list[tuple[Inlines, ...]] = [
        (
            (Text(locale.clock_time(segment.start)),),
            _segment_title(segment),
            (Text(words["minutes"].format(minutes=segment.minutes)),),
        )
        for segment in course.segments
    ]
    if course.segments:
        last = course.segments[-1]
        rows.append(((Text(locale.clock_time(last.start + last.minutes)),), (Text(words["agenda-end"]),), ()))
    return Table(header, tuple(rows), (Alignment.LEFT, Alignment.LEFT, Alignment.RIGHT), span)


def _segment_title(segment: Segment) -> Inlines:
    return (Emphasis(segment.title),) if segment.is_break else segment.title
