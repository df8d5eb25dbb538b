"""A text of several lines: after the window was made wider or narrower its lines stand as they are broken now."""

from textual.app import App, ComposeResult

from medreview.tui.widgets.text_box import TextBox
from tests.tui.looking import shown
from tests.tui.waiting import wait_until

TEXT = "Lokal-MED behandler både MED- og arbejdsmiljøsager. TRIO (leder, TR og AMR) mødes hver måned."


class Host(App[None]):
    """A text as a form has it, that is as high as what stands in it."""

    CSS = "TextBox { height: auto; border: none; padding: 0; }"

    def compose(self) -> ComposeResult:
        yield TextBox(TEXT, soft_wrap=True, compact=True)


async def test_lines_are_as_broken_as_they_are_shown() -> None:
    app = Host()
    async with app.run_test(size=(60, 16)) as pilot:
        for width in (68, 120, 80, 68, 60, 68):
            await pilot.resize_terminal(width, 16)
            box = app.query_one(TextBox)
            await wait_until(pilot, lambda: box.size.width == width)  # noqa: B023
            assert " ".join(shown(box).split()) == TEXT, width
