"""What is drawn again for a key or a change of focus, and what is laid out again when it is stored."""

from asyncio import Handle

import pytest
from rich.segment import Segment
from textual import events
from textual._compositor import Compositor, ReflowResult
from textual.geometry import Region, Size
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Button, Input, Label, OptionList, Static, TextArea

from medreview.operations import whereabouts
from medreview.tui.nearby import Nearby, hears
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.view import StepView
from medreview.tui.widgets.bars import KeyBar, TitleBar, Where
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.listing import RowList
from tests.tui.conftest import MakeApp
from tests.tui.test_review_screen import opened
from tests.tui.waiting import wait_until

_ROWS = 2
"""The rows of a field in which one writes, and so of what is drawn again of all that lies under it."""


async def test_a_key_draws_only_its_row_and_storing_it_lays_out_nothing(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: dict[Widget, int] = {}
    layouts = []
    render_lines, lay_out = Widget.render_lines, Screen._refresh_layout

    def noted(self: Widget, crop: Region) -> list[Strip]:
        drawn[self] = crop.height
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
        assert max(drawn.values()) <= _ROWS
        await wait_until(pilot, lambda: "y" in screen.dossier.cooperation.called_by)
        assert layouts == []


@pytest.mark.parametrize("opens", ["f6", "ctrl+f"])
async def test_a_screen_is_drawn_in_another_turn_of_the_loop_than_it_is_laid_out(
    opens: str, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: set[tuple[Compositor, bool]] = set()
    turns = [0]
    laid_out: set[int] = set()
    drawn: set[int] = set()
    run, render_update, reflow = Handle._run, Compositor.render_update, Compositor.reflow

    def turned(self: Handle) -> None:
        turns.append(turns[-1] + 1)
        run(self)

    def noted(self: Compositor, *args: bool, **options: object) -> object:
        drawn.add(turns[-1])
        shown.add((self, bool(self.widgets)))
        return render_update(self, *args, **options)  # type: ignore[arg-type]

    def counted(self: Compositor, parent: Widget, size: Size) -> ReflowResult:
        laid_out.add(turns[-1])
        return reflow(self, parent, size)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "goals")
        monkeypatch.setattr(Handle, "_run", turned)
        monkeypatch.setattr(Compositor, "render_update", noted)
        monkeypatch.setattr(Compositor, "reflow", counted)
        await pilot.press("ctrl+n")
        heading = screen.view.query_one(".heading")
        await wait_until(pilot, lambda: drawn and heading.size and not screen._compositor._dirty_regions)
        await pilot.press(opens)
        await wait_until(pilot, lambda: app.screen is not screen and not app.screen._compositor._dirty_regions)
        await wait_until(pilot, lambda: (app.screen._compositor, True) in shown)
        monkeypatch.undo()
        assert len(laid_out) > 1
        assert drawn
        assert laid_out.isdisjoint(drawn)


async def test_what_changes_while_changes_are_held_together_is_drawn_after_them(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Region] = []
    render_update = Nearby.render_update

    def noted(self: Nearby, *args: bool, **options: object) -> object:
        assert not app._batch_count
        drawn.extend(self._dirty_regions)
        return render_update(self, *args, **options)  # type: ignore[arg-type]

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "goals")
        monkeypatch.setattr(Nearby, "render_update", noted)
        with app.batch_update():
            await pilot.resize_terminal(100, 30)
            await wait_until(pilot, lambda: screen.size.width == 100)
            assert drawn == []
        screen.check_idle()
        await wait_until(pilot, lambda: screen.region in drawn)
        monkeypatch.undo()  # what is drawn when the program ends is no matter


async def test_an_arrow_in_a_list_is_nothing_to_what_lies_around_the_list(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    got: list[type[MessagePump]] = []
    dispatch = Widget._dispatch_message

    async def noted(self: MessagePump, message: Message) -> None:
        if isinstance(message, events.Key):
            got.append(type(self))
        await dispatch(self, message)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "goals")
        rows = screen.view.query(RowList).first()
        monkeypatch.setattr(Widget, "_dispatch_message", noted)
        for key, row in (("down", 1), ("up", 0)):
            rows.focus()
            await pilot.press(key)
            assert rows.highlighted == row
        assert got == []
        await pilot.press("x")
        assert StepView in got


