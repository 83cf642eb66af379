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
    prefix, suffix = _surround(strip_unwritable(placed.chart.unit), language)
    suffix = decimals + suffix
    if _largest(placed) < 1000 or not placed.thousands:
        code = _LANGUAGE_CODES.get(language, "") if decimals else ""
        return f"{code}{prefix}0{suffix}"
    if placed.thousands == ",":
        return f"{prefix}#,##0{suffix}"
    return _group(placed.thousands, suffix)


def _largest(placed: PlacedChart) -> float:
    values = (value for series in placed.chart.series for value in series.values if value is not None)
    return max(map(abs, values), default=0)


def _group(separator: str, suffix: str) -> str:
    """Return a format whose separator is literal: a comma there would be shown as the machine's, not the deck's."""
    mark = _quote(separator)
    return f"[>=1000000]0{mark}000{mark}000{suffix};[>=1000]0{mark}000{suffix};0{suffix}"


def _surround(unit: str, language: str) -> tuple[str, str]:
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
