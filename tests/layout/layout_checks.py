"""What every deck must be, whatever its text: faults of its geometry and its sizes, words lost or said twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec.structs import replace

from chevalet.model.block import (
    Block,
    Blocks,
    ChartBlock,
    CodeBlock,
    Container,
    List,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Subheading,
    Table,
)
from chevalet.model.course import Slide
from chevalet.model.deck import (
    Deck,
    DeckSlide,
    Placed,
    PlacedChart,
    PlacedGroup,
    PlacedPicture,
    PlacedShape,
    PlacedTable,
    PlacedText,
    TextBody,
    TextParagraph,
)
from chevalet.model.diagram import Chart, StepsKind
from chevalet.model.inline import plain_text
from chevalet.model.quantity import show_value
from chevalet.model.theme import Layout
from chevalet.resolve.locales.fr_ca import WORDS
from chevalet.units import Box
from tests.layout.layout_samples import ruler, theme

FREE_FLOOR = 1200
NOTES_FLOOR = 900
FURNITURE = ("title", "footer", "number")
REPEATED = {
    "activity": ("numeral", "heading"),
    "case": ("heading",),
    "comparison": ("heading", "heading2"),
}
"""The placeholders, by layout, that say the same on each page of a slide."""


def faults(deck: Deck) -> list[str]:
    """One line for each thing that is wrong with a deck as it stands, whatever it was made from."""
    found = [f"{slide.key}: {fault}" for slide in deck.slides for fault in _slide_faults(slide)]
    titles = Counter(slide.title.casefold() for slide in deck.slides)
    found += [f"two slides are called {title!r}" for title, count in titles.items() if count > 1]
    if sum(section.slides for section in deck.sections) != len(deck.slides):
        found.append("the sections do not hold all the slides")
    return found


def _slide_faults(slide: DeckSlide) -> Iterator[str]:
    layout = theme().layouts[slide.layout]
    first = slide.items[0]
    if not (isinstance(first, PlacedText) and first.placeholder == "title" and slide.title):
        yield "no title"
    yield from _placeholder_faults(slide, layout)
    for item in slide.items:
        yield from _box_faults(item)
        yield from _size_faults(item, layout)
    for one, other in combinations([item for item in slide.items if _shows(item)], 2):
        if _overlap(one.box, other.box):
            yield f"{label(one)} meets {label(other)}"
    if any(paragraph.size < NOTES_FLOOR for paragraph in slide.notes):
        yield "notes below their floor"


def _placeholder_faults(slide: DeckSlide, layout: Layout) -> Iterator[str]:
    names = [item.placeholder for item in slide.items if isinstance(item, PlacedText)]
    names += [
        item.placeholder
        for item in slide.items
        if isinstance(item, PlacedTable | PlacedChart | PlacedPicture) and item.placeholder
    ]
    for name, count in Counter(names).items():
        if count > 1:
            yield f"two items in the placeholder {name}"
        if name not in layout.placeholders:
            yield f"no placeholder {name!r} in the layout {slide.layout}"


def _box_faults(item: Placed) -> Iterator[str]:
    size, box = theme().slide, item.box
    if box.x < 0 or box.y < 0 or box.right > size.width or box.bottom > size.height:
        yield f"{label(item)} leaves the slide"
    for text in _bodies(item):
        body, place = text
        if ruler().body_height(body, place.width) > place.height:
            yield f"{label(item)} holds more text than it has room for"
    if isinstance(item, PlacedTable):
        if (box.width, box.height) != (sum(item.column_widths), sum(row.height for row in item.rows)):
            yield f"{label(item)} is not as large as its cells"
        for row in item.rows:
            for cell, width in zip(row.cells, item.column_widths, strict=True):
                needed = ruler().body_height(TextBody(cell.paragraphs, item.insets), width)
                if needed > row.height:
                    yield f"a cell of {label(item)} holds more text than it has room for"


def _bodies(item: Placed) -> Iterator[tuple[TextBody, Box]]:
    match item:
        case PlacedText(_, box, body):
            yield body, box
        case PlacedShape(box=box, body=body) if body is not None:
            yield body, box
        case PlacedGroup(shapes=shapes):
            for shape in shapes:
                yield from _bodies(shape)
        case _:
            return


def _size_faults(item: Placed, layout: Layout) -> Iterator[str]:
    floor = FREE_FLOOR
    if isinstance(item, PlacedText) and item.placeholder in layout.placeholders:
        floor = layout.placeholders[item.placeholder].sizes[-1]
    if any(paragraph.size < floor for paragraph in paragraphs_of(item)):
        yield f"{label(item)} is set below its floor"


def _shows(item: Placed) -> bool:
    return not isinstance(item, PlacedShape) or item.body is not None


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def label(item: Placed) -> str:
    """An item as a fault calls it."""
    if isinstance(item, PlacedText):
        return item.placeholder
    text = " ".join(text_of(paragraph) for paragraph in paragraphs_of(item))
    return f"{item.name} {text[:30]!r}"


def text_of(paragraph: TextParagraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def paragraphs_of(item: Placed) -> Iterator[TextParagraph]:
    """Every paragraph of an item, in reading order."""
    if isinstance(item, PlacedTable):
        for row in item.rows:
            for cell in row.cells:
                yield from cell.paragraphs
    for body, _ in _bodies(item):
        yield from body.paragraphs


def letters(texts: Iterable[str]) -> Counter[str]:
    """What is compared: letters and digits, so that words cut over two lines count as whole."""
    return Counter(character for text in texts for character in text if character.isalnum())


def lost_or_repeated(deck: Deck, slides: Iterable[Slide]) -> list[str]:
    """One line for each slide that does not show each of its words once."""
    shown = shown_texts(deck)
    found: list[str] = []
    for slide in slides:
        expected = letters(expected_texts(slide))
        given = letters(shown[slide.key])
        if given != expected:
            missing = "".join((expected - given).elements())
            extra = "".join((given - expected).elements())
            found.append(f"{slide.key}: missing {missing[:80]!r}, extra {extra[:80]!r}")
    return found


def shown_texts(deck: Deck) -> dict[str, list[str]]:
    """What each slide of the source shows over its pages, its titles left out; what a page says again counts once."""
    shown: dict[str, list[str]] = defaultdict(list)
    said: dict[str, set[str]] = defaultdict(set)
    for slide in deck.slides:
        key = slide.key.partition("~")[0] if "/~" not in slide.key else slide.key
        repeated: set[str] = set()
        for item in slide.items:
            if isinstance(item, PlacedText) and item.placeholder in FURNITURE:
                continue
            if isinstance(item, PlacedChart):
                shown[key] += _chart_texts(item.chart)
            heads = _repeatable(item, slide.layout)
            if isinstance(item, PlacedTable) and heads <= said[key]:
                # A cell of the body may say what the header does: only the header's row is said again.
                shown[key] += map(text_of, paragraphs_of(replace(item, rows=item.rows[1:])))
            elif heads & said[key]:
                shown[key] += [text for p in paragraphs_of(item) if (text := text_of(p)) not in heads & said[key]]
            else:
                shown[key] += map(text_of, paragraphs_of(item))
            repeated |= heads
        said[key] |= repeated
    return shown


def _repeatable(item: Placed, role: str) -> set[str]:
    """What the pages that go on may say again: a table's header, a panel, the headings of columns."""
    if isinstance(item, PlacedTable):
        return {text_of(paragraph) for cell in item.rows[0].cells for paragraph in cell.paragraphs}
    if isinstance(item, PlacedText) and item.placeholder in REPEATED.get(role, ()):
        return {text_of(paragraph) for paragraph in paragraphs_of(item)}
    return {text_of(paragraph) for paragraph in paragraphs_of(item) if _is_heading(paragraph)}


