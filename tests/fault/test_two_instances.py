"""Only one writes: a second instance knows at once and can look; after a kill nothing need be cleaned."""

import os
import signal
import stat
import sys
from contextlib import closing
from pathlib import Path
from subprocess import PIPE, Popen, run

import pytest

from medreview.domain.errors import Refusal
from medreview.operations import example_mark, whereabouts
from medreview.operations.archives import open_archive, open_to_read
from medreview.operations.selection import select_reviews
from medreview.store import connection
from medreview.store.lock import Lock, lock_file
from medreview.tui.screens.committee import CommitteeScreen
from medreview.tui.screens.elsewhere import ElsewhereScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.field import Field
from tests.fault.fair import FairClock
from tests.tui.conftest import MakeApp
from tests.tui.looking import said, shown, shows
from tests.tui.waiting import wait_until

pytestmark = pytest.mark.fault

HOLD = """
import sys
from pathlib import Path
from medreview.operations.archives import open_archive
archive = open_archive(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
archive.close()
"""


def holder(path: Path) -> "Popen[str]":
    """Start another process that has the archive open until its input ends."""
    process = Popen([sys.executable, "-c", HOLD, str(path)], stdin=PIPE, stdout=PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def end(process: "Popen[str]") -> None:
    """Let the other process go in order."""
    with process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait() == 0


def medreview(home: Path, *words: str) -> tuple[int, str]:
    """Run the program and return its exit code and all it wrote."""
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    command = [sys.executable, "-m", "medreview", "--language", "en", *words]
    done = run(command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60)
    return done.returncode, done.stdout + done.stderr


def code_of_opening(path: Path) -> str:
    """Return the code with which the archive is refused."""
    with pytest.raises(Refusal) as refusal:
        open_archive(path)
    return refusal.value.code


def test_the_second_to_write_is_refused_within_a_second(archive_file: Path) -> None:
    other = holder(archive_file)
    clock = FairClock()
    assert code_of_opening(archive_file) == "open_elsewhere"
    link = archive_file.with_name("link.medreview")
    link.symlink_to(archive_file)
    assert code_of_opening(link) == "open_elsewhere"
    assert clock.read() < 1
    end(other)
    open_archive(archive_file).close()
    assert not lock_file(archive_file).exists()


def test_after_a_kill_the_next_one_opens(archive_file: Path) -> None:
    other = holder(archive_file)
    with other:
        other.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    assert lock_file(archive_file).exists()
    open_archive(archive_file).close()


def test_the_lock_is_for_its_owner_alone_and_whoever_waits_gets_a_living_one(tmp_path: Path) -> None:
    path = tmp_path / "x.medreview"
    lock = Lock.take(path)
    assert stat.S_IMODE(lock_file(path).stat().st_mode) & 0o077 == 0 or sys.platform == "win32"
    with pytest.raises(BlockingIOError):
        Lock.take(path)
    lock.release()
    again = Lock.take(path)
    assert lock_file(path).exists()
    again.release()


def test_reading_goes_on_beside_whoever_writes(archive_file: Path, tmp_path: Path) -> None:
    other = holder(archive_file)
    code, text = medreview(tmp_path, "--archive", str(archive_file), "show", "--committee", "Solgården")
    assert (code, "Solgården" in text) == (0, True)
    words = ("--archive", str(archive_file), "export", "--committee", "Solgården", "--format", "html")
    code, text = medreview(tmp_path, *words, "--output", str(tmp_path / "out"))
    assert code == 0, text
    assert list((tmp_path / "out").glob("*.html"))
    end(other)


def test_writing_commands_are_refused_in_words(archive_file: Path, exchange_file: Path, tmp_path: Path) -> None:
    other = holder(archive_file)
    before = archive_file.read_bytes()
    code, text = medreview(tmp_path, "--archive", str(archive_file), "import", str(exchange_file))
    assert code == 1
    assert "is open in another window" in text
    assert archive_file.read_bytes() == before
    end(other)


def test_a_reader_writes_nothing(archive_file: Path) -> None:
    before = archive_file.read_bytes()
    with closing(open_to_read(archive_file)) as archive:
        [dossier] = select_reviews(archive, "Solgården")
        whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "closing")
        with pytest.raises(Refusal, match="read_only"):
            example_mark.mark_as_example(archive)
    assert archive_file.read_bytes() == before


