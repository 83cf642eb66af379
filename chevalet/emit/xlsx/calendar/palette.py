"""The fills of the calendar's statuses: those of one stage go from pale to full, all pale enough for ink on them."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.emit.xlsx.palette import mix
from chevalet.model.calendar import Stage, Status
from chevalet.model.theme import Color, Theme

# A stage's accent by its place in the theme.
_STAGES: Mapping[Stage, int] = {Stage.PLANNED: 0, Stage.WRITING: 3, Stage.SCHEDULED: 1, Stage.PUBLISHED: 2}
_SHARES = (0.16, 0.27, 0.38)


def paint_statuses(statuses: tuple[Status, ...], theme: Theme) -> tuple[str, ...]:
    """Return the fill of each status, pale enough for ink on it."""
    seen: dict[Stage, int] = {}
    fills = []
    for status in statuses:
        rank = seen.get(status.stage, 0)
        seen[status.stage] = rank + 1
        if status.stage in _STAGES:
            accent = theme.accents[_STAGES[status.stage] % len(theme.accents)]
            fills.append(mix(accent, _SHARES[min(rank, len(_SHARES) - 1)]))
        else:
            fills.append(mix(theme.colors[Color.MUTED], 0.12))
    return tuple(fills)
