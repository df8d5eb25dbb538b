"""The training a member of the work-environment organisation is owed (arbejdsmiljøloven § 9, BEK 1838/2023; L5).

The employer must *offer* the supplementary training; days not used within the function year lapse.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from medreview.domain.committee import Member
from medreview.domain.expertise import Training

MANDATORY_WITHIN_MONTHS: Final = 3
FIRST_YEAR_DAYS: Final = Decimal(2)
LATER_YEAR_DAYS: Final = Decimal("1.5")


@dataclass(frozen=True)
class TrainingDue:
    """What one member is owed on a day, and how much of it is missing; all figures are days of training."""

    member: Member
    function_year: int | None
    """1 in the first twelve months after joining; None when the day of joining is not known."""
    mandatory_by: date | None
    """The day by which the mandatory training must be completed; None when it is, or when joining is not known."""
    mandatory_overdue: bool
    days: Decimal
    not_offered: Decimal
    not_taken: Decimal


def training_due(members: Iterable[Member], training: Iterable[Training], day: date) -> tuple[TrainingDue, ...]:
    """Return what each member of the organisation is owed who holds a seat on that day."""
    tallies = {one.member_id: one for one in training}
    return tuple(
        _due(member, tallies.get(member.id), day)
        for member in members
        if member.role.is_in_organisation and not member.vacant and member.sits_on(day)
    )


def _due(member: Member, tally: Training | None, day: date) -> TrainingDue:
    function_year = None if member.joined is None else _full_years(member.joined, day) + 1
    days = FIRST_YEAR_DAYS if function_year == 1 else LATER_YEAR_DAYS
    mandatory_by = _mandatory_by(member)
    taken = (tally and tally.taken) or Decimal(0)
    offered = max((tally and tally.offered) or Decimal(0), taken)
    return TrainingDue(
        member=member,
        function_year=function_year,
        mandatory_by=mandatory_by,
        mandatory_overdue=mandatory_by is not None and day > mandatory_by,
        days=days,
        not_offered=max(days - offered, Decimal(0)),
        not_taken=max(days - taken, Decimal(0)),
    )


def _mandatory_by(member: Member) -> date | None:
    if member.joined is None or member.mandatory_training_on is not None:
        return None
    return _months_after(member.joined, MANDATORY_WITHIN_MONTHS)


def _months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _full_years(since: date, day: date) -> int:
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))
