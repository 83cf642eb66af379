"""All slides of a deck on one sheet of paper: numbered thumbnails, each section begun by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from chevalet.emit.deck_pdf.literal import color, length, text
from chevalet.emit.deck_pdf.printable import make_printable
from chevalet.emit.pdf.compiling import compile_pdf
from chevalet.emit.svg import draw_slides
from chevalet.emit.svg.palette import read_palette
from chevalet.measure.breaking import Breaker
from chevalet.model.deck import Deck, DeckSlide, Run
from chevalet.model.theme import Color, Theme
from chevalet.units import Box, Size, inches, points

_LETTER, _A4 = Size(inches(8.5), inches(11)), Size(points(595.28), points(841.89))
_LETTER_REGIONS = ("CA", "US", "MX")
_MARGIN, _HEAD = points(30), points(34)
_GAP, _BAND = points(6), points(10)
"""Between two thumbnails, and above each for its number and the name of its section."""
_TITLE, _NAME = 1500, 650
"""Type sizes of the sheet's title and of the names of sections, in hundredths of a point."""
_ELLIPSIS = "…"


class Grid(Struct, frozen=True):
    """Where thumbnails stand: how many in a row, and how wide and high each is, in EMU."""

    columns: int
    thumbnail: Size

    def place(self, number: int) -> Box:
        """Return the box of a thumbnail, counted from 0."""
        row, column = divmod(number, self.columns)
        x = _MARGIN + column * (self.thumbnail.width + _GAP)
        y = _MARGIN + _HEAD + row * (self.thumbnail.height + _BAND + _GAP) + _BAND
        return Box(x, y, self.thumbnail.width, self.thumbnail.height)


def emit_contact_sheet(deck: Deck, theme: Theme) -> bytes:
    """Return one page, PDF/UA-1, with all slides of a deck: Letter in North America, A4 elsewhere."""
    drawings = {f"slide{number}.svg": svg.decode() for number, svg in enumerate(draw_slides(deck, theme), start=1)}
    sources = {"main.typ": _write_page(deck, theme), **drawings}
    return compile_pdf(make_printable(sources, theme), theme.font_folder)


def page_size(deck: Deck) -> Size:
    """Return the paper used where the deck's language is spoken."""
    return _LETTER if deck.language.partition("-")[2] in _LETTER_REGIONS else _A4


