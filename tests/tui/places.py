"""Every screen, dialog, step and slide in one table: the walks through sizes, colours and languages go by it.

A new screen is one line in `PLACES`; `test_sizes` fails while a class of a screen is missing.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final

from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen

from medreview.domain import privacy
from medreview.domain.dossier import Dossier, in_order
from medreview.domain.errors import Refusal
from medreview.domain.review import State
from medreview.domain.timing import TimeSpan
from medreview.minutes import Document, Kind
from medreview.minutes.difference import Section
from medreview.minutes.document import Paragraph
from medreview.operations import committees, reviews
from medreview.operations.backups import Backup
from medreview.operations.erase import Remains
from medreview.operations.rescue import Rescue, RescuedReview
from medreview.templates import load_template
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.addendum import WriteAddendum
from medreview.tui.dialogs.approve import Approve
from medreview.tui.dialogs.elsewhere import save_elsewhere
from medreview.tui.dialogs.entry import Entry
from medreview.tui.dialogs.erase import Erase, StillThere
from medreview.tui.dialogs.personal_numbers import PersonalNumbers
from medreview.tui.dialogs.pick import Pick
from medreview.tui.dialogs.restore import RestoreBackup
from medreview.tui.dialogs.unsaved import Unsaved
from medreview.tui.dialogs.withdraw import Withdraw
from medreview.tui.dialogs.year import Year
from medreview.tui.screens.elsewhere import ElsewhereScreen
from medreview.tui.screens.first_start import FirstStartScreen
from medreview.tui.screens.new_committee import NewCommitteeScreen
from medreview.tui.screens.opening import Opening
from medreview.tui.screens.problem import ProblemScreen
from medreview.tui.screens.reading import ReadingScreen
from medreview.tui.screens.rescued import RescuedScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.step_room import StepRoom
from medreview.tui.screens.versions import VersionsScreen
from medreview.tui.steps.parts import PARTS
from tests.archives import a_full_review, an_approved_review
from tests.tui.approvals import three_stages
from tests.tui.waiting import wait_until

NOW: Final = datetime(2026, 11, 24, 10, 42, 33)
"""The day of the meeting of the full review."""

ARCHIVE: Final = Path("Solgården.medreview")
TAKEN_BACK: Final = (Section("a [/] b", ("empty → “[b]”",) * 40),)

Open = Callable[[Pilot[Any]], Awaitable[object]]
"""Opens a place over home."""


def does(*actions: str) -> Open:
    """Return what opens a place by actions, the first on home and each other on the screen that the last one opened."""

    async def go(pilot: Pilot[Any]) -> None:
        for action in actions:
            before = pilot.app.screen
            await wait_until(pilot, lambda: before.is_mounted)  # noqa: B023
            await before.run_action(action)
            await wait_until(pilot, lambda: pilot.app.screen is not before)  # noqa: B023

    return go


async def _at_home(_pilot: Pilot[Any]) -> None:
    """Stay where every place is opened from."""


def shows(make: Callable[[], Screen[Any]]) -> Open:
    """Return what shows a screen that is made for it."""
    return lambda pilot: pilot.app.push_screen(make())


def at_step(key: str, *actions: str) -> Open:
    """Return what opens a step of this year's review and then does these actions of the screen."""

    async def go(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, MedreviewApp)
        assert app.dossier is not None
        await app.show_review(app.dossier, key)
        await wait_until(pilot, lambda: bool(app.screen.query(f"StepView.{key} Form")))
        for action in actions:
            before = app.screen
            await before.run_action(action)
            await wait_until(pilot, lambda: app.screen is not before)  # noqa: B023

    return go


def in_room(key: str) -> Open:
    """Return what shows a step of this year's review to the room."""

    async def go(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, MedreviewApp)
        assert app.dossier is not None
        await app.push_screen(StepRoom(app.dossier, key))

    return go


async def _finished_year(pilot: Pilot[Any]) -> None:
    """Open the last step of a year whose minutes are approved."""
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    assert app.dossier is not None
    finished = committees.overview(app.archive, app.dossier.committee.id).reviews[-1]
    await app.show_review(reviews.load(app.archive, finished.id), "closing")
    await wait_until(pilot, lambda: bool(app.screen.query("StepView.closing Field")))


async def _history(pilot: Pilot[Any]) -> None:
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    assert app.dossier is not None
    await app.show_history(in_order(app.dossier.last_goals)[0])


async def _history_room(pilot: Pilot[Any]) -> None:
    await _history(pilot)
    await pilot.app.screen.run_action("screen.present")


