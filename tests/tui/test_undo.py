"""Undo and redo on the real app: in fields, in lists, across steps, of a whole year; and who changed what when."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, Static, TextArea

from medreview.domain.committee import Member
from medreview.domain.dossier import Dossier
from medreview.domain.status import Answer
from medreview.operations.changes_told import changes_told
from medreview.store import journal
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.changes import ChangesScreen
from medreview.tui.screens.committee import CommitteeScreen
from medreview.tui.screens.first_start import FirstStartScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.records import Records
from tests.archives import an_approved_review, an_archive_with
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.test_review_screen import opened, stored, until_stored
from tests.tui.waiting import wait_until

SIZE = (120, 40)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every pause in typing end a step."""
    monkeypatch.setattr(journal, "BURST", timedelta(microseconds=-1))


def said(app: MedreviewApp) -> str:
    """Return what was notified last."""
    return list(app._notifications)[-1].message


async def told(pilot: Pilot[Any], app: MedreviewApp, key: str) -> str:
    """Press a key and return what is said to it."""
    before = {one.identity for one in app._notifications}
    await pilot.press(key)
    await wait_until(pilot, lambda: any(one.identity not in before for one in app._notifications))
    return said(app)


def where_found(dossier: Dossier) -> str:
    return dossier.closing.where_found


@pytest.mark.usefixtures("slow")
async def test_what_is_typed_with_pauses_is_undone_pause_by_pause_and_comes_back(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "closing")
        old = where_found(screen.dossier)
        area = screen.view.query_one(".where_found TextArea", TextArea)
        area.focus()
        await pilot.press("ctrl+end", *" one")
        await until_stored(pilot, screen, lambda one: where_found(one) == old + " one")
        await pilot.press(*" two")
        await until_stored(pilot, screen, lambda one: where_found(one) == old + " one two")
        await pilot.press(*" three")
        assert "three" in await told(pilot, app, "ctrl+z")
        assert area.text == old + " one two"
        assert area.cursor_location == area.document.end
        for text in (" one", ""):
            await told(pilot, app, "ctrl+z")
            assert area.text == old + text
            assert len(app._notifications) == 1
        assert where_found(stored(app.archive_path, screen)) == old
        for text in (" one", " one two", " one two three"):
            await told(pilot, app, "ctrl+y")
            assert area.text == old + text
        assert where_found(stored(app.archive_path, screen)) == old + " one two three"
        assert app.focused is area
        await pilot.press("!")
        await until_stored(pilot, screen, lambda one: where_found(one) == old + " one two three!")


async def test_each_visit_to_a_field_is_undone_by_itself(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "closing")
        old = where_found(screen.dossier)
        area = screen.view.query_one(".where_found TextArea", TextArea)
        area.focus()
        await pilot.press("ctrl+end", *" one")
        await until_stored(pilot, screen, lambda one: where_found(one) == old + " one")
        await pilot.press(*" more", "tab")
        await until_stored(pilot, screen, lambda one: where_found(one) == old + " one more")
        await pilot.press("shift+tab", *" two", "tab")
        await until_stored(pilot, screen, lambda one: where_found(one) == old + " one more two")
        for text in (" one more", ""):
            await told(pilot, app, "ctrl+z")
            assert where_found(stored(app.archive_path, screen)) == old + text


def answers(answer: Answer, dossier: Dossier) -> bool:
    return dossier.status.guideline_adapted is answer


async def test_each_choice_is_undone_by_itself(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "status")
        screen.view.query_one(".guideline_adapted Choice").focus()
        for key, answer in (("2", Answer.YES), ("4", Answer.NO), ("3", Answer.PARTLY)):
            await pilot.press(key)
            await until_stored(pilot, screen, partial(answers, answer))
        for answer in (Answer.NO, Answer.YES):
            await told(pilot, app, "ctrl+z")
            assert stored(app.archive_path, screen).status.guideline_adapted is answer


async def test_a_line_and_a_number_are_undone_in_their_field(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "goals")
        line = screen.view.query_one(".target Input", Input)
        old = line.value
        line.focus()
        await pilot.press("end", "shift+home", *"7")
        await until_stored(pilot, screen, lambda one: any(goal.target == 7 for goal in one.goals))
        assert f"Target: 7 → {old}" in await told(pilot, app, "ctrl+z")
        assert line.value == old
        assert (await told(pilot, app, "ctrl+y")).startswith("Done again: Goal 1, Target:")
        assert line.value == "7"
        assert app.focused is line


async def test_what_does_not_fit_is_taken_back_first(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "goals")
        line = screen.view.query_one(".target Input", Input)
        old = line.value
        line.focus()
        await pilot.press("home", "x")
        assert await told(pilot, app, "ctrl+z") == "Undone: what did not fit into this field"
        assert line.value == old


async def test_undo_shows_the_entry_and_goes_into_its_field_from_that_of_another(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "goals")
        goals = screen.view.query(Records).first()
        first, second, *_ = screen.dossier.open_goals
        assert goals.highlight(second.id)
        screen.view.query_one(".responsible Input").focus()
        await pilot.press("end", *" X", "tab")
        await until_stored(pilot, screen, lambda one: any(goal.responsible.endswith(" X") for goal in one.goals))
        assert goals.highlight(first.id)
        screen.view.query_one(".text TextArea").focus()
        await told(pilot, app, "ctrl+z")
        assert goals.chosen is not None
        assert goals.chosen.id == second.id
        await wait_until(pilot, lambda: screen.view.query_one(".responsible", Field).has_focus_within)
        assert goals.highlight(first.id)
        goals.row_list.focus()
        await told(pilot, app, "ctrl+y")
        assert goals.chosen.id == second.id
        assert app.focused is goals.row_list


