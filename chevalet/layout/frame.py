"""A frame: one slide layout with the area left for content once the title and the footnotes have their room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.drafts import Draft
from chevalet.layout.pagination import fit_text
from chevalet.layout.ruler import vertical
from chevalet.layout.typesetter import Paragraphs, Room, Typesetter
from chevalet.model.deck import Anchor, Bullet, Geometry, PlacedShape, PlacedText, TextBody, TextParagraph
from chevalet.model.theme import Layout, Placeholder
from chevalet.units import Box

GAP = 152_400
"""What is left free between two things on a slide, in EMU (12 pt)."""
SLACK = GAP // 12
"""What is kept free below a text, in EMU (1 pt)."""
CONTENT = ("body", "body2", "heading", "heading2", "table", "chart", "picture", "subtitle")
"""The placeholders that hold content, by name."""
TEXTS = ("subtitle", "source", "title")
"""The placeholders whose insets and sizes text takes in a layout without a body, the first that it has."""
PANELLED = ("activity", "case", "agenda")
"""The layouts whose other placeholders stand in a panel, apart from the content."""


class Frame(Struct, frozen=True):
    """A layout and its free `area`, in EMU; `words` are the compiler's own, in the slide's language.

    `growth` is how much lower than in the layout the title ends, in EMU.
    """

    layout: Layout
    area: Box
    typesetter: Typesetter
    words: Mapping[str, str]
    growth: int = 0

    @property
    def body(self) -> Placeholder:
        places = self.layout.placeholders
        return places.get("body") or next(places[name] for name in TEXTS if name in places)

    @property
    def body_box(self) -> Box:
        """Return the body's box, as far as it lies in the area."""
        return self.within(self.body.box)

    def within(self, box: Box) -> Box:
        """Return a box of the layout below the title, as far down as the area goes."""
        if self.growth:
            box = lower(box, self.layout, self.growth)
        bottom = min(box.bottom, self.area.bottom)
        return Box(box.x, box.y, box.width, max(0, bottom - box.y))

    def with_area(self, area: Box) -> Frame:
        return replace(self, area=area)

    def room(self, box: Box) -> Room:
        """Return what is left of `box` inside the body's insets."""
        insets = self.body.insets
        height = box.height - vertical(insets) - SLACK
        return Room(box.width - insets.left - insets.right, height, self.body.sizes[-1])

    def fit(self, drafts: Sequence[Draft], sizes: Sequence[int], box: Box) -> Paragraphs | None:
        """Return `drafts` at the largest of `sizes` at which they fit `box`, None when none does."""
        return fit_text(self.typesetter, drafts, sizes, self.room(box))


def lower(box: Box, layout: Layout, growth: int) -> Box:
    """Return `box` moved down by the title's `growth` when it stands below the title, its bottom where it was."""
    title = layout.placeholders["title"].box
    if not growth or box.y < title.bottom or box.right <= title.x or box.x >= title.right:
        return box
    return Box(box.x, box.y + growth, box.width, max(0, box.height - growth))


def content_area(layout: Layout) -> Box:
    """Return where a layout's content may stand: its own box for it when a panel stands beside, else all its places."""
    if layout.content is not None and layout.role in PANELLED:
        return layout.content
    places = layout.placeholders
    boxes = [places[name].alone or places[name].box for name in CONTENT if name in places]
    if layout.content is not None:
        boxes.append(layout.content)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def place_text(frame: Frame, box: Box, paragraphs: Paragraphs, placeholder: str = "body") -> PlacedText | PlacedShape:
    """Return `paragraphs` in the layout's placeholder of that name, or in a text box when it has none."""
    found = frame.layout.placeholders.get(placeholder)
    if found is None:
        return place_text_box(frame, box, paragraphs)
    return PlacedText(placeholder, box, TextBody(paragraphs, found.insets, Anchor(found.anchor)))


def place_text_box(
    frame: Frame, box: Box, paragraphs: Sequence[TextParagraph], anchor: Anchor = Anchor.TOP
) -> PlacedShape:
    """Return `paragraphs` in a box that is not a placeholder and so has no bullets to inherit."""
    body = TextBody(free_bullets(paragraphs), frame.body.insets, anchor)
    return PlacedShape(frame.words["text"], Geometry.RECTANGLE, box, body=body)


def free_bullets(paragraphs: Sequence[TextParagraph]) -> Paragraphs:
    """Return `paragraphs` with a bullet of their own where they would inherit one."""
    return tuple(
        replace(paragraph, bullet=Bullet.DISC) if paragraph.bullet is Bullet.INHERIT else paragraph
        for paragraph in paragraphs
    )


def text_height(frame: Frame, paragraphs: Sequence[TextParagraph], width: int) -> int:
    """Return the height in EMU of a body of `paragraphs` in a box `width` EMU wide, insets included."""
    insets = frame.body.insets
    inner = width - insets.left - insets.right
    return frame.typesetter.ruler.height(paragraphs, inner) + vertical(insets) + SLACK
