"""One thing to build for: region × workshop × session × edition × language."""

from __future__ import annotations

from msgspec import Struct


class Target(Struct, frozen=True):
    """All five parts of a target; `facets` adds what the session says (schedule, delivery, law, currency…)."""

    region: str
    workshop: str
    session: str
    edition: str
    language: str
    facets: tuple[tuple[str, str], ...]

    def facet(self, name: str) -> str:
        """Return the value of a facet, the empty string when the target has none of that name."""
        own = {"region": self.region, "edition": self.edition, "language": self.language}
        return own.get(name) or dict(self.facets).get(name, "")
