"""The annual wheel: months of a matter, and a year at a glance."""

from datetime import date
from uuid import uuid4

import pytest
from pydantic import ValidationError

from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.decision import Action
from medreview.domain.review import Meeting
from medreview.domain.wheel import Wheel, WheelMatter, planned_year
from tests.builders import YEAR, a_full_dossier, a_goal

COMMITTEE = uuid4()
REVIEW = uuid4()


def matter(*months: int, text: str = "Fravær", position: int = 0, fixed: bool = False) -> WheelMatter:
    return WheelMatter(committee_id=COMMITTEE, text=text, months=months, position=position, fixed=fixed)


@pytest.mark.parametrize("given", [(8, 2, 2, 5), [5, 8, 2], "2 5 8", " 8  5 2 "])
def test_months_are_in_order_and_once(given: object) -> None:
    assert WheelMatter.model_validate({"committee_id": COMMITTEE, "months": given}).months == (2, 5, 8)


@pytest.mark.parametrize("given", [(), "", (0,), (13,), "1 x", (1,) * 13, None, 5])
def test_what_is_no_month_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        WheelMatter.model_validate({"committee_id": COMMITTEE, "months": given})


@pytest.mark.parametrize(
    ("months", "month", "by", "moved"),
    [
        ((3,), 3, 1, (4,)),
        ((3,), 3, -1, (2,)),
        ((12,), 12, 1, (1,)),
        ((1,), 1, -1, (12,)),
        ((2, 3, 5), 2, 1, (3, 4, 5)),
        (tuple(range(1, 13)), 4, 1, tuple(range(1, 13))),
    ],
)
def test_moving_goes_round_the_year_and_past_months_it_is_in(
    months: tuple[int, ...], month: int, by: int, moved: tuple[int, ...]
) -> None:
    assert matter(*months).moved(month, by) == moved


def test_taking_out_of_one_month_leaves_the_others() -> None:
    assert matter(2, 5).without(5) == (2,)
    assert matter(2).without(2) == ()


def test_a_year_has_its_matters_with_those_of_all_first() -> None:
    own, late, early = matter(2), matter(2, 8, position=5, fixed=True), matter(2, position=3, fixed=True)
    months = Wheel((own, late, early)).year(YEAR)
    assert [month.number for month in months] == list(range(1, 13))
    assert months[1].matters == (early, late, own)
    assert months[7].matters == (late,)
    assert [month.number for month in months if not month.is_empty] == [2, 8]


def test_a_day_stands_once_as_the_date_of_the_review() -> None:
    day = date(YEAR, 11, 24)
    planned = PlannedMeeting(review_id=REVIEW, held_on=day, place="Kantinen")
    held = Meeting(review_id=uuid4(), held_on=day, place="Store sal")
    undated = PlannedMeeting(review_id=REVIEW)
    another = PlannedMeeting(review_id=REVIEW, held_on=date(YEAR, 11, 3))
    months = Wheel(meetings=(planned, held, undated, another)).year(YEAR)
    assert [(one.day.day, one.step, one.text) for one in months[10].meetings] == [
        (3, "cooperation", ""),
        (24, "preparation", "Store sal"),
    ]
    assert all(month.is_empty for month in Wheel(meetings=(planned, held)).year(YEAR + 1))


def test_deadlines_are_what_is_open_in_the_newest_review() -> None:
    dossier = a_full_dossier()
    goal = a_goal(dossier, "Færre ulykker", runs_until=date(YEAR + 1, 6, 30), responsible="TRIO")
    action = Action(review_id=dossier.review.id, what="Støj", due=date(YEAR + 1, 6, 1))
    dossier = dossier.model_copy(update={"goals": (goal,), "actions": (action,), "activities": ()})
    june = Wheel(newest=dossier).year(YEAR + 1)[5]
    assert [(one.text, one.who, one.step) for one in june.deadlines] == [
        ("Støj", "", "decisions"),
        ("Færre ulykker", "TRIO", "goals"),
    ]


def test_a_review_plans_the_year_of_most_of_its_meetings() -> None:
    dossier = a_full_dossier()
    days = [date(YEAR, 12, 8), date(YEAR + 2, 2, 9), date(YEAR + 2, 5, 4)]
    meetings = tuple(PlannedMeeting(review_id=REVIEW, held_on=day) for day in days)
    assert planned_year(dossier.model_copy(update={"planned_meetings": meetings})) == YEAR + 2
    assert planned_year(dossier.model_copy(update={"planned_meetings": ()})) == YEAR + 1
