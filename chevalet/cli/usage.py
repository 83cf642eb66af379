"""Mistakes in what was typed, with the nearest right word."""

from __future__ import annotations

from collections.abc import Sequence

import click

from chevalet.cli.later import later
from chevalet.locale import Catalogue

_nearest = later("chevalet.diagnostics:nearest")


def refuse(
    catalogue: Catalogue, what: str, name: str, known: Sequence[str], context: click.Context | None = None
) -> click.UsageError:
    """Return the error of a name that does not exist; `what` says what it was to name."""
    near = _nearest(name, known)
    if near:
        message = catalogue.text("usage.nearest", what=what, name=name, nearest=near)
    else:
        message = catalogue.text("usage.known", what=what, name=name, known=", ".join(known))
    return click.UsageError(message, context)


class Name(click.ParamType[str]):
    """A name out of a closed set."""

    name = "name"

    def __init__(self, catalogue: Catalogue, option: str, known: Sequence[str]) -> None:
        self.catalogue = catalogue
        self.option = option
        self.known = known

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 — click's own
        for name in self.split(value):
            if name not in self.known:
                raise refuse(self.catalogue, self.option, name, self.known, ctx)
        return value

    def split(self, value: str) -> Sequence[str]:
        """Return the names in what was typed."""
        return (value,)


class Names(Name):
    """Names out of a closed set, parted by commas."""

    def split(self, value: str) -> Sequence[str]:
        return value.split(",")