def _is_heading(paragraph: TextParagraph) -> bool:
    return bool(paragraph.runs) and all(run.bold and run.color is not None for run in paragraph.runs)


def _chart_texts(chart: Chart) -> list[str]:
    """What a chart says, drawn or as a table."""
    values = [show_value(value, chart.unit, WORDS) for series in chart.series for value in series.values]
    return [*chart.categories, *(series.label for series in chart.series), *values]


def expected_texts(slide: Slide) -> Iterator[str]:
    """What a slide must show, its title left out: its blocks' words, its panel's, its footnotes."""
    yield from _block_texts(slide.blocks)
    for mark, text in slide.footnotes:
        yield mark
        yield plain_text(text)


def _block_texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(inlines) | Subheading(inlines):
            yield plain_text(inlines)
        case List(items):
            for item in items:
                yield from _block_texts(item.blocks)
        case Quote(blocks):
            yield from _block_texts(blocks)
        case CodeBlock(text):
            yield text
        case Table(header, rows):
            for row in (header, *rows):
                yield from map(plain_text, row)
        case Picture(caption=caption):
            yield caption
        case ChartBlock(Chart() as chart):
            yield plain_text(chart.title)
            yield plain_text(chart.source)
            yield from _chart_texts(chart)
        case StepsBlock(steps):
            for number, step in enumerate(steps.steps, start=1):
                yield str(number) if steps.kind is StepsKind.CHAIN else ""
                yield plain_text((*step.title, *step.text))
                yield plain_text(step.when) if steps.kind is StepsKind.TIMELINE else ""
        case MockupBlock(mockup):
            yield from map(plain_text, mockup.fields.values())
            # A post shows its author's initial in a disc.
            yield plain_text(mockup.fields.get("author", ()))[:1]
        case Container():
            yield from _container_texts(block)
        case _:
            return


def _container_texts(container: Container) -> Iterator[str]:
    """What a container says on a slide: of a worksheet its name, its minutes and its first paragraph."""
    attributes = container.attributes
    if minutes := attributes.get("minutes"):
        yield WORDS["minutes"].format(minutes=minutes)
    match container.name:
        case "activity":
            if group := attributes.get("group"):
                yield WORDS[f"group-{group}"]
            if material := attributes.get("material"):
                yield WORDS["material"].format(material=material)
        case "worksheet":
            yield WORDS["worksheet"]
            yield attributes["title"]
            yield from _block_texts(container.blocks[:1])
            return
        case "case":
            yield WORDS["case"]
            yield attributes.get("name", "")
            yield ", ".join(filter(None, (attributes.get("place"), attributes.get("year"))))
    yield from _block_texts(container.blocks)
