"""Committees: set up, listed, and looked at as a whole."""

from uuid import uuid4

import pytest

from medreview.domain.attendance import Attendance
from medreview.domain.committee import Committee, Member, Role, Side
from medreview.domain.errors import InvalidField, Refusal
from medreview.operations import committees, edit, reviews
from medreview.operations.archives import Archive
from tests.builders import YEAR, a_committee, a_member, members_of
from tests.operations.worlds import a_started_review, a_stored_committee, approved


def test_a_committee_is_listed_and_looked_at(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    overview = committees.overview(archive, committee.id)
    assert committees.list_committees(archive) == [committee]
    assert [member.name for member in overview.members] == [member.name for member in members_of(committee)]
    assert (overview.reviews, overview.newest) == ((), None)


def test_setting_up_says_what_changed(archive: Archive) -> None:
    committee = a_committee()
    changes = committees.create_committee(archive, committee)
    assert changes.committee_id == committee.id
    assert changes.touches(Committee)
    assert not changes.touches(Member)


def test_a_name_stands_once_in_a_municipality(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    with pytest.raises(Refusal, match="committee_exists"):
        committees.create_committee(archive, a_committee())
    committees.create_committee(archive, a_committee(municipality="Sydø Kommune"))
    assert committee in committees.list_committees(archive)


def test_a_committee_that_is_gone(archive: Archive) -> None:
    with pytest.raises(Refusal, match="gone"):
        committees.overview(archive, uuid4())


def test_the_overview_holds_the_newest_review(archive: Archive) -> None:
    first = approved(archive, a_started_review(archive))
    second = reviews.start_review(archive, first.committee.id, YEAR + 1)
    overview = committees.overview(archive, first.committee.id)
    assert [review.year for review in overview.reviews] == [YEAR + 1, YEAR]
    assert overview.newest is not None
    assert overview.newest.review == second.review


def test_a_new_member_is_on_the_attendance_lists_that_are_still_open(archive: Archive) -> None:
    first = approved(archive, a_started_review(archive))
    second = reviews.start_review(archive, first.committee.id, YEAR + 1)
    late = a_member(first.committee, "Signe Toft", Role.EMPLOYEE, position=6)
    changes = committees.add_member(archive, late)
    assert changes.touches(Attendance)
    assert late.id in {one.member_id for one in reviews.load(archive, second.review.id).attendance}
    assert reviews.load(archive, first.review.id) == first


def test_all_committees_with_their_newest_review(archive: Archive) -> None:
    first = a_started_review(archive)
    second = reviews.start_review(archive, first.committee.id, YEAR + 1)
    empty = a_committee(name="Depot-MED")
    committees.create_committee(archive, empty)
    assert committees.list_newest(archive) == [(empty, None), (first.committee, second.review)]


def test_who_sits_on_the_side_of_their_role_follows_it(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    employee = committees.overview(archive, committee.id).members[4]
    committees.change_member(archive, employee, role=Role.SUPERVISOR)
    changed = committees.overview(archive, committee.id).members[4]
    assert (changed.role, changed.side) == (Role.SUPERVISOR, Side.MANAGEMENT)
    committees.change_member(archive, changed, side=Side.EMPLOYEES)
    committees.change_member(archive, committees.overview(archive, committee.id).members[4], role=Role.MANAGEMENT)
    assert committees.overview(archive, committee.id).members[4].side is Side.EMPLOYEES


def test_a_committee_takes_no_name_that_another_of_the_municipality_has(archive: Archive) -> None:
    first, second, elsewhere = a_committee(), a_committee(name="Depot-MED"), a_committee(municipality="Sydø Kommune")
    for one in (first, second, elsewhere):
        committees.create_committee(archive, one)
    with pytest.raises(InvalidField, match="committee_exists") as refusal:
        edit.change(archive, second, name=first.name)
    assert refusal.value.field == "name"
    with pytest.raises(InvalidField, match="committee_exists"):
        edit.change(archive, elsewhere, municipality=first.municipality)
    edit.change(archive, first, name=first.name, level_name="Lokalt")
    edit.change(archive, second, name="Lokal-MED Vest")
    names = {(one.municipality, one.name) for one in committees.list_committees(archive)}
    assert len(names) == 3
    assert (second.municipality, "Lokal-MED Vest") in names
