"""Ctrl+F on the real app: what is found shows while one types, and Enter or a click goes there."""

from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, TextArea

from medreview.domain.goal import Activity, Goal
from medreview.domain.review import StepNote
from medreview.domain.wheel import WheelMatter
from medreview.operations import committees, edit
from medreview.operations import search as searching
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.search import Search
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.wheel import WheelScreen
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.month_list import MonthList
from medreview.tui.widgets.records import Records
from tests.archives import a_full_review, an_approved_review, an_archive_with
from tests.builders import a_committee
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.contrast import drawn
from tests.tui.looking import said, shown, shows
from tests.tui.waiting import wait_until

LEAST: Final = {"light": 4.5, "dark": 4.5, "projector": 7.0}
SIZE: Final = (100, 40)


async def looked_for(pilot: Pilot[Any], text: str) -> Search:
    """Open the search, type, and wait for what is found."""
    await pilot.press("ctrl+f")
    await shows(pilot, Search)
    screen = pilot.app.screen
    assert isinstance(screen, Search)
    await pilot.press(*("space" if character == " " else character for character in text))
    await wait_until(pilot, lambda: screen._answered == text)
    return screen


def field_with_focus(app: MedreviewApp) -> Field | None:
    """Return the field in which the cursor stands."""
    around = app.focused.ancestors if app.focused else []
    return next((one for one in around if isinstance(one, Field)), None)


async def went_to(pilot: Pilot[Any], step: str, field: str) -> ReviewScreen:
    """Wait until the cursor stands in that field of the step."""
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    await shows(pilot, ReviewScreen)
    await wait_until(pilot, lambda: (one := field_with_focus(app)) is not None and one.field_name == field)
    screen = app.screen
    assert isinstance(screen, ReviewScreen)
    assert screen.step_key == step
    return screen


