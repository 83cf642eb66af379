"""The parts of a target that exist so far; the first of each is the default."""

from __future__ import annotations

from chevalet.plan.outputs import ORGANIZER, PARTICIPANT, PUBLIC, TRAINER

# What stands for every name of its kind.
ALL = "all"
REGIONS = ("base",)
# The base region has one session, without a date.
SESSIONS = ("undated",)
EDITIONS = (TRAINER, PARTICIPANT, PUBLIC)
# Those that `all` does not stand for either.
PRIVATE_EDITIONS = (ORGANIZER,)