async def _clock(pilot: Pilot[Any]) -> None:
    await pilot.app.push_screen(StepRoom(in_session(), "look_back"))
    await pilot.app.screen.run_action("screen.clock")


async def _save_elsewhere(pilot: Pilot[Any]) -> None:
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    save_elsewhere(app, app.archive)


@cache
def in_session() -> Dossier:
    """Return the full review in the middle of its meeting, its second item running over its time."""
    dossier = a_full_review(state=State.IN_SESSION)
    meeting, item = dossier.meetings[0], dossier.agenda[1]
    span = TimeSpan(meeting_id=meeting.id, agenda_item_id=item.id, starts=time(9, 10))
    return dossier.model_copy(update={"time_spans": (span,)})


def _rescued() -> RescuedScreen:
    found = (RescuedReview("Solgården", 2025, True, True), RescuedReview("Depot", 2024, True, True, 2, 1))
    return RescuedScreen(Rescue(Path("reddet.medreview"), Path("skadet.medreview"), found, 1, 3), ARCHIVE)


def _erase() -> Erase:
    dossier = an_approved_review()
    return Erase(dossier.committee, (dossier.review,))


def _still_there() -> StillThere:
    return StillThere(Remains((Path("a/b/Solgården 2026.medreview"),), (Path("a/c/Solgården 2025.zip"),)))


def _numbers() -> PersonalNumbers:
    dossier = a_full_review()
    noted = dossier.closing.model_copy(update={"how_judged": "Samtale med 010170-1234"})
    found = privacy.places(dossier.model_copy(update={"closing": noted}))
    return PersonalNumbers(dossier.review.id, found, load_template("dk-med"))


def _to_read() -> Document:
    return Document(Kind.MINUTES, "da", "a [/] b", "c", (), (Paragraph("a [/] b\n" * 99),))


PLACES: Final[dict[str, Open]] = {
    "opening": shows(Opening),
    "home": _at_home,
    **{f"step-{key}": at_step(key) for key in PARTS},
    "approved": _finished_year,
    "meeting": shows(lambda: ReviewScreen(in_session(), "attendance")),
    **{f"room-{key}": in_room(key) for key in PARTS},
    "room-meeting": shows(lambda: StepRoom(in_session(), "look_back")),
    "room-history": _history_room,
    "steps": at_step("status", "screen.pick_step"),
    "clock": _clock,
    "decision": shows(lambda: Entry(in_session().decisions[0], in_session())),
    "committee": does("app.edit_committee"),
    "follow-up": does("screen.follow_up"),
    "backups": does("app.backups"),
    "restore": shows(lambda: RestoreBackup(Backup(Path("a"), NOW, 1), TAKEN_BACK)),
    "settings": does("app.settings"),
    "wheel": does("app.wheel"),
    "wheel-matter": does("app.wheel", "screen.new_matter"),
    "compare": does("app.compare"),
    "compare-room": does("app.compare", "screen.present"),
    "learned": does("app.learned"),
    "read": does("app.read"),
    "guide": does("app.guide"),
    "history": _history,
    "changes": at_step("status", "screen.changes"),
    "export": does("app.export"),
    "help": does("app.help"),
    "help-field": at_step("goals", "app.help"),
    "import": does("app.import_file"),
    "elsewhere-save": _save_elsewhere,
    "committees": does("app.switch_committee"),
    "palette": does("app.palette"),
    "search": does("app.search"),
    "year": does("screen.start_year"),
    "year-first": shows(lambda: Year(2026, is_first=True)),
    "unsaved": shows(lambda: Unsaved(3)),
    "pick": shows(lambda: Pick("Hvad er i gang nu?", [(Content(f"{count} [/] a"), str(count)) for count in range(30)])),
    "new": shows(lambda: NewCommitteeScreen({})),
    "first": shows(lambda: FirstStartScreen(ARCHIVE)),
    "problem": shows(lambda: ProblemScreen(Refusal("archive_damaged", path="a [/] b"))),
    "elsewhere": shows(lambda: ElsewhereScreen(ARCHIVE)),
    "rescued": shows(_rescued),
    "approve": shows(lambda: Approve(an_approved_review())),
    "blocked": shows(lambda: Approve(a_full_review(), is_example=True)),
    "withdraw": shows(lambda: Withdraw(an_approved_review())),
    "addendum": shows(lambda: WriteAddendum(an_approved_review(), 2027)),
    "versions": shows(lambda: VersionsScreen(an_approved_review(), three_stages())),
    "reading": shows(lambda: ReadingScreen(an_approved_review(), "Version 1", _to_read())),
    "erase": shows(_erase),
    "still-there": shows(_still_there),
    "numbers": shows(_numbers),
}
"""By name; the table has one line for each place."""
