"""What opening a screen costs, counted and not timed: widgets, layouts, statements and modules."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from textual.containers import ScrollableContainer
from textual.css.match import match
from textual.css.model import SelectorSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Region
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from medreview.domain.committee import Committee
from medreview.example import create_example
from medreview.operations import committees, reviews
from medreview.operations.archives import open_archive
from medreview.store.archive import Archive
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.view import StepView
from medreview.tui.widgets import records
from medreview.tui.widgets.form import Form, forms_in
from medreview.tui.widgets.listing import RowList
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records
from medreview.tui.widgets.text_box import TextBox
from tests.bench.many import create_many
from tests.tui.conftest import MakeApp
from tests.tui.waiting import wait_until

_MOST_ON_HOME = 45
"""Widgets; each costs about a millisecond before anything is seen."""

_MOST_IN_STEP = 135

_MOST_STYLED = 40
"""Widgets that are styled anew at once while the chair goes from field to field and from step to step."""

_OF_WRITING = ("sqlmodel", "sqlalchemy")
_HEAVY = ("sqlmodel", "sqlalchemy", "jinja2", "holidays", "typst", "docx", "icalendar", "pypdf", "segno")
_START = f"""
import sys
from pathlib import Path
import medreview.cli, medreview.tui.running
from medreview.tui.entrance import Entrance
Entrance.of(Path(sys.argv[1])).screens()
print(*(name for name in {_HEAVY} if name in sys.modules))
"""
_LOOK = f"""
import sys
from pathlib import Path
from medreview.tui.entrance import Entrance, load_ahead
entrance = Entrance.of(Path(sys.argv[1]))
load_ahead(entrance.archive)
print(*(name for name in {_OF_WRITING} if name in sys.modules))
"""


async def test_home_has_few_widgets_and_is_laid_out_few_times(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    layouts = []
    lay_out = Screen._refresh_layout

    def counted(self: Screen[object], *args: object, **options: object) -> None:
        layouts.append(type(self).__name__)
        lay_out(self, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Screen, "_refresh_layout", counted)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.pause()
        assert len(app.screen.query("*")) <= _MOST_ON_HOME
    assert layouts.count("HomeScreen") <= 6


async def test_no_step_has_more_widgets_than_can_be_shown_quickly(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        review = app.screen
        assert isinstance(review, ReviewScreen)
        counts = {}
        for key in review.step_keys:
            await review.action_go_to(key)
            counts[key] = len(review.view.query("*"))
        assert {key: count for key, count in counts.items() if count > _MOST_IN_STEP} == {}


async def test_a_change_of_focus_styles_only_what_is_around_it(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[int] = []
    update_nodes = Stylesheet.update_nodes

    def counted(self: Stylesheet, nodes: Iterable[DOMNode], animate: bool = False) -> None:
        found = list(nodes)
        styled.append(len(found))
        update_nodes(self, found, animate)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        monkeypatch.setattr(Stylesheet, "update_nodes", counted)
        await pilot.press("ctrl+n", "tab", "tab", "tab", "ctrl+b", "ctrl+n")
    assert styled
    assert max(styled) <= _MOST_STYLED


async def test_going_to_a_step_again_does_not_look_through_all_that_was_shown(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[DOMNode] = []

    def counted(selectors: Iterable[SelectorSet], node: DOMNode) -> bool:
        tried.append(node)
        return match(selectors, node)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        review = app.screen
        assert isinstance(review, ReviewScreen)
        for key in review.step_keys:
            await review.action_go_to(key)
        monkeypatch.setattr("textual.css.query.match", counted)
        await pilot.press("ctrl+b")
        monkeypatch.undo()
        assert len(tried) < len(review.query("*")) // 4


async def test_what_a_new_step_shows_is_laid_out_once_and_does_not_ask_for_it_again(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[type[Widget]] = set()
    widths: dict[str, set[int]] = {}
    lay_out = Screen._refresh_layout

    def noted(self: Screen[object], *args: object, **options: object) -> None:
        before, sized = _asking(self), {one for one in self.walk_children(Widget) if one.outer_size}
        lay_out(self, *args, **options)  # type: ignore[arg-type]
        asked.update(type(one) for one in _asking(self) - before - sized)
        if isinstance(self, ReviewScreen):
            widths.setdefault(self.step_key, set()).add(self.view.query_one(".heading").size.width)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        review = app.screen
        assert isinstance(review, ReviewScreen)
        monkeypatch.setattr(Screen, "_refresh_layout", noted)
        for key in review.step_keys[1:]:
            await review.action_go_to(key)
            await wait_until(pilot, lambda key=key: review.view.size and key in widths)  # type: ignore[misc]
            assert review.view.show_vertical_scrollbar
        assert {one for one in asked if not issubclass(one, ScrollableContainer | ScrollView | ScrollBar)} == set()
        assert {key: found for key, found in widths.items() if len(found) > 1} == {}


def _asking(screen: Screen[object]) -> set[Widget]:
    """Return which widgets want all to be laid out again."""
    return {one for one in screen.walk_children(Widget) if one._layout_required}


async def test_a_step_that_was_shown_before_is_laid_out_once_and_drawn_once(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    again: list[Widget] = []
    asked = [""]
    lay_out, render_lines, refresh = Screen._refresh_layout, Widget.render_lines, Widget.refresh

    def laid_out(self: Screen[object], *args: object, **options: object) -> None:
        if isinstance(self, ReviewScreen) and self.step_key == asked[-1]:  # not what is left over from the step before
            done.append("laid out")
        lay_out(self, *args, **options)  # type: ignore[arg-type]

    def drawn(self: Widget, crop: Region) -> list[Strip]:
        if self.has_class("heading"):
            done.append(f"{self.render()}")
        return render_lines(self, crop)

    def refreshed(self: Widget, *regions: Region, **options: bool) -> Widget:
        if isinstance(self, TextBox | RowList) and not self.has_focus:
            again.extend(self for one in self.ancestors if isinstance(one, StepView) and one.display)
        return refresh(self, *regions, **options)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        review = app.screen
        assert isinstance(review, ReviewScreen)
        for key in review.step_keys:
            await review.action_go_to(key)
            await pilot.pause()
        monkeypatch.setattr(Screen, "_refresh_layout", laid_out)
        monkeypatch.setattr(Widget, "render_lines", drawn)
        monkeypatch.setattr(Widget, "refresh", refreshed)
        for key in reversed(review.step_keys[:-1]):
            asked.append(key)
            done.clear()
            await pilot.press("ctrl+b")
            title = str(review.view.query_one(".heading", Static).render())
            await wait_until(pilot, lambda title=title: title in done)  # type: ignore[misc]
            assert done[:2] == ["laid out", title]
            assert done.count(title) == 1
            assert not again, key


async def test_an_arrow_in_a_list_asks_for_no_layout_and_the_form_follows_once_for_all_of_them(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[Widget] = []
    shown: list[Form] = []
    refresh, show = Widget.refresh, Form.show

    def refreshed(self: Widget, *regions: Region, **options: bool) -> Widget:
        if options.get("layout"):
            laid_out.extend(self for one in self.ancestors_with_self if isinstance(one, Records))
        return refresh(self, *regions, **options)

    def noted(self: Form, scope: Scope) -> None:
        shown.append(self)
        show(self, scope)

    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        review = app.screen
        assert isinstance(review, ReviewScreen)
        await review.action_go_to("goals")
        goals = review.view.query(Records).first()
        goals.row_list.focus()
        await wait_until(pilot, lambda: goals.row_list.has_focus)
        await wait_until(pilot, lambda: all(one.is_finished for one in app.workers if one.group == "learn"))
        monkeypatch.setattr(Widget, "refresh", refreshed)
        monkeypatch.setattr(Form, "show", noted)
        with monkeypatch.context() as patch:
            patch.setattr(records, "FOLLOWS_AFTER", 3600)
            await pilot.press("down", "up", "down", "up")
            assert (laid_out, shown) == ([], [])
        await pilot.press("down")
        await wait_until(pilot, lambda: shown)
        assert next(forms_in(goals)).entity == goals.chosen
        assert len(shown) == len(set(shown))


@pytest.mark.parametrize("program", [_START, _LOOK], ids=["before home", "at home"])
def test_nothing_is_loaded_that_is_not_needed_yet(program: str, tmp_path: Path) -> None:
    example = tmp_path / "example.medreview"
    create_example(example, "da", date.today())
    run = subprocess.run([sys.executable, "-c", program, str(example)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


async def test_where_one_writes_nobody_waits_for_what_writing_needs(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "writer" not in vars(app.archive)
        await pilot.press("f5")
        await wait_until(pilot, lambda: "writer" in vars(app.archive))


async def test_a_large_module_is_imported_beside_the_loop(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a_large_module.py").write_text("import threading\nTHREAD = threading.get_ident()\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    loaded: list[str] = []
    app = make_app()
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await app.load("a_large_module")
        assert threading.get_ident() != sys.modules.pop("a_large_module").THREAD
        load = app.load

        async def noted(module: str) -> None:
            loaded.append(module)
            await load(module)

        monkeypatch.setattr(app, "load", noted)
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await pilot.press("f6")
        await wait_until(pilot, lambda: not isinstance(app.screen, ReviewScreen))
        assert loaded == [ReviewScreen.__module__, type(app.screen).__module__]


@pytest.mark.parametrize(
    "ask",
    [
        lambda archive, one: committees.overview(archive, one.id),
        lambda archive, _: committees.list_newest(archive),
        lambda archive, one: reviews.load(archive, committees.overview(archive, one.id).reviews[0].id),
    ],
    ids=["home", "committees", "review"],
)
def test_what_a_screen_asks_does_not_grow_with_the_archive(
    ask: Callable[[Archive, Committee], object], tmp_path: Path
) -> None:
    counts = []
    for number in (2, 5):
        path = tmp_path / f"{number}.medreview"
        create_many(path, committees=number, years=number)
        counts.append(_statements(path, ask))
    assert counts[0] == counts[1]


def _statements(path: Path, ask: Callable[[Archive, Committee], object]) -> int:
    """Return how many statements SQLite gets for what a screen asks."""
    archive = open_archive(path)
    try:
        one = committees.list_committees(archive)[0]
        found: list[str] = []
        connection: sqlite3.Connection = archive._connection
        connection.set_trace_callback(found.append)
        ask(archive, one)
        connection.set_trace_callback(None)
    finally:
        archive.close()
    return len(found)
