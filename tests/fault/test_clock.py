"""A clock that is wrong, or at an awkward moment: nothing crashes, and what is due stays sensible."""

import datetime as dt
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier
from medreview.domain.due import due_items, next_meeting
from medreview.i18n import use
from medreview.operations import approval, edit, meetings, reviews, whereabouts
from medreview.operations.archives import Archive, create_archive
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.review import ReviewScreen
from tests.operations.worlds import a_started_review, held
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

pytestmark = pytest.mark.fault

WHEN: Final = {
    "two years back": datetime(2024, 11, 22, 10, 0),
    "two years on": datetime(2028, 11, 22, 10, 0),
    "the hour that is not there": datetime(2026, 3, 29, 2, 30),
    "the hour that is there twice": datetime(2026, 10, 25, 2, 30),
    "29 February": datetime(2028, 2, 29, 23, 59, 59),
    "week 53": datetime(2026, 12, 31, 12, 0),
    "New Year": datetime(2027, 1, 1, 0, 0),
    "an empty clock battery": datetime(1980, 1, 1, 0, 0),
}

SetClock = Callable[[datetime], None]


class _Real(type):
    """Lets every real date or moment pass for one of the classes that tell another time."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.__mro__[1])


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Return what sets the clock of the program; it goes on from there."""
    offset = [timedelta()]

    class Date(date, metaclass=_Real):
        @classmethod
        def today(cls) -> Any:
            return (datetime.now() + offset[0]).date()

    class Moment(datetime, metaclass=_Real):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Any:
            return datetime.now(tz) + offset[0]

    for name, module in list(sys.modules.items()):
        if name.startswith("medreview.") and not name.startswith("medreview.domain."):
            for called, other in (("date", Date), ("datetime", Moment)):
                if getattr(module, called, None) in (date, datetime):
                    monkeypatch.setattr(module, called, other)

    def set_to(moment: datetime) -> None:
        offset[0] = moment - datetime.now()

    return set_to


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive for one test."""
    return create_archive(tmp_path / "archive.medreview")


def steps(archive: Archive) -> list[tuple[int, str]]:
    """Return number and time of the journal's steps, by their number."""
    with archive.transaction() as session:
        return session.connection.execute("SELECT id, at FROM journal_step ORDER BY id").fetchall()


def an_action(dossier: Dossier, due: date) -> Action:
    """Return something to do by then."""
    return Action(review_id=dossier.review.id, what=f"due {due}", due=due)


def test_the_journal_goes_by_number_whatever_the_clock_says(archive: Archive, set_clock: SetClock) -> None:
    dossier = a_started_review(archive)
    for moment in WHEN.values():
        set_clock(moment)
        edit.add(archive, an_action(dossier, moment.date()))
    told = steps(archive)
    assert [number for number, _ in told] == sorted({number for number, _ in told})
    assert [at for _, at in told] != sorted(at for _, at in told)
    written = {action.what for action in reviews.load(archive, dossier.review.id).actions}
    assert written == {f"due {moment.date()}" for moment in WHEN.values()}


def test_typing_goes_on_as_one_step_only_while_the_clock_goes_forward(archive: Archive, set_clock: SetClock) -> None:
    dossier = a_started_review(archive)
    set_clock(WHEN["New Year"])
    edit.change(archive, dossier.closing, how_we_cooperate="one")
    before = len(steps(archive))
    set_clock(WHEN["two years back"])
    edit.change(archive, dossier.closing, how_we_cooperate="one two")
    assert len(steps(archive)) == before + 1
    assert reviews.load(archive, dossier.review.id).closing.how_we_cooperate == "one two"


@pytest.mark.parametrize("moment", WHEN.values(), ids=WHEN.keys())
def test_what_is_due_goes_by_the_day(archive: Archive, moment: datetime) -> None:
    dossier = a_started_review(archive)
    today = moment.date()
    days = [today + timedelta(days=days) for days in (-1, 0, 30, 31)]
    edit.add(archive, *(an_action(dossier, day) for day in days))
    found = due_items(reviews.load(archive, dossier.review.id), today)
    overdue = [(item.due, item.is_overdue(today)) for item in found]
    assert overdue == [(days[0], True), (days[1], False), (days[2], False)]


def test_a_meeting_over_new_year_is_held_and_approved(archive: Archive, set_clock: SetClock) -> None:
    dossier = a_started_review(archive)
    eve = datetime(2026, 12, 31, 23, 50)
    set_clock(eve)
    meetings.begin(archive, dossier.review, dossier.meetings[0], eve.date(), eve.time())
    set_clock(WHEN["New Year"])
    dossier = held(archive, reviews.load(archive, dossier.review.id))
    assert next_meeting(dossier, date(2027, 1, 1)) is None
    approval.approve(archive, dossier.review, date(2027, 1, 1), "Karen Lund")
    assert reviews.load(archive, dossier.review.id).is_read_only


@pytest.mark.parametrize(("name", "is_due"), [("an empty clock battery", False), ("29 February", True)])
async def test_the_screens_work_whatever_the_clock_says(
    archive: Archive, tmp_path: Path, set_clock: SetClock, name: str, is_due: bool
) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, an_action(dossier, date(2027, 1, 15)))
    whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "closing")
    archive.close()
    use("en")
    set_clock(WHEN[name])
    app = MedreviewApp(archive.path, Settings(language="en"), Paths(archive.path, *(tmp_path / one for one in "slx")))
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ReviewScreen)
        await wait_until(pilot, lambda: "9/9" in shown(app.screen))
        await pilot.press("f4", "1", "f4", "9")
        await wait_until(pilot, lambda: "9/9" in shown(app.screen))
        await pilot.press("escape")
        await wait_until(pilot, lambda: "Overdue" in shown(app.screen))
        assert ("due 2027-01-15" in shown(app.screen)) is is_due
