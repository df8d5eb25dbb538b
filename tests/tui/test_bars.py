"""The bar above every screen tells where one is however long the name is; the one below how one gets on."""

import pytest

from medreview.tui.commands import APP, BACK, COMPARING, PRESENT
from medreview.tui.widgets.bars import KeyBar, TitleBar, Where
from tests.tui.hosts import Host
from tests.tui.looking import shown

NAME = "Solbakken plejecenter og daghjem Lokal-MED"


@pytest.mark.parametrize("width", [120, 60, 40])
async def test_the_step_is_whole_and_the_name_gives_way(width: int) -> None:
    async with Host(TitleBar).run_test(size=(width, 3)) as pilot:
        bar = pilot.app.query_one(TitleBar)
        bar.say_where(NAME, "2026", here="Forberedelse 1/10")
        bar.say_stored("Gemt 10.42"[: width // 8])
        await pilot.pause()
        words = shown(bar.query_one(Where))
        assert words.endswith("2026 · Forberedelse 1/10")
        assert words.startswith({120: NAME, 60: NAME[:9], 40: "2026"}[width])


async def test_a_narrower_window_shortens_what_is_already_shown() -> None:
    async with Host(TitleBar).run_test(size=(120, 3)) as pilot:
        bar = pilot.app.query_one(TitleBar)
        bar.say_where(NAME, "2026", here="Mål 7/10")
        await pilot.pause()
        assert NAME in shown(bar.query_one(Where))
        await pilot.resize_terminal(40, 3)
        await pilot.pause()
        assert shown(bar.query_one(Where)).endswith("… · 2026 · Mål 7/10")


@pytest.mark.parametrize(
    ("width", "keys"),
    [
        (80, ["F5", "F7", "F8", "F6", "F1", "Ctrl+P"]),
        (68, ["F5", "F7", "F8", "F6", "F1", "Ctrl+P"]),
        (60, ["F5", "F7", "F8", "F1", "Ctrl+P"]),
        (34, ["F5", "F1", "Ctrl+P"]),
    ],
)
async def test_help_and_palette_stay_in_the_bar_and_the_last_of_the_others_give_way(
    width: int, keys: list[str]
) -> None:
    known = {command.key_name for command in (*COMPARING, *BACK, *APP)}
    async with Host(KeyBar).run_test(size=(width, 3)) as pilot:
        bar = pilot.app.query_one(KeyBar)
        bar.show((*COMPARING, *BACK, *APP))
        await pilot.pause()
        assert [word for word in shown(bar).split() if word in known] == keys


async def test_what_works_everywhere_gives_way_before_the_hints_stand_closer() -> None:
    async with Host(KeyBar).run_test(size=(68, 3)) as pilot:
        bar = pilot.app.query_one(KeyBar)
        bar.show((*BACK, PRESENT, *APP))
        await pilot.pause()
        assert [len(hint.split()) for hint in shown(bar).strip().split("  ")] == [2] * 5
