"""Composing: the pages of one slide, by its layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from chevalet.layout.drafts import Draft, Drafts, draft_paragraph
from chevalet.layout.frame import place_text
from chevalet.layout.lines import fits_line, place_line
from chevalet.layout.lone import compose_quote, compose_statement
from chevalet.layout.page import Page
from chevalet.layout.panels import make_panel
from chevalet.layout.pieces import TextPiece, join_texts
from chevalet.layout.roles import all_roles, roles_of
from chevalet.layout.runs import Runs
from chevalet.layout.scene import Scene, Stage
from chevalet.layout.sources import place_source
from chevalet.layout.splitting import split_pieces
from chevalet.model.course import Slide
from chevalet.model.deck import Placed, Run
from chevalet.model.inline import Inlines, Superscript, Text


def compose(stage: Stage, slide: Slide, title: Runs, numeral: str = "") -> list[Page]:
    """Return the pages of `slide`, whose layout is chosen, under `title`; `numeral` is what an opening shows large."""
    footnotes = tuple(_footnote(label, text) for label, text in slide.footnotes)
    scene = Scene(stage, slide, slide.layout, roles_of(slide.layout), title, footnotes, numeral)
    if footnotes and not _have_room(scene):
        # They are the text of pages of their own.
        scene = replace(scene, footnotes=())
        return [*_compose(scene), *scene.flow((TextPiece(footnotes),))]
    return _compose(scene)


def _footnote(label: str, text: Inlines) -> Draft:
    return draft_paragraph((Superscript(label), Text(" "), *text))


def _have_room(scene: Scene) -> bool:
    """Return whether every layout the slide may take has room for its footnotes."""
    return all(scene.reserved(role) for role in all_roles(scene.role) & scene.stage.theme.layouts.keys())


def _compose(scene: Scene) -> list[Page]:
    pages = COMPOSERS.get(scene.role, _compose_free)(scene)
    if not pages:
        pages = [Page(scene.role if scene.role in scene.stage.theme.layouts else "text", ())]
    *others, last = pages
    return [*(_with_source(scene, page, ()) for page in others), _with_source(scene, last, scene.footnotes)]


def _with_source(scene: Scene, page: Page, footnotes: Drafts) -> Page:
    """Return a page with its line of sources placed, the footnotes after its figure's own."""
    drafts = (*page.source, *footnotes)
    if not drafts:
        return page
    line = place_source(scene.frame(page.role), drafts)
    return Page(page.role, (*page.items, line))


def _compose_free(scene: Scene) -> list[Page]:
    """Compose a slide whose content chooses its layouts, page by page."""
    return scene.flow(scene.pieces)


def _compose_panelled(scene: Scene) -> list[Page]:
    """Compose a slide whose panel names the activity or the case; its content flows in the box beside.

    What is too wide for that box has pages of its own, without the panel, after a first page that has it.
    """
    panel = make_panel(scene.frame(scene.role), scene.slide.blocks, scene.stage.words)
    if not panel.items:
        return _compose_free(scene)
    pages = scene.flow(join_texts((*panel.label, *split_pieces(panel.blocks))))
    if not pages or pages[0].role != scene.role:
        pages.insert(0, Page(scene.role, ()))
    return [replace(page, items=(*panel.items, *page.items)) if page.role == scene.role else page for page in pages]


def _compose_agenda(scene: Scene) -> list[Page]:
    """Compose the agenda: its table at the right of the title, what else the slide says in the box below the title."""
    pieces = scene.pieces
    drafts = tuple(draft for piece in pieces if isinstance(piece, TextPiece) for draft in piece.drafts)
    frame = scene.reserved("agenda")
    text = frame.fit(drafts, frame.body.sizes, frame.body_box) if frame and drafts else None
    if frame is None or text is None:
        return _compose_free(scene)
    others = tuple(piece for piece in pieces if not isinstance(piece, TextPiece))
    first, *pages = scene.flow(others) or [Page("agenda", ())]
    words = Page("agenda", (place_text(frame, frame.body_box, text),))
    if first.role != "agenda":
        return [words, first, *pages]
    return [replace(first, items=(*words.items, *first.items)), *pages]


def _compose_opening(scene: Scene) -> list[Page]:
    """Compose a cover or a section: its numeral, its text below the title; anything else on pages of its own."""
    frame, pieces = scene.reserved(scene.role), scene.pieces
    items: list[Placed] = []
    if frame is not None:
        items.extend(_numeral(scene))
        first = pieces[0] if pieces else None
        text = frame.fit(first.drafts, frame.body.sizes, frame.body_box) if isinstance(first, TextPiece) else None
        if text is not None:
            items.append(place_text(frame, frame.body_box, text, frame.body.name))
            pieces = pieces[1:]
    return [Page(scene.role, tuple(items)), *scene.flow(pieces)]


def _numeral(scene: Scene) -> tuple[Placed, ...]:
    placeholder = scene.stage.theme.layouts[scene.role].placeholders.get("numeral")
    ruler, runs = scene.stage.typesetter.ruler, (Run(scene.numeral),)
    if not scene.numeral or placeholder is None or not fits_line(ruler, runs, placeholder):
        return ()
    return (place_line(ruler, runs, placeholder),)


COMPOSERS: Mapping[str, Callable[[Scene], list[Page]]] = {
    "activity": _compose_panelled,
    "agenda": _compose_agenda,
    "case": _compose_panelled,
    "quote": compose_quote,
    "section": _compose_opening,
    "statement": compose_statement,
    "title": _compose_opening,
}
