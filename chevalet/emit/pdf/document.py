"""A whole document: its head, its cover, its blocks; and the PDF of it."""

from __future__ import annotations

from chevalet.diagnostics import Diagnostic
from chevalet.emit.palette import color_document
from chevalet.emit.pdf.blocks import write_blocks, write_pairs
from chevalet.emit.pdf.compiling import compile_pdf
from chevalet.emit.pdf.glyphs import find_missing, replace_missing, report_missing
from chevalet.emit.pdf.inlines import write_inlines
from chevalet.emit.pdf.literal import array, call, string, unseen
from chevalet.emit.pdf.look import size_of, width_of, write_look
from chevalet.emit.pdf.writing import DRAWING, Writing, list_targets
from chevalet.model.flow import Flow
from chevalet.model.inline import plain_text
from chevalet.model.theme import Theme

_IMPORTS = (
    '#import "document.typ": *\n#import "charts.typ": chart, data-table\n'
    '#import "drawings.typ": mockup, steps\n#import "poster.typ": poster\n'
)


def emit_pdf(flow: Flow, theme: Theme) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return a document as PDF/UA-1, and a diagnostic for each place of a character that the faces lack."""
    files = write_files(flow, theme)
    texts = [each for name, content in files.items() if (each := _decode(name, content))]
    missing = find_missing(texts, theme)
    if missing:
        files = {
            name: replace_missing(text, missing, theme) if (text := _decode(name, content)) else content
            for name, content in files.items()
        }
    return compile_pdf(files, theme.font_folder), report_missing(flow, missing) if missing else ()


def _decode(name: str, content: str | bytes) -> str:
    """Return the text of a file that is text, empty for a picture."""
    if isinstance(content, str):
        return content
    return content.decode("utf-8", "replace") if DRAWING in name else ""


def write_files(flow: Flow, theme: Theme) -> dict[str, str | bytes]:
    """Return `main.typ`, its look, and the pictures it names."""
    targets, listed = list_targets(flow)
    colors = color_document(flow, theme)
    writing = Writing(flow, theme, colors, targets, listed, size_of(flow), width_of(flow))
    parts = (
        f"#show: {_write_settings(flow, writing)}",
        f"#{_write_poster(flow, writing)}" if flow.is_poster else _write_pages(flow, writing),
    )
    main = _IMPORTS + "\n".join(parts) + "\n"
    return {"main.typ": main, "look.typ": write_look(flow, colors), **writing.files}


def _write_settings(flow: Flow, writing: Writing) -> str:
    language, _, region = flow.language.partition("-")
    return call(
        "course-document.with",
        title=unseen(plain_text(flow.title) or flow.kind),
        author=unseen(flow.author),
        description=unseen(plain_text(flow.subtitle)),
        lang=string(language.lower() or "fr"),
        region=string(region.lower()) if region.isalpha() and len(region) == 2 else "none",
        running=write_inlines(flow.running, writing),
    )


def _write_pages(flow: Flow, writing: Writing) -> str:
    return f"#{_write_cover(flow, writing)}\n#{write_blocks(flow.blocks, writing)}"


def _write_cover(flow: Flow, writing: Writing) -> str:
    arguments = [*_write_head(flow, writing), write_pairs(flow.cover.stamp, writing)]
    if flow.cover.is_whole_page:
        return call("cover-page", *arguments, str(flow.number))
    return call("cover-head", *arguments)


def _write_poster(flow: Flow, writing: Writing) -> str:
    return call("poster", *_write_head(flow, writing), str(flow.number), write_blocks(flow.blocks, writing))


def _write_head(flow: Flow, writing: Writing) -> list[str]:
    lines = array(write_inlines(line, writing) for line in flow.cover.lines)
    return [write_inlines(flow.title, writing), write_inlines(flow.subtitle, writing), lines]
