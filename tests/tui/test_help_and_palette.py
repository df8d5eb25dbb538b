"""Help explains the focused field and lists the keys; the palette finds every command by its words."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from medreview.domain.committee import Language
from medreview.i18n import use
from medreview.i18n.field_help import FIELD_HELP
from medreview.i18n.terms import FIELDS
from medreview.templates import load_template
from medreview.tui.commands import APP, BACK, COMMITTEE, EXPORT, HELP, HOME, REVIEW
from medreview.tui.dialogs.finder import Entry, found
from medreview.tui.dialogs.palette import Palette
from medreview.tui.screens.help import HelpScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.settings import SettingsScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

DUTIES = {duty.id for duty in load_template("dk-med").duties}


async def in_step(pilot: Pilot[Any], step: str) -> ReviewScreen:
    """Go to a step of this year's review."""
    await shows(pilot, HomeScreen)
    await pilot.press("f5")
    await shows(pilot, ReviewScreen)
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    await wait_until(pilot, lambda: bool(screen.query("StepView")))
    await screen.action_go_to(step)
    await pilot.pause()
    return screen


def text_of(pilot: Pilot[Any]) -> str:
    """Return the words on the screen, wherever the lines break."""
    return " ".join(shown(pilot.app.screen).split())


def test_every_explained_field_is_a_field_and_every_duty_is_in_the_template() -> None:
    assert set(FIELD_HELP) <= set(FIELDS)
    assert {duty for one in FIELD_HELP.values() for duty in one.duties} <= DUTIES


async def test_a_field_is_explained_with_examples_and_duty(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await in_step(pilot, "goals")
        screen.query_one("StepView.goals Field.text TextArea").focus()
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        text = text_of(pilot)
        help_on = FIELD_HELP["Goal.text"]
        assert all(part in text for part in (help_on.what, f"Good: {help_on.good}", f"Weak: {help_on.weak}"))
        assert "§ L4" in text
        assert "as of 1 February 2024" in text
        await pilot.press("f1")
        await wait_until(pilot, lambda: app.screen is screen)
        assert screen.query_one("StepView.goals Field.text TextArea").has_focus


async def test_without_a_field_the_step_is_explained(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await in_step(pilot, "goals")
        screen.set_focus(None)
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        template = load_template("dk-med")
        assert template.step("goals").purpose.in_language("en") in text_of(pilot)
        assert "Ctrl+N" in text_of(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (68, 18)])
async def test_help_opens_everywhere_and_can_be_scrolled(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        for _ in range(2):
            await pilot.press("f1")
            await shows(pilot, HelpScreen)
            await pilot.press("end")
            await wait_until(pilot, lambda: "Ctrl" in shown(app.screen))
            await pilot.press("escape")
            await shows(pilot, HomeScreen)


@pytest.mark.parametrize("language", Language)
def test_every_command_is_found_by_its_own_words(language: Language) -> None:
    use(language)
    commands = (*HOME, *REVIEW, *BACK, *COMMITTEE, *EXPORT, *HELP, *APP)
    palette = Palette(commands)
    entries: list[Entry] = list(palette._entries)
    for entry in entries:
        assert entry in found(entries, entry.words)


def test_words_are_found_in_any_order_and_case_and_beginnings_come_first() -> None:
    use("da")
    entries = list(Palette(APP)._entries)
    assert found(entries, "INDSTIL")[0].key == "app.settings"
    assert [one.key for one in found(entries, "kontrast farver")] == ["app.theme('projector')"]
    assert found(entries, "qqq") == []


async def test_the_palette_runs_what_is_picked(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press(*"indstil", "enter")
        await shows(pilot, SettingsScreen)
        await pilot.press("escape")
        await shows(pilot, HomeScreen)


async def test_nothing_found_is_said_and_enter_does_nothing(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press(*"qqq", "enter")
        await wait_until(pilot, lambda: "Nothing found" in shown(app.screen))
        assert isinstance(app.screen, Palette)
        await pilot.press("escape")
        await shows(pilot, HomeScreen)


async def test_arrows_move_in_the_palette_while_typing(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press("down", "down", "up", "pagedown")
        assert app.screen.query_one(OptionList).highlighted == 9
        await pilot.press("pageup", "pageup")
        assert app.screen.query_one(OptionList).highlighted == 0
