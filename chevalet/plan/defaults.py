"""The parts of a target that exist so far; the first of each is the default, but for the editions: all are."""

from __future__ import annotations

from chevalet.plan.outputs import PARTICIPANT, PUBLIC, TRAINER

# What stands for every name of its kind.
ALL = "all"
REGIONS = ("base",)
# The base region has one session, without a date.
SESSIONS = ("undated",)
EDITIONS = (TRAINER, PARTICIPANT, PUBLIC)