def lay_grid(slides: int, paper: Size, slide: Size) -> Grid:
    """Return the grid with the largest thumbnails of which all stand on one page."""
    width, height = paper.width - 2 * _MARGIN, paper.height - 2 * _MARGIN - _HEAD
    columns = 1
    while True:
        wide = (width - (columns - 1) * _GAP) // columns
        high = wide * slide.height // slide.width
        rows = -(-slides // columns)
        if rows * (high + _BAND + _GAP) - _GAP <= height or wide <= _GAP:
            return Grid(columns, Size(wide, high))
        columns += 1


def _write_page(deck: Deck, theme: Theme) -> str:
    paper = page_size(deck)
    grid = lay_grid(len(deck.slides), paper, theme.slide)
    colors = read_palette(theme, deck.accent).colors
    language, _, region = deck.language.partition("-")
    place = f', region: "{region.lower()}"' if region else ""
    title = text(deck.title or "·")
    head = (
        f"#set document(title: {title}, date: none)\n"
        f"#set page(width: {length(paper.width)}, height: {length(paper.height)}, margin: 0pt)\n"
        f'#set text(font: ("Carlito", "Gelasio"), lang: "{language}"{place}, hyphenate: false, '
        f'top-edge: "ascender", bottom-edge: "descender", size: {_NAME / 100:g}pt, fill: {color(colors[Color.INK])})\n'
        f"#set block(spacing: 0pt)\n#show heading: it => it.body\n"
        f"#let at(x, y, body) = place(dx: x, dy: y, block(body))\n"
        f"#let paper-rule = 0.4pt + {color(colors[Color.RULE])}\n"
        "#let thumbnail(x, y, width, name, alt) = "
        "at(x, y, block(stroke: paper-rule, image(name, width: width, alt: alt)))\n"
    )
    named = f'text(size: {_TITLE / 100:g}pt, weight: 400, font: "Gelasio", {title})'
    opening = f"at({length(_MARGIN)}, {length(_MARGIN - points(4))}, heading(level: 1, {named}));"
    opening += _write_caption(deck, paper, color(colors[Color.MUTED]))
    return f"{head}#{{{opening}{''.join(_write_thumbnails(deck, grid, theme, colors[Color.ACCENT_DARK]))}}}"


def _write_caption(deck: Deck, paper: Size, muted: str) -> str:
    """Return the line below the title: whose deck it is, of which course."""
    words = " · ".join(filter(None, (deck.author, deck.keywords)))
    if not words:
        return ""
    width = length(paper.width - 2 * _MARGIN)
    line = f"text(size: 8pt, fill: {muted}, {text(words[:1].upper() + words[1:])})"
    return f"place(dx: {length(_MARGIN)}, dy: {length(_MARGIN + points(15))}, block(width: {width}, {line}));"


def _write_thumbnails(deck: Deck, grid: Grid, theme: Theme, accent: str) -> Iterator[str]:
    """Yield each slide's number, thumbnail and rule; a section begins with its name and a firmer rule."""
    breaker, names = Breaker(theme), _names(deck)
    for number, slide in enumerate(deck.slides):
        box, name = grid.place(number), names.get(number, "")
        yield _write_rule(box, accent, is_first=number in names, is_last=_is_last(number, grid, names))
        y = length(box.y - _BAND + points(1))
        shown = f'text(weight: 700, fill: {color(accent)}, "{number + 1}")'
        yield f"at({length(box.x)}, {y}, {shown});"
        if name:
            left = points(5 + 3.4 * len(str(number + 1)))
            short = text(shorten(name, box.width - left, breaker))
            shown = f"text(size: {_NAME / 100:g}pt, weight: 700, {short})"
            yield f"at({length(box.x + left)}, {y}, heading(level: 2, {shown}));"
        alt = text(_describe(number, slide))
        file = text(f"slide{number + 1}.svg")
        yield f"thumbnail({length(box.x)}, {length(box.y)}, {length(box.width)}, {file}, {alt});"


def _names(deck: Deck) -> dict[int, str]:
    """Return the name of the section that begins at each slide, counted from 0."""
    names: dict[int, str] = {}
    place = 0
    for section in deck.sections:
        names[place] = section.title
        place += section.slides
    return names


def _is_last(number: int, grid: Grid, names: Mapping[int, str]) -> bool:
    """Return whether a row or a section ends with that slide."""
    return number + 1 in names or (number + 1) % grid.columns == 0


def _write_rule(box: Box, accent: str, *, is_first: bool, is_last: bool) -> str:
    """Return the rule above a thumbnail: firm where a section begins, joined to the next one's unless it ends."""
    width = box.width + (0 if is_first or is_last else _GAP)
    weight = "1.6pt" if is_first else "0.4pt"
    place = f"dx: {length(box.x)}, dy: {length(box.y - _BAND)}"
    shape = f"line(length: {length(width)}, stroke: {weight} + {color(accent)})"
    return f"pdf.artifact(place({place}, {shape}));"


def _describe(number: int, slide: DeckSlide) -> str:
    return f"{number + 1}. {slide.title}".strip()


def shorten(name: str, width: int, breaker: Breaker) -> str:
    """Return a name, or as much of it as `width` EMU hold with an ellipsis."""
    if _wide(name, breaker) <= width:
        return name
    ends: Sequence[int] = range(len(name))
    end = max((end for end in ends if _wide(name[:end].rstrip() + _ELLIPSIS, breaker) <= width), default=0)
    return name[:end].rstrip(" ,;:–") + _ELLIPSIS


def _wide(name: str, breaker: Breaker) -> int:
    look = Run(name, bold=True)
    return breaker.width(((look, name),)) * _NAME * points(1) // 1_000_000