@pytest.mark.parametrize("step", ["preparation", "goals", "expertise"])
async def test_a_change_of_focus_draws_what_it_changes_and_not_the_whole_screen(
    step: str, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: set[Region] = set()
    render_update = Nearby.render_update

    def noted(self: Nearby, *args: bool, **options: object) -> object:
        drawn.update(self._dirty_regions)
        return render_update(self, *args, **options)  # type: ignore[arg-type]

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, step)
        monkeypatch.setattr(Nearby, "render_update", noted)
        for key in ("tab", "tab", "tab", "shift+tab", "ctrl+n", "tab"):
            drawn.clear()
            before, focused = _cells(screen), app.focused
            await pilot.press(key)
            await wait_until(pilot, lambda focused=focused: app.focused is not focused)  # type: ignore[misc]
            after = _cells(screen)
            changed = {at for at in before.keys() | after.keys() if before.get(at) != after.get(at)}
            assert {at for at in changed if not any(region.contains(*at) for region in drawn)} == set(), key
            assert screen.region not in drawn, key


def _cells(screen: ReviewScreen) -> dict[tuple[int, int], Segment]:
    """Return what stands in every cell of a screen, by column and row, when all of it is drawn anew."""
    strips = screen._compositor.render_strips()
    return {
        (x, y): cell
        for y, strip in enumerate(strips)
        for x, cell in enumerate(cell for segment in strip for cell in _split(segment))
    }


def _split(segment: Segment) -> list[Segment]:
    return [Segment(letter, segment.style) for letter in segment.text]


@pytest.mark.parametrize("event", [events.Show, events.Resize, events.Hide])
async def test_a_step_that_comes_again_tells_it_to_those_who_do_something_then(
    event: type[events.Event], make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[MessagePump]] = []
    dispatch = Widget._dispatch_message

    async def noted(self: Widget, message: Message) -> None:
        if isinstance(message, event):
            told.append(type(self))
        await dispatch(self, message)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "preparation")
        await screen.action_go_to("attendance")
        await wait_until(pilot, lambda: bool(screen.view.size))
        monkeypatch.setattr(Widget, "_dispatch_message", noted)
        await pilot.press("ctrl+b")
        await wait_until(pilot, lambda: bool(screen.view.size) and not screen._layout_required)
        assert len(told) < len(screen.view.query("*")) // 3
        assert not {Label, Static, Button, Field, Form, LineInput}.intersection(told)


@pytest.mark.parametrize(
    ("kind", "event", "expected"),
    [
        (OptionList, events.Show, True),
        (OptionList, events.Resize, True),
        (TextArea, events.Hide, True),
        (ScrollBar, events.Hide, True),
        (Where, events.Resize, True),
        (Label, events.Resize, False),
        (Input, events.Show, False),
        (Widget, events.Hide, False),
    ],
)
def test_those_who_do_something_are_known(kind: type[Widget], event: type[events.Event], expected: bool) -> None:
    assert hears(kind, event) is expected  # type: ignore[arg-type]  # a class has a hash, whatever it is made of


def test_what_all_widgets_do_when_they_come_and_go_is_what_we_know() -> None:
    assert "on_resize" not in vars(Widget)
    assert "_on_resize" not in vars(Widget)
    assert not hears(ScrollBar, events.Show)
    assert Widget._on_show.__code__.co_names == (
        "show_horizontal_scrollbar",
        "horizontal_scrollbar",
        "post_message",
        "show_vertical_scrollbar",
        "vertical_scrollbar",
    )
    assert Widget._on_hide.__code__.co_names == (*Widget._on_show.__code__.co_names, "has_focus", "blur")


async def test_what_has_the_focus_loses_it_when_it_is_hidden(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "preparation")
        line = screen.view.query(LineInput).first()
        line.focus()
        line.display = False
        await wait_until(pilot, lambda: app.focused is not line)
        assert not line.has_focus


