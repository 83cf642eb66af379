"""The parts of a target that exist so far; the first of each is the default."""

from __future__ import annotations

from collections.abc import Mapping

# What stands for every name of its kind.
ALL = "all"
REGIONS = ("base",)
# The base region has one session, without a date.
SESSIONS = ("undated",)
EDITIONS = ("trainer", "participant", "public")
# Each file format, with the kind of output it is that of.
FORMATS: Mapping[str, str] = {"pptx": "deck"}