async def test_enter_goes_to_the_entry_of_the_newest_year(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        dialog = await looked_for(pilot, "spisestue dB")
        assert "2026 · Goals · Goal" in shown(dialog)
        await pilot.press("enter")
        screen = await went_to(pilot, "goals", "text")
        chosen = screen.view.query(Records).first().chosen
        assert isinstance(chosen, Goal)
        assert "spisestuen" in chosen.text
        await pilot.press("escape")
        await shows(pilot, HomeScreen)


async def test_within_the_review_its_screen_stays_and_another_committees_takes_its_place(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        await looked_for(pilot, "beboere og personale")
        await pilot.press("enter")
        screen = await went_to(pilot, "content", "text")
        here = screen.dossier.committee.name
        for over in ("f6", "f5", "f1"):
            await pilot.press(over)
            await wait_until(pilot, lambda: app.screen is not screen)
            await looked_for(pilot, "spisestue dB" if over == "f5" else "beboere og personale")
            await pilot.press("enter")
            assert await went_to(pilot, "goals" if over == "f5" else "content", "text") is screen
        dialog = await looked_for(pilot, "an")
        other = next(number for number, hit in enumerate(dialog.hits) if hit.committee != here)
        hit = dialog.hits[other]
        for _ in range(other):
            await pilot.press("down")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen is not screen)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.dossier.review.id == hit.review_id
        await wait_until(pilot, lambda: bool(app.screen.query(f"StepView.{hit.step}")))


async def test_what_was_just_typed_is_found_and_a_click_goes_there(make_app_on: MakeAppOn) -> None:
    app = make_app_on(lambda path: an_archive_with(path, a_full_review()))
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await wait_until(pilot, lambda: bool(screen.query("StepView")))
        await screen.action_go_to("closing")
        screen.view.query_one(".where_found TextArea").focus()
        await pilot.press(*"Qvxz")
        await looked_for(pilot, "qvxz")
        await pilot.click(OptionList, offset=(5, 1))
        await went_to(pilot, "closing", "where_found")
        assert app.screen is screen


async def test_an_activity_is_chosen_in_its_goal(make_app_on: MakeAppOn) -> None:
    dossier = a_full_review()
    owner = dossier.open_goals[-1]
    activity = Activity(goal_id=owner.id, position=7, what="Qvxz")
    dossier = dossier.model_copy(update={"activities": (*dossier.activities, activity)})
    app = make_app_on(lambda path: an_archive_with(path, dossier))
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        await looked_for(pilot, "qvxz")
        await pilot.press("enter")
        screen = await went_to(pilot, "goals", "what")
        assert [records.chosen and records.chosen.id for records in screen.view.query(Records)] == [
            owner.id,
            activity.id,
        ]


async def test_in_approved_minutes_the_field_is_scrolled_to(make_app_on: MakeAppOn) -> None:
    dossier = an_approved_review()
    note = StepNote(review_id=dossier.review.id, step="status", note="Qvxz")
    notes = (*(one for one in dossier.notes if one.step != "status"), note)
    app = make_app_on(lambda path: an_archive_with(path, dossier.model_copy(update={"notes": notes})))
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await looked_for(pilot, "qvxz")
        await pilot.press("enter")
        await shows(pilot, ReviewScreen)
        await wait_until(pilot, lambda: "Qvxz" in shown(app.screen))
        assert "status" in app.screen.query_one("StepView").classes


async def test_enter_before_the_answer_goes_to_what_was_typed(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        dialog = await looked_for(pilot, "personale")
        dialog._answered = "something else"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is dialog
        await dialog._search("personale")
        await shows(pilot, ReviewScreen)


async def test_nothing_found_and_nothing_typed_are_said(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        await shows(pilot, HomeScreen)
        dialog = await looked_for(pilot, "x")
        assert "A part of a word is enough" in " ".join(shown(dialog).replace("│", " ").split())
        await pilot.press(*"qqq", "enter")
        await wait_until(pilot, lambda: "Nothing found" in shown(dialog))
        assert app.screen is dialog
        await pilot.press("escape")
        await shows(pilot, HomeScreen)


async def test_more_than_are_shown_is_said(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medreview.tui.dialogs.search.LIMIT", 3)
    monkeypatch.setattr(searching.search, "__defaults__", (3, 70))
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        dialog = await looked_for(pilot, "er")
        assert "The newest 3 are shown" in shown(dialog)
        assert len(dialog.hits) == 3


async def test_a_review_that_is_gone_meanwhile_is_said(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        dialog = await looked_for(pilot, "personale")
        with app.archive.transaction() as session:
            for trigger, kind in session.connection.execute("SELECT name, type FROM sqlite_schema").fetchall():
                if kind == "trigger":
                    session.connection.execute(f"DROP TRIGGER {trigger}")
            session.connection.execute("DELETE FROM review")
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.screen is not dialog and bool(said(app)))
        assert isinstance(app.screen, HomeScreen)


async def test_text_of_others_stays_text(make_app_on: MakeAppOn) -> None:
    dossier = a_full_review()
    note = StepNote(review_id=dossier.review.id, step="status", note="[red]Qvxz[/] [/ \x1b]52;c;aGVq\x07")
    notes = (*(one for one in dossier.notes if one.step != "status"), note)

    def make(path: Path) -> None:
        an_archive_with(path, dossier.model_copy(update={"notes": notes}))

    app = make_app_on(make)
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        dialog = await looked_for(pilot, "[red]qvxz[/]")
        assert "[red]Qvxz[/] [/" in shown(dialog)
        assert "\x1b" not in shown(dialog)


@pytest.mark.parametrize("theme", LEAST)
async def test_what_is_found_can_be_read(make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    async with app.run_test(size=(110, 50)) as pilot:
        await shows(pilot, HomeScreen)
        dialog = await looked_for(pilot, "personale")
        assert len(dialog.hits) > 1
        for _ in range(2):
            assert not [f"{one.text!r} {one.ratio:.1f}" for one in drawn(dialog) if one.ratio < LEAST[theme]]
            await pilot.press("down")
            await pilot.pause()


def last_line(dialog: Search) -> str:
    """Return what stands right above the frame's lower edge."""
    lines = shown(dialog).splitlines()
    return lines[next(number for number, line in enumerate(lines) if "└" in line) - 1]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (68, 18), (60, 16)])
async def test_the_last_hit_and_the_words_of_each_are_seen_at_every_size(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        dialog = await looked_for(pilot, "støj")
        await pilot.press("pagedown", "pagedown")
        await wait_until(pilot, lambda: "støj" in last_line(dialog).casefold())
        assert not isinstance(app.focused, TextArea)


async def test_a_matter_of_a_committee_without_review_is_found_and_its_wheel_shown(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        bare = a_committee(name="Depot-MED")
        committees.create_committee(app.archive, bare)
        matter = WheelMatter(committee_id=bare.id, text="Qvxz i garagen", months=(5,))
        edit.add(app.archive, matter)
        dialog = await looked_for(pilot, "qvxz")
        assert "Depot-MED · Annual wheel · What is taken up" in shown(dialog)
        await pilot.press("enter")
        await shows(pilot, WheelScreen)
        assert app.committee_id == bare.id
        assert isinstance(app.focused, MonthList)
        assert app.focused.number == 5
        await wait_until(pilot, lambda: "Qvxz i garagen" in shown(app.screen))
        await pilot.press("escape")
        await shows(pilot, HomeScreen)
        assert "Depot-MED" in shown(app.screen)


async def test_escape_leads_back_from_another_year_to_where_one_was(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        was = app.screen
        assert isinstance(was, ReviewScreen)
        await wait_until(pilot, lambda: was.query("StepView"))
        await was.action_go_to("decisions")
        for _ in range(2):
            dialog = await looked_for(pilot, was.dossier.last_goals[0].text.split()[0])
            others = [at for at, hit in enumerate(dialog.hits) if hit.review_id not in (None, was.dossier.review.id)]
            other = next(at for at in others if not dialog.hits[at].is_followed_up)
            dialog.dismiss(str(other))
            await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen is not was)
            await wait_until(pilot, lambda: app.screen.query("StepView"))
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is was)
        assert was.step_key == "decisions"
        await pilot.press("escape")
        await shows(pilot, HomeScreen)
