"""After the approval: withdraw it, add to the minutes, correct last year's, look at the versions."""

from datetime import date
from functools import partial

import pytest
from textual.widgets import Button

from medreview.domain.dossier import Dossier
from medreview.domain.review import State
from medreview.operations import approval
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.addendum import WriteAddendum
from medreview.tui.dialogs.withdraw import Withdraw
from medreview.tui.screens.reading import ReadingScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.versions import VersionsScreen
from medreview.tui.widgets.field import Field
from tests.tui.approvals import (
    HOSTILE,
    YEAR,
    a_blank_archive,
    a_withdrawn_archive,
    an_approved_archive,
    an_archive_of_two_years,
    three_stages,
)
from tests.tui.conftest import MakeAppOn
from tests.tui.looking import said, shown, shows
from tests.tui.statements import asked, complaint, opened, press, stored, words, write
from tests.tui.waiting import wait_until

SIZES = [(120, 40), (80, 24), (68, 18)]


@pytest.mark.parametrize("size", SIZES)
async def test_an_approval_is_withdrawn_for_a_reason(make_app_on: MakeAppOn, size: tuple[int, int]) -> None:
    app = make_app_on(an_approved_archive)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        await wait_until(pilot, lambda: screen.standing)
        assert screen.query_one(".withdraw").display
        dialog = await asked(pilot, "withdraw", Withdraw)
        assert "approving them makes version 2" in words(pilot)
        await press(pilot, "#do")
        await wait_until(pilot, lambda: bool(complaint(dialog, "reason")))
        await pilot.press(*"Wrong", "tab", "enter")
        await wait_until(pilot, lambda: not screen.dossier.is_read_only)
        review = stored(app, screen.dossier).review
        assert (review.state, review.version) == (State.FOR_APPROVAL, 2)
        assert [one.reason for one in approval.versions(app.archive, review.id)] == ["Wrong"]
        assert screen.query_one("Reopened").display
        assert not screen.query_one("Approved").display


async def test_once_the_next_year_has_begun_the_step_says_why_the_approval_stands(make_app_on: MakeAppOn) -> None:
    app = make_app_on(an_archive_of_two_years)
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        [earlier] = [one for one in await _reviews(app) if one.review.year == YEAR]
        await app.show_review(earlier, "closing")
        screen = await opened(pilot)
        await wait_until(pilot, lambda: screen.standing)
        await wait_until(pilot, lambda: "so their approval stands" in words(pilot))
        assert not screen.query_one(".withdraw").display
        await app.run_action("screen.withdraw")
        await wait_until(pilot, lambda: "so their approval stands" in said(app))
        assert app.screen is screen


async def _reviews(app: MedreviewApp) -> list[Dossier]:
    """Return last year's and this year's review."""
    dossier = app.dossier
    assert dossier is not None
    last = approval.last_approved(app.archive, dossier.review)
    return [dossier, last] if last else [dossier]


@pytest.mark.parametrize("size", SIZES)
async def test_an_addendum_is_written_once_and_shown_literally(make_app_on: MakeAppOn, size: tuple[int, int]) -> None:
    app = make_app_on(an_approved_archive)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        dialog = await asked(pilot, "addendum", WriteAddendum)
        write(dialog, "reason", HOSTILE)
        await press(pilot, "#do")
        await wait_until(pilot, lambda: bool(complaint(dialog, "text")))
        write(dialog, "text", HOSTILE)
        dialog.query_one("#do", Button).focus()
        await pilot.press("enter", "enter")
        await wait_until(pilot, lambda: screen.dossier.addenda)
        await wait_until(pilot, lambda: str(screen.query_one(".addenda").render()).count(HOSTILE) == 2)
        [addendum] = stored(app, screen.dossier).addenda
        assert (addendum.reason, addendum.text, addendum.by) == (HOSTILE, HOSTILE, "Karen Lund")
        assert addendum.made_on == date.today()
        told = str(screen.query_one(".addenda").render())
        assert "Addendum 1 · " in told
        assert told.count(HOSTILE) == 2


