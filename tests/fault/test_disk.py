"""A disk that is full, gone or replaced while somebody types: nothing written is lost, nothing stored is harmed."""

import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import date
from functools import partial
from pathlib import Path
from subprocess import run
from typing import Any, Final

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.operations import edit, elsewhere, reviews, whereabouts
from medreview.operations.archives import Archive, open_archive, open_to_read
from medreview.operations.selection import select_reviews
from medreview.settings import load_settings
from medreview.store import elsewhere as copying
from medreview.tui import keeping
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.elsewhere import PickPlace
from medreview.tui.dialogs.pick_file import PathInput
from medreview.tui.dialogs.unsaved import Unsaved
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import said, shown, shows
from tests.tui.waiting import wait_until
from tests.tui.walking import settled

pytestmark = pytest.mark.fault

FIELD: Final = "how_we_cooperate"
WORDS: Final = "Four meetings " * 350
"""More than there is room for in the pages of a full file."""

Break = Callable[[MedreviewApp], object]


def connection_of(archive: Archive) -> sqlite3.Connection:
    """Return the connection to an archive, to make its disk full."""
    return archive._connection


def fill(app: MedreviewApp) -> None:
    """Let there be no room for another page, and no page that is free."""
    connection_of(app.archive).execute("VACUUM")
    pages = connection_of(app.archive).execute("PRAGMA page_count").fetchone()[0]
    connection_of(app.archive).execute(f"PRAGMA max_page_count = {pages}")


def make_room(app: MedreviewApp) -> None:
    """Let there be room again."""
    connection_of(app.archive).execute("PRAGMA max_page_count = 1000000")


def take_away(app: MedreviewApp) -> None:
    """Take the file away, as a drive that is pulled out does."""
    app.archive_path.rename(app.archive_path.with_suffix(".away"))


def bring_back(app: MedreviewApp) -> None:
    """Plug the drive in again."""
    app.archive_path.with_suffix(".away").rename(app.archive_path)


def write_protect(app: MedreviewApp) -> None:
    """Let SQLite say what it says of a file that cannot be written."""
    connection_of(app.archive).execute("PRAGMA query_only = ON")


def let_write(app: MedreviewApp) -> None:
    """Let the file be written again."""
    connection_of(app.archive).execute("PRAGMA query_only = OFF")


TROUBLES: Final[dict[str, tuple[Break, Break, str]]] = {
    "full": (fill, make_room, "The disk is full"),
    "gone": (take_away, bring_back, "cannot be found: it was moved"),
    "protected": (write_protect, let_write, "is read-only"),
}


