"""Assembling a deck: the cover, each module's section and slides, the sources; titles, footers, numbers, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.layout.compose import compose
from chevalet.layout.generated import agenda_table, cover_slide, partners_slide, section_slide, sources_slide
from chevalet.layout.infer import infer_layout
from chevalet.layout.lines import fits_line, place_line, shorten, title_growth
from chevalet.layout.logos import ROLES as LOGO_ROLES
from chevalet.layout.logos import place_logos
from chevalet.layout.naming import claim_placeholders, name_items
from chevalet.layout.notes import set_notes
from chevalet.layout.page import Page
from chevalet.layout.pieces import BreakPiece
from chevalet.layout.ruler import Ruler
from chevalet.layout.runs import Runs
from chevalet.layout.scene import Stage
from chevalet.layout.splitting import split_pieces
from chevalet.layout.titles import Titles, text_of
from chevalet.layout.typesetter import Paragraphs, Typesetter
from chevalet.model.block import Paragraph
from chevalet.model.course import Course, Slide
from chevalet.model.deck import Deck, DeckSection, DeckSlide, Placed, PlacedText, Run
from chevalet.model.inline import Text, plain_text
from chevalet.model.spread import Spread
from chevalet.model.theme import Layout, Theme


def layout(course: Course, theme: Theme, spread: Spread = map) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """Return the deck of one workshop for one target, every slide of it measured and placed.

    `spread` composes the slides, each alone: what they share is settled before and after.
    """
    sink = Sink()
    ruler = Ruler(theme)
    stage = Stage(theme, Typesetter(ruler), course.locale.words, sink)
    deck = _Assembler(course, stage, Titles(theme, ruler, course.locale)).deck(spread)
    return deck, tuple(dict.fromkeys(sink.found))


class _Titled(Struct, frozen=True):
    """A slide to be composed under the title it was given, unlike any other's."""

    slide: Slide
    title: Runs
    numeral: str


class _Composed(Struct, frozen=True):
    """A slide's pages and notes, and what there was to say of them."""

    pages: list[Page]
    notes: Paragraphs
    found: list[Diagnostic]


