"""What is drawn again for a key, and what is laid out again when it is stored."""

import pytest
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from medreview.tui.widgets.bars import KeyBar, TitleBar
from tests.tui.conftest import MakeApp
from tests.tui.test_review_screen import opened
from tests.tui.waiting import wait_until


async def test_a_key_draws_only_its_row_and_storing_it_lays_out_nothing(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Widget] = []
    layouts = []
    render_lines, lay_out = Widget.render_lines, Screen._refresh_layout

    def noted(self: Widget, crop: Region) -> list[Strip]:
        drawn.append(self)
        return render_lines(self, crop)

    def counted(self: Screen[object], *args: object, **options: object) -> None:
        layouts.append(self)
        lay_out(self, *args, **options)  # type: ignore[arg-type]

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "cooperation")
        await pilot.press("tab", "tab", "tab", "x")
        await wait_until(pilot, lambda: "x" in screen.dossier.cooperation.called_by)
        monkeypatch.setattr(Widget, "render_lines", noted)
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        monkeypatch.setattr(app, "note_saved", lambda: None)  # the minute of the clock may change meanwhile
        await pilot.press("y")
        assert app.focused in drawn
        assert not {TitleBar, KeyBar}.intersection(map(type, drawn))
        await wait_until(pilot, lambda: "y" in screen.dossier.cooperation.called_by)
        assert layouts == []
