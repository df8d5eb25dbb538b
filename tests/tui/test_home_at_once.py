"""A start shows home as it was left, before all of it is loaded, and never anything that is no longer true."""

import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from textual import events

from medreview.domain.attendance import Presence
from medreview.domain.decision import ActionStatus
from medreview.domain.duties import Coverage
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import Course
from medreview.domain.glance import Glance
from medreview.domain.goal import Outcome
from medreview.domain.progress import StepState
from medreview.i18n import LANGUAGES
from medreview.operations import committees, edit, homecoming, whereabouts
from medreview.operations.archives import Archive, open_archive
from medreview.operations.committees import CommitteeOverview
from medreview.operations.erase import erase_review
from medreview.operations.glancing import glance_of
from medreview.tui.app import MedreviewApp
from medreview.tui.entrance import Entrance
from medreview.tui.marks import mark_of, marked
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.problem import ProblemScreen
from medreview.tui.screens.review import ReviewScreen
from tests.tui.conftest import MakeApp
from tests.tui.waiting import wait_until

_START = """
import sys
from pathlib import Path
import medreview.tui.running
from medreview.tui.entrance import Entrance
entrance = Entrance.of(Path(sys.argv[1]))
assert entrance.screens() and entrance.glance
print(*{"pydantic", "tomllib", "sqlmodel"}.intersection(sys.modules))
"""


async def left_at_home(app: MedreviewApp) -> str:
    """Start the app, close it at home, and return what was seen there."""
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.as_of)
        seen = words_on(app)
        await app.leave()
    return seen


async def test_the_next_start_shows_the_same_before_the_models_are_loaded(
    make_app: MakeApp, archive_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = await left_at_home(make_app())
    loaded = subprocess.run([sys.executable, "-c", _START, archive_file], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []

    app = make_app()
    shown: list[str] = []
    take = HomeScreen.take

    def taken(home: HomeScreen, overview: CommitteeOverview) -> None:
        shown.append(words_on(app))
        take(home, overview)

    monkeypatch.setattr(HomeScreen, "take", taken)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.as_of)
        assert shown == [left] == [words_on(app)]


async def test_a_key_that_comes_at_once_waits_for_what_it_does(make_app: MakeApp) -> None:
    await left_at_home(make_app())
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))


async def test_a_key_that_comes_before_home_is_refused_meets_the_problem(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    await left_at_home(make_app())
    pressed = threading.Event()

    def refused(_archive: Archive, _committee_id: UUID) -> CommitteeOverview:
        assert pressed.wait(timeout=60)
        raise Refusal("archive_damaged")

    monkeypatch.setattr(committees, "overview", refused)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        app.post_message(events.Key("f8", None))
        pressed.set()
        await wait_until(pilot, lambda: isinstance(app.screen, ProblemScreen))


async def test_what_was_stored_since_is_shown(make_app: MakeApp, archive_file: Path) -> None:
    await left_at_home(make_app())
    with closing(open_archive(archive_file)) as archive:
        place = whereabouts.last_place(archive)
        assert place is not None
        assert homecoming.kept(archive, place[0])
        edit.change(archive, committees.overview(archive, place[0]).committee, name="MED-udvalg Ny")
        assert homecoming.kept(archive, place[0]) is None
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen) and "MED-udvalg Ny" in words_on(app))


async def test_what_is_not_true_is_shown_anew_when_all_is_loaded(make_app: MakeApp, archive_file: Path) -> None:
    left = await left_at_home(make_app())
    rewrite(archive_file, lambda kept: with_part(with_part(kept, "name", "Et andet udvalg"), "goals", []))
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen) and words_on(app) == left)


