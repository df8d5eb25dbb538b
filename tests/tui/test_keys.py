"""Keys that arrive, few of them for the most frequent deed, and a tab order that leads everywhere and traps nobody."""

import ast
import re
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import TextArea

import medreview.tui
from medreview.domain.dossier import in_order
from medreview.domain.goal import Evaluation, Outcome
from medreview.tui import commands
from medreview.tui.commands import Command
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.parts import PARTS
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.records import Records
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown
from tests.tui.test_review_screen import opened
from tests.tui.waiting import wait_until

PLAIN: Final = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("enter", "escape", "tab", "shift+tab", "space", "delete", "backspace", "plus"),
    )
)
"""The keys without a letter that reach the program in every terminal; + is a key of its own on Nordic keyboards."""

MEANT_OTHERWISE: Final = frozenset("cvxhijm")
"""With Ctrl these copy, paste and cut, or arrive as Backspace, Tab and Enter."""

TABLES: Final = [table for table in vars(commands).values() if isinstance(table, tuple) and table]
COMMANDS: Final = [one for table in TABLES for one in table if isinstance(one, Command) and one.key]


def arrives(key: str) -> bool:
    """Return whether a key reaches the program in every terminal, on a Danish keyboard too."""
    if re.fullmatch(r"f([1-9]|10)", key) or key in PLAIN:
        return True
    letter = re.fullmatch(r"ctrl\+([a-z])", key)
    return letter is not None and letter[1] not in MEANT_OTHERWISE


def bound_in_code() -> set[str]:
    """Return the keys of every `Binding(...)` that is written in the code of the screens."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(medreview.tui.__path__[0]).rglob("*.py")]
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    bound = (call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Binding")
    return {key for one in bound if isinstance(one, ast.Constant) for key in str(one.value).split(",")}


def test_nothing_is_bound_to_a_key_that_does_not_arrive() -> None:
    assert COMMANDS
    assert {one.key for one in COMMANDS if not arrives(one.key)} == set()
    assert {key for key in bound_in_code() if not arrives(key)} - {"ctrl+a"} == set()
    assert not any(arrives(key) for key in ("alt+a", "ctrl+shift+a", "ctrl+enter", "at", "slash", "f11", "ctrl+i"))


@pytest.mark.parametrize("table", [table for table in TABLES if isinstance(table[0], Command)])
def test_no_two_commands_of_a_screen_share_a_key(table: tuple[Command, ...]) -> None:
    keys = [one.key for one in table if one.key and one.action != "screen.leave"]
    assert len(set(keys)) == len(keys)


async def test_two_keys_lead_to_every_step_from_inside_a_field(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "closing")
        for digit, step in reversed(list(enumerate(screen.step_keys))):
            await pilot.press("f4", str(digit))
            await wait_until(pilot, lambda step=step: screen.step_key == step)  # type: ignore[misc]
        assert len(screen.step_keys) <= 10


def judged(screen: ReviewScreen, at: int) -> Evaluation:
    """Return how one of last year's goals is judged, counted from 0."""
    found = screen.dossier.evaluation_of(in_order(screen.dossier.last_goals)[at])
    assert found is not None
    return found


@pytest.mark.parametrize("size", [(120, 40), (68, 18)])
async def test_a_goal_is_judged_with_three_keys_beside_its_text(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, "look_back")
        for at, (digit, outcome) in enumerate([("1", Outcome.MET), ("3", Outcome.PARTLY), ("4", Outcome.NOT_MET)]):
            await pilot.press(digit, "enter")
            await wait_until(pilot, lambda: isinstance(app.focused, Widget) and app.focused.query_ancestor(Field))
            field = app.focused.query_ancestor(Field) if app.focused else None
            assert field is not None
            assert field.field_name == "reached"
            await pilot.press("tab")
            assert isinstance(app.focused, TextArea)
            await pilot.press("end", *f"Tekst{at}")
            await pilot.press("f8")
            await wait_until(pilot, lambda at=at: f"Tekst{at}" in judged(screen, at).done)  # type: ignore[misc]
            assert judged(screen, at).outcome is outcome


async def test_the_digits_of_the_list_mean_the_same_in_the_row_of_words(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "look_back")
        screen.view.query(Records).first().query("Choice").first(Choice).focus()
        await pilot.press("3")
        await wait_until(pilot, lambda: judged(screen, 0).outcome is Outcome.PARTLY)
        await pilot.press("0")
        await wait_until(pilot, lambda: judged(screen, 0).outcome is Outcome.NOT_ASSESSED)


def within(widget: Widget) -> Field | Widget:
    """Return the field that a control belongs to, else the control."""
    return next((one for one in widget.ancestors_with_self if isinstance(one, Field)), widget)


def writable(screen: ReviewScreen) -> set[Widget]:
    """Return the fields of the step that are there to be written in."""
    fields = screen.view.query(Field)
    return {one for one in fields if not one.disabled and all(around.display for around in one.ancestors_with_self)}


async def tabbed(pilot: Pilot[Any], key: str) -> list[Widget]:
    """Return what has the focus one after the other, until it comes round."""
    start = pilot.app.focused
    assert start is not None
    around = [start]
    for _ in range(200):
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.focused is not None
        if pilot.app.focused is start:
            return around
        around.append(pilot.app.focused)
    raise AssertionError(f"trapped at {around[-1]}")


@pytest.mark.parametrize("step", PARTS)
async def test_tab_visits_every_field_and_comes_round(make_app: MakeApp, step: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, step)
        on = await tabbed(pilot, "tab")
        assert writable(screen) <= {within(one) for one in on}
        assert await tabbed(pilot, "shift+tab") == [on[0], *reversed(on[1:])]
        assert len(set(on)) == len(on)
        assert in_reading_order(screen, [one for one in on if screen.view in one.ancestors])


def in_reading_order(screen: ReviewScreen, on: list[Widget]) -> bool:
    """Return whether the focus goes from left to right and from the top down, beginning anywhere."""
    screen.view.scroll_home(animate=False)
    at = [(one.region.y, one.region.x) for one in map(within, on)]
    first = at.index(min(at))
    return (at[first:] + at[:first]) == sorted(at)


async def test_a_text_is_left_with_tab_and_keeps_what_was_written(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "closing")
        area = screen.query_one(".closing .where_found TextArea", TextArea)
        area.focus()
        await pilot.press("a", "tab")
        assert not area.has_focus
        await pilot.press("shift+tab")
        assert area.has_focus
        assert area.text.endswith("a") or area.text.startswith("a")
        assert "\t" not in shown(screen)
