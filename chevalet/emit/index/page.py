"""The page: its head, a section a workshop, the files of each kind.

It is written without Jinja2: reading that library would take longer than making a small deck, and every build that
writes makes an index. Every text goes through `escape`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

from chevalet.diagnostics import Diagnostic
from chevalet.emit.index.amounts import tell_count, tell_minutes, tell_pages, tell_size
from chevalet.emit.palette import color_paper
from chevalet.emit.pptx.markup import escape
from chevalet.model.listing import ListedFile, ListedGroup, ListedKind, Listing
from chevalet.model.theme import Theme

_SEPARATOR = " · "


def emit_index(listing: Listing, theme: Theme) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the page of a folder, in UTF-8; there is nothing left to complain of at this stage."""
    return "\n".join((*_write_head(listing, theme), *_write_body(listing, theme), "</html>", "")).encode(), ()


def _write_head(listing: Listing, theme: Theme) -> tuple[str, ...]:
    edition = listing.locale.words[f"index-edition-{listing.edition}"]
    return (
        "<!DOCTYPE html>",
        f'<html lang="{escape(listing.locale.tag)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(listing.title)} – {escape(edition)}</title>",
        f"<style>\n:root {{ {_write_colors(0, theme)} }}\n{read_style()}</style>",
        "</head>",
    )


@cache
def read_style() -> str:
    """Return the look of the page."""
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def _write_colors(number: int, theme: Theme) -> str:
    """Return the colours of a workshop as CSS variables; the whole course takes the first accent."""
    accent = theme.accents[(max(number, 1) - 1) % len(theme.accents)]
    return " ".join(f"--{color.value}: #{value};" for color, value in color_paper(accent, theme).items())


def _write_body(listing: Listing, theme: Theme) -> Iterable[str]:
    words = listing.locale.words
    yield f'<body class="{escape(listing.edition)}">'
    yield f'<a class="skip" href="#files">{words["index-skip"]}</a>'
    yield from _write_cover(listing)
    if len(listing.groups) > 1:
        yield from _write_contents(listing)
    yield '<main id="files" tabindex="-1">'
    for group in listing.groups:
        yield from _write_group(group, listing, theme)
    if not listing.groups:
        yield f"<p>{words['index-nothing']}</p>"
    yield "</main>"
    yield "</body>"


def _write_cover(listing: Listing) -> Iterable[str]:
    words = listing.locale.words
    yield '<header class="cover">'
    yield f'<p class="kicker">{words[f"index-edition-{listing.edition}"]}</p>'
    yield f"<h1>{escape(listing.title)}</h1>"
    if listing.region:
        yield f'<p class="region">{escape(words["index-region"].format(region=listing.region))}</p>'
    yield f'<p class="lead">{words[f"index-lead-{listing.edition}"]}</p>'
    yield "</header>"


def _write_contents(listing: Listing) -> Iterable[str]:
    words = listing.locale.words
    yield f'<nav aria-label="{words["index-contents"]}">'
    yield "<ul>"
    for group in listing.groups:
        number = f'<span class="number">{group.number}</span> ' if group.number else ""
        yield f'<li><a href="#{_name(group)}">{number}{escape(group.title or words["index-course"])}</a></li>'
    yield "</ul>"
    yield "</nav>"


def _name(group: ListedGroup) -> str:
    return f"workshop-{group.number}" if group.number else "course"


def _write_group(group: ListedGroup, listing: Listing, theme: Theme) -> Iterable[str]:
    words = listing.locale.words
    yield f'<section aria-labelledby="{_name(group)}" style="{_write_colors(group.number, theme)}">'
    yield f'<p class="kicker">{words["workshop-number"].format(number=group.number)}</p>' if group.number else ""
    yield f'<h2 id="{_name(group)}">{escape(group.title or words["index-course"])}</h2>'
    facts = _SEPARATOR.join(_list_facts(group, listing))
    if facts:
        yield f'<p class="facts">{facts}</p>'
    yield '<ul class="kinds">'
    for kind in group.kinds:
        yield from _write_kind(kind, words, listing)
    yield "</ul>"
    if group.sources:
        yield from _write_sources(group, words)
    yield "</section>"


def _list_facts(group: ListedGroup, listing: Listing) -> Iterable[str]:
    """Yield what there is to say of a workshop as a whole: how long it lasts and, to the trainer, what was found."""
    locale = listing.locale
    if group.minutes:
        yield tell_minutes(group.minutes, locale)
    if listing.is_for_trainer and group.number:
        if group.warnings or not group.notices:
            told = tell_count("index-warning", group.warnings, locale) if group.warnings else ""
            yield told or locale.words["index-all-well"]
        if group.notices:
            yield tell_count("index-notice", group.notices, locale)


def _write_kind(kind: ListedKind, words: Mapping[str, str], listing: Listing) -> Iterable[str]:
    name, about = escape(words.get(kind.kind, kind.kind)), words.get(f"about-{kind.kind}", "")
    yield "<li>"
    yield f"<h3>{name}</h3>"
    if about:
        yield f'<p class="about">{about}</p>'
    yield '<ul class="files">'
    yield from (_write_file(file, name, listing) for file in kind.files)
    yield "</ul>"
    yield "</li>"


def _write_file(file: ListedFile, kind: str, listing: Listing) -> str:
    """Return the line of a file; its link names its kind to those who read links one by one."""
    locale = listing.locale
    form = locale.words.get(f"format-{file.form}", file.form.upper())
    amounts = (tell_pages(file.pages, file.form, locale), tell_size(file.size, locale))
    name = " – ".join(filter(None, (form, file.variant)))
    words = f'<span class="hidden">{kind} – </span><strong>{escape(name)}</strong> <span>{_join(amounts)}</span>'
    link = f'<a href="{_address(file.path)}">{words}</a>'
    stale = f'<p class="stale">{locale.words["index-stale"]}</p>' if file.is_stale else ""
    return f"<li>{link}{stale}</li>"


def _join(amounts: Iterable[str]) -> str:
    return _SEPARATOR.join(filter(None, amounts))


def _write_sources(group: ListedGroup, words: Mapping[str, str]) -> Iterable[str]:
    yield f'<details><summary>{words["index-sources"]}<span class="hidden"> – {escape(group.title)}</span></summary>'
    yield "<ul>"
    for source in group.sources:
        yield f'<li><a href="{_address(source.path)}">{escape(source.title)}</a></li>'
    yield "</ul>"
    yield "</details>"


def _address(path: str) -> str:
    """Return a path as a link: the bytes of a name that is no text are kept as they are on the disk."""
    return quote(path.encode(errors="surrogateescape"))