@pytest.mark.parametrize(
    "change",
    [
        lambda _kept: [],
        lambda _kept: 7,
        lambda kept: [None, kept[1]],
        lambda kept: [[1, "x"], kept[1]],
        lambda kept: with_part(kept, "committee_id", "x"),
        lambda kept: with_part(kept, "committee_id", str(uuid4())),
        lambda kept: with_part(kept, "years", [[2026, "Role.MANAGER"]]),
        lambda kept: with_part(kept, "years", [["soon", "State.APPROVED"]]),
        lambda kept: with_part(kept, "years", [[2026]]),
        lambda kept: with_part(kept, "years", [[2026, "StepState.EMPTY"]]),
        lambda kept: with_part(kept, "steps", [["StepState.LOST", {}]]),
        lambda kept: with_part(kept, "steps", [["State.APPROVED", dict.fromkeys(LANGUAGES, "Mål")]]),
        lambda kept: with_part(kept, "goals", [["Mål", "StepState.EMPTY", None, None, "%"]]),
        lambda kept: with_part(kept, "steps", [["StepState.EMPTY", {"da": "Se tilbage"}]]),
        lambda kept: with_part(kept, "goals", [["Mål", None, None, "1e999999999", "%"]]),
        lambda kept: with_part(kept, "open_items", [["Opgave", "", "never", None]]),
        lambda kept: with_part(kept, "matters", 7),
    ],
)
async def test_what_another_program_wrote_there_is_not_shown(
    make_app: MakeApp, archive_file: Path, change: Callable[[list[Any]], object]
) -> None:
    await left_at_home(make_app())
    rewrite(archive_file, change)
    entrance = Entrance.of(archive_file)
    assert entrance.archive is not None
    entrance.archive.close()
    assert entrance.glance is None
    assert entrance.overview is not None


def test_what_is_kept_comes_back_as_it_was(archive_file: Path) -> None:
    with closing(open_archive(archive_file)) as archive:
        for committee in committees.list_committees(archive):
            overview = committees.overview(archive, committee.id)
            assert overview.as_of is not None
            homecoming.keep(archive, glance_of(overview), overview.as_of)
            assert homecoming.kept(archive, committee.id) == glance_of(overview)


def test_what_was_read_before_something_else_was_stored_is_not_kept(archive_file: Path) -> None:
    with closing(open_archive(archive_file)) as archive:
        committee = committees.list_committees(archive)[0]
        overview = committees.overview(archive, committee.id)
        assert overview.as_of is not None
        edit.change(archive, committee, name="MED-udvalg Ny")
        homecoming.keep(archive, glance_of(overview), overview.as_of)
        assert homecoming.kept(archive, committee.id) is None


def test_what_is_deleted_for_good_is_not_kept_for_home(archive_file: Path) -> None:
    with closing(open_archive(archive_file)) as archive:
        for committee in committees.list_committees(archive):
            overview = committees.overview(archive, committee.id)
            if overview.newest and overview.newest.open_goals and not overview.newest.is_read_only:
                break
        assert overview.newest is not None
        assert overview.as_of is not None
        homecoming.keep(archive, glance_of(overview), overview.as_of)
        erase_review(archive, overview.newest.review, committee.name)
    with closing(sqlite3.connect(archive_file)) as connection:
        assert connection.execute("SELECT count(*) FROM setting WHERE key = 'home'").fetchone() == (0,)


@pytest.mark.parametrize("kind", [Outcome, Course, StepState, Presence, ActionStatus, Coverage])
def test_every_state_has_its_mark_and_its_word(kind: type[Enum]) -> None:
    assert all(marked(member).plain.startswith(mark_of(member)[0]) for member in kind)


def words_on(app: MedreviewApp) -> str:
    """Return the words of the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def with_part(kept: list[Any], part: str, value: object) -> list[Any]:
    """Return what was kept of home with another part."""
    as_of, found = kept
    return [as_of, [value if name == part else one for name, one in zip(Glance._fields, found, strict=True)]]


def rewrite(path: Path, change: Callable[[list[Any]], object]) -> None:
    """Write something else in the place of what home showed."""
    with closing(sqlite3.connect(path)) as connection, connection:
        [(text,)] = connection.execute("SELECT value FROM setting WHERE key = 'home'")
        connection.execute("UPDATE setting SET value = ? WHERE key = 'home'", (json.dumps(change(json.loads(text))),))
