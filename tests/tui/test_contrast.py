"""Every text on every screen can be read: at least 4.5:1, for the projector 7:1; never dim."""

from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot

from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.parts import PARTS
from tests.tui.approvals import an_approved_archive
from tests.tui.conftest import MakeApp
from tests.tui.contrast import contrast, drawn
from tests.tui.waiting import wait_until

LEAST: Final = {"light": 4.5, "dark": 4.5, "projector": 7.0}


def test_black_on_white_is_the_strongest_contrast() -> None:
    assert round(contrast((0, 0, 0), (255, 255, 255))) == 21
    assert contrast((90, 90, 90), (90, 90, 90)) == 1


def poor(pilot: Pilot[Any], least: float) -> list[str]:
    """Return the texts on the screen that fall short."""
    return [f"{piece.text!r} {piece.ratio:.1f}" for piece in drawn(pilot.app.screen) if piece.ratio < least]


@pytest.mark.parametrize("theme", LEAST)
async def test_steps_can_be_read_with_focus_on_every_control(make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    async with app.run_test(size=(110, 60)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.pause(0.2)
        assert not poor(pilot, LEAST[theme])
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        for key in PARTS:
            await screen.action_go_to(key)
            for _ in range(4):
                await pilot.pause(0.05)
                assert not poor(pilot, LEAST[theme]), key
                await pilot.press("tab")


@pytest.mark.parametrize("theme", LEAST)
async def test_an_approved_review_and_the_dialogs_can_be_read(make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    async with app.run_test(size=(110, 50)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        for keys in (["f9"], ["f2"], ["ctrl+p"], ["f1"], ["f6"]):
            await pilot.press(*keys)
            await pilot.pause(0.5)
            assert not poor(pilot, LEAST[theme]), keys
            await pilot.press("escape")
            await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        app.screen.query_one("#years").focus()
        await pilot.press("end", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("Field")))
        await pilot.pause(0.3)
        assert not poor(pilot, LEAST[theme])


@pytest.mark.parametrize("theme", LEAST)
async def test_the_approval_in_the_last_step_can_be_read(make_app: MakeApp, tmp_path: Path, theme: str) -> None:
    an_approved_archive(tmp_path / "own.medreview")
    app = make_app(tmp_path / "own.medreview", theme=theme)
    async with app.run_test(size=(110, 60)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("Approved")))
        for _ in range(6):
            await pilot.pause(0.05)
            assert not poor(pilot, LEAST[theme])
            await pilot.press("tab")
