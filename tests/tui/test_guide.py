"""The guide as a page: found in the palette and in the help, whole at every width, and left with Esc."""

from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Button

from medreview.guide import read_guide
from medreview.tui.dialogs.palette import Palette
from medreview.tui.screens.guide import GuideScreen, Passages
from medreview.tui.screens.help import HelpScreen
from medreview.tui.screens.home import HomeScreen
from tests.tui.conftest import MakeApp
from tests.tui.contrast import drawn
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

LEAST = {"light": 4.5, "dark": 4.5, "projector": 7.0}


async def open_guide(pilot: Pilot[Any]) -> VerticalScroll:
    """Open the guide from home and return what scrolls."""
    await shows(pilot, HomeScreen)
    await pilot.app.run_action("app.guide")
    await shows(pilot, GuideScreen)
    return pilot.app.screen.query_one(VerticalScroll)


async def pages(pilot: Pilot[Any], scroll: VerticalScroll) -> list[str]:
    """Leaf through the guide line by line of pages and return what was seen."""
    seen = [shown(scroll)]
    while scroll.scroll_y < scroll.max_scroll_y:
        scroll.scroll_to(y=scroll.scroll_y + scroll.size.height, animate=False)
        await pilot.pause()
        seen.append(shown(scroll))
    return seen


async def test_the_palette_opens_it_and_esc_leads_back(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press(*"manual", "enter")
        await shows(pilot, GuideScreen)
        assert "How to hold the annual discussion" in shown(app.screen)
        await pilot.press("escape")
        await shows(pilot, HomeScreen)


async def test_the_help_opens_it_by_keys_alone(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        await pilot.press("tab")
        assert isinstance(app.focused, Button)
        assert "Guide: prepare, hold and finish" in shown(app.screen)
        await pilot.press("enter")
        await shows(pilot, GuideScreen)
        await pilot.press("escape")
        await shows(pilot, HelpScreen)


async def test_the_help_opens_it_with_the_mouse(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        await pilot.click(Button)
        await shows(pilot, GuideScreen)


async def test_help_over_the_guide_does_not_lead_to_it_again(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_guide(pilot)
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        assert not app.screen.query(Button)
        assert app.check_action("guide", ())
        await pilot.press("escape")
        await shows(pilot, GuideScreen)
        assert not app.check_action("guide", ())


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("size", [(120, 40), (68, 18), (60, 16)])
async def test_all_of_it_can_be_read_at_every_size(make_app: MakeApp, size: tuple[int, int], language: str) -> None:
    app = make_app(language=language)
    async with app.run_test(size=size) as pilot:
        scroll = await open_guide(pilot)
        assert scroll.has_focus
        assert scroll.max_scroll_x == 0
        *whole_pages, last = await pages(pilot, scroll)
        seen = " ".join(" ".join([*whole_pages, last]).split())
        words = {word for passage in read_guide(language) for word in passage.text.split()}
        assert words <= set(seen.split())


async def test_keys_scroll_it(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        scroll = await open_guide(pilot)
        await pilot.press("end")
        await wait_until(pilot, lambda: scroll.scroll_y == scroll.max_scroll_y > 100)
        assert "MED-aftale" in shown(scroll)
        await pilot.press("home")
        await wait_until(pilot, lambda: scroll.scroll_y == 0)


async def test_another_width_wraps_it_anew(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_guide(pilot)
        text = app.screen.query_one(Passages)
        wide = text.size.height
        for width in (50, 120, 68):
            await pilot.resize_terminal(width, 20)
            await wait_until(pilot, lambda: text.size.height == len(text._lines(text.size.width)))
            assert text.size.width <= 100
        assert text.size.height > wide


@pytest.mark.parametrize("theme", LEAST)
async def test_it_can_be_read_in_every_theme(make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    async with app.run_test(size=(100, 60)) as pilot:
        scroll = await open_guide(pilot)
        while True:
            await pilot.pause()
            assert not [piece for piece in drawn(app.screen) if piece.ratio < LEAST[theme]]
            if scroll.scroll_y >= scroll.max_scroll_y:
                break
            scroll.scroll_to(y=scroll.scroll_y + 50, animate=False)


@pytest.mark.parametrize("theme", LEAST)
async def test_the_line_in_the_help_can_be_read_with_and_without_focus(make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    async with app.run_test(size=(100, 40)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        for _ in range(2):
            await pilot.pause()
            assert not [piece for piece in drawn(app.screen) if piece.ratio < LEAST[theme]]
            await pilot.press("tab")
