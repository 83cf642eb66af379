"""A whole page: its head, its landmarks, its style, around the blocks of the flow."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from chevalet.diagnostics import Diagnostic
from chevalet.emit.headings import walk
from chevalet.emit.html.page import FOLDER, open_page, open_templates
from chevalet.emit.palette import color_document
from chevalet.emit.pptx.markup import strip_unwritable
from chevalet.emit.words import document_words
from chevalet.model.flow import Contents, Flow
from chevalet.model.inline import plain_text
from chevalet.model.theme import Theme

_HEADINGS_WORTH_LISTING = 3


def emit_html(flow: Flow, theme: Theme) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the page of a flow, in UTF-8; there is nothing left to complain of at this stage."""
    words = document_words(flow.language)
    page = open_page(flow, theme, words)
    html = (
        open_templates()
        .get_template("page.html")
        .render(
            flow=flow,
            page=page,
            words=words,
            plain=plain_text,
            style=Markup(_read_style()),
            colors=color_document(flow, theme),
            needs_contents=_needs_contents(flow, len(page.headings(2))),
        )
    )
    return strip_unwritable(html).encode(), ()


@cache
def _read_style() -> str:
    return (FOLDER / "style.css").read_text(encoding="utf-8")


def _needs_contents(flow: Flow, headings: int) -> bool:
    """Tell whether the page makes contents of its own: there are parts enough, and the flow lists them nowhere."""
    has_own = any(isinstance(block, Contents) for block in walk(flow.blocks))
    return headings >= _HEADINGS_WORTH_LISTING and not has_own
