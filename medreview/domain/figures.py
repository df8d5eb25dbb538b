"""The arithmetic of goals and key figures, exact and unrounded; how many decimals to show is the screen's matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from medreview.domain.status import Better, Figure

WORKING_DAYS: Final = 227
"""Working days in a year of a full-time post, as municipalities count sickness absence."""

BLOCKS: Final = "_▄█"
"""Low, middle and high, of characters that the fonts of every terminal have; finer blocks are not among them."""

GAP: Final = " "


class Direction(Enum):
    """Which way a goal wants its figure to go."""

    DOWN = "down"
    UP = "up"
    HOLD = "hold"


@dataclass(frozen=True)
class Progress:
    """A goal's three figures and what follows from them; None wherever a figure is missing."""

    baseline: Decimal | None
    target: Decimal | None
    reached: Decimal | None

    @property
    def direction(self) -> Direction | None:
        """The way from the baseline to the target."""
        if self.baseline is None or self.target is None:
            return None
        if self.target == self.baseline:
            return Direction.HOLD
        return Direction.UP if self.target > self.baseline else Direction.DOWN

    @property
    def change_points(self) -> Decimal | None:
        """Reached less baseline, in the unit of the figures."""
        return _difference(self.reached, self.baseline)

    @property
    def change_percent(self) -> Decimal | None:
        """The change in per cent of the baseline; None for a baseline of 0."""
        return _percent(self.change_points, self.baseline)

    @property
    def distance(self) -> Decimal | None:
        """Reached less target, in the unit of the figures."""
        return _difference(self.reached, self.target)

    @property
    def is_reached(self) -> bool | None:
        """Whether the figure is at the target or beyond it; a figure to hold must be exactly there."""
        distance, direction = self.distance, self.direction
        if distance is None:
            return None
        if distance == 0:
            return True
        beyond = {Direction.UP: distance > 0, Direction.DOWN: distance < 0, Direction.HOLD: False}
        return None if direction is None else beyond[direction]

    @property
    def share_percent(self) -> Decimal | None:
        """How much of the way from baseline to target is covered: 100 at the target, negative the wrong way."""
        way = _difference(self.target, self.baseline)
        change = self.change_points
        return None if way is None or way == 0 or change is None else change / way * 100


@dataclass(frozen=True)
class Change:
    """An indicator's newest value against the nearest earlier year that has one."""

    year: int
    value: Decimal
    since: int
    before: Decimal
    is_better: bool | None
    """None when nothing changed."""

    @property
    def points(self) -> Decimal:
        """The change in the indicator's unit."""
        return self.value - self.before

    @property
    def percent(self) -> Decimal | None:
        """The change in per cent of the earlier value; None where that is 0."""
        return _percent(self.points, self.before)


def change_of(figures: Iterable[Figure], better: Better) -> Change | None:
    """Return how the newest value differs from the one before; None with fewer than two values."""
    known = sorted((figure.year, figure.value) for figure in figures if figure.value is not None)
    if len(known) < 2:
        return None
    (since, before), (year, value) = known[-2:]
    is_better = None if value == before else (value < before) is (better is Better.LOWER)
    return Change(year, value, since, before, is_better)


def days_per_post(percent: Decimal) -> Decimal:
    """Return sickness absence in days per full-time post and year: 5.3 % is 12.0 days."""
    return percent * WORKING_DAYS / 100


def yearly(figures: Iterable[Figure]) -> tuple[Decimal | None, ...]:
    """Return one value for every year from the first to the last, None where a year has none."""
    values = {figure.year: figure.value for figure in figures}
    return tuple(values.get(year) for year in range(min(values), max(values) + 1)) if values else ()


def trend(values: Sequence[Decimal | None]) -> str:
    """Return a picture of the values, one block each from the lowest to the highest; a gap for a missing one."""
    known = [value for value in values if value is not None]
    if not known:
        return GAP * len(values)
    low, span = min(known), max(known) - min(known)
    return "".join(GAP if value is None else _block(value - low, span) for value in values)


def _block(height: Decimal, span: Decimal) -> str:
    """Equal values stand at middle height: they are neither low nor high."""
    share = height / span if span else Decimal("0.5")
    return BLOCKS[min(int(share * len(BLOCKS)), len(BLOCKS) - 1)]


def _difference(value: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if value is None or other is None else value - other


def _percent(points: Decimal | None, base: Decimal | None) -> Decimal | None:
    """A negative base keeps the sign of the change."""
    return None if points is None or not base else points / abs(base) * 100
