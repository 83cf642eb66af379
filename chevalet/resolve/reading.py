"""What documents need and decks do not: slides as read, texts of `course/documents`, terms of the glossary met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import combining, normalize

from msgspec import Struct
from msgspec.structs import replace

from chevalet.model.course import CourseText, Explained, Reading, Section, Segment, Slide
from chevalet.model.document import Document, SlideSource
from chevalet.model.inline import Text
from chevalet.model.project import GlossaryEntry, TextSource
from chevalet.resolve.blocks import resolve_blocks
from chevalet.resolve.citations import Citations
from chevalet.resolve.context import Context, Lifted, Scope
from chevalet.resolve.footnotes import Footnotes
from chevalet.resolve.slides import Draft, list_footnotes
from chevalet.resolve.terms import fill
from chevalet.resolve.titles import takeaway
from chevalet.resolve.typography import examine
from chevalet.resolve.writing import write, write_title
from chevalet.span import Span

_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_PLURAL = "(?:s|x)?"


def add_readings(slides: Iterable[Slide], drafts: Iterable[Draft]) -> tuple[Slide, ...]:
    """Return a module's slides, each written one with what documents hold of it."""
    readings = {draft.source.key: _read_slide(draft) for draft in drafts}
    return tuple(slide if slide.generated else replace(slide, reading=readings[slide.key]) for slide in slides)


def _read_slide(draft: Draft) -> Reading:
    """Return a slide as documents hold it; the letters and numbers its own text had on the slide stay the same."""
    scope = draft.scope
    before = len(scope.footnotes.asked)
    blocks = resolve_blocks(draft.source.blocks, replace(scope, is_reading=True, lifted=Lifted()))
    return Reading(blocks, (*draft.footnotes, *list_footnotes(scope, before)))


def read_text(source: TextSource, document: Document, context: Context, citations: Citations) -> CourseText:
    """Return a text for the workshop and target, cut at its headings; sections for other targets are left out."""
    place = Span(source.path)
    scope = Scope(context, source, citations, Footnotes(document.footnotes), is_reading=True)
    sections = tuple(
        _read_section(section, replace(scope, footnotes=Footnotes(document.footnotes)))
        for section in document.slides
        if context.facets.keep_slide(section.conditions)
    )
    title = write_title(source.title, source.spans.get("title", place), scope)
    return CourseText(source.identifier, source.part, title, sections, place)


def _read_section(section: SlideSource, scope: Scope) -> Section:
    title = write(section.title, section.span, scope)
    scope.takeaway = takeaway(title)
    blocks = resolve_blocks(section.blocks, scope)
    return Section(section.key, title, Reading(blocks, tuple(list_footnotes(scope, 0))), section.span)


def find_terms(
    glossary: Mapping[str, GlossaryEntry], segments: Iterable[Segment], context: Context
) -> tuple[Explained, ...]:
    """Return the terms of the glossary that the slides use, as this edition reads them, in alphabetical order."""
    shown = ((slide.title, slide.reading) for segment in segments for slide in segment.slides)
    text = " ".join(_texts(tuple(shown))).casefold()
    met = [entry for entry in glossary.values() if _is_met(entry.term, text)]
    return tuple(_explain(entry, context) for entry in sorted(met, key=lambda entry: _rank(entry.term)))


def _explain(entry: GlossaryEntry, context: Context) -> Explained:
    term, definition = (
        (Text(examine(fill(text, entry.span, context), context.preset)[0]),) for text in (entry.term, entry.definition)
    )
    return Explained(term, definition)


def _texts(value: object) -> Iterator[str]:
    """Yield the characters of a tree, whatever its nodes."""
    if isinstance(value, Text):
        yield value.text
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, Struct) and not isinstance(value, Span):
        yield from _texts(tuple(getattr(value, name) for name in value.__struct_fields__))


def _is_met(term: str, text: str) -> bool:
    """Tell whether a text uses a term, in any of the forms that its entry lists, singular or plural."""
    forms = (form.split() for form in _PARENTHESIS.sub("", term).casefold().split(", "))
    # Looking for letters costs a hundredth of looking for a word.
    likely = [words for words in forms if words and all(word in text for word in words)]
    return bool(likely) and _pattern(likely).search(text) is not None


def _pattern(forms: Iterable[Iterable[str]]) -> re.Pattern[str]:
    written = (r"\s".join(re.escape(word) + _PLURAL for word in words) for words in forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)")


def _rank(term: str) -> str:
    """Return what sorts a term: its letters without accents."""
    plain = term.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(character for character in normalize("NFD", plain) if not combining(character))
