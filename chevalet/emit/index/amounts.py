"""How big, how many, how long, in a language's own units."""

from __future__ import annotations

from chevalet.model.locale import Locale

_KILOBYTE, _MEGABYTE = 1000, 1_000_000
_HOUR = 60


def tell_size(size: int, locale: Locale) -> str:
    """Return a size given in bytes: « 812 octets », « 640 ko », « 1,2 Mo »."""
    if size < _KILOBYTE:
        return locale.words["size-bytes"].format(number=size)
    kilobytes = round(size / _KILOBYTE)
    if kilobytes < _KILOBYTE:
        return locale.words["size-kilobytes"].format(number=kilobytes)
    return locale.words["size-megabytes"].format(number=locale.number(size / _MEGABYTE, 1))


def tell_pages(pages: int, form: str, locale: Locale) -> str:
    """Return how many slides or pages there are, nothing where none are counted."""
    return tell_count("count-slide" if form == "pptx" else "count-page", pages, locale) if pages else ""


def tell_count(word: str, number: int, locale: Locale) -> str:
    """Return a number of what a word names; the word of several ends with an s."""
    return locale.words[word if number == 1 else f"{word}s"].format(number=locale.number(number, 0))


def tell_minutes(minutes: int, locale: Locale) -> str:
    """Return how long something lasts: « 45 min », « 2 h », « 2 h 15 min »."""
    hours, rest = divmod(minutes, _HOUR)
    word = "duration" if hours and rest else "duration-hours" if hours else "duration-minutes"
    return locale.words[word].format(hours=hours, minutes=rest)