def test_a_setting_that_does_not_come_back_is_refused(archive_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection._SETTINGS, "journal_mode", ("DELETE", "wal"))
    assert code_of_opening(archive_file) == "storage_unsafe"
    assert not lock_file(archive_file).exists()
    with closing(open_to_read(archive_file)) as archive:
        assert select_reviews(archive, "Solgården")


def test_an_archive_has_the_settings_of_the_rules(archive_file: Path) -> None:
    wanted = {
        "foreign_keys": 1,
        "journal_mode": "delete",
        "synchronous": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
    }
    with closing(connection.connect(archive_file)) as opened:
        assert {name: opened.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


async def test_the_second_app_can_look_and_goes_on_when_the_other_is_closed(
    make_app: MakeApp, archive_file: Path
) -> None:
    other = holder(archive_file)
    app = make_app(language="en")
    async with app.run_test(size=(100, 30)) as pilot:
        await shows(pilot, ElsewhereScreen)
        assert "open in another window" in " ".join(shown(app.screen).split())
        await pilot.press("1")
        await shows(pilot, HomeScreen)
        assert "Read only · open elsewhere" in shown(app.screen)
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
        await app.run_action("screen.go_to('closing')")
        await wait_until(pilot, lambda: bool(app.screen.query("Field.how_we_cooperate")))
        assert all(field.disabled for field in app.screen.query(Field))
        await app.run_action("screen.new_action")
        await wait_until(pilot, lambda: "is open in another window" in said(app))
        await app.run_action("app.edit_committee")
        await shows(pilot, CommitteeScreen)
        assert all(field.disabled for field in app.screen.query(Field))
        end(other)
        await app.open_archive(archive_file)
        assert "Read only" in shown(app.screen)
    again = make_app(language="en")
    async with again.run_test(size=(100, 30)) as pilot:
        await shows(pilot, HomeScreen)
        assert not again.read_only


async def test_try_again_opens_when_the_other_is_closed(make_app: MakeApp, archive_file: Path) -> None:
    other = holder(archive_file)
    app = make_app(language="en")
    async with app.run_test(size=(100, 30)) as pilot:
        await shows(pilot, ElsewhereScreen)
        end(other)
        await pilot.press("2")
        await shows(pilot, HomeScreen)
        assert not app.read_only


@pytest.mark.parametrize("why", ["file", "folder"])
async def test_a_write_protected_archive_is_looked_at(
    make_app: MakeApp, archive_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    """The user of the tests may be one whom no permission stops, so the operating system's answer is put in."""
    if why == "file":
        monkeypatch.setattr("medreview.store.lock.os.access", lambda *_: False)
    else:

        def denied(_archive: Path) -> None:
            raise PermissionError

        monkeypatch.setattr(Lock, "take", denied)
    app = make_app(language="en")
    async with app.run_test(size=(100, 30)) as pilot:
        await shows(pilot, HomeScreen)
        assert "Read only · write-protected" in shown(app.screen)
        await wait_until(pilot, lambda: "The archive is write-protected" in said(app))


async def test_a_copy_of_what_is_only_read_can_be_written(make_app: MakeApp, archive_file: Path) -> None:
    other = holder(archive_file)
    app = make_app(language="en")
    copy = archive_file.with_name("copy.medreview")
    async with app.run_test(size=(100, 30)) as pilot:
        await shows(pilot, ElsewhereScreen)
        await pilot.press("1")
        await shows(pilot, HomeScreen)
        from medreview.operations.elsewhere import save_elsewhere

        await app.go_on_with(await app.saver.run(save_elsewhere, app.archive, copy))
        assert not app.read_only
        await wait_until(pilot, lambda: "Saved" in shown(app.screen))
        assert example_mark.is_example(app.archive)
        assert code_of_opening(copy) == "open_elsewhere"
    end(other)
    open_archive(copy).close()
