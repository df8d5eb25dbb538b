"""Two years of a committee side by side: goals with what came of them, figures, and the form of cooperation."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from medreview.domain.cooperation import Cooperation
from medreview.domain.difference import Changed, differences, told_fields
from medreview.domain.dossier import Dossier, in_order
from medreview.domain.figures import Change
from medreview.domain.folding import fold
from medreview.domain.goal import Goal
from medreview.domain.history import GoalYear, by_id, chain
from medreview.domain.status import Better, Figure, Indicator, Status

_APV: Final = ("apv_raised", "apv_solved", "apv_planned", "apv_done", "apv_open")
_LOOKED_BACK: Final = "judged"
"""How the cooperation itself went is no part of its form."""


@dataclass(frozen=True)
class GoalPair:
    """A goal of both years in one row; one side is None where the goal ended before or is new."""

    before: GoalYear | None
    after: GoalYear | None

    @property
    def newest(self) -> Goal:
        """The goal as it was set last."""
        year = self.after or self.before
        if year is None:
            raise LookupError("a pair of nothing")
        return year.goal


@dataclass(frozen=True)
class FigurePair:
    """A key figure as each year's review knew it last."""

    indicator: Indicator
    before: Figure | None
    after: Figure | None

    @property
    def is_same(self) -> bool:
        """Whether no newer figure has come: both reviews know the figure of the same year."""
        return self.before is not None and self.after is not None and self.before.year == self.after.year

    @property
    def change(self) -> Change | None:
        """What has changed; None where one of the two is missing or both are the same figure."""
        before, after = self.before, self.after
        if self.is_same or before is None or after is None or before.value is None or after.value is None:
            return None
        is_lower = after.value < before.value
        is_better = None if after.value == before.value else is_lower is (self.indicator.better is Better.LOWER)
        return Change(after.year, after.value, before.year, before.value, is_better)


@dataclass(frozen=True)
class CountPair:
    """A count of the workplace assessment in both years; None where nobody noted it."""

    field: str
    """The field of `Status`."""
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Comparison:
    """Two years of a committee, the earlier one `before`."""

    before: Dossier
    after: Dossier
    goals: tuple[GoalPair, ...]
    figures: tuple[FigurePair, ...]
    counts: tuple[CountPair, ...]
    form: tuple[Changed, ...]
    """What differs in the form of cooperation."""
    unchanged: tuple[str, ...]
    """The fields of `Cooperation` that say the same in both years."""


def compare(before: Dossier, after: Dossier, known: Iterable[GoalYear]) -> Comparison:
    """Return two years of a committee side by side.

    `known` are all goals of the committee, through which a chain leads from one year to the other, with what later
    reviews say of them.
    """
    years = {one.goal.id: one for one in known}
    form = tuple(one for one in differences(before, after, ("cooperation",)) if isinstance(one, Changed))
    return Comparison(
        before,
        after,
        tuple(_goals(before, after, years)),
        tuple(_figures(before, after)),
        tuple(_counts(before.status, after.status)),
        tuple(one for one in form if one.field != _LOOKED_BACK),
        tuple(_unchanged(before.cooperation, after.cooperation)),
    )


def _goals(before: Dossier, after: Dossier, known: Mapping[UUID, GoalYear]) -> Iterator[GoalPair]:
    """The earlier year's goals in their order, each beside the one that carries it on, then the new ones."""
    goals = by_id(year.goal for year in known.values())
    earlier = by_id(in_order(before.open_goals))
    carried: dict[UUID, Goal] = {}
    new = []
    for goal in in_order(after.open_goals):
        origin = next((one.id for one in chain(goal, goals) if one.id in earlier and one.id not in carried), None)
        if origin is None:
            new.append(goal)
        else:
            carried[origin] = goal
    for goal in earlier.values():
        later = carried.get(goal.id)
        yield GoalPair(_year(goal, known), _year(later, known) if later else None)
    yield from (GoalPair(None, _year(goal, known)) for goal in new)


def _year(goal: Goal, known: Mapping[UUID, GoalYear]) -> GoalYear:
    """The goal as its own review has it, with what is known of it since."""
    return replace(known[goal.id], goal=goal) if goal.id in known else GoalYear(goal, None)


def _figures(before: Dossier, after: Dossier) -> Iterator[FigurePair]:
    """The later year's key figures, then those that only the earlier one followed."""
    earlier = {_name(one): one for one in in_order(before.indicators) if _name(one)}
    gap = after.review.year - before.review.year
    for indicator in in_order(after.indicators):
        if not _name(indicator):
            continue
        same = earlier.pop(_name(indicator), None)
        newest = _newest(after.figures_of(indicator))
        was = _newest(before.figures_of(same)) if same else None
        if was is None and newest is not None:
            was = _newest(one for one in after.figures_of(indicator) if one.year <= newest.year - gap)
        yield FigurePair(indicator, was, newest)
    for indicator in earlier.values():
        yield FigurePair(indicator, _newest(before.figures_of(indicator)), None)


def _name(indicator: Indicator) -> str:
    """What tells a key figure from others through the years: its name and unit, however they are written."""
    name = " ".join(fold(indicator.name).split())
    return f"{name} {' '.join(fold(indicator.unit).split())}" if name else ""


def _newest(figures: Iterable[Figure]) -> Figure | None:
    return max((one for one in figures if one.value is not None), key=lambda one: one.year, default=None)


def _counts(before: Status, after: Status) -> Iterator[CountPair]:
    for field in _APV:
        one, other = getattr(before, field), getattr(after, field)
        if one is not None or other is not None:
            yield CountPair(field, one, other)


def _unchanged(before: Cooperation, after: Cooperation) -> Iterator[str]:
    fields = Cooperation.model_fields
    for name in told_fields(Cooperation):
        value = getattr(after, name)
        if name != _LOOKED_BACK and value == getattr(before, name) and value != fields[name].default:
            yield name
