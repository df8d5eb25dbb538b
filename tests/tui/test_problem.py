"""An archive that cannot be opened: what is wrong, and the ways that help."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from medreview.operations import committees
from medreview.operations.archives import open_to_read
from medreview.operations.backups import make_backup
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.first_start import FirstStartScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.problem import ProblemScreen
from medreview.tui.screens.rescued import RescuedScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import said, shown, shows
from tests.tui.waiting import wait_until

PAGE = 4096


def page(app: MedreviewApp) -> str:
    """Return what the screen says, whatever its lines."""
    return " ".join(shown(app.screen).split())


async def knows_of_backup(pilot: Pilot[Any], words: str) -> None:
    """Wait until the screen says of the backup what it found."""
    ways = pilot.app.screen.query_one("#ways", OptionList)
    await wait_until(pilot, lambda: words in str(ways.get_option("restore").prompt))


def overwritten(path: Path, number: int = 100) -> bytes:
    """Put garbage in the place of a page and return what the file is now."""
    content = bytearray(path.read_bytes())
    content[number * PAGE : (number + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)
    return bytes(content)


def names(path: Path) -> list[str]:
    """Return the committees of an archive."""
    with closing(open_to_read(path)) as archive:
        return [one.name for one in committees.list_committees(archive)]


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (68, 18)])
async def test_what_is_wrong_is_told_and_nothing_is_touched(
    make_app: MakeApp, archive_file: Path, language: str, size: tuple[int, int]
) -> None:
    before = overwritten(archive_file)
    app = make_app(language=language)
    async with app.run_test(size=size) as pilot:
        await shows(pilot, ProblemScreen)
        assert archive_file.name in page(app).replace(" ", "")
        assert app.screen.query_one("#ways", OptionList).option_count == 6
        await pilot.press("6")
        await wait_until(pilot, lambda: app._exit)
    assert archive_file.read_bytes() == before
    assert [one.name for one in archive_file.parent.glob("archive*")] == [archive_file.name]


async def test_trying_again_opens_what_is_back(make_app: MakeApp, archive_file: Path) -> None:
    sound = archive_file.read_bytes()
    overwritten(archive_file)
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ProblemScreen)
        await pilot.press("3")
        await wait_until(pilot, lambda: isinstance(app.screen, ProblemScreen) and len(app.screen_stack) == 2)
        archive_file.write_bytes(sound)
        await pilot.press("3")
        await shows(pilot, HomeScreen)


async def test_without_a_backup_that_way_cannot_be_chosen(make_app: MakeApp, archive_file: Path) -> None:
    before = overwritten(archive_file)
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ProblemScreen)
        await knows_of_backup(pilot, "There is no backup of it")
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, ProblemScreen)
        assert archive_file.read_bytes() == before


def _damaged(path: Path) -> bytes:
    return overwritten(path)


def _emptied(path: Path) -> bytes:
    path.write_bytes(b"")
    return b""


def _removed(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("spoil", [_damaged, _emptied, _removed])
async def test_the_newest_backup_brings_all_back_and_the_damaged_file_is_kept(
    make_app: MakeApp, archive_file: Path, spoil: Callable[[Path], bytes | None]
) -> None:
    known = names(archive_file)
    make_backup(archive_file)
    damaged = spoil(archive_file)
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ProblemScreen)
        await knows_of_backup(pilot, "Of ")
        assert app.screen.query_one("#ways", OptionList).highlighted == 0
        await pilot.press("enter")
        await shows(pilot, HomeScreen)
    assert names(archive_file) == known
    kept = [one.read_bytes() for one in archive_file.with_name("archive-backups").glob("*damaged*")]
    assert kept == ([] if damaged is None else [damaged])


async def test_where_an_archive_vanished_one_can_begin_afresh(make_app: MakeApp, archive_file: Path) -> None:
    make_backup(archive_file)
    archive_file.unlink()
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ProblemScreen)
        assert "The archive is gone" in page(app)
        await pilot.press("2")
        await shows(pilot, FirstStartScreen)
    assert not archive_file.exists()


async def test_what_can_be_read_is_rescued_and_goes_on_as_the_archive(make_app: MakeApp, archive_file: Path) -> None:
    known = names(archive_file)
    damaged = overwritten(archive_file)
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, ProblemScreen)
        await pilot.press("2")
        await shows(pilot, RescuedScreen)
        assert "9 of 9 reviews came through. 33 goals came through." in page(app)
        assert archive_file.read_bytes() == damaged
        [rescued] = archive_file.parent.glob("archive rescued*.medreview")
        assert names(rescued) == known
        await pilot.press("2")
        await shows(pilot, HomeScreen)
        assert app.archive_path == archive_file
    assert names(archive_file) == known
    [kept] = archive_file.with_name("archive-backups").glob("*damaged*")
    assert kept.read_bytes() == damaged


async def test_an_archive_that_another_program_rebuilt_is_rescued_whole(make_app: MakeApp, archive_file: Path) -> None:
    known = names(archive_file)
    with closing(sqlite3.connect(archive_file)) as other:
        other.execute("CREATE TABLE addresses (name TEXT)")
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ProblemScreen)
        assert "rebuilt by another program" in page(app)
        await pilot.press("2")
        await shows(pilot, RescuedScreen)
        await pilot.press("2")
        await shows(pilot, HomeScreen)
        assert app.archive_path == archive_file
    assert names(archive_file) == known


async def test_a_rescued_archive_can_be_looked_at_first(make_app: MakeApp, archive_file: Path) -> None:
    damaged = overwritten(archive_file)
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ProblemScreen)
        await pilot.press("2")
        await shows(pilot, RescuedScreen)
        await pilot.press("1")
        await shows(pilot, HomeScreen)
        assert "rescued" in app.archive_path.name
    assert archive_file.read_bytes() == damaged


async def test_nothing_to_rescue_is_said(make_app: MakeApp, archive_file: Path) -> None:
    archive_file.write_bytes(b"\xff\xd8\xff\xe0 a photograph [/]" * 900)
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ProblemScreen)
        assert "This is not a medreview archive" in page(app)
        await pilot.press("2")
        await wait_until(pilot, lambda: "Nothing in" in said(app))
        assert isinstance(app.screen, ProblemScreen)


async def test_a_letter_that_changed_on_the_disk_is_found_behind_the_first_screen(
    make_app: MakeApp, archive_file: Path
) -> None:
    content = archive_file.read_bytes()
    archive_file.write_bytes(content.replace(b"Solg\xc3\xa5rden", b"Solg\xc3\xa5rdem"[:11], 1))
    before = archive_file.read_bytes()
    assert before != content
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, ProblemScreen)
        assert "is damaged" in page(app)
