"""The first review ever: the template's agenda, the seats, and no goals, which is lawful."""

from datetime import date

import pytest

from medreview.domain.attendance import Presence
from medreview.domain.carry_over import first_review
from medreview.domain.committee import Role
from medreview.domain.review import State
from tests.builders import STEPS, YEAR, a_committee, a_member, a_template, an_empty_dossier, members_of


def test_the_first_review_ever_has_no_goals_to_look_back_on() -> None:
    first = an_empty_dossier()
    assert first.review.previous_year is None
    assert first.review.state is State.PREPARING
    assert (first.last_goals, first.evaluations, first.goals) == ((), (), ())
    assert first.held_on is None


def test_the_agenda_is_the_template_s_in_its_language() -> None:
    agenda = an_empty_dossier(language="sv").agenda
    titles = ["approval of the agenda", *(f"item {step}" for step in STEPS[1:]), "any other business"]
    assert [item.title for item in agenda] == [f"{title} (sv)" for title in titles]
    assert [item.step for item in agenda] == [None, *STEPS[1:], None]
    assert [item.position for item in agenda] == list(range(len(titles)))
    assert agenda[1].minutes == 10


def test_seats_get_a_line_for_attendance_and_the_organisation_one_for_training() -> None:
    committee = a_committee()
    former = a_member(committee, "Jens Toft", Role.SUPERVISOR, left=date(YEAR, 1, 31))
    members = members_of(committee)
    dossier = first_review(committee, iter((*members, former)), a_template(), YEAR, "da")
    assert dossier.members == (*members, former)
    assert [one.member_id for one in dossier.attendance] == [member.id for member in members]
    assert {one.presence for one in dossier.attendance} == {Presence.UNKNOWN}
    assert [one.member_id for one in dossier.training] == [members[1].id, members[3].id]


@pytest.mark.parametrize(
    ("left", "seated"),
    [
        (None, True),
        (date(YEAR, 12, 30), False),
        (date(YEAR, 12, 31), True),
        (date(YEAR + 1, 1, 31), True),
    ],
)
def test_who_leaves_within_the_year_gets_no_line(left: date | None, seated: bool) -> None:
    committee = a_committee()
    member = a_member(committee, "Jens Toft", Role.EMPLOYEE, left=left)
    assert bool(first_review(committee, [member], a_template(), YEAR, "da").attendance) is seated
