"""The clock of a meeting in the archive: it runs only in session, moves on, and undoing passes over it."""

from datetime import date, time

import pytest

from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.review import State
from medreview.domain.timing import TimeSpan, in_time
from medreview.operations import edit, meetings, reviews, timing, undo
from medreview.operations.archives import Archive
from tests.builders import YEAR
from tests.operations.worlds import a_started_review, approved

TODAY = date(YEAR, 11, 24)


@pytest.fixture
def dossier(archive: Archive) -> Dossier:
    """A review whose meeting has just begun."""
    started = a_started_review(archive)
    meetings.begin(archive, started.review, started.meetings[0], TODAY, time(9))
    return now(archive, started)


def now(archive: Archive, dossier: Dossier) -> Dossier:
    """Return the review as it is now."""
    return reviews.load(archive, dossier.review.id)


def times(archive: Archive, dossier: Dossier) -> list[tuple[int | None, str, str]]:
    """Return the place of each item, its beginning and end."""
    numbers = {item.id: number for number, item in enumerate(dossier.agenda)}
    spans = in_time(now(archive, dossier).time_spans)
    return [
        (
            numbers.get(one.agenda_item_id) if one.agenda_item_id else None,
            f"{one.starts:%H:%M}",
            f"{one.ends:%H:%M}" if one.ends else "",
        )
        for one in spans
    ]


def a_span(dossier: Dossier) -> TimeSpan:
    """Return half an hour of the first item."""
    item = dossier.agenda[0].id
    return TimeSpan(meeting_id=dossier.meetings[0].id, agenda_item_id=item, starts=time(9), ends=time(9, 30))


def test_a_meeting_with_a_break(archive: Archive, dossier: Dossier) -> None:
    meeting, agenda = dossier.meetings[0], dossier.agenda
    timing.move_on(archive, meeting, agenda[0].id, time(9))
    timing.move_on(archive, meeting, agenda[1].id, time(9, 5))
    timing.move_on(archive, meeting, None, time(9, 20))
    timing.move_on(archive, meeting, agenda[2].id, time(9, 30))
    timing.move_on(archive, meeting, agenda[1].id, time(9, 30))
    timing.stop(archive, meeting, time(10))
    expected = [(0, "09:00", "09:05"), (1, "09:05", "09:20"), (None, "09:20", "09:30"), (1, "09:30", "10:00")]
    assert times(archive, dossier) == expected


def test_nothing_runs_before_the_meeting_and_after_it(archive: Archive, dossier: Dossier) -> None:
    reviews.set_state(archive, dossier.review, State.FOR_APPROVAL)
    changes = timing.move_on(archive, dossier.meetings[0], dossier.agenda[0].id, time(9))
    assert not changes.kinds
    assert times(archive, dossier) == []


def test_what_the_clock_notes_is_not_in_the_way_of_undoing(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.content, plan="Trivsel")
    timing.move_on(archive, dossier.meetings[0], dossier.agenda[0].id, time(9))
    undo.undo(archive)
    assert now(archive, dossier).content.plan == ""
    timing.move_on(archive, dossier.meetings[0], dossier.agenda[1].id, time(9, 5))
    undo.redo(archive)
    assert now(archive, dossier).content.plan == "Trivsel"
    assert len(times(archive, dossier)) == 2


def test_an_item_that_goes_takes_its_time_with_it_and_undoing_brings_both_back(
    archive: Archive, dossier: Dossier
) -> None:
    timing.move_on(archive, dossier.meetings[0], dossier.agenda[0].id, time(9))
    edit.remove(archive, dossier.agenda[0])
    assert times(archive, dossier) == []
    undo.undo(archive)
    assert times(archive, dossier) == [(0, "09:00", "")]


def test_next_year_begins_without_times(archive: Archive) -> None:
    first = a_started_review(archive)
    edit.add(archive, a_span(first))
    approved(archive, first)
    assert reviews.start_review(archive, first.committee.id, YEAR + 1).time_spans == ()


def test_approved_times_never_change(archive: Archive) -> None:
    first = a_started_review(archive)
    span = a_span(first)
    edit.add(archive, span)
    approved(archive, first)
    with pytest.raises(Refusal, match="approved"):
        edit.change(archive, span, ends=time(12))
