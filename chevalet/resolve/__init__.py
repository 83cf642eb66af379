"""Resolve: from the project and its documents to one workshop for one target, complete."""

from chevalet.resolve.calendar import resolve_calendar
from chevalet.resolve.course import resolve

__all__ = ["resolve", "resolve_calendar"]
