"""When memory is tidied: never so that somebody who works waits for it."""

import gc

import pytest

from medreview.tui import tidying
from medreview.tui.tidying import TidyApp


@pytest.mark.parametrize(
    ("seconds", "is_in_front", "collected"),
    [(29, True, []), (31, True, []), (29, False, []), (31, False, [2]), (299, True, []), (301, True, [2])],
)
async def test_everything_is_looked_through_only_when_nobody_is_there(
    monkeypatch: pytest.MonkeyPatch, seconds: float, is_in_front: bool, collected: list[int]
) -> None:
    app = TidyApp[None]()
    async with app.run_test() as pilot:
        await pilot.press("x")
        if not is_in_front:
            app.app_focus = False
        seen: list[int] = []
        monkeypatch.setattr(gc, "collect", lambda generation=2: seen.append(generation))
        monkeypatch.setattr(tidying, "monotonic", lambda: app._touched + seconds)
        app._tidy()
        monkeypatch.undo()
    assert seen == collected


async def test_what_is_tidy_is_left_alone_until_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    app = TidyApp[None]()
    async with app.run_test() as pilot:
        await pilot.press("x")
        seen: list[int] = []
        monkeypatch.setattr(gc, "collect", lambda generation=2: seen.append(generation))
        monkeypatch.setattr(tidying, "monotonic", lambda: app._touched + 301)
        app._tidy()
        app._tidy()
        monkeypatch.undo()
    assert seen == [2]


async def test_what_was_made_lately_is_looked_through_in_the_pauses_of_who_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = TidyApp[None]()
    async with app.run_test() as pilot:
        seen: list[int] = []
        waits: list[float] = []
        monkeypatch.setattr(gc, "collect", lambda generation=2: seen.append(generation))
        monkeypatch.setattr(app, "set_timer", lambda delay, _done: waits.append(delay))
        await pilot.press("x")
        await pilot.press("x")
        assert waits == [0.5]
        for since, waited in ((0.2, [0.5, 0.3]), (0.6, [0.5, 0.3])):
            monkeypatch.setattr(tidying, "monotonic", lambda since=since: app._touched + since)
            app._tidy_lately_made()
            assert waits == pytest.approx(waited)
        assert seen == [1]
        await pilot.press("x")
        assert waits == pytest.approx([0.5, 0.3, 0.5])
        monkeypatch.undo()


def test_by_itself_the_collector_looks_only_through_what_was_made_just_now(monkeypatch: pytest.MonkeyPatch) -> None:
    thresholds: list[tuple[int, int, int]] = []
    monkeypatch.setattr(gc, "isenabled", lambda: False)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "enable", lambda: None)
    monkeypatch.setattr(gc, "set_threshold", lambda *all_three: thresholds.append(all_three))
    tidying.end_start()
    (young, lately, ever) = thresholds[0]
    assert young * lately <= 10_000, "what a new step is made of is looked through in several turns"
    assert ever >= 1_000_000, "all there is only while nobody is there"
