"""The session of a workshop: its hours, and the terms that texts tell it with, which exist even when it is not set."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from chevalet.model.locale import Locale
from chevalet.model.project import Schedule, TextPart, Workshop
from chevalet.model.session import Session

PASTED = frozenset({TextPart.POSTS})
"""The texts that are pasted into a network, which has its own typography."""
_ONLINE = "online"
_CONTACT = "chamber.contact"
_LINE_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_LINK = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@[^\s@]|tel:[+\d])\S*", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@:]+@[^\s@:]+")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_PHONE = re.compile(r"\+?[\d().\s-]{7,}")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_NOT_DIALLED = re.compile(r"[^\d+]")


def find_session(given: Session | None, schedule: Schedule, workshop: Workshop) -> tuple[Session, Schedule]:
    """Return the session, its title that of the workshop when it has none, and the schedule begun at its hour.

    Without one, it is not dated and has the schedule's hours.
    """
    if given is None:
        end = (schedule.start + schedule.minutes) % 1440
        return Session("undated", workshop.title, workshop.identifier, schedule.start, end), schedule
    minutes = (given.end - given.start) % 1440
    # Hours that are not a schedule's own go by the session's name.
    name = schedule.identifier if minutes == schedule.minutes else given.identifier
    own = replace(schedule, identifier=name, start=given.start, minutes=minutes)
    return _on_one_line(replace(given, title=given.title or workshop.title)), own


def tell_session(session: Session, terms: Mapping[str, str], locale: Locale) -> Mapping[str, str]:
    """Return the terms `session.…`; what is not known yet reads as such, and no value is empty."""
    words, contact = locale.words, terms.get(_CONTACT, "")
    start, end = (locale.clock_time(minutes) for minutes in (session.start, session.end))
    where = ", ".join(filter(None, (session.place, session.address)))
    unset = words["session-online" if session.delivery == _ONLINE else "session-place-unset"]
    registration = session.registration or contact or words["session-registration-unset"]
    return {
        "session.title": session.title,
        "session.date": locale.long_date(session.date) if session.date else words["session-date-unset"],
        "session.start": start,
        "session.end": end,
        "session.hours": words["session-hours"].format(start=start, end=end),
        "session.zone": _name_zone(session.time_zone, locale),
        "session.place": session.place or unset,
        "session.address": session.address or words["session-address-unset"],
        "session.where": where or unset,
        "session.access": session.access or words["session-access-unset"],
        "session.registration": registration,
        "session.site": _SCHEME.sub("", registration).rstrip("/"),
        "session.link": find_link(session.registration) or find_link(contact) or registration,
        "session.price": session.price or words["session-price-unset"],
        "session.capacity": str(session.capacity) if session.capacity else words["session-capacity-unset"],
        "session.trainer": session.trainer or words["session-trainer-unset"],
        "session.code": words["session-code"],
    }


def _on_one_line(session: Session) -> Session:
    """Return a session none of whose texts breaks a line, since that could pass for another line of a message."""
    texts = {name: value for name in session.__struct_fields__ if isinstance(value := getattr(session, name), str)}
    return replace(session, **{name: _LINE_BREAKS.sub(" ", value).strip() for name, value in texts.items()})


def find_link(address: str) -> str:
    """Return what a link leads to for an address, a telephone number or a mail box; empty for any other text."""
    address = address.strip()
    if _LINK.fullmatch(address):
        return address
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if _PHONE.fullmatch(address):
        return f"tel:{_NOT_DIALLED.sub('', address)}"
    return f"https://{address}" if _SITE.fullmatch(address) else ""


def _name_zone(name: str, locale: Locale) -> str:
    """Return a time zone as people say it; of one that is seldom met, its city."""
    city = name.rpartition("/")[2].replace("_", " ")
    return locale.words.get(f"zone-{name}") or locale.words["zone-other"].format(city=city)
