"""Certificates of attendance: what compose makes of a session and its people, and one PDF is emitted from."""

from __future__ import annotations

from msgspec import Struct

from chevalet.model.flow import Flow
from chevalet.model.inline import Inlines
from chevalet.span import Span


class Certificate(Struct, frozen=True):
    """One person's page; `details` are named values such as the hours, the date and the place.

    `name` is never touched: it is set in the largest size that fits. `span` is where it is written.
    """

    name: str
    organization: str
    details: tuple[tuple[Inlines, Inlines], ...]
    span: Span


class Certificates(Struct, frozen=True):
    """The pages of one session; `frame` gives language, accent, paper and title, and has no block of its own.

    `signatures` are the roles who sign, each with the name printed under its line, if it is known.
    """

    frame: Flow
    heading: Inlines
    before_name: Inlines
    before_title: Inlines
    goals_label: Inlines
    goals: tuple[Inlines, ...]
    signatures: tuple[tuple[Inlines, Inlines], ...]
    issuer: Inlines
    certificates: tuple[Certificate, ...]
