"""One page being made: its templates, the names of its parts, and every block given to the macro of its kind."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup
from msgspec import Struct, field

from chevalet.emit.headings import listed_headings, walk
from chevalet.emit.html.charts import draw_figure
from chevalet.emit.html.inlines import write_inlines
from chevalet.emit.tabulation import tabulate
from chevalet.model.block import Block, Container, Table
from chevalet.model.diagram import Chart
from chevalet.model.flow import Flow, FlowBlock, FlowBlocks, Heading, Panel, Role
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.picture import PictureData
from chevalet.model.theme import Theme

FOLDER = Path(__file__).parent / "templates"
_WORD_BEGINS = re.compile(r"(?<!^)(?=[A-Z])")


@cache
def open_templates() -> Environment:
    """Return the templates, every value escaped unless it is markup already."""
    loader = FileSystemLoader(FOLDER)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


class Page(Struct):
    """`names` and `levels` are those of headings by the identity of the object; links may point at `targets`."""

    flow: Flow
    theme: Theme
    words: Mapping[str, str]
    names: Mapping[int, str]
    levels: Mapping[int, int]
    targets: frozenset[str]
    count: int = 0
    macros: dict[str, Callable[..., str]] = field(default_factory=dict)

    def blocks(self, blocks: FlowBlocks) -> Markup:
        """Return the markup of blocks in order."""
        return Markup("\n").join([self.block(block) for block in blocks])

    def block(self, block: FlowBlock | Block) -> Markup:
        """Return the markup of one block; a container that no composer knew is a plain panel."""
        if isinstance(block, Container):
            block = Panel(Role.PLAIN, (), block.blocks)  # type: ignore[arg-type]
        name = _WORD_BEGINS.sub("_", type(block).__name__).lower()
        return Markup(self.macros[name](block))

    def text(self, inlines: Inlines) -> Markup:
        return Markup(write_inlines(inlines, self.targets, self.words["room"]))

    def new_name(self) -> str:
        """Return an identifier that nothing else on the page has."""
        self.count += 1
        return f"part-{self.count}"

    def heading_name(self, heading: Heading) -> str:
        return self.names.get(id(heading), "")

    def heading_level(self, heading: Heading) -> int:
        """Return the level in HTML, where the title of the page is the first and none is skipped."""
        return self.levels.get(id(heading), min(6, heading.level + 1))

    def headings(self, depth: int) -> list[Heading]:
        return listed_headings(self.flow.blocks, depth)

    def table_of(self, chart: Chart) -> Table:
        return tabulate(chart, self.flow.locale, self.words["category"])

    def figure_of(self, chart: Chart) -> Markup:
        return Markup(draw_figure(chart, self.flow, self.theme))

    def caption_of(self, header: tuple[Inlines, ...]) -> str:
        return ", ".join(filter(None, map(plain_text, header)))

    def picture_address(self, data: PictureData) -> str:
        return _data_address(data.content, f"image/{data.format}")

    def drawing_address(self, svg: bytes) -> str:
        return _data_address(svg, "image/svg+xml")


def _data_address(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


def open_page(flow: Flow, theme: Theme, words: Mapping[str, str]) -> Page:
    """Return a page with the macros of every block."""
    names = _name_headings(flow.blocks)
    page = Page(flow, theme, words, names, _level_headings(flow.blocks), frozenset(names.values()))
    module = open_templates().get_template("blocks.html").make_module({"page": page, "plain": plain_text})
    page.macros = _macros(module)
    return page


def _macros(module: TemplateModule) -> dict[str, Callable[..., str]]:
    return {name: value for name, value in vars(module).items() if callable(value)}


def _name_headings(blocks: FlowBlocks) -> dict[int, str]:
    """Return a name for each heading: its own identifier, or its number where it has none or one that is taken."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    headings = (block for block in walk(blocks) if isinstance(block, Heading))
    for number, heading in enumerate(headings, start=1):
        own = heading.identifier
        name = own if own and own not in taken and not own.startswith("part-") else f"heading-{number}"
        taken.add(name)
        names[id(heading)] = name
    return names


def _level_headings(blocks: FlowBlocks) -> dict[int, int]:
    levels: dict[int, int] = {}
    last = 1
    for block in walk(blocks):
        if isinstance(block, Heading):
            last = levels[id(block)] = min(6, last + 1, block.level + 1)
    return levels
