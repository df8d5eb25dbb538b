"""The annual wheel (*årshjul*): what a committee takes up in which month, beside its meetings and its deadlines.

The wheel is the committee's and goes round every year; no review holds it, and no approval seals it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Field

from medreview.domain.base import Entity, Line, Position
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.dossier import Dossier
from medreview.domain.due import deadlines
from medreview.domain.months import MONTHS
from medreview.domain.review import Meeting


def _split(value: object) -> object:
    """Return the months of a text as the archive keeps them, "2 5 8 11", one by one."""
    return value.split() if isinstance(value, str) else value


def _in_order(months: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(months)))


Months = Annotated[
    tuple[Annotated[int, Field(ge=MONTHS.start, lt=MONTHS.stop)], ...],
    Field(min_length=1, max_length=len(MONTHS)),
    BeforeValidator(_split),
    AfterValidator(_in_order),
]
"""One month or several, from 1 to 12, each once and in order."""


class WheelMatter(Entity):
    """A matter that comes back every year, in one month or in several."""

    committee_id: UUID
    position: Position = 0
    text: Line = ""
    months: Months = (1,)
    fixed: bool = False
    """Whether all committees take it up; otherwise it is this committee's own."""

    def moved(self, month: int, by: int) -> tuple[int, ...]:
        """Return its months where that month becomes the next (1) or the one before (-1) in which it is not yet."""
        others = set(self.months) - {month}
        moved = month
        while True:
            moved = (moved - 1 + by) % len(MONTHS) + 1
            if moved not in others:
                return tuple(sorted(others | {moved}))

    def without(self, month: int) -> tuple[int, ...]:
        """Return the other months in which it is taken up."""
        return tuple(one for one in self.months if one != month)


@dataclass(frozen=True)
class Dated:
    """A meeting or a deadline: when it is, and where in which review it is written."""

    entity: Entity
    review_id: UUID
    step: str
    day: date
    text: str = ""
    """What is to be done; of a meeting its place."""
    starts: time | None = None
    who: str = ""


@dataclass(frozen=True)
class WheelMonth:
    """What there is in one month of one year."""

    number: int
    matters: tuple[WheelMatter, ...] = ()
    """Those of all committees first."""
    meetings: tuple[Dated, ...] = ()
    deadlines: tuple[Dated, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.matters or self.meetings or self.deadlines)


@dataclass(frozen=True)
class Wheel:
    """A committee's matters, the dates of all its reviews and meeting plans, and its newest review."""

    matters: tuple[WheelMatter, ...] = ()
    meetings: tuple[Meeting | PlannedMeeting, ...] = ()
    newest: Dossier | None = None

    @property
    def in_order(self) -> tuple[WheelMatter, ...]:
        """Its matters, those of all committees first."""
        return tuple(sorted(self.matters, key=lambda one: (not one.fixed, one.position)))

    def year(self, year: int) -> tuple[WheelMonth, ...]:
        """Return the twelve months of a year.

        Deadlines are those of the newest review, which has carried on all that is open.
        """
        meetings = _meetings(self.meetings)
        due = list(_deadlines(self.newest)) if self.newest else []
        return tuple(
            WheelMonth(
                month,
                tuple(one for one in self.in_order if month in one.months),
                tuple(_within(year, month, meetings)),
                tuple(_within(year, month, due)),
            )
            for month in MONTHS
        )


def planned_year(review: Dossier) -> int:
    """Return the year that a review plans: that of most of its planned meetings, without any the one after its own."""
    years = Counter(one.held_on.year for one in review.planned_meetings if one.held_on)
    return max(years, key=lambda year: (years[year], year)) if years else review.review.year + 1


def _meetings(known: Iterable[Meeting | PlannedMeeting]) -> list[Dated]:
    """A day stands once: as the date of a review where it is one, otherwise as it was planned."""
    found: dict[date, Dated] = {}
    for one in sorted(known, key=lambda one: isinstance(one, PlannedMeeting)):
        if one.held_on:
            step = "cooperation" if isinstance(one, PlannedMeeting) else "preparation"
            dated = Dated(one, one.review_id, step, one.held_on, one.place, one.starts)
            found.setdefault(one.held_on, dated)
    return list(found.values())


def _deadlines(review: Dossier) -> Iterator[Dated]:
    for one in deadlines(review):
        yield Dated(one.entity, review.review.id, one.step, one.day, one.text, who=one.responsible)


def _within(year: int, month: int, dated: Iterable[Dated]) -> list[Dated]:
    return sorted((one for one in dated if (one.day.year, one.day.month) == (year, month)), key=lambda one: one.day)
