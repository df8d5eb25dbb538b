"""The whole review can be read in one column from top to bottom, in the order of the meeting."""

import pytest
from rich.cells import cell_len
from textual.containers import VerticalScroll

from medreview.minutes import Document, Kind
from medreview.minutes.document import Paragraph
from medreview.minutes.text import render as to_text
from medreview.operations.export import as_text
from medreview.tui.dialogs.palette import Palette
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.reading import WIDEST, PlainText, ReadingScreen
from medreview.tui.screens.review import ReviewScreen
from tests.archives import a_full_review
from tests.minutes.test_text import letters
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

SIZES = [(120, 40), (80, 24), (68, 18)]


def text_of(screen: ReadingScreen) -> str:
    """Return the whole text, as it is broken now."""
    return str(screen.query_one(PlainText).render())


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_just_written_is_read_with_the_rest(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(language="en")
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await wait_until(pilot, lambda: bool(screen.query("StepView")))
        await screen.action_go_to("content")
        screen.query("Field.plan TextArea").first().focus()
        await pilot.press("ctrl+end", *"Quiet")
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press(*"aloud", "enter")
        await shows(pilot, ReadingScreen)
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        assert "Quiet" in text_of(reading)
        assert app.focused is not None
        top = shown(reading)
        await pilot.press("pagedown")
        await wait_until(pilot, lambda: shown(reading) != top)
        await pilot.press("end")
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is screen)


async def test_the_text_goes_through_the_items_in_their_order(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test() as pilot:
        await shows(pilot, HomeScreen)
        dossier = app.dossier
        assert dossier is not None
        text = as_text(app.archive, dossier, "da")
        places = [text.find(f"\n{at}. {item.title[:30]}") for at, item in enumerate(dossier.agenda, start=1)]
        assert all(goal.text[:30] in text for goal in dossier.open_goals)
        assert -1 not in places
        assert places == sorted(places)


async def test_the_lines_follow_the_width_of_the_window(make_app: MakeApp) -> None:
    app = make_app(language="da")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await app.run_action("app.read")
        await shows(pilot, ReadingScreen)
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        plain, scroll = reading.query_one(PlainText), reading.query_one(VerticalScroll)
        words = set(letters(to_text(reading._document)))
        for width in (60, 68, 80, 100, 200):
            await pilot.resize_terminal(width, 24)
            room = min(width - 5, WIDEST)
            await wait_until(pilot, lambda room=room: room <= plain.size.width <= room + 2)  # type: ignore[misc]
            lines = text_of(reading).split("\n")
            assert room - 12 < max(map(len, lines)) <= plain.size.width
            assert plain.size.height == len(lines)
            assert not scroll.show_horizontal_scrollbar
            assert not set(letters(text_of(reading))) - words


async def test_what_is_wider_than_the_window_is_cut_not_lost(make_app: MakeApp) -> None:
    app = make_app(language="da")
    wide = "7e16b6ab" * 10
    async with app.run_test(size=(60, 16)) as pilot:
        await shows(pilot, HomeScreen)
        blocks = (Paragraph(wide), Paragraph("会議" * 40))
        document = Document(Kind.MINUTES, "da", "Referat", "Udvalg", (), blocks)
        await app.push_screen(ReadingScreen(a_full_review(), "Version 1", document))
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        await wait_until(pilot, lambda: wide in text_of(reading).replace("\n", ""))
        room = reading.query_one(PlainText).size.width
        assert max(map(cell_len, text_of(reading).split("\n"))) <= room


async def test_what_is_read_stays_on_top_through_all_sizes(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await app.run_action("app.read")
        await shows(pilot, ReadingScreen)
        scroll, text = app.screen.query_one(VerticalScroll), app.screen.query_one(PlainText)
        await wait_until(pilot, lambda: scroll.max_scroll_y > 60)
        scroll.scroll_to(y=60, animate=False)
        await wait_until(pilot, lambda: scroll.scroll_y == 60)
        read = str(text.render()).splitlines()[60]
        for size in ((68, 18), (120, 40), (60, 16)):
            await pilot.resize_terminal(*size)
            await wait_until(pilot, lambda: text._known[0] == text.content_size.width and not text._seeks)
            lines = str(text.render()).splitlines()
            at = round(scroll.scroll_y)
            assert read.split()[0] in " ".join(lines[at : at + 2])
        await pilot.resize_terminal(80, 24)
        await wait_until(pilot, lambda: scroll.scroll_y == 60)
