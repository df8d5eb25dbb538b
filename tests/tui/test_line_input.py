"""A line to type in: nothing is laid out again for a key, and yet a long text scrolls."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Input

from medreview.tui.widgets.line_input import LineInput
from tests.tui.looking import shown

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


@pytest.mark.parametrize(("kind", "lays_out"), [(Input, True), (LineInput, False)])
async def test_a_key_lays_out_nothing(kind: type[Input], lays_out: bool) -> None:
    app = Host(kind)
    async with app.run_test() as pilot:
        await pilot.press("a")
        app.line.insert_text_at_cursor("b")
        assert app.line._layout_required is lays_out
