"""Numbers of a chart: the format of its labels, and how a value is written in XML."""

from __future__ import annotations

from chevalet.emit.pptx.markup import strip_unwritable
from chevalet.model.deck import PlacedChart

_NO_BREAK_SPACE = "\u00a0"
# [MS-LCID]. LibreOffice takes the decimal mark from it; PowerPoint takes it from the machine whatever the file says.
_LANGUAGE_CODES = {"fr-CA": "[$-C0C]", "fr-FR": "[$-40C]", "en-CA": "[$-1009]", "en-US": "[$-409]"}


def write_value(value: float) -> str:
    """Return a value as XML has it: fifteen digits, which is all a workbook keeps."""
    return f"{value:.15g}"


def format_code(placed: PlacedChart, language: str) -> str:
    """Return the number format of the labels, in the notation of Office: `.` and `,` stand for the marks in use."""
    decimals = "." + "0" * placed.chart.decimals if placed.chart.decimals else ""
    prefix, suffix = surround(strip_unwritable(placed.chart.unit), language)
    suffix = decimals + suffix
    largest = max(map(abs, _values(placed)), default=0)
    if largest < 1000 or not placed.thousands:
        code = _LANGUAGE_CODES.get(language, "") if decimals else ""
        return f"{code}{prefix}0{suffix}"
    if placed.thousands == ",":
        return f"{prefix}#,##0{suffix}"
    return _group(placed, suffix)


def _values(placed: PlacedChart) -> list[float]:
    return [value for series in placed.chart.series for value in series.values if value is not None]


def _group(placed: PlacedChart, suffix: str) -> str:
    """Return a format whose separator is literal: a comma there would be shown as the machine's, not the deck's.

    A format has three sections at most. LibreOffice drops the sign in the last two, so that of negative values is
    written in theirs, the second, which has no other values.
    """
    mark, values = _quote(placed.thousands), _values(placed)
    most = _count_groups(max(values))
    negative = [_count_groups(value) for value in values if value < 0]
    if negative:
        below = _pattern(min(negative), max(negative), mark)
        return f"[>=1000]{_pattern(1, max(1, most), mark)}{suffix};[<0]-{below}{suffix};0{suffix}"
    millions = _pattern(2, max(2, most), mark)
    return f"[>=1000000]{millions}{suffix};[>=1000]{_pattern(1, 1, mark)}{suffix};0{suffix}"


def _count_groups(value: float) -> int:
    """Return how many groups of three digits a number has behind its first."""
    return (len(f"{abs(value):.0f}") - 1) // 3


def _pattern(least: int, most: int, mark: str) -> str:
    """Return the digits of numbers of `least` to `most` groups of three, parted by `mark`."""
    digits = "#" * (3 * (most - least)) + "0" * (3 * least + 1)
    return digits[0] + "".join(mark + digits[place : place + 3] for place in range(1, len(digits), 3))


def surround(unit: str, language: str) -> tuple[str, str]:
    """Return what stands before and after a number: French puts every unit after it, behind a no-break space."""
    if not unit:
        return "", ""
    if language.startswith("en") and unit == "$":
        return _quote(unit), ""
    if language.startswith("en") and unit == "%":
        return "", _quote(unit)
    return "", _quote(_NO_BREAK_SPACE + unit)


def _quote(text: str) -> str:
    return '"' + text.replace('"', "”") + '"'
