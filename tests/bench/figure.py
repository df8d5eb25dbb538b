"""One line of the table, and measuring in pairs, so that a busy machine is busy for both sides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

Times = tuple[float, ...]


@dataclass(frozen=True)
class Figure:
    """What the app needs, what it is compared to, their ratio and its limit; `unit` is ms, MB or %.

    Times are seconds, memory is bytes, shares are parts of one.
    """

    name: str
    ours: float
    theirs: float
    ratio: float
    limit: float
    unit: str = "ms"
    remark: str = ""
    theirs_is_measured: bool = True
    """Whether it is held against a bare app in the same minute; otherwise against an amount."""

    @property
    def holds(self) -> bool:
        """Whether the limit is kept."""
        return self.ratio <= self.limit


def compared(name: str, pairs: Sequence[tuple[float, float]], limit: float, unit: str = "ms") -> Figure:
    """Return the medians of both, and the median of the ratios within each pair."""
    ours, theirs = (median(values) for values in zip(*pairs, strict=True))
    return Figure(name, ours, theirs, median(one / other for one, other in pairs), limit, unit)


def slowest(name: str, pairs: Sequence[tuple[float, float]], limit: float) -> Figure:
    """Return what 95 of 100 stay below on both sides, and the ratio of that."""
    ours, theirs = (p95(values) for values in zip(*pairs, strict=True))
    return Figure(name, ours, theirs, ours / theirs, limit)


def against(name: str, ours: float, most: float, unit: str = "ms", remark: str = "") -> Figure:
    """Return a figure that may be so much and no more."""
    return Figure(name, ours, most, ours / most, 1.0, unit, remark, theirs_is_measured=False)


def p95(values: Sequence[float]) -> float:
    """Return what 95 of 100 values stay below."""
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def in_pairs(ours: Callable[[], Times], theirs: Callable[[], Times], rounds: int) -> list[tuple[Times, Times]]:
    """Measure both in turn, first one and then the other first; the first round only warms up."""
    pairs = []
    for number in range(rounds + 1):
        first, second = (ours, theirs) if number % 2 else (theirs, ours)
        one, other = first(), second()
        pairs.append((one, other) if number % 2 else (other, one))
    return pairs[1:]
