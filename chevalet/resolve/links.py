"""Links: to a slide of the workshop, or out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from chevalet.diagnostics import Sink, suggest
from chevalet.model.document import SlideSource
from chevalet.span import Span

_OUTSIDE = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@[^\s@]|tel:[+\d])\S*", re.IGNORECASE)


class Addresses(Struct, frozen=True):
    """The slides with an explicit id, which links may name: those `written`, and those `shown` to this target."""

    written: frozenset[str]
    shown: frozenset[str]
    sink: Sink

    def follow(self, target: str, module: str, span: Span) -> str:
        """Return where a link leads, `#module/slide` for a slide; empty when nowhere, or to a slide not shown here."""
        if not target.startswith("#"):
            return self._check_outside(target, span)
        slide = target[1:]
        key = slide if "/" in slide else f"{module}/{slide}"
        if key in self.shown:
            return f"#{key}"
        if key not in self.written:
            names = [f"#{each.removeprefix(f'{module}/')}" for each in sorted(self.written)]
            self.sink.add("broken-link", span, target=target, nearest=suggest(target, names))
        return ""

    def _check_outside(self, target: str, span: Span) -> str:
        if _OUTSIDE.fullmatch(target):
            return target
        near = f"https://{target}" if re.match(r"[\w-]+\.[\w.-]+", target) else "https://…"
        self.sink.add("broken-link", span, target=target, nearest=near)
        return ""


def explicit_keys(slides: Iterable[SlideSource]) -> frozenset[str]:
    """Return the keys of the slides to which their author gave an id."""
    return frozenset(slide.key for slide in slides if slide.identifier)
