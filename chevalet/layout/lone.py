"""What stands alone in a type of its own: a statement, a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from chevalet.layout.drafts import Draft, Part, draft_blocks
from chevalet.layout.frame import place_text
from chevalet.layout.lines import dress, fits_line, place_line
from chevalet.layout.page import Page
from chevalet.layout.pieces import Piece, TextPiece
from chevalet.layout.scene import Scene
from chevalet.layout.splitting import split_pieces
from chevalet.model.block import Blocks, Paragraph, Quote
from chevalet.model.inline import plain_text

DASHES = ("–", "—")
"""What the name of the person quoted begins with."""


def compose_statement(scene: Scene) -> list[Page]:
    """Compose a statement: one sentence in the layout's own type, or plain text when it is not one that fits."""
    pieces = scene.pieces
    return _in_own_type(scene, pieces) or scene.flow(pieces)


def compose_quote(scene: Scene) -> list[Page]:
    """Compose a quotation; a last paragraph that begins with a dash is its attribution."""
    pages: list[Page] = []
    match scene.blocks:
        case (Quote(blocks),):
            said, attribution = _part_attribution(blocks)
            pages = _in_own_type(scene, split_pieces(said))
            if pages and attribution:
                pages = _attribute(scene, pages[0], attribution)
    return pages or scene.flow(scene.pieces)


def _in_own_type(scene: Scene, pieces: Sequence[Piece]) -> list[Page]:
    """Return the page of a text of plain paragraphs, none when it is something else or does not fit."""
    frame = scene.reserved(scene.role)
    drafts = pieces[0].drafts if len(pieces) == 1 and isinstance(pieces[0], TextPiece) else ()
    if frame is None or not drafts or any(draft.part not in (Part.TEXT, Part.QUOTE) for draft in drafts):
        return []
    dressed = [Draft(dress(draft.runs, frame.body), Part.TEXT) for draft in drafts]
    text = frame.fit(dressed, frame.body.sizes, frame.body_box)
    return [Page(scene.role, (place_text(frame, frame.body_box, text),))] if text else []


def _attribute(scene: Scene, page: Page, attribution: Blocks) -> list[Page]:
    """Return the page of a quotation with its author's name below, none when the layout has no room for it."""
    placeholder = scene.stage.theme.layouts[scene.role].placeholders.get("attribution")
    runs = tuple(run for draft in draft_blocks(attribution) for run in draft.runs)
    ruler = scene.stage.typesetter.ruler
    if placeholder is None or not fits_line(ruler, runs, placeholder):
        return []
    return [Page(page.role, (*page.items, place_line(ruler, runs, placeholder)), page.source)]


def _part_attribution(blocks: Blocks) -> tuple[Blocks, Blocks]:
    last = blocks[-1] if blocks else None
    if len(blocks) > 1 and isinstance(last, Paragraph) and plain_text(last.inlines).lstrip().startswith(DASHES):
        return blocks[:-1], (last,)
    return blocks, ()
