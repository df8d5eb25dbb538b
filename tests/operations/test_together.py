"""Things that are stored together: all of them, in an order that the archive can take, or none."""

from datetime import date

import pytest

from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member, Role
from medreview.domain.errors import InvalidField, Refusal
from medreview.domain.goal import Activity, Goal
from medreview.domain.review import Meeting
from medreview.operations import committees, edit, reviews
from medreview.operations.archives import Archive


@pytest.fixture
def committee(archive: Archive) -> Committee:
    """A committee with two members."""
    committee = Committee(municipality="Nordø Kommune", name="Lokal-MED Strandhaven")
    committees.create_committee(archive, committee)
    names = ("Karen Lund", "Bo Ørsted")
    committees.add_member(archive, *(Member(committee_id=committee.id, name=name) for name in names))
    return committee


def test_an_activity_may_be_named_before_its_goal(archive: Archive, committee: Committee) -> None:
    dossier = reviews.start_review(archive, committee.id, 2026)
    goal = Goal(committee_id=committee.id, year=2026, text="Ro")
    changes = edit.add(archive, goal, Activity(goal_id=goal.id, what="Filt"))
    assert changes.touches(Goal)
    first, second = Goal(committee_id=committee.id, year=2026, text="Luft"), Activity(goal_id=goal.id, what="Stole")
    edit.add(archive, second, first, Activity(goal_id=first.id, what="Vinduer"))
    assert len(reviews.load(archive, dossier.review.id).activities) == 3


def test_changed_things_are_stored_together(archive: Archive, committee: Committee) -> None:
    dossier = reviews.start_review(archive, committee.id, 2026)
    changed: list[Entity] = [
        dossier.content.model_copy(update={"plan": "Ro"}),
        dossier.meetings[0].model_copy(update={"held_on": date(2026, 11, 24)}),
    ]
    changes = edit.replace(archive, *changed)
    assert changes.review_id == dossier.review.id
    now = reviews.load(archive, dossier.review.id)
    assert [now.content, now.meetings[0]] == changed


def test_one_bad_value_stores_none(archive: Archive, committee: Committee) -> None:
    dossier = reviews.start_review(archive, committee.id, 2026)
    plan = dossier.content.model_copy(update={"plan": "Ro"})
    with pytest.raises(InvalidField):
        edit.replace(archive, plan, dossier.cooperation.model_copy(update={"meetings": 99}))
    with pytest.raises(Refusal, match="gone"):
        edit.replace(archive, plan, Meeting(review_id=dossier.review.id))
    assert reviews.load(archive, dossier.review.id).content.plan == ""


def test_a_further_date_has_the_same_members_on_its_list(archive: Archive, committee: Committee) -> None:
    dossier = reviews.start_review(archive, committee.id, 2026)
    newcomer = Member(committee_id=committee.id, name="Mia Holm", role=Role.SAFETY_REPRESENTATIVE)
    committees.add_member(archive, newcomer)
    meeting = Meeting(review_id=dossier.review.id, position=1)
    reviews.add_meeting(archive, meeting)
    now = reviews.load(archive, dossier.review.id)
    lists = [{member.name for member, _ in now.attendance_at(one)} for one in now.meetings]
    assert lists == [{"Karen Lund", "Bo Ørsted", "Mia Holm"}] * 2


def test_an_activity_of_a_goal_that_is_gone_is_refused(archive: Archive, committee: Committee) -> None:
    reviews.start_review(archive, committee.id, 2026)
    goal = Goal(committee_id=committee.id, year=2026, text="Ro")
    with pytest.raises(Refusal, match="gone"):
        edit.add(archive, Activity(goal_id=goal.id, what="Filt"))


def test_the_same_thing_twice_is_refused(archive: Archive, committee: Committee) -> None:
    dossier = reviews.start_review(archive, committee.id, 2026)
    with pytest.raises(Refusal, match="already_there"):
        edit.add(archive, dossier.meetings[0])