async def test_what_does_not_fit_is_taken_back_from_anywhere_while_it_was_the_last_thing_done(
    make_app: MakeApp,
) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "goals")
        field = screen.view.query_one(".target", Field)
        old = field.typed
        field.control.focus()
        await pilot.press("home", "x", "tab")
        await wait_until(pilot, lambda: field.refused[0] == f"x{old}")
        await screen.action_go_to("closing")
        area = screen.view.query_one(".where_found TextArea", TextArea)
        before = area.text
        area.focus()
        await pilot.press(*"ab")
        await until_stored(pilot, screen, lambda one: where_found(one) == f"ab{before}")
        assert "ab" in await told(pilot, app, "ctrl+z")
        assert (field.typed, area.text) == (f"x{old}", before)
        assert await told(pilot, app, "ctrl+z") == f"Undone: Target: “x{old}”, which did not fit"
        assert (field.typed, screen.step_key) == (old, "goals")
        assert field.control.has_focus
        assert not field.is_refused


async def test_one_press_removes_and_another_brings_it_back(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "content")
        before = screen.dossier
        rows = screen.view.query_one(Records).row_list
        rows.focus()
        removed = await told(pilot, app, "delete")
        await until_stored(pilot, screen, lambda one: len(one.focus_areas) == len(before.focus_areas) - 1)
        assert removed.startswith("Removed: Focus area")
        assert removed.endswith("Ctrl+Z brings it back")
        assert "is there again" in await told(pilot, app, "ctrl+z")
        assert screen.dossier.focus_areas == before.focus_areas
        assert app.focused is rows


async def test_undo_goes_to_the_step_where_it_happened(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "closing")
        screen.view.query_one(".where_found TextArea").focus()
        await pilot.press(*"abc")
        await screen.action_go_to("goals")
        await told(pilot, app, "ctrl+z")
        assert screen.step_key == "closing"
        await screen.action_go_to("status")
        await pilot.press("f3")
        await until_stored(pilot, screen, lambda one: one.note_of("status") is not None)
        await screen.action_go_to("goals")
        await told(pilot, app, "ctrl+z")
        assert screen.step_key == "status"


async def test_a_started_year_is_undone_to_the_home_screen(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        screen = app.screen
        assert isinstance(screen, HomeScreen)
        newest = screen.overview.reviews[0].year
        await screen._year_chosen(newest + 1)
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert (await told(pilot, app, "ctrl+z")) == "Undone: the start of a year"
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert app.dossier is not None
        assert app.dossier.review.year == newest
        assert f"{newest + 1}: the start of a year" in await told(pilot, app, "ctrl+y")
        await wait_until(pilot, lambda: app.dossier is not None and app.dossier.review.year == newest + 1)


async def test_a_removed_member_comes_back_on_the_committees_screen(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await app.action_edit_committee()
        await wait_until(pilot, lambda: isinstance(app.screen, CommitteeScreen))
        screen = app.screen
        assert isinstance(screen, CommitteeScreen)
        await pilot.press("f9")
        await wait_until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*"Ida Bo")
        await screen.flush()
        await wait_until(pilot, lambda: any(one.name == "Ida Bo" for one in screen.overview.members))
        screen.query_one(Records).row_list.focus()
        assert await told(pilot, app, "delete") == "Removed: Ida Bo · Ctrl+Z brings it back"
        await wait_until(pilot, lambda: not any(one.name == "Ida Bo" for one in screen.overview.members))
        assert "Ida Bo" in await told(pilot, app, "ctrl+z")
        assert any(isinstance(one, Member) and one.name == "Ida Bo" for one in screen.overview.members)


async def test_a_new_committee_is_undone_to_the_first_start(make_app_on: MakeAppOn, tmp_path: Any) -> None:
    from medreview.operations import committees
    from medreview.operations.archives import create_archive
    from tests.builders import a_committee

    def make(path: Any) -> None:
        archive = create_archive(path)
        committees.create_committee(archive, a_committee())
        archive.close()

    app = make_app_on(make)
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: isinstance(app.screen, FirstStartScreen))


async def test_of_what_is_approved_nothing_is_undone(make_app_on: MakeAppOn) -> None:
    app = make_app_on(lambda path: an_archive_with(path, an_approved_review()))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert (await told(pilot, app, "ctrl+z")).startswith("What is approved stays as it is.")


async def test_the_changes_of_a_review_are_read_day_by_day(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes_told, "__defaults__", (None, 1))
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "closing")
        screen.view.query_one(".where_found TextArea").focus()
        await pilot.press("ctrl+end", *" [/ abc")
        await pilot.press("tab")
        await screen.action_changes()
        await wait_until(pilot, lambda: isinstance(app.screen, ChangesScreen))
        shown = [str(one.render()) for one in app.screen.query(".day").results(Static)]
        assert "[/ abc" in shown[0]
        button = app.screen.query_one("#earlier", Button)
        assert len(shown) == 1
        button.press()
        await wait_until(pilot, lambda: not button.display or len(app.screen.query(".day")) > 1)
        assert len(app.screen.query(".day")) > 1
        await pilot.press("escape")
        assert app.screen is screen


async def test_an_entry_without_a_name_is_called_so_when_it_is_removed(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await app.action_edit_committee()
        await wait_until(pilot, lambda: isinstance(app.screen, CommitteeScreen))
        await pilot.press("f9")
        await wait_until(pilot, lambda: isinstance(app.focused, Input))
        app.screen.query_one(Records).row_list.focus()
        assert await told(pilot, app, "delete") == "Removed: Not written yet · Ctrl+Z brings it back"