@asynccontextmanager
async def in_the_closing(app: MedreviewApp, width: int = 110) -> AsyncIterator[Pilot[Any]]:
    """Open the app where it was left at the last step of a review."""
    with closing(open_archive(app.archive_path)) as archive:
        [dossier] = select_reviews(archive, "Solgården")
        whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "closing")
    async with app.run_test(size=(width, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        await wait_until(pilot, lambda: bool(app.screen.query(f"Field.{FIELD}")))
        await settled(pilot)
        yield pilot


def text_in_field(app: MedreviewApp) -> str:
    """Return what stands in the field."""
    return app.screen.query_one(f"Field.{FIELD} TextArea", TextArea).text


def stored_in(path: Path, review: Dossier) -> str:
    """Return what a file has of the field."""
    with closing(open_to_read(path)) as archive:
        return reviews.load(archive, review.review.id).closing.how_we_cooperate


def shown_review(app: MedreviewApp) -> Dossier:
    """Return the review on the screen."""
    assert app.dossier is not None
    return app.dossier


async def write(pilot: Pilot[Any], text: str = WORDS, field: str = FIELD) -> None:
    """Write at the end of a field."""
    area = pilot.app.screen.query_one(f"Field.{field} TextArea", TextArea)
    area.focus()
    area.move_cursor(area.document.end)
    area.insert(text)
    await pilot.pause()


async def not_saved(pilot: Pilot[Any]) -> None:
    """Wait until the status cell says that something is not saved."""
    await wait_until(pilot, lambda: "Not saved · trying again" in shown(pilot.app.screen))


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again sooner than a user would notice."""
    monkeypatch.setattr(keeping, "RETRY", 0.2)


async def test_what_cannot_be_stored_stays_and_is_stored_as_soon_as_it_can(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with in_the_closing(app) as pilot:
        whole = text_in_field(app)
        for spoil, mend, sentence in TROUBLES.values():
            spoil(app)
            await write(pilot)
            await not_saved(pilot)
            assert sentence in said(app)
            await write(pilot, "!")
            whole += WORDS + "!"
            assert text_in_field(app) == whole
            await not_saved(pilot)
            mend(app)
            await wait_until(pilot, lambda: not app.saver.waiting and "Saved" in shown(app.screen))
            await app.flush()
            assert text_in_field(app) == whole
            assert stored_in(app.archive_path, shown_review(app)) == whole.strip()
        assert "Ctrl+G saves everything" in said(app)
        assert "Everything is stored again" in said(app)


async def test_nothing_is_undone_while_what_was_written_last_waits(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with in_the_closing(app) as pilot:
        review = shown_review(app)
        await write(pilot, " first")
        await wait_until(pilot, lambda: " first" in stored_in(app.archive_path, review))
        fill(app)
        await write(pilot)
        await not_saved(pilot)
        app.clear_notifications()
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: "The disk is full" in said(app))
        assert " first" in stored_in(app.archive_path, review)
        assert WORDS in text_in_field(app)
        make_room(app)
        await wait_until(pilot, lambda: WORDS in stored_in(app.archive_path, review))


async def test_every_field_waits_wherever_one_goes_and_is_stored_before_anything_else(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with in_the_closing(app) as pilot:
        review = shown_review(app).review.id
        fill(app)
        await write(pilot)
        await write(pilot, "On the wall", "where_found")
        await pilot.press("shift+tab")
        await not_saved(pilot)
        await wait_until(pilot, lambda: len(app.saver.waiting) == 2)
        await app.run_action("screen.go_home")
        await shows(pilot, HomeScreen)
        await not_saved(pilot)
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        await app.run_action("screen.go_to('closing')")
        await wait_until(pilot, lambda: WORDS in text_in_field(app))
        actions = len(shown_review(app).actions)
        make_room(app)
        await app.run_action("screen.new_action")
        await wait_until(pilot, lambda: len(reviews.load(app.archive, review).actions) > actions)
        closing_step = reviews.load(app.archive, review).closing
        assert WORDS in closing_step.how_we_cooperate
        assert "On the wall" in closing_step.where_found


async def test_one_key_saves_everything_elsewhere(make_app: MakeApp, archive_file: Path, tmp_path: Path) -> None:
    app = make_app(language="en")
    place = tmp_path / "stick æ 漢" / "copy"
    place.parent.mkdir()
    async with in_the_closing(app) as pilot:
        fill(app)
        review, before = shown_review(app), archive_file.read_bytes()
        await write(pilot)
        await not_saved(pilot)
        await pilot.press("ctrl+g")
        await shows(pilot, PickPlace)
        app.screen.query_one("PathInput", PathInput).value = str(archive_file)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "already exists" in shown(app.screen))
        app.screen.query_one("PathInput", PathInput).value = str(place)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.archive_path == place.with_suffix(".medreview"))
        await wait_until(pilot, lambda: not app.saver.waiting and "Saved" in shown(app.screen))
        assert archive_file.read_bytes() == before
        assert WORDS in stored_in(app.archive_path, review)
        await write(pilot, " more")
        await wait_until(pilot, lambda: " more" in stored_in(app.archive_path, review))
    assert [path.name for path in place.parent.iterdir()] == ["copy.medreview"]


async def test_a_file_put_in_the_place_of_ours_is_never_written_to(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app(language="en")
    copy = Path(shutil.copy(archive_file, archive_file.with_name("copy.medreview")))
    async with in_the_closing(app) as pilot:
        review = shown_review(app)
        copy.replace(archive_file)
        before = archive_file.read_bytes()
        await write(pilot)
        await not_saved(pilot)
        assert "Another file now lies at" in said(app)
        await app.flush()
        saved = await app.saver.run(elsewhere.save_elsewhere, app.archive, archive_file.with_name("saved"))
        await app.go_on_with(saved)
        assert WORDS in stored_in(saved.path, review)
    assert archive_file.read_bytes() == before
    assert not list(archive_file.parent.glob("*-journal"))


async def test_a_deleted_archive_can_still_be_saved_elsewhere(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app(language="en")
    async with in_the_closing(app) as pilot:
        review = shown_review(app)
        archive_file.unlink()
        await write(pilot)
        await not_saved(pilot)
        await app.flush()
        saved = await app.saver.run(elsewhere.save_elsewhere, app.archive, archive_file)
        await app.go_on_with(saved)
        await wait_until(pilot, lambda: not app.saver.waiting)
        assert WORDS in stored_in(archive_file, review)


async def test_quitting_asks_once_and_no_other_archive_is_opened(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app(language="en")
    other = Path(shutil.copy(archive_file, archive_file.with_name("other.medreview")))
    async with in_the_closing(app, width=68) as pilot:
        fill(app)
        await write(pilot)
        await not_saved(pilot)
        await app.open_archive(other)
        assert app.archive_path == archive_file
        await app.change_language("en")
        await not_saved(pilot)
        await pilot.press("ctrl+q")
        await shows(pilot, Unsaved)
        assert "1 change is not saved" in shown(app.screen)
        await pilot.press("ctrl+q")
        assert [type(screen) for screen in app.screen_stack].count(Unsaved) == 1
        await pilot.press("0")
        await shows(pilot, ReviewScreen)
        await pilot.press("ctrl+q")
        await shows(pilot, Unsaved)
        await pilot.press("1")
        await shows(pilot, PickPlace)
        await pilot.press("escape")
        await pilot.press("ctrl+q")
        await shows(pilot, Unsaved)
        await pilot.press("2")
        await wait_until(pilot, lambda: app._exit)


async def test_a_window_that_is_closed_leaves_what_waits_at_another_place(
    make_app: MakeApp, archive_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(elsewhere, "copy_elsewhere", partial(_only_in, home))
    app = make_app(language="en")
    async with in_the_closing(app) as pilot:
        review = shown_review(app)
        fill(app)
        await write(pilot)
        app._told_to_leave()
        await wait_until(pilot, lambda: app._exit)
    [kept] = home.glob("*.medreview")
    assert stored_in(kept, review).strip() == WORDS.strip()
    again = make_app(language="en")
    again.settings = load_settings(again.paths.settings)
    async with again.run_test() as pilot:
        await wait_until(pilot, lambda: f"The newest text is in {kept}" in said(again))
        await again.open_archive(kept)
        await wait_until(pilot, lambda: again.settings.moved == ())


def _only_in(folder: Path, archive: Archive, path: Path) -> None:
    """Copy to one folder and let all others be full."""
    if path.parent != folder:
        raise Refusal("no_room", path=path)
    copying.copy_elsewhere(archive, path)


LIMITED: Final = """
import resource, signal, sys
from pathlib import Path
from medreview.domain.errors import Refusal
from medreview.operations import edit
from medreview.operations.archives import open_archive
from medreview.operations.selection import select_reviews
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
archive = open_archive(Path(sys.argv[1]))
[dossier] = select_reviews(archive, "Solgården")
archive.prepare_writing()
for room in map(int, sys.argv[2:]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        edit.change(archive, dossier.closing, where_found="x" * 9000)
    except Refusal as refusal:
        print(refusal.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    edit.change(archive, dossier.closing, where_found=f"On the wall {room}")
archive.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_a_file_that_may_not_grow_is_as_a_full_disk(archive_file: Path) -> None:
    """At a few bytes not even the journal can be begun, at more the file itself cannot grow."""
    rooms = ("0", "512", "4096", "70000")
    done = run([sys.executable, "-c", LIMITED, str(archive_file), *rooms], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said = done.stdout.split()
    assert len(said) == len(rooms)
    assert set(said) <= {"disk_full", "disk_error", "read_only"}
    with closing(open_archive(archive_file)) as archive:
        [dossier] = select_reviews(archive, "Solgården")
        assert dossier.closing.where_found == "On the wall 70000"


def test_a_copy_for_which_there_is_no_room_leaves_nothing(archive_file: Path, tmp_path: Path) -> None:
    with closing(open_archive(archive_file)) as archive:
        with pytest.raises(Refusal, match="cannot_write"):
            elsewhere.save_elsewhere(archive, tmp_path / "no folder" / "x.medreview")
        with pytest.raises(Refusal, match="file_exists"):
            elsewhere.save_elsewhere(archive, archive_file)
        if Path("/dev/full").exists():
            full = sqlite3.OperationalError("database or disk is full")
            assert copying._refusal(full, archive_file, tmp_path).code == "no_room"
        assert [path.name for path in tmp_path.glob("*.medreview")] == ["archive.medreview"]
        first = elsewhere.proposed_path(archive, tmp_path, date(2026, 11, 22))
        assert first.name == "archive-2026-11-22.medreview"
        first.touch()
        assert elsewhere.proposed_path(archive, tmp_path, date(2026, 11, 22)).stem.endswith("-2")


def test_the_path_is_looked_at_before_every_write(archive_file: Path) -> None:
    archive = open_archive(archive_file)
    [dossier] = select_reviews(archive, "Solgården")
    away = archive_file.rename(archive_file.with_name("away"))
    with pytest.raises(Refusal, match="archive_vanished"):
        edit.change(archive, dossier.closing, where_found="x")
    assert select_reviews(archive, "Solgården")
    archive_file.write_bytes(b"something else")
    with pytest.raises(Refusal, match="archive_replaced"):
        edit.change(archive, dossier.closing, where_found="x")
    assert archive_file.read_bytes() == b"something else"
    away.replace(archive_file)
    edit.change(archive, dossier.closing, where_found="x")
    archive.close()
