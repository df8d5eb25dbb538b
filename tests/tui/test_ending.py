"""Screens that end while something goes on there: nothing looks for parts that are gone, and what is stored is kept."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerFailed

from medreview.operations import drafts
from medreview.operations.changes import Changes
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.personal_numbers import PersonalNumbers
from medreview.tui.dialogs.pick import Pick
from medreview.tui.dialogs.pick_file import PathInput, PickFile
from medreview.tui.saving import Saver
from medreview.tui.screens import export
from medreview.tui.screens.export import ExportScreen
from medreview.tui.screens.guide import GuideScreen
from medreview.tui.screens.help import HelpScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.bars import TitleBar
from tests.tui.conftest import MakeApp
from tests.tui.looking import shows
from tests.tui.waiting import LONGEST, wait_until


class Slow:
    """An operation that ends when it is let go on."""

    def __init__(self) -> None:
        self.begun = Event()
        self.goes_on = Event()
        self.done = Event()

    def __call__(self, *_args: Any, **_options: Any) -> str:
        self.begun.set()
        assert self.goes_on.wait(60)
        self.done.set()
        return "done"


@pytest.fixture
def slow() -> Iterator[Slow]:
    """A slow operation that is let go on at the latest when the test is over, for the app waits for it."""
    slow = Slow()
    yield slow
    slow.goes_on.set()


@asynccontextmanager
async def the_guide_over_home(app: MedreviewApp) -> AsyncIterator[tuple[Pilot[Any], GuideScreen]]:
    """Run the app with a screen over home that can be closed."""
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        guide = GuideScreen()
        await app.push_screen(guide)
        yield pilot, guide


async def until(is_true: Callable[[], object]) -> None:
    """Wait without the pilot, which would wait for every screen, also for one that waits itself."""
    async with asyncio.timeout(LONGEST):
        while not is_true():
            await asyncio.sleep(0)


def a_question() -> Pick:
    """Return a dialog with two answers."""
    return Pick("?", [(Content("0"), "no"), (Content("1"), "yes")])


async def test_a_preview_that_comes_when_the_screen_has_lost_its_parts_is_not_shown(
    make_app: MakeApp, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What CI saw: the parts are gone, the screen itself not yet, and the text for one of them comes."""
    app = make_app()
    left: list[int] = []

    async def preview_comes(screen: ExportScreen) -> None:
        left.append(len(screen.children))
        slow.goes_on.set()
        await asyncio.to_thread(slow.done.wait)
        for _ in range(20):  # by then whoever waits for it has it
            await asyncio.sleep(0)

    monkeypatch.setattr(export, "as_text", slow)
    monkeypatch.setattr(ExportScreen, "on_unmount", preview_comes, raising=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f6")
        await shows(pilot, ExportScreen)
        await wait_until(pilot, slow.begun.is_set)
        app.pop_screen()
        await wait_until(pilot, lambda: left)
        assert left == [0]
    assert slow.done.is_set()
    assert app.crash is None


async def test_a_part_that_a_living_screen_does_not_have_is_an_error(make_app: MakeApp) -> None:
    app = make_app()

    async def look_in_vain() -> None:
        app.screen.query_one("#nothing")

    async def use() -> None:
        async with the_guide_over_home(app) as (_, guide):
            guide.soon(look_in_vain, "look")
            await until(lambda: app.crash)

    with pytest.raises(WorkerFailed, match="NoMatches"):
        await use()


async def test_nothing_is_begun_on_a_screen_that_is_gone(make_app: MakeApp) -> None:
    begun: list[str] = []

    async def job() -> None:
        begun.append("job")

    async with the_guide_over_home(make_app()) as (pilot, guide):
        guide.soon(job, "in time")
        await wait_until(pilot, lambda: begun)
        await pilot.app.pop_screen()
        guide.soon(job, "late")
        await wait_until(pilot, lambda: not any(one.group == "late" for one in pilot.app.workers))
    assert begun == ["job"]


async def test_a_screen_keeps_its_parts_until_an_action_is_done(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, found = asyncio.Event(), []

    async def action_dawdle(screen: GuideScreen) -> None:
        await goes_on.wait()
        found.append(screen.query_one(TitleBar))

    monkeypatch.setattr(GuideScreen, "action_dawdle", action_dawdle, raising=False)
    async with the_guide_over_home(make_app()) as (pilot, guide):
        doing = asyncio.create_task(pilot.app.run_action("dawdle", guide))
        await wait_until(pilot, lambda: guide._deeds)
        pilot.app.pop_screen()
        await until(lambda: not guide.is_running)
        goes_on.set()
        assert await doing
        await wait_until(pilot, lambda: not guide.children)
    assert len(found) == 1


async def test_what_waits_for_a_frame_is_done_by_its_own_screen_or_not_at_all(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It used to be done by whichever screen was on top by then, while that of the widget lost its parts."""
    done_by: list[object] = []

    def look(screen: GuideScreen) -> None:
        done_by.append(asyncio.current_task() is screen._task)

    monkeypatch.setattr(GuideScreen, "look", look, raising=False)
    async with the_guide_over_home(make_app()) as (pilot, guide):
        pilot.app.pop_screen()
        guide.call_after_refresh(guide.look)  # type: ignore[attr-defined] # the method given to it above
        bar = guide.query_one(TitleBar)
        await wait_until(pilot, lambda: not guide.children)
        pilot.app.screen._invoke_later(partial(bar.say_stored, "seen"), pilot.app)
        pilot.app.screen.call_after_refresh(done_by.append, True)
        await wait_until(pilot, lambda: done_by)
        assert bar._stored != "seen"
        assert all(done_by)


async def test_what_a_screen_asked_for_is_done_though_it_is_closed_and_nothing_comes_back(
    make_app: MakeApp, slow: Slow
) -> None:
    async with the_guide_over_home(make_app()) as (pilot, guide):
        asking = asyncio.create_task(guide.ask(slow))
        await wait_until(pilot, slow.begun.is_set)
        await pilot.app.pop_screen()
        slow.goes_on.set()
        assert await asking is None
        assert slow.done.is_set()


async def test_what_changed_before_a_screen_had_its_parts_is_shown_when_it_has_them(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    loaded: list[bool] = []
    reload = ReviewScreen.reload

    async def reloads(screen: ReviewScreen) -> None:
        await reload(screen)
        loaded.append(screen.is_whole)

    monkeypatch.setattr(ReviewScreen, "reload", reloads)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: app.dossier)
        assert app.dossier is not None
        screen = ReviewScreen(app.dossier)
        shown = app.push_screen(screen)
        screen.archive_changed(Changes(review_id=screen.dossier.review.id, stored=(screen.dossier.review,)))
        assert screen._has_missed
        await shown
        await wait_until(pilot, lambda: loaded)
        assert all(loaded)


async def test_nothing_goes_on_behind_screens_that_go(make_app: MakeApp) -> None:
    ended: list[bool] = []
    async with the_guide_over_home(make_app()) as (pilot, guide):

        async def goes_on() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                ended.append(len(guide.query(TitleBar)) == 1)

        guide.in_background(goes_on)
        await wait_until(pilot, lambda: any(one.name == "goes_on" for one in pilot.app.workers))
    assert ended == [True]


@pytest.mark.parametrize(("method", "is_done"), [("store", True), ("run", False)])
async def test_what_is_stored_is_stored_though_nobody_waits_for_it(slow: Slow, method: str, is_done: bool) -> None:
    """A search that nobody waits for any more need not be begun."""
    saver, done = Saver(), Event()
    first = asyncio.create_task(saver.run(slow))
    asked: Callable[..., Any] = getattr(saver, method)
    second = asyncio.create_task(asked(done.set))
    await asyncio.to_thread(slow.begun.wait)
    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    slow.goes_on.set()
    await first
    await asyncio.to_thread(saver.close)
    assert done.is_set() is is_done


async def test_a_dialog_is_answered_once(make_app: MakeApp) -> None:
    answers: list[str | None] = []
    async with the_guide_over_home(make_app()) as (pilot, guide):
        dialog = a_question()
        await pilot.app.push_screen(dialog, answers.append)
        dialog.dismiss("yes")
        dialog.dismiss("no")
        await wait_until(pilot, lambda: answers)
        assert pilot.app.screen is guide
    assert answers == ["yes"]


async def test_the_answer_of_a_dialog_closes_what_lies_over_it(make_app: MakeApp) -> None:
    answers: list[str | None] = []
    async with the_guide_over_home(make_app()) as (pilot, guide):
        dialog = a_question()
        await pilot.app.push_screen(dialog, answers.append)
        await pilot.app.push_screen(HelpScreen(dialog))
        dialog.dismiss("yes")
        await wait_until(pilot, lambda: answers)
        assert pilot.app.screen is guide


async def test_a_screen_closes_what_lies_over_it_and_nothing_when_it_is_closed(make_app: MakeApp) -> None:
    async with the_guide_over_home(make_app()) as (pilot, guide):
        await pilot.app.push_screen(a_question())
        guide.close()
        guide.close()
        await wait_until(pilot, lambda: not guide.children)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_dialog_stays_until_the_file_is_read(make_app: MakeApp, slow: Slow, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")
    answers: list[object] = []
    async with the_guide_over_home(make_app()) as (pilot, guide):
        dialog = PickFile("Open", (".json",), path, slow)
        await pilot.app.push_screen(dialog, answers.append)
        dialog.query_one(PathInput).value = str(path)
        pilot.app.simulate_key("enter")
        await until(slow.begun.is_set)
        heard = asyncio.Event()
        pilot.app.simulate_key("escape")
        pilot.app.call_later(heard.set)
        await heard.wait()
        assert dialog.is_open
        slow.goes_on.set()
        await wait_until(pilot, lambda: answers)
        assert guide is pilot.app.screen
    assert answers == ["done"]


async def test_a_reason_that_is_kept_at_a_pause_is_kept_though_the_dialog_is_closed(
    make_app: MakeApp, slow: Slow
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: app.dossier)
        assert app.dossier is not None
        dialog = PersonalNumbers(app.dossier.review.id, (), ())  # type: ignore[arg-type] # it has nothing to name
        await app.push_screen(dialog)
        waiting = asyncio.create_task(app.saver.run(slow))
        await wait_until(pilot, slow.begun.is_set)
        dialog.query_one(Input).value = "No number"
        await wait_until(pilot, lambda: app.drafts.of(dialog.place))
        dialog.dismiss(None)
        await wait_until(pilot, lambda: not dialog.children)
        slow.goes_on.set()
        await waiting
        kept = await app.saver.run(drafts.load, app.archive)
    assert dict(kept[dialog.place].fields) == {"reason": "No number"}
