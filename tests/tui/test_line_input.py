"""A line to type in: nothing is laid out again for a key, and yet a long text scrolls."""

import pytest
from textual.app import App, ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Input

from medreview.tui.widgets.line_input import LineInput
from tests.tui.looking import shown
from tests.tui.waiting import wait_until

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Host(App[None]):
    """A line of twelve cells."""

    CSS = "Input { width: 12; padding: 0; }"

    def __init__(self, kind: type[Input] = LineInput) -> None:
        super().__init__()
        self.line = kind(compact=True)

    def compose(self) -> ComposeResult:
        yield self.line


async def test_a_long_text_scrolls_to_where_one_writes() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*LETTERS)
        assert shown(app.line) == LETTERS[-11:]
        await pilot.press("home")
        assert shown(app.line) == LETTERS[:12]
        await pilot.press("end", *["backspace"] * 20)
        assert shown(app.line) == LETTERS[:6]


async def test_a_long_text_shows_its_beginning_when_it_is_left_and_its_cursor_when_it_is_gone_back_to() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*LETTERS)
        app.screen.set_focus(None)
        await wait_until(pilot, lambda: shown(app.line) == LETTERS[:12])
        app.line.focus()
        await wait_until(pilot, lambda: shown(app.line) == LETTERS[-11:])
        app.screen.set_focus(None)
        await wait_until(pilot, lambda: shown(app.line) == LETTERS[:12])
        await pilot.click(app.line, offset=(3, 0))
        await pilot.press("X")
        assert app.line.value == "abcX" + LETTERS[3:]
        assert shown(app.line) == app.line.value[:12]


@pytest.mark.parametrize(("kind", "lays_out"), [(Input, True), (LineInput, False)])
async def test_a_key_lays_out_nothing(kind: type[Input], lays_out: bool) -> None:
    app = Host(kind)
    async with app.run_test() as pilot:
        await pilot.press("a")
        app.line.insert_text_at_cursor("b")
        assert app.line._layout_required is lays_out


@pytest.mark.parametrize(
    ("keys", "stored"),
    [
        (("tab",), "Mette Færch"),
        (("enter",), "Mette Færch"),
        (("enter", "comma"), "Mette Færch,"),
        (("delete", "tab"), "met"),
        (("comma", "tab"), "met,"),
        (("home", "tab"), "met"),
    ],
)
async def test_what_is_offered_and_seen_is_taken_unless_it_is_waived(keys: tuple[str, ...], stored: str) -> None:
    app = Host()
    app.line.suggester = SuggestFromList(["Mette Færch"], case_sensitive=False)
    async with app.run_test() as pilot:
        await pilot.press(*"met")
        await wait_until(pilot, lambda: app.line._suggestion)
        await pilot.press(*keys)
        assert app.line.value == stored


async def test_enter_that_takes_what_is_offered_does_no_more() -> None:
    submitted = []

    class Told(Host):
        def on_input_submitted(self) -> None:
            submitted.append(self.line.value)

    app = Told()
    app.line.suggester = SuggestFromList(["Mette Færch"], case_sensitive=False)
    async with app.run_test() as pilot:
        await pilot.press(*"met")
        await wait_until(pilot, lambda: app.line._suggestion)
        await pilot.press("enter")
        assert not submitted
        await pilot.press("enter")
        await wait_until(pilot, lambda: submitted)
        assert submitted == ["Mette Færch"]
