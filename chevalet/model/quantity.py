"""Quantities: a number with its unit, as a language writes it."""

from __future__ import annotations

from collections.abc import Mapping

MOST_DECIMALS = 6
_UNITS = {"%": "value-with-percent", "$": "value-with-money"}


def show_value(value: float | None, unit: str, words: Mapping[str, str]) -> str:
    """Return a value with all its decimals and its unit, by the words of a language; a missing one says so."""
    if value is None:
        return words["unknown-value"]
    marks = {ord(","): words["thousands"], ord("."): words["decimal"], ord("-"): "−"}
    number = f"{value:,.{count_decimals(value)}f}".translate(marks)
    return words[_UNITS.get(unit, "value-with-unit")].format(value=number, unit=unit) if unit else number


def count_decimals(value: float) -> int:
    """Return how many decimals a value needs to be shown as it was written."""
    return len(f"{value:.{MOST_DECIMALS}f}".rstrip("0").partition(".")[2])
