"""What home shows of a committee, in plain values: it can be kept, and shown before the models are loaded.

These are tuples with names, which a start makes in a third of the time that frozen dataclasses take.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final, NamedTuple, NewType
from uuid import UUID

YearKey = NewType("YearKey", str)
"""How far a review is, by the key of its word: `State.APPROVED`."""
StepKey = NewType("StepKey", str)
"""How far a step is, by the key of its word: `StepState.EMPTY`."""
GoingKey = NewType("GoingKey", str)
"""How a goal is going, or what was judged of it, by the key of its word: `Course.STUCK`, `Outcome.MET`."""

APPROVED: Final = YearKey("State.APPROVED")

SOON: Final = timedelta(days=30)


class DueItem(NamedTuple):
    """Something with a date: an action, an activity, a goal, reasons that are owed."""

    text: str
    responsible: str
    due: date
    followed: UUID | None = None
    """The goal or action that is followed up, of an activity its goal."""

    def is_overdue(self, today: date) -> bool:
        """Return whether its day is past."""
        return self.due < today


class NextMeeting(NamedTuple):
    """When and where the committee meets."""

    day: date
    starts: time | None
    place: str


class StepGlance(NamedTuple):
    """How far a step has come, and its short name by language."""

    state: StepKey
    names: Mapping[str, str]


class GoalGlance(NamedTuple):
    """A goal with its figures, and how it is going; None for a new one."""

    text: str
    going: GoingKey | None
    baseline: Decimal | None
    target: Decimal | None
    unit: str


class YearGlance(NamedTuple):
    """A review: its year and how far it has come."""

    year: int
    state: YearKey


class MatterGlance(NamedTuple):
    """A matter of the annual wheel and its months."""

    text: str
    months: tuple[int, ...]


class Glance(NamedTuple):
    """A committee at a glance; of its newest review the steps, open goals and dates."""

    committee_id: UUID
    name: str
    level_name: str
    municipality: str
    years: tuple[YearGlance, ...] = ()
    """Newest first."""
    steps: tuple[StepGlance, ...] = ()
    goals: tuple[GoalGlance, ...] = ()
    meetings: tuple[NextMeeting, ...] = ()
    open_items: tuple[DueItem, ...] = ()
    """All that is open and has a day."""
    matters: tuple[MatterGlance, ...] = ()
    """Those of all committees first."""
    busy_days: tuple[date, ...] = ()
    """Days of any year with a meeting or a deadline."""

    @property
    def newest(self) -> YearGlance | None:
        """The newest review."""
        return self.years[0] if self.years else None

    def matters_of(self, month: int) -> tuple[MatterGlance, ...]:
        """Return what is taken up in a month of every year."""
        return tuple(one for one in self.matters if month in one.months)

    def is_empty(self, year: int, month: int) -> bool:
        """Return whether there is nothing at all in a month."""
        return not self.matters_of(month) and (year, month) not in {(one.year, one.month) for one in self.busy_days}


def due_now(items: Iterable[DueItem], today: date) -> tuple[DueItem, ...]:
    """Return what is overdue or due within 30 days, the oldest first."""
    return tuple(sorted((one for one in items if one.due <= today + SOON), key=lambda one: one.due))


def next_of(meetings: Iterable[NextMeeting], today: date) -> NextMeeting | None:
    """Return the next meeting; one that is today is."""
    return min((one for one in meetings if one.day >= today), key=lambda one: one.day, default=None)
