"""Citations: the sources of the workshop, numbered as they are cited, and the facts they stand behind."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from chevalet.diagnostics import Sink, suggest
from chevalet.model.project import FactEntry
from chevalet.span import Span

Numbers = Mapping[tuple[str, ...], int]
"""The number of each source, by its publisher, address or title, and year."""


class Citations(Struct):
    """Gives each source a number, from 1, at its first citation; several facts of one source share it.

    One address, of one publisher in one year, is one source, however its title was shortened. `cited` holds the number
    of each, and the first fact that cited it. `known` are numbers given before, in another edition, which are kept.
    """

    cited: dict[tuple[str, ...], tuple[int, FactEntry]] = field(default_factory=dict)
    known: Numbers = field(default_factory=dict)

    def number(self, fact: FactEntry) -> int:
        """Return the number of a fact's source."""
        key = (fact.publisher, fact.url or fact.title, fact.year)
        if key not in self.cited:
            self.cited[key] = (self.known.get(key) or self._next(), fact)
        return self.cited[key][0]

    def numbers(self) -> Numbers:
        """Return the number of each source cited."""
        return {key: number for key, (number, _) in self.cited.items()}

    def _next(self) -> int:
        if not self.known:
            return len(self.cited) + 1
        return len(self.known) + sum(key not in self.known for key in self.cited) + 1


class Facts(Struct, frozen=True):
    """The facts of the course, asked for by documents: what is unknown or only recalled is reported."""

    entries: Mapping[str, FactEntry]
    sink: Sink

    def find(self, identifier: str, span: Span) -> FactEntry | None:
        """Return a fact, None when there is none of that name; one told from memory may not be printed."""
        fact = self.entries.get(identifier)
        if fact is None:
            self.sink.add("unknown-fact", span, fact=identifier, nearest=suggest(identifier, self.entries))
        elif fact.recalled:
            self.sink.add("recalled-fact", span, fact=identifier)
        return fact

    def value(self, identifier: str, key: str, span: Span) -> str | None:
        """Return one value of a fact, None when there is none of that name."""
        fact = self.find(identifier, span)
        if fact is not None and key not in fact.values:
            self.sink.add("unknown-fact-value", span, fact=identifier, key=key, nearest=suggest(key, fact.values))
        return fact.values.get(key) if fact else None
