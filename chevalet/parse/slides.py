"""Slides: a body's blocks cut at its headings, each slide with the containers that wrap it."""

from __future__ import annotations

import re
import unicodedata

from markdown_it.token import Token
from msgspec.structs import replace

from chevalet.model.block import Blocks
from chevalet.model.document import Condition, SlideSource
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.project import Written
from chevalet.parse.blocks import BlockReader
from chevalet.parse.context import Context
from chevalet.parse.digest import digest
from chevalet.parse.foreign import take_foreign_settings
from chevalet.parse.headings import SlideHeading, read_slide_heading
from chevalet.parse.inlines import read_inlines
from chevalet.parse.nesting import ContainerStack
from chevalet.parse.source import WholePassage
from chevalet.span import Span

_SLUG_GAPS = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60
_UNTITLED = "diapo"


def read_slides(tokens: list[Token], module: Written, context: Context) -> tuple[SlideSource, ...]:
    """Cut a body into its slides, in order; text before the first heading gets one that bears the module's title."""
    cutter = _Cutter(module, context)
    reader = BlockReader(tokens, context)
    for token in reader.tokens:
        if token.type == "heading" and token.tag in ("h1", "h2") and not take_foreign_settings(token, context):
            cutter.begin(read_slide_heading(token, context))
        else:
            reader.read(token, (), cutter.stack)
    return _with_keys(cutter.finish(), module.identifier, context)


class _Cutter:
    """The slide being read, and those before it."""

    def __init__(self, module: Written, context: Context) -> None:
        self.module = module
        self.context = context
        self.stack = ContainerStack(context)
        self.heading: SlideHeading | None = None
        self.conditions: tuple[Condition, ...] = ()
        self.slides: list[tuple[SlideSource, Span]] = []

    def begin(self, heading: SlideHeading) -> None:
        blocks, conditions = self.stack.begin_slide()
        self._end(blocks)
        self.heading, self.conditions = heading, conditions

    def finish(self) -> list[tuple[SlideSource, Span]]:
        self._end(self.stack.finish())
        return self.slides

    def _end(self, blocks: Blocks) -> None:
        heading = self.heading
        if heading is None:
            if blocks:
                self._add_untitled(blocks)
            return
        slide = SlideSource(
            key="",
            identifier=heading.identifier,
            title=heading.title,
            layout=heading.layout,
            fit=heading.fit,
            blocks=blocks,
            span=heading.span,
            conditions=self.conditions,
            is_section=heading.is_section,
            classes=heading.classes,
        )
        self.slides.append((slide, heading.identifier_span))

    def _add_untitled(self, blocks: Blocks) -> None:
        span = blocks[0].span
        self.context.sink.add("text-before-first-slide", span, module=self.module.identifier)
        slide = SlideSource("", "", _module_title(self.module, self.context), "", "", blocks, span)
        self.slides.append((slide, span))


def _module_title(module: Written, context: Context) -> Inlines:
    where = module.spans.get("title", Span(module.path))
    return read_inlines(WholePassage(module.title, where), context)


def _with_keys(slides: list[tuple[SlideSource, Span]], module: str, context: Context) -> tuple[SlideSource, ...]:
    """Give each slide its hash and its key: its id, or one made from its title that no written id has."""
    places: dict[str, Span] = {}
    for slide, span in slides:
        if slide.identifier and slide.identifier not in places:
            places[slide.identifier] = span
    numbers = dict.fromkeys(places, 1)
    keyed: list[SlideSource] = []
    for slide, span in slides:
        name = slide.identifier
        if name and span != places[name]:
            context.sink.add("duplicate-id", span, id=name, first=f"{places[name].path}:{places[name].line}")
        if not name or span != places[name]:
            name = _unused(name or _slug(plain_text(slide.title)), numbers)
        keyed.append(replace(slide, key=f"{module}/{name}", digest=digest(slide)))
    return tuple(keyed)


def _slug(title: str) -> str:
    """Make an id of a title: « Où être vu? » gives `ou-etre-vu`."""
    plain = title.lower().replace("œ", "oe").replace("æ", "ae")
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return _SLUG_GAPS.sub("-", letters)[:_LONGEST_SLUG].strip("-") or _UNTITLED


def _unused(name: str, numbers: dict[str, int]) -> str:
    """Return a name not in use, with a number when needed; `numbers` holds the last given to each name."""
    candidate = name
    while candidate in numbers:
        numbers[name] += 1
        candidate = f"{name}-{numbers[name]}"
    numbers[candidate] = 1
    return candidate
