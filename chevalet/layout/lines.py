"""Lines in placeholders: titles, footers, numbers; a title too long for its place pushes the content down."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.frame import SLACK
from chevalet.layout.ruler import Ruler, vertical
from chevalet.layout.runs import Runs, part_runs
from chevalet.model.deck import Anchor, PlacedText, Run, TextBody, TextParagraph
from chevalet.model.theme import Layout, Placeholder, Typeface
from chevalet.units import Box

ELLIPSIS = "…"


class SetLine(Struct, frozen=True):
    """A paragraph at its size, and the height in EMU of the box it needs, insets included."""

    paragraph: TextParagraph
    height: int


def dress(runs: Runs, placeholder: Placeholder) -> Runs:
    """Return `runs` in the placeholder's own face, so that they are measured as they will be shown."""
    typeface, bold = placeholder.typeface, placeholder.bold
    if all(run.typeface is Typeface.CODE or (run.typeface is typeface and run.bold >= bold) for run in runs):
        return runs
    return tuple(
        run if run.typeface is Typeface.CODE else replace(run, typeface=typeface, bold=run.bold or bold) for run in runs
    )


def set_line(ruler: Ruler, runs: Runs, placeholder: Placeholder) -> SetLine:
    """Return one paragraph at the largest of the placeholder's sizes that fits its box, else at the last."""
    width = placeholder.box.width - placeholder.insets.left - placeholder.insets.right
    dressed = dress(runs, placeholder)
    for size in placeholder.sizes:
        paragraph = TextParagraph(dressed, size, line_spacing=placeholder.line_spacing)
        height = ruler.paragraph_height(paragraph, width) + vertical(placeholder.insets) + SLACK
        if height <= placeholder.box.height:
            break
    return SetLine(paragraph, height)


def fits_line(ruler: Ruler, runs: Runs, placeholder: Placeholder) -> bool:
    """Return whether `runs` stand in the placeholder at one of its sizes."""
    return set_line(ruler, runs, placeholder).height <= placeholder.box.height


def place_line(ruler: Ruler, runs: Runs, placeholder: Placeholder) -> PlacedText:
    """Return `runs` in `placeholder`; a box too low for them even at the floor is made higher, downwards."""
    line = set_line(ruler, runs, placeholder)
    box = placeholder.box
    if line.height > box.height:
        box = Box(box.x, box.y, box.width, line.height)
    body = TextBody((line.paragraph,), placeholder.insets, Anchor(placeholder.anchor))
    return PlacedText(placeholder.name, box, body)


def title_growth(ruler: Ruler, runs: Runs, layout: Layout) -> int:
    """Return by how much, in EMU, a title outgrows its box at its floor; content begins that much lower."""
    placeholder = layout.placeholders["title"]
    return max(0, set_line(ruler, runs, placeholder).height - placeholder.box.height)


def shorten(runs: Runs, fits: Callable[[Runs], bool]) -> tuple[Runs, Runs]:
    """Return the longest beginning of `runs` that fits with an ellipsis after it, and the rest; cut between words.

    A first word that does not fit by itself is cut between letters.
    """
    text = "".join(run.text for run in runs)
    letters = range(1, len(text))
    for places in ([place for place in letters if text[place] == " "], letters):
        low, high = 0, len(places)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if fits(_begin(runs, places[middle])) else (low, middle)
        if low:
            return _begin(runs, places[low - 1]), part_runs(runs, places[low - 1])[1]
    return _begin(runs, 0), runs


def _begin(runs: Runs, place: int) -> Runs:
    before, _ = part_runs(runs, place)
    return (*before, Run(ELLIPSIS, runs[0].typeface))
