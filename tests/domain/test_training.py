"""Training owed to members of the organisation: who, by when, how many days, and what is missing."""

from datetime import date
from decimal import Decimal

import pytest

from medreview.domain.committee import Role
from medreview.domain.expertise import Training
from medreview.domain.training import TrainingDue, training_due
from tests.builders import a_committee, a_member, an_empty_dossier

DAY = date(2026, 11, 24)


def due(
    joined: date | None = None,
    mandatory: date | None = None,
    offered: str | None = None,
    taken: str | None = None,
    day: date = DAY,
) -> TrainingDue:
    """Return what one AMR is owed."""
    member = a_member(
        a_committee(), "Mia Holm", Role.SAFETY_REPRESENTATIVE, joined=joined, mandatory_training_on=mandatory
    )
    tally = Training(
        review_id=member.committee_id,
        member_id=member.id,
        offered=None if offered is None else Decimal(offered),
        taken=None if taken is None else Decimal(taken),
    )
    (one,) = training_due([member], [tally], day)
    return one


def test_only_members_of_the_organisation_are_owed_training() -> None:
    dossier = an_empty_dossier()
    owed = training_due(dossier.members, dossier.training, DAY)
    assert [one.member.role for one in owed] == [Role.SUPERVISOR, Role.SAFETY_REPRESENTATIVE]


@pytest.mark.parametrize(
    "values",
    [{"vacant": True}, {"left": date(2026, 1, 31)}, {"joined": date(2027, 1, 1)}],
    ids=["vacant", "left", "not joined yet"],
)
def test_a_seat_without_a_holder_is_owed_nothing(values: dict[str, object]) -> None:
    member = a_member(a_committee(), "", Role.SAFETY_REPRESENTATIVE, **values)
    assert training_due([member], [], DAY) == ()


@pytest.mark.parametrize(
    ("joined", "day", "year", "days"),
    [
        (date(2026, 3, 1), date(2026, 3, 1), 1, "2"),
        (date(2026, 3, 1), date(2027, 2, 28), 1, "2"),
        (date(2026, 3, 1), date(2027, 3, 1), 2, "1.5"),
        (date(2019, 8, 1), date(2026, 11, 24), 8, "1.5"),
        (date(2024, 2, 29), date(2025, 2, 28), 1, "2"),
        (date(2024, 2, 29), date(2025, 3, 1), 2, "1.5"),
        (None, date(2026, 11, 24), None, "1.5"),
    ],
)
def test_days_owed_in_each_function_year(joined: date | None, day: date, year: int | None, days: str) -> None:
    one = due(joined=joined, day=day)
    assert one.function_year == year
    assert one.days == Decimal(days)


@pytest.mark.parametrize(
    ("joined", "mandatory", "by", "overdue"),
    [
        pytest.param(date(2026, 8, 24), None, date(2026, 11, 24), False, id="last day"),
        pytest.param(date(2026, 8, 23), None, date(2026, 11, 23), True, id="a day late"),
        pytest.param(date(2026, 11, 1), None, date(2027, 2, 1), False, id="over the turn of the year"),
        pytest.param(date(2025, 11, 30), None, date(2026, 2, 28), True, id="a shorter month"),
        pytest.param(date(2020, 1, 1), date(2020, 2, 3), None, False, id="completed"),
        pytest.param(None, None, None, False, id="day of joining not known"),
    ],
)
def test_mandatory_training_within_three_months(
    joined: date | None, mandatory: date | None, by: date | None, overdue: bool
) -> None:
    one = due(joined=joined, mandatory=mandatory)
    assert one.mandatory_by == by
    assert one.mandatory_overdue is overdue


@pytest.mark.parametrize(
    ("offered", "taken", "not_offered", "not_taken"),
    [
        (None, None, "1.5", "1.5"),
        ("1.5", "1", "0", "0.5"),
        ("1", "0.5", "0.5", "1"),
        (None, "1.5", "0", "0"),
        ("0", "2", "0", "0"),
    ],
)
def test_days_missing_against_those_offered_and_taken(
    offered: str | None, taken: str | None, not_offered: str, not_taken: str
) -> None:
    one = due(offered=offered, taken=taken)
    assert (one.not_offered, one.not_taken) == (Decimal(not_offered), Decimal(not_taken))


def test_a_member_without_a_tally_is_owed_everything() -> None:
    member = a_member(a_committee(), "Åse Bæk", Role.SUPERVISOR)
    (one,) = training_due([member], [], DAY)
    assert (one.not_offered, one.not_taken) == (Decimal("1.5"), Decimal("1.5"))
