"""Citations: the sources of the workshop, numbered as they are cited, and the facts they stand behind."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from chevalet.diagnostics import Sink, suggest
from chevalet.model.project import FactEntry
from chevalet.span import Span


class Citations(Struct):
    """Gives each source a number, from 1, at its first citation; several facts of one source share it.

    One address, of one publisher in one year, is one source, however its title was shortened. `cited` holds the number
    of each, and the first fact that cited it.
    """

    cited: dict[tuple[str, ...], tuple[int, FactEntry]] = field(default_factory=dict)

    def number(self, fact: FactEntry) -> int:
        """Return the number of a fact's source."""
        key = (fact.publisher, fact.url or fact.title, fact.year)
        number, _ = self.cited.setdefault(key, (len(self.cited) + 1, fact))
        return number


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
