"""A window that is too small says so whole; whatever the window does, what is written stays."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from medreview.i18n import tr
from medreview.operations import reviews
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.pick_file import PickFile
from medreview.tui.fitting import TooSmall
from medreview.tui.screens.crash import Crash, CrashApp
from medreview.tui.screens.help import HelpScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.step_room import StepRoom
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown, shows
from tests.tui.places import ARCHIVE, PLACES
from tests.tui.waiting import wait_until
from tests.tui.walking import at_home, settled
from tests.tui.wholeness import faults

TINY: Final = (40, 12)
STORM: Final = [TINY, (60, 16), (200, 60), (68, 18), (59, 40), (120, 40), (200, 15), (80, 24), (1, 1), (80, 24)]
WORDS: Final = "månedsmøde"


@pytest.mark.parametrize("language", ["da", "sv", "en"])
async def test_a_tiny_window_says_whole_what_to_do(make_app: MakeApp, language: str) -> None:
    app = make_app(language=language)
    async with app.run_test(size=TINY) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: app.screen.query(TooSmall))
        said = " ".join(shown(app.screen).split())
        for words in ("The window is too small", "Nothing is lost: all that is written stays."):
            assert tr(words) in said
        assert tr("Make it larger, or its text smaller: Ctrl and −.") in said
        assert tr("Now {now}, at least {least}.", now="40 × 12", least="60 × 16") in said
        await pilot.press("f2", "f6")
        assert isinstance(app.screen, HomeScreen)
        await pilot.resize_terminal(60, 16)
        await wait_until(pilot, lambda: not app.screen.query(TooSmall))
        assert tr("Continue") in shown(app.screen)
        await pilot.resize_terminal(*TINY)
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: app._exit)


async def test_what_is_told_after_an_error_asks_for_room_too() -> None:
    app = CrashApp(Crash(ARCHIVE, ARCHIVE.with_suffix(".log")), "light")
    async with app.run_test(size=TINY) as pilot:
        await wait_until(pilot, lambda: app.screen.query(TooSmall))
        assert tr("The window is too small") in shown(app.screen)


async def test_what_is_written_outlives_a_storm_of_sizes(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await wait_until(pilot, lambda: screen.query("StepView"))
        await screen.action_go_to("closing")
        area = screen.query_one("StepView.closing Field.how_we_cooperate TextArea", TextArea)
        area.focus()
        await pilot.press("end")
        for letter, size in zip(WORDS, STORM, strict=True):
            await pilot.resize_terminal(*size)
            await pilot.press(letter)
        await pilot.resize_terminal(80, 24)
        await wait_until(pilot, lambda: not app.screen.query(TooSmall))
        assert app.focused is area
        assert area.text == WORDS
        assert area.cursor_location == (0, len(WORDS))
        await app.flush()
        assert reviews.load(app.archive, screen.dossier.review.id).closing.how_we_cooperate == WORDS


async def test_keys_that_lead_away_from_what_is_not_seen_are_refused_and_said(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await app.run_action("app.import_file")
        await shows(pilot, PickFile)
        typed = app.screen.query_one(Input)
        typed.value = ""
        await pilot.resize_terminal(*TINY)
        await wait_until(pilot, lambda: "what you type goes into its field" in " ".join(shown(app.screen).split()))
        await pilot.press("m", "x", "backspace", "i", "n", "enter", "x")
        await wait_until(pilot, lambda: "Keys are not heard until then" in " ".join(shown(app.screen).split()))
        assert (app.focused, typed.value) == (typed, "min")
        await pilot.resize_terminal(80, 24)
        await wait_until(pilot, lambda: not app.screen.query(TooSmall))
        await pilot.press("!")
        assert (type(app.screen), typed.value) == (PickFile, "min!")


async def test_what_is_typed_in_a_dialog_outlives_it_too(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await app.run_action("app.import_file")
        await shows(pilot, PickFile)
        typed = app.screen.query_one(Input)
        typed.value = "min fil.json"
        for size in STORM:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert isinstance(app.screen, PickFile)
        assert app.focused is typed
        assert typed.value == "min fil.json"
        assert not app.screen.query(TooSmall)


@pytest.mark.parametrize("language", ["da", "sv", "en"])
async def test_what_only_shows_something_is_whole_in_a_tiny_window(make_app: MakeApp, language: str) -> None:
    app = make_app(language=language)
    wrong: list[str] = []
    async with at_home(app, (80, 24)) as pilot:
        for name in ("room-attendance", "room-look_back", "room-history", "compare-room", "read", "guide", "steps"):
            await PLACES[name](pilot)
            await settled(pilot)
            await pilot.resize_terminal(*TINY)
            await settled(pilot)
            assert not app.screen.query(TooSmall)
            wrong += [f"{name}: {fault}" for fault in faults(app.screen)]
            await pilot.resize_terminal(80, 24)
            while not isinstance(app.screen, HomeScreen):
                await app.pop_screen()
    assert not wrong


@asynccontextmanager
async def in_a_tiny_room(app: MedreviewApp) -> AsyncIterator[Pilot[Any]]:
    """Show the last step to the room, in a window that is tiny by then."""
    async with at_home(app, (80, 24)) as pilot:
        await PLACES["room-closing"](pilot)
        await settled(pilot)
        await pilot.resize_terminal(*TINY)
        yield pilot


async def test_in_the_room_one_writes_and_goes_on_in_a_tiny_window(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with in_a_tiny_room(app) as pilot:
        room = app.screen
        await pilot.press("enter", *WORDS, "escape", "right")
        await wait_until(pilot, lambda: "What was decided?" in shown(room))
        assert isinstance(room, StepRoom)
        await wait_until(pilot, lambda: room.dossier.closing.how_we_cooperate == WORDS)


async def test_esc_leads_back_from_what_is_too_large_to_what_is_whole(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with in_a_tiny_room(app) as pilot:
        room = app.screen
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        await wait_until(pilot, lambda: tr("Esc goes back.") in shown(app.screen))
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is room and not room.query(TooSmall))