async def test_all_is_arranged_once_for_each_layout_and_never_to_find_a_widget(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    arranged: list[bool] = []
    layouts: list[bool] = []
    arrange, reflow = Nearby._arrange_root, Nearby.reflow

    def noted(self: Nearby, root: Widget, size: Size, visible_only: bool = True) -> object:
        arranged.append(visible_only)
        return arrange(self, root, size, visible_only)

    def counted(self: Nearby, parent: Widget, size: Size) -> ReflowResult:
        layouts.append(False)
        return reflow(self, parent, size)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "goals")
        monkeypatch.setattr(Nearby, "_arrange_root", noted)
        monkeypatch.setattr(Nearby, "reflow", counted)
        for key in ("ctrl+n", "ctrl+b", "tab", "ctrl+n"):
            await pilot.press(key)
            await wait_until(pilot, lambda: bool(screen.view.size) and not screen._layout_required)
            assert all(one.region for one in screen.view.query(".heading, .purpose"))
        monkeypatch.undo()
        assert layouts
        assert arranged == layouts


async def test_a_list_that_comes_again_as_it_was_does_not_draw_its_bar_to_scroll_once_more(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    updated: list[RowList] = []
    update = RowList._scroll_update

    def noted(self: RowList, virtual_size: Size) -> None:
        updated.append(self)
        update(self, virtual_size)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "attendance")
        rows = next(one for one in screen.view.query(RowList) if one.show_vertical_scrollbar)
        await screen.action_go_to("look_back")
        await wait_until(pilot, lambda: not rows.region and bool(screen.view.size) and not screen._layout_required)
        monkeypatch.setattr(RowList, "_scroll_update", noted)
        await pilot.press("ctrl+b")
        await wait_until(pilot, lambda: bool(rows.region) and not screen._layout_required)
        assert rows not in updated
        await pilot.resize_terminal(100, 40)
        await wait_until(pilot, lambda: rows in updated)


async def test_a_step_is_seen_before_it_is_remembered_where_one_is(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    render_lines, remember = Widget.render_lines, ReviewScreen.remember_place

    def drawn(self: Widget, crop: Region) -> list[Strip]:
        if self.has_class("heading"):
            done.append(str(self.render()))
        return render_lines(self, crop)

    async def remembered(self: ReviewScreen) -> None:
        done.append("remembered")
        await remember(self)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "goals")
        await screen.action_go_to("cooperation")
        await wait_until(pilot, lambda: (whereabouts.last_place(app.archive) or ("", "", ""))[2] == "cooperation")
        monkeypatch.setattr(Widget, "render_lines", drawn)
        monkeypatch.setattr(ReviewScreen, "remember_place", remembered)
        await pilot.press("ctrl+b")
        await wait_until(pilot, lambda: "remembered" in done)
        title = str(screen.view.query_one(".heading", Static).render())
        assert title in done[: done.index("remembered")]
        await wait_until(pilot, lambda: (whereabouts.last_place(app.archive) or ("", "", ""))[2] == screen.step_key)


async def test_what_is_shown_is_what_textual_draws_and_of_no_widget_a_row_that_others_cover(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[Widget, Region]] = []
    render_lines = Widget.render_lines

    def noted(self: Widget, crop: Region) -> list[Strip]:
        drawn.append((self, crop))
        return render_lines(self, crop)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "cooperation")
        monkeypatch.setattr(Widget, "render_lines", noted)
        for key in ("ctrl+b", "pagedown", "f5", "escape", "ctrl+f"):
            await pilot.press(key)
            is_covered = key in ("f5", "ctrl+f")
            await wait_until(pilot, lambda expected=is_covered: (app.screen is not screen) is expected)  # type: ignore[misc]
            await wait_until(pilot, lambda: not app.screen._layout_required and bool(app.screen._compositor.widgets))
            drawn.clear()
            ours = app.screen._compositor.render_strips()
            rows = {(widget, widget.region.y + y) for widget, crop in drawn for y in crop.line_range}
            assert rows == _rows_in_front(app.screen), key
            theirs = Compositor()
            vars(theirs).update(vars(app.screen._compositor) | {"_cuts": None})
            assert _looks(ours) == _looks(theirs.render_strips()), key


def _rows_in_front(screen: Screen[object]) -> set[tuple[Widget, int]]:
    """Return which widget lies in front somewhere in which row."""
    places = [(x, y) for y in range(screen.size.height) for x in range(screen.size.width)]
    return {(next(iter(screen._compositor.get_widgets_at(x, y)))[0], y) for x, y in places}


def _looks(strips: list[Strip]) -> list[list[Segment]]:
    return [[cell for segment in strip for cell in _split(segment)] for strip in strips]
