"""The sections of a document, and the sheet on which each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from chevalet.emit.headings import walk
from chevalet.model.block import ChartBlock, Table
from chevalet.model.flow import FlowBlock, FlowBlocks, Grid, Heading
from chevalet.model.inline import plain_text

_LONGEST = 31
_NUMBER = re.compile(r"^\d+\.\s*")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]|^'+|'+$")


class Section(Struct, frozen=True):
    """A part of a document under one of its highest headings; `sheet` is empty for what the first sheet holds."""

    title: str
    identifier: str
    blocks: FlowBlocks
    sheet: str = ""


def cut_sections(blocks: FlowBlocks, first_sheet: str) -> tuple[FlowBlocks, tuple[Section, ...]]:
    """Return what stands before the first heading, and the sections; one that has a table or a chart has a sheet."""
    level = min((block.level for block in blocks if isinstance(block, Heading)), default=1)
    parts: list[list[FlowBlock]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == level:
            parts.append([block])
        else:
            parts[-1].append(block)
    taken = {first_sheet.casefold()}
    return tuple(parts[0]), tuple(_make(part, taken) for part in parts[1:])


def _make(part: list[FlowBlock], taken: set[str]) -> Section:
    heading, *blocks = part
    title = plain_text(heading.inlines) if isinstance(heading, Heading) else ""
    identifier = heading.identifier.rpartition("/")[2] if isinstance(heading, Heading) else ""
    sheet = _name(title, taken) if any(_is_wide(block) for block in walk(tuple(blocks))) else ""
    return Section(title, identifier, tuple(blocks), sheet)


def _is_wide(block: FlowBlock) -> bool:
    return isinstance(block, Grid | Table | ChartBlock)


def _name(title: str, taken: set[str]) -> str:
    """Return a sheet's name: no longer and of no other characters than spreadsheets take, and unlike the others."""
    plain = " ".join(_FORBIDDEN.sub(" ", _NUMBER.sub("", title)).split()) or "–"
    for name in _candidates(plain):
        if name.casefold() not in taken:
            taken.add(name.casefold())
            return name
    raise AssertionError


def _candidates(plain: str) -> Iterable[str]:
    yield plain[:_LONGEST].strip()
    for number in range(2, 10_000):
        end = f" {number}"
        yield plain[: _LONGEST - len(end)].strip() + end