@pytest.mark.parametrize("size", SIZES)
async def test_a_correction_of_last_year_comes_on_this_agenda(make_app_on: MakeAppOn, size: tuple[int, int]) -> None:
    app = make_app_on(an_archive_of_two_years)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert [one for one in _correcting(screen) if one.display]
        dialog = await asked(pilot, "correct_last_year", WriteAddendum)
        assert f"on the agenda of {YEAR + 1}" in words(pilot)
        write(dialog, "reason", "The figure was wrong")
        write(dialog, "text", "4.9, not 5.9")
        await press(pilot, "#do")
        await wait_until(pilot, lambda: "The figure was wrong\n\n4.9, not 5.9" in _presentations(screen.dossier))
        assert f"on the agenda of {YEAR + 1}" in said(app)


def _correcting(screen: ReviewScreen) -> list[Button]:
    return [one for one in screen.query(Button) if one.action == "screen.correct_last_year"]


def _presentations(dossier: Dossier) -> list[str]:
    return [item.presentation for item in dossier.agenda]


async def test_the_first_review_has_no_last_year_to_correct(make_app_on: MakeAppOn) -> None:
    app = make_app_on(a_blank_archive)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await screen.action_go_to("preparation")
        assert [one.display for one in _correcting(screen)] == [False]
        for action in ("correct_last_year", "withdraw", "addendum", "versions"):
            app.clear_notifications()
            await app.run_action(f"screen.{action}")
            why = "This is the first review" if action == "correct_last_year" else "are not approved"
            await wait_until(pilot, partial(_has_said, app, why))
            assert app.screen is screen


def _has_said(app: MedreviewApp, words: str) -> bool:
    return words in said(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_versions_tell_what_differs_and_lead_to_the_minutes(
    make_app_on: MakeAppOn, size: tuple[int, int]
) -> None:
    app = make_app_on(a_withdrawn_archive)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        await app.run_action("screen.versions")
        await shows(pilot, VersionsScreen)
        versions = app.screen
        titles = [str(button.label) for button in versions.query(Button)]
        assert titles == ["Version 2 · not approved yet", "Version 1 · approval withdrawn"]
        told = "\n".join(str(part.render()) for part in versions.query(".in"))
        assert "What differs from version 1" in told
        assert "Noise is measured again" in told
        assert "√ The content matches it." in told
        assert told.count(HOSTILE) == 2
        assert not versions.query("Input, TextArea")
        await pilot.press("tab", "enter")
        await shows(pilot, ReadingScreen)
        assert f"{YEAR} · Version 1 " in shown(app.screen)
        assert "Noise is measured again" not in str(app.screen.query_one("VerticalScroll Static").render())
        await pilot.press("end", "escape")
        await shows(pilot, VersionsScreen)
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is screen)


async def test_a_version_that_cannot_be_read_is_told_and_not_opened(make_app_on: MakeAppOn) -> None:
    app = make_app_on(a_withdrawn_archive)
    async with app.run_test(size=(100, 60)) as pilot:
        screen = await opened(pilot)
        await app.push_screen(VersionsScreen(screen.dossier, three_stages()))
        await shows(pilot, VersionsScreen)
        assert "does not match its SHA-256" in words(pilot)
        await press(pilot, "#stage-2")
        await wait_until(pilot, lambda: "cannot be read any more" in said(app))
        assert isinstance(app.screen, VersionsScreen)


async def test_an_addendum_begins_with_its_reason_for_day_and_name_are_there(make_app_on: MakeAppOn) -> None:
    app = make_app_on(an_approved_archive)
    async with app.run_test(size=(68, 18)) as pilot:
        await opened(pilot)
        dialog = await asked(pilot, "addendum", WriteAddendum)
        await pilot.press(*"Fejl")
        written = {field.field_name: field.typed for field in dialog.query(Field)}
        assert written["reason"] == "Fejl"
        assert "Fejl" not in written["made_on"]