class _Assembler(Struct):
    """Numbers the slides of one deck and keeps their titles apart."""

    course: Course
    stage: Stage
    titles: Titles
    number: int = 0
    footers: dict[str, Placed] = field(default_factory=dict)

    def deck(self, spread: Spread) -> Deck:
        """Return the whole deck; a section without slides is left out."""
        course = self.course
        titled = [(title, [self._title(*each) for each in slides]) for title, slides in self._sections()]
        composed = iter(spread(self._compose, [each for _, slides in titled for each in slides]))
        sections = [
            (title, [page for each in slides for page in self._pages(each, next(composed))]) for title, slides in titled
        ]
        accents = self.stage.theme.accents
        return Deck(
            title=plain_text(course.workshop_title),
            subject=plain_text(course.summary),
            author=course.chamber,
            keywords=plain_text(course.course_title),
            language=course.locale.tag,
            accent=accents[(max(course.workshop_number, 1) - 1) % len(accents)],
            sections=tuple(DeckSection(title, len(slides)) for title, slides in sections if slides),
            slides=tuple(slide for _, slides in sections for slide in slides),
        )

    def _sections(self) -> Iterator[tuple[str, list[tuple[Slide, str]]]]:
        """Yield each section's title and slides, with the numeral that an opening slide shows large."""
        course, words = self.course, self.course.locale.words
        yield words["cover"], [(cover_slide(course), str(course.workshop_number or ""))]
        for segment in course.segments:
            if not segment.is_break:
                opening = [(section_slide(segment, words), str(segment.number))] if segment.has_section else []
                yield plain_text(segment.title), [*opening, *((slide, "") for slide in segment.slides)]
        if any(partner.identifier for partner in course.partners):
            yield words["partners"], [(partners_slide(course), "")]
        if course.sources:
            yield words["sources"], [(sources_slide(course), "")]

    def _compose(self, titled: _Titled) -> _Composed:
        """Return what a slide becomes, whatever the others are."""
        slide, title, stage = titled.slide, titled.title, replace(self.stage, sink=Sink())
        pages = compose(stage, slide, title, titled.numeral)
        if len(pages) > 1:
            longest = self.titles.continued(title, len(str(len(pages))))
            if self._is_higher(longest, title, pages):
                pages = compose(stage, slide, longest, titled.numeral)
        _check_fit(slide, len(pages), stage.sink)
        return _Composed(pages, _set_notes(slide, stage), stage.sink.found)

    def _pages(self, titled: _Titled, composed: _Composed) -> Iterator[DeckSlide]:
        """Yield the pages of a slide; the first carries its notes, the others say that they go on."""
        self.stage.sink.extend(composed.found)
        slide = titled.slide
        for number, page in enumerate(composed.pages, start=1):
            key = slide.key if number == 1 else f"{slide.key}~{number}"
            items = self._items(self.titles.take(titled.title, number), page, key)
            text = text_of(items[0].body.paragraphs[0].runs) if isinstance(items[0], PlacedText) else ""
            yield DeckSlide(key, page.role, text, items, composed.notes if number == 1 else (), slide.source_hash)

    def _title(self, slide: Slide, numeral: str) -> _Titled:
        """Return a slide with its title; what of the title has no room is the first thing that the slide says."""
        if slide.layout == "agenda":
            slide = replace(slide, blocks=(*slide.blocks, agenda_table(self.course, slide.span)))
        role = slide.layout or infer_layout(slide.blocks)
        slide = replace(slide, layout=role)
        title, rest = self.titles.fitting(self.titles.runs(slide.title), role)
        if rest:
            self.stage.sink.add("title-cannot-fit", slide.span)
            left = Paragraph((Text(text_of(rest)),), slide.span)
            slide = replace(slide, blocks=(left, *slide.blocks))
        return _Titled(slide, self.titles.unique(title), numeral)

    def _is_higher(self, marked: Runs, title: Runs, pages: Sequence[Page]) -> bool:
        """Return whether its mark of continuation makes a title higher in a layout of `pages`."""
        ruler = self.stage.typesetter.ruler
        layouts = [self.stage.theme.layouts[role] for role in {page.role for page in pages}]
        return any(title_growth(ruler, marked, each) > title_growth(ruler, title, each) for each in layouts)

    def _items(self, title: Runs, page: Page, key: str) -> tuple[Placed, ...]:
        """Return all that stands on a page: its title first, footer and number last."""
        self.number += 1
        ruler, layout = self.stage.typesetter.ruler, self.stage.theme.layouts[page.role]
        places = layout.placeholders
        items: list[Placed] = [place_line(ruler, title, places["title"])]
        logos = place_logos(self.course.partners, layout, self.stage.words) if page.role in LOGO_ROLES else ()
        items.extend(name_items((*page.items, *logos), key))
        if "footer" in places:
            items.append(self._footer(layout))
        if "number" in places:
            items.append(place_line(ruler, (Run(str(self.number)),), places["number"]))
        return tuple(claim_placeholders(items, layout, self.stage.words))

    def _footer(self, layout: Layout) -> Placed:
        """Return the footer of a layout: the chamber and the workshop, shortened to their line."""
        placed = self.footers.get(layout.role)
        if placed is None:
            ruler, place = self.stage.typesetter.ruler, layout.placeholders["footer"]
            parts = (self.course.chamber, plain_text(self.course.workshop_title))
            text = " · ".join(filter(None, parts))
            runs: Runs = (Run(text[:1].upper() + text[1:]),)
            if not fits_line(ruler, runs, place):
                runs, _ = shorten(runs, lambda beginning: fits_line(ruler, beginning, place))
            placed = self.footers[layout.role] = place_line(ruler, runs, place)
        return placed


def _check_fit(slide: Slide, pages: int, sink: Sink) -> None:
    """Report a slide that needs more pages than its author allows; breaks are the author's own."""
    if slide.fit in ("strict", "shrink") and pages > 1:
        pieces = (*split_pieces(slide.blocks), BreakPiece())
        wanted = sum(
            isinstance(piece, BreakPiece) and number > 0 and not isinstance(pieces[number - 1], BreakPiece)
            for number, piece in enumerate(pieces)
        )
        if pages > wanted:
            sink.add("text-cannot-fit", slide.span, fit=slide.fit, pages=pages)


def _set_notes(slide: Slide, stage: Stage) -> Paragraphs:
    if not slide.notes:
        return ()
    notes, fits = set_notes(slide.notes, stage.typesetter, stage.words)
    if not fits:
        stage.sink.add("notes-too-long", slide.span)
    return notes
