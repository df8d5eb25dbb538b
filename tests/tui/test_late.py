"""Who comes late or leaves early: the clock of the meeting proposes the time and the agenda item."""

from datetime import date, datetime, time

import pytest

from medreview.domain.dossier import Dossier
from medreview.domain.review import State
from medreview.domain.timing import TimeSpan
from medreview.i18n import use
from medreview.tui import timing
from medreview.tui.steps.attendance import movement
from medreview.tui.steps.preparation import minutes_in_all, year_of_date
from medreview.tui.widgets.part import Scope
from tests.builders import a_full_dossier

NOW = datetime(2026, 11, 24, 9, 40, 30)


def in_session() -> Dossier:
    """Return a review whose meeting is at its second agenda item."""
    full = a_full_dossier()
    meeting = full.meetings[0].model_copy(update={"held_on": NOW.date()})
    span = TimeSpan(meeting_id=meeting.id, starts=time(9, 30), agenda_item_id=full.agenda[1].id)
    review = full.review.model_copy(update={"state": State.IN_SESSION})
    return full.model_copy(update={"review": review, "meetings": (meeting,), "time_spans": (span,)})


def test_while_the_meeting_is_held_time_and_item_are_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "now", lambda: NOW)
    dossier = in_session()
    line = movement(Scope(dossier, dossier.meetings[0]))
    assert (line.at, line.agenda_item_id) == (time(9, 40), dossier.agenda[1].id)


def test_afterwards_nothing_is_proposed() -> None:
    dossier = a_full_dossier()
    line = movement(Scope(dossier, dossier.meetings[0]))
    assert (line.at, line.agenda_item_id) == (None, None)


@pytest.mark.parametrize(("ends", "more"), [(time(10), 30), (time(10, 30), 0), (None, 0)])
def test_an_agenda_that_is_longer_than_the_meeting_is_told(ends: time | None, more: int) -> None:
    use("en")
    full = a_full_dossier()
    item = full.agenda[0].model_copy(update={"minutes": 90})
    meeting = full.meetings[0].model_copy(update={"starts": time(9), "ends": ends})
    told = minutes_in_all(Scope(full.model_copy(update={"agenda": (item,), "meetings": (meeting,)}))).plain
    assert told.startswith("Planned: 90 minutes in all.")
    assert told.endswith(f" ! {more} minutes more than the meeting lasts." if more else "in all.")


def test_a_date_in_another_year_is_pointed_out_below_it() -> None:
    use("en")
    full = a_full_dossier()
    (meeting,) = full.meetings
    wrong = meeting.model_copy(update={"held_on": date(full.review.year - 1, 11, 24)})
    assert "Check the date" in year_of_date(Scope(full, wrong)).plain
    assert not year_of_date(Scope(full, meeting)).plain
