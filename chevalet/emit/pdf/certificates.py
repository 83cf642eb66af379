"""Certificates as one PDF, a page a person: the frame of a document, on a sheet turned on its side."""

from __future__ import annotations

from chevalet.diagnostics import Diagnostic, diagnostic
from chevalet.emit.palette import color_document
from chevalet.emit.pdf.blocks import write_pairs
from chevalet.emit.pdf.compiling import compile_pdf
from chevalet.emit.pdf.glyphs import find_missing, list_texts, replace_missing
from chevalet.emit.pdf.inlines import write_inlines
from chevalet.emit.pdf.literal import array, call, string, unseen, words
from chevalet.emit.pdf.look import size_of, width_of, write_look
from chevalet.emit.pdf.writing import Writing
from chevalet.model.certificate import Certificate, Certificates
from chevalet.model.inline import plain_text
from chevalet.model.theme import Theme
from chevalet.span import Span

_IMPORTS = '#import "document.typ": course-document\n#import "certificate.typ": certificate, certificates\n'


def emit_certificates(batch: Certificates, theme: Theme) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the certificates as PDF/UA-1, and a diagnostic for each character of a name that the faces lack.

    There is no file without anybody.
    """
    if not batch.certificates:
        return b"", ()
    files = write_certificates(batch, theme)
    missing = find_missing((text for text in files.values() if isinstance(text, str)), theme)
    files = {name: replace_missing(text, missing, theme) for name, text in files.items()} if missing else files
    return compile_pdf(files, theme.font_folder), _report(batch, missing)


def write_certificates(batch: Certificates, theme: Theme) -> dict[str, str]:
    """Return `main.typ` and its look."""
    flow = batch.frame
    colors = color_document(flow, theme)
    writing = Writing(flow, theme, colors, frozenset(), frozenset(), size_of(flow), width_of(flow))
    parts = (
        f"#show: {_write_settings(batch)}",
        "#show: certificates",
        *(f"#{_write_page(each, batch, writing)}" for each in batch.certificates),
    )
    return {"main.typ": _IMPORTS + "\n".join(parts) + "\n", "look.typ": write_look(flow, colors)}


def _write_settings(batch: Certificates) -> str:
    language, _, region = batch.frame.language.partition("-")
    return call(
        "course-document.with",
        title=unseen(f"{plain_text(batch.heading)} – {plain_text(batch.frame.title)}"),
        author=unseen(batch.frame.author),
        description=unseen(plain_text(batch.frame.title)),
        lang=string(language.lower() or "fr"),
        region=string(region.lower()) if region.isalpha() and len(region) == 2 else "none",
    )


def _write_page(certificate: Certificate, batch: Certificates, writing: Writing) -> str:
    return call(
        "certificate",
        words(certificate.name),
        words(certificate.organization),
        write_pairs(certificate.details, writing),
        heading=write_inlines(batch.heading, writing),
        issuer=write_inlines(batch.issuer, writing),
        before_name=write_inlines(batch.before_name, writing),
        before_title=write_inlines(batch.before_title, writing),
        title=write_inlines(batch.frame.title, writing),
        goals_label=write_inlines(batch.goals_label, writing),
        goals=array(write_inlines(goal, writing) for goal in batch.goals),
        signatures=write_pairs(batch.signatures, writing),
        number=str(batch.frame.number),
    )


def _report(batch: Certificates, missing: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each place of a missing character; what is on every page is told without one."""
    shared = tuple(getattr(batch, name) for name in batch.__struct_fields__ if name != "certificates")
    texts = (*list_texts(batch.certificates, Span("")), *list_texts(shared, Span("")))
    places = dict.fromkeys((each, span) for text, span in texts for each in text if each in missing)
    return tuple(
        diagnostic("name-cannot-be-set", span, character=each, point=f"U+{ord(each):04X}", document=batch.frame.kind)
        for each, span in places
    )
