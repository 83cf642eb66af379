"""Costs as people read them: medians, ratios, growth and targets, in Markdown tables."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from processes import Cost
from tools import OURS, REFERENCE, Tool

SHARE_OF_REFERENCE = 0.5
GROWTH_SIZES = (1_000, 5_000)
LARGEST_GROWTH = 1.05
LARGEST_PEAK = 250


Costs = Mapping[tuple[str, int], Sequence[Cost]]


@dataclass(frozen=True, slots=True)
class Results:
    """All that was measured: the tools in their order, and why some were left out."""

    sizes: tuple[int, ...]
    limit: int
    tools: tuple[Tool, ...]
    costs: Costs
    dropped: Mapping[str, str]

    def seconds(self, tool: str, size: int) -> float | None:
        """Return the median time, None when there is none: not measured, or out of time."""
        return self._median(tool, size, lambda cost: cost.seconds)

    def peak(self, tool: str, size: int) -> float | None:
        return self._median(tool, size, lambda cost: cost.peak)

    def expired(self, tool: str, size: int) -> bool:
        return any(cost.expired for cost in self.costs.get((tool, size), ()))

    def ratio(self, tool: str, size: int) -> float | None:
        """Return how many times the reference's time a tool took."""
        mine, reference = self.seconds(tool, size), self.seconds(REFERENCE, size)
        return mine / reference if mine is not None and reference is not None else None

    def growth(self, tool: str, first: int, last: int) -> float | None:
        """Return the log-log slope of time between two sizes: 1 is linear, 2 quadratic."""
        few, many = self.seconds(tool, first), self.seconds(tool, last)
        return math.log(many / few) / math.log(last / first) if few and many else None

    def _median(self, tool: str, size: int, read: Callable[[Cost], float]) -> float | None:
        costs = self.costs.get((tool, size), ())
        return statistics.median(map(read, costs)) if costs and not self.expired(tool, size) else None


def render_results(results: Results) -> str:
    """Return the table of costs, why some tools are not in it, and the targets."""
    left_out = [f"- {name}: not measured, {reason}" for name, reason in results.dropped.items()]
    return "\n".join([*_costs(results), "", *left_out, *([""] if left_out else []), *_targets(results)]) + "\n"


def _costs(results: Results) -> list[str]:
    heads = [f"{size:,} slides" for size in results.sizes]
    pairs = list(zip(results.sizes, results.sizes[1:], strict=False))
    growths = [f"growth {few:,} → {many:,}" for few, many in pairs]
    peaks = [f"MiB at {size:,}" for size in results.sizes]
    lines = [_row(["", "reads", *heads, *growths, *peaks]), _row(["---"] * (2 + 2 * len(heads) + len(growths)))]
    for tool in results.tools:
        if tool.name not in results.dropped:
            times = [_time(results, tool.name, size) for size in results.sizes]
            slopes = [_number(results.growth(tool.name, *pair), 2) for pair in pairs]
            memory = [_number(results.peak(tool.name, size), 0) for size in results.sizes]
            lines.append(_row([tool.name, tool.reads, *times, *slopes, *memory]))
    return lines


def _time(results: Results, tool: str, size: int) -> str:
    if results.expired(tool, size):
        return f"> {results.limit} s"
    seconds, ratio = results.seconds(tool, size), results.ratio(tool, size)
    if seconds is None:
        return "–"
    return f"{seconds:.2f} s" + (f" (× {ratio:.2f})" if ratio is not None and tool != REFERENCE else "")


def _targets(results: Results) -> list[str]:
    first, last = GROWTH_SIZES
    lines = [_row(["target", "wanted", "found", ""]), _row(["---"] * 4)]
    for size in results.sizes:
        name = f"time of {REFERENCE} at {size:,}"
        lines.append(_target(name, "×", results.ratio(OURS, size), SHARE_OF_REFERENCE, 2))
    lines.append(_target(f"growth {first:,} → {last:,}", "slope", results.growth(OURS, first, last), LARGEST_GROWTH, 2))
    lines.append(_target(f"peak memory at {last:,}", "MiB", results.peak(OURS, last), LARGEST_PEAK, 0))
    return lines


def _target(name: str, unit: str, found: float | None, most: float, digits: int) -> str:
    verdict = "not measured" if found is None else "met" if found <= most else "**missed**"
    return _row([name, f"≤ {most:g} ({unit})", _number(found, digits), verdict])


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
