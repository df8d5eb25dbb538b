"""What is typed where nothing is stored before its end, or cannot be understood yet, stands there again.

A kill is tried on a copy of the file as it is while the app is open: that is what a killed program leaves.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Continuation
from medreview.i18n import use
from medreview.operations import committees, edit, whereabouts
from medreview.operations import goals as goals_of
from medreview.operations.archives import create_archive, open_archive
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.addendum import WriteAddendum
from medreview.tui.dialogs.approve import Approve
from medreview.tui.dialogs.statement import Statement
from medreview.tui.dialogs.withdraw import Withdraw
from medreview.tui.screens.committee import CommitteeScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.new_committee import NewCommitteeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.closing import DutyList
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.records import Records
from medreview.tui.widgets.tick import Tick
from tests.archives import a_full_review, an_archive_with
from tests.operations.worlds import a_started_review
from tests.tui.approvals import a_blank_archive, a_ready_archive, an_approved_archive
from tests.tui.drafted import kept
from tests.tui.looking import said, shown, shows
from tests.tui.statements import asked, opened, press, write
from tests.tui.waiting import wait_until

WORDS: Final = "We agreed [/b] {on} this, æøå"

AppOn = Callable[[Path], MedreviewApp]

Dialog = tuple[Callable[[Path], Dossier], str, type[Statement], str]

DIALOGS: Final[dict[str, Dialog]] = {
    "approve": (a_ready_archive, "approve", Approve, "amendments"),
    "withdraw": (an_approved_archive, "withdraw", Withdraw, "reason"),
    "addendum": (an_approved_archive, "addendum", WriteAddendum, "text"),
}
"""The archive, the action, its dialog, and the field that is typed into."""


@pytest.fixture
def app_on(tmp_path: Path) -> AppOn:
    """Return the app in English on the archive at a path."""

    def make(path: Path) -> MedreviewApp:
        use("en")
        paths = Paths(path, tmp_path / "settings.json", tmp_path / "logs", tmp_path / "exports")
        return MedreviewApp(path, Settings(language="en"), paths)

    return make


@pytest.fixture
def archive_file(tmp_path: Path) -> Path:
    """Where the test makes its archive."""
    return tmp_path / "own.medreview"


def killed(app: MedreviewApp, tmp_path: Path) -> Path:
    """Return the archive as it would be found if the program were killed now."""
    return Path(shutil.copy(app.archive_path, tmp_path / "killed.medreview"))


def text_of(screen: Any, field: str) -> str:
    """Return what stands in a field."""
    found: Field = screen.query_one(f"Field.{field}", Field)
    return found.typed


async def until_kept(pilot: Pilot[Any], text: str) -> None:
    """Wait until a text is kept."""
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    await wait_until(pilot, lambda: text in kept(app.archive_path))


@pytest.mark.parametrize("name", DIALOGS)
async def test_what_is_typed_in_a_dialog_is_there_after_a_kill(
    app_on: AppOn, archive_file: Path, tmp_path: Path, name: str
) -> None:
    make, action, kind, field = DIALOGS[name]
    make(archive_file)
    app = app_on(archive_file)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        dialog = await asked(pilot, action, kind)
        assert kept(app.archive_path) == []
        for tick in dialog.query(Tick):
            tick.value = True
        write(dialog, field, WORDS)
        await until_kept(pilot, WORDS)
        after = killed(app, tmp_path)
    app = app_on(after)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        dialog = await asked(pilot, action, kind)
        await wait_until(pilot, lambda: text_of(dialog, field) == WORDS)
        assert "stands here again" in said(app)
        if kind is WriteAddendum:
            write(dialog, "reason", "Because")
        await press(pilot, "#do")
        await wait_until(pilot, lambda: not isinstance(app.screen, Statement))
        assert kept(after) == []


def write_in(screen: Any, field: str, text: str) -> Input:
    """Write into a field of one line as if it were typed."""
    control = screen.query_one(f"Field.{field}", Field).control
    assert isinstance(control, Input)
    control.focus()
    control.value = text
    return control


async def test_a_new_committee_is_there_after_a_kill_until_it_is_created(
    app_on: AppOn, archive_file: Path, tmp_path: Path
) -> None:
    a_blank_archive(archive_file)
    app = app_on(archive_file)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await app.push_screen(NewCommitteeScreen({}))
        write_in(app.screen, "name", "MED [/b] Nord")
        await until_kept(pilot, "MED [/b] Nord")
        after = killed(app, tmp_path)
    app = app_on(after)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await app.push_screen(NewCommitteeScreen({}))
        await wait_until(pilot, lambda: text_of(app.screen, "name") == "MED [/b] Nord")
        write_in(app.screen, "municipality", "Nordø")
        app.screen.query_one("#create").focus()
        await pilot.press("enter")
        await shows(pilot, CommitteeScreen)
        assert kept(after) == []
        assert "MED [/b] Nord" in [one.name for one in committees.list_committees(app.archive)]


async def test_without_an_archive_a_new_committee_says_that_nothing_is_stored(app_on: AppOn, tmp_path: Path) -> None:
    app = app_on(tmp_path / "none" / "archive.medreview")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.push_screen(NewCommitteeScreen({}))
        await wait_until(pilot, lambda: "Nothing is stored before the committee is created." in shown(app.screen))


async def in_preparation(pilot: Pilot[Any]) -> ReviewScreen:
    """Go to the step with the date of the meeting."""
    screen = await opened(pilot)
    await screen.action_go_to("preparation")
    await wait_until(pilot, lambda: screen.query("Field.held_on"))
    return screen


async def test_half_a_date_stands_in_its_field_again(app_on: AppOn, archive_file: Path, tmp_path: Path) -> None:
    a_blank_archive(archive_file)
    app = app_on(archive_file)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_preparation(pilot)
        write_in(screen.view, "held_on", "24.1x")
        await until_kept(pilot, "24.1x")
        after = killed(app, tmp_path)
        await screen.action_go_to("closing")
        await screen.action_go_to("preparation")
        await wait_until(pilot, lambda: text_of(screen.view, "held_on") == "24.1x")
    app = app_on(after)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_preparation(pilot)
        await wait_until(pilot, lambda: text_of(screen.view, "held_on") == "24.1x")
        assert screen.view.query("Field.held_on.-wrong")
        write_in(screen.view, "held_on", "24.11.2026")
        await wait_until(pilot, lambda: screen.dossier.held_on == date(2026, 11, 24))
        await wait_until(pilot, lambda: kept(after) == [])


async def test_what_was_wrong_and_is_undone_is_kept_no_more(app_on: AppOn, archive_file: Path) -> None:
    a_blank_archive(archive_file)
    app = app_on(archive_file)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_preparation(pilot)
        write_in(screen.view, "held_on", "nonsense")
        await until_kept(pilot, "nonsense")
        await pilot.press("enter", "shift+tab", "ctrl+z")
        await wait_until(pilot, lambda: text_of(screen.view, "held_on") == "")
        await wait_until(pilot, lambda: kept(app.archive_path) == [])


async def test_half_a_figure_stays_with_its_entry_when_another_is_shown(app_on: AppOn, archive_file: Path) -> None:
    with closing(create_archive(archive_file)) as archive:
        review = a_started_review(archive).review
        edit.add(archive, *(Action(review_id=review.id, what=what, position=at) for at, what in enumerate("AB")))
        whereabouts.remember_place(archive, review.committee_id, review.id, "decisions")
    app = app_on(archive_file)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        actions = next(one for one in screen.view.query(Records) if one.query("Field.due"))
        await wait_until(pilot, lambda: text_of(actions, "what") == "A")
        write_in(actions, "due", "soon")
        await pilot.pause()
        actions.step(1)
        await wait_until(pilot, lambda: text_of(actions, "what") == "B")
        await pilot.pause()
        assert text_of(actions, "due") == ""
        actions.step(-1)
        await wait_until(pilot, lambda: (text_of(actions, "what"), text_of(actions, "due")) == ("A", "soon"))


@pytest.mark.parametrize("size", [(120, 40), (68, 18)])
async def test_a_deadline_that_is_not_stored_keeps_minutes_from_being_approved_and_one_key_leads_there(
    app_on: AppOn, archive_file: Path, size: tuple[int, int]
) -> None:
    dossier = a_ready_archive(archive_file)
    with closing(open_archive(archive_file)) as archive:
        edit.add(
            archive, *(Action(review_id=dossier.review.id, what=what, position=at) for at, what in enumerate("AB"))
        )
    app = app_on(archive_file)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert "Not stored" not in rows_of(screen.view.query_one(DutyList))
        await screen.action_go_to("decisions")
        actions = next(one for one in screen.view.query(Records) if one.query("Field.due"))
        actions.step(1)
        await wait_until(pilot, lambda: text_of(actions, "what") == "B")
        write_in(actions, "due", "thrusday 4/12")
        await screen.action_go_to("closing")
        await wait_until(pilot, lambda: "thrusday 4/12" in rows_of(screen.view.query_one(DutyList)))
        dialog = await asked(pilot, "approve", Approve)
        assert "Not stored: Action “B”, Due, “thrusday 4/12”." in rows_of(dialog)
        assert not dialog.query("#do")
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.screen is screen and actions.query_one("Field.due").has_focus_within)
        assert text_of(actions, "due") == "thrusday 4/12"
        write_in(actions, "due", "4/12 2026")
        await screen.action_go_to("closing")
        await wait_until(pilot, lambda: "Not stored" not in rows_of(screen.view.query_one(DutyList)))
        assert (await asked(pilot, "approve", Approve)).query("#do")


async def test_a_draft_in_a_goal_that_is_closed_blocks_nothing_and_leads_to_where_it_was_closed(
    app_on: AppOn, archive_file: Path
) -> None:
    full = a_full_review()
    an_archive_with(archive_file, full)
    carried = full.open_goals[0]
    app = app_on(archive_file)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        screen = await opened(pilot)
        await screen.action_go_to("goals")
        goals = screen.view.query(Records).first()
        assert goals.chosen == carried
        write_in(goals, "runs_until", "thrusday")
        await screen.action_go_to("look_back")
        await wait_until(pilot, lambda: list(app.drafts.of_review(screen.dossier)))
        judged = next(one for one in full.evaluations if one.goal_id == carried.predecessor_id)
        await screen.stored(goals_of.evaluate, judged, values={"continuation": Continuation.CLOSE, "why": "Nået."})
        await wait_until(pilot, lambda: carried not in screen.dossier.open_goals)
        dialog = await asked(pilot, "approve", Approve)
        assert "“thrusday”. The goal is closed" in rows_of(dialog)
        assert dialog.query("#do")
        rows = dialog.query_one(OptionList)
        [rows.highlighted] = [at for at, row in enumerate(rows.options) if "thrusday" in str(row.prompt)]
        rows.focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.screen is screen and screen.step_key == "look_back")
        await wait_until(pilot, lambda: screen.view.query("Field.continuation").first(Field).has_focus_within)
        app.drafts.forget_review(screen.dossier)
        assert not list(app.drafts.of_review(screen.dossier))


def rows_of(widget: Any) -> str:
    """Return the rows of the list in a widget."""
    return "\n".join(str(option.prompt) for option in widget.query_one(OptionList).options)
