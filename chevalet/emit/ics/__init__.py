"""The calendar as iCalendar (RFC 5545), which an agenda subscribes to or imports again."""

from chevalet.emit.ics.agenda import emit_calendar_ics

__all__ = ["emit_calendar_ics"]
