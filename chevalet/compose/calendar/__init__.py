"""Compose the editorial calendar: every rule becomes a date, every week a row."""

from chevalet.compose.calendar.calendar import compose_calendar

__all__ = ["compose_calendar"]
