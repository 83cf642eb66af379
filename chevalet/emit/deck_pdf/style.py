"""The functions of typst that pages are written with: everything is placed, nothing flows."""

from __future__ import annotations

from chevalet.emit.deck_pdf.literal import length, text
from chevalet.emit.svg.typeset import ASCENT, DESCENT
from chevalet.model.deck import Deck
from chevalet.model.theme import Theme

_STYLE = """
#set page(margin: 0pt)
#set par(leading: 0pt, spacing: 0pt, justify: false)
#set block(spacing: 0pt)
#set list(marker: [], indent: 0pt, body-indent: 0pt, spacing: 0pt)
#show heading: it => it.body
#show figure: set align(left)
#let column(x, y, width, size, fill, body, edges: none, side: left) = place(dx: x, dy: y, block(width: width, {
  set text(size: size, fill: fill)
  set text(top-edge: edges.at(0), bottom-edge: edges.at(1)) if edges != none
  set align(side) if side != left
  body
}))
#let label-at(x, y, size, fill, side, font, body, weight: 400) = {
  let words = text(size: size, fill: fill, font: font, weight: weight, body)
  let back = if side == left { 0pt } else if side == right { 2000pt } else { 1000pt }
  if side == left { place(dx: x, dy: y, block(words)) } else {
    place(dx: x - back, dy: y, block(width: 2000pt, align(side, words)))
  }
}
#let raised(body) = super(typographic: false, baseline: -0.3em, size: 0.667em, body)
#let drawn(alt, body) = figure(kind: "drawing", supplement: none, numbering: none, alt: alt, body)
#let grid-of(columns, rows, ..cells) = table(
  columns: columns, rows: rows, inset: 0pt, stroke: none, align: left + top, ..cells)
"""


def write_style(deck: Deck, theme: Theme, title: str) -> str:
    """Return what stands before the pages: the document's properties, its language, its functions."""
    language, _, region = deck.language.partition("-")
    place = f', region: "{region.lower()}"' if region else ""
    author = f", author: {text(deck.author)}" if deck.author else ""
    return (
        f"#set document(title: {text(title)}, description: {text(deck.subject)}{author}, date: none)\n"
        f"#set page(width: {length(theme.slide.width)}, height: {length(theme.slide.height)})\n"
        f'#set text(font: ("Carlito", "Gelasio"), lang: "{language}"{place}, hyphenate: false, '
        f"top-edge: {ASCENT / 10_000:g}em, bottom-edge: -{DESCENT / 10_000:g}em)\n{_STYLE}"
    )
