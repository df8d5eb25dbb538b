"""The meeting begins, everybody is there, and the next ones are planned."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from medreview.domain.attendance import Presence
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.review import Meeting, State
from medreview.operations import edit, meetings, reviews
from medreview.operations.archives import Archive
from tests.builders import YEAR
from tests.operations.worlds import a_started_review, approved

TODAY = date(YEAR, 11, 24)


@pytest.fixture
def dossier(archive: Archive) -> Dossier:
    """A review that has just been started."""
    return a_started_review(archive)


def now(archive: Archive, dossier: Dossier) -> Dossier:
    """Return the review as it is now."""
    return reviews.load(archive, dossier.review.id)


def test_beginning_fills_in_what_is_missing(archive: Archive, dossier: Dossier) -> None:
    meetings.begin(archive, dossier.review, dossier.meetings[0], TODAY, time(9, 5))
    begun = now(archive, dossier)
    assert (begun.meetings[0].held_on, begun.meetings[0].starts) == (TODAY, time(9, 5))
    assert begun.review.state is State.IN_SESSION


def test_beginning_keeps_what_was_planned(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.meetings[0], held_on=date(YEAR, 11, 23), starts=time(9))
    meetings.begin(archive, dossier.review, now(archive, dossier).meetings[0], TODAY, time(9, 5))
    begun = now(archive, dossier).meetings[0]
    assert (begun.held_on, begun.starts) == (date(YEAR, 11, 23), time(9))


def test_a_meeting_that_begins_before_its_date_is_held_today(archive: Archive, dossier: Dossier) -> None:
    planned = {"held_on": TODAY + timedelta(days=2), "starts": time(9), "ends": time(11)}
    edit.change(archive, dossier.meetings[0], **planned)
    meetings.begin(archive, dossier.review, now(archive, dossier).meetings[0], TODAY, time(13, 5))
    begun = now(archive, dossier).meetings[0]
    assert (begun.held_on, begun.starts, begun.ends) == (TODAY, time(13, 5), None)


def test_all_present_leaves_what_was_said(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.attendance[0], presence=Presence.APOLOGY)
    meetings.all_present(archive, dossier.meetings[0])
    presences = [one.presence for one in now(archive, dossier).attendance]
    assert presences == [Presence.APOLOGY] + [Presence.PRESENT] * (len(dossier.attendance) - 1)


def test_all_present_in_an_approved_review_or_in_none(archive: Archive, dossier: Dossier) -> None:
    done = approved(archive, dossier)
    with pytest.raises(Refusal, match="approved"):
        meetings.all_present(archive, done.meetings[0])
    with pytest.raises(Refusal, match="gone"):
        meetings.all_present(archive, Meeting(review_id=uuid4()))


def test_dates_follow_from_the_interval(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.meetings[0], held_on=TODAY, starts=time(9), ends=time(11), place="Store sal")
    edit.change(archive, dossier.cooperation, interval=3)
    meetings.plan_meetings(archive, now(archive, dossier), date(YEAR, 1, 1))
    planned = now(archive, dossier).planned_meetings
    assert [one.held_on for one in planned] == [
        date(YEAR + 1, 2, 23),
        date(YEAR + 1, 5, 25),
        date(YEAR + 1, 8, 24),
        date(YEAR + 1, 11, 23),
    ]
    assert {(one.starts, one.ends, one.place) for one in planned} == {(time(9), time(11), "Store sal")}


def test_only_what_is_missing_is_planned(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.cooperation, meetings=2)
    meetings.plan_meetings(archive, now(archive, dossier), TODAY)
    assert len(now(archive, dossier).planned_meetings) == 2
    assert meetings.plan_meetings(archive, now(archive, dossier), TODAY).kinds == frozenset()
    edit.change(archive, dossier.cooperation, meetings=3)
    meetings.plan_meetings(archive, now(archive, dossier), TODAY)
    assert len(now(archive, dossier).planned_meetings) == 3


@pytest.mark.parametrize(("values", "count"), [({"meetings": 24}, 12), ({"meetings": 6, "interval": 3}, 4)])
def test_no_more_is_planned_than_the_year_holds(
    archive: Archive, dossier: Dossier, values: dict[str, int], count: int
) -> None:
    edit.change(archive, dossier.cooperation, **values)
    meetings.plan_meetings(archive, now(archive, dossier), TODAY)
    assert len(now(archive, dossier).planned_meetings) == count


def test_without_an_interval_nothing_follows(archive: Archive, dossier: Dossier) -> None:
    with pytest.raises(Refusal, match="no_interval"):
        meetings.plan_meetings(archive, dossier, TODAY)
