"""Picking files: completing a path, walking through folders, refusals in words, importing and opening."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from medreview.operations.archives import create_archive
from medreview.tui.dialogs.pick_file import PickFile, completion, rows_of
from medreview.tui.screens.first_start import FirstStartScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import said, shows
from tests.tui.waiting import wait_until


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two folders, files of two kinds and a hidden one."""
    root = tmp_path / "root"
    for name in ("Referater", "referater gamle"):
        (root / name).mkdir(parents=True)
    for name in ("a.json", "Å [b] b.JSON", "c.txt", ".hidden.json"):
        (root / name).write_text("{}")
    return root


async def opened(pilot: Pilot[Any], action: str, path: Path) -> PickFile[Any]:
    """Open the dialog of an action and write a path."""
    await shows(pilot, HomeScreen)
    await pilot.app.run_action(action)
    await shows(pilot, PickFile)
    screen = pilot.app.screen
    assert isinstance(screen, PickFile)
    screen.query_one(Input).value = str(path)
    await pilot.pause()
    return screen


def complaint(screen: PickFile[Any]) -> str:
    """Return what the dialog complains of."""
    return " ".join(str(screen.query_one(".wrong", Static).render()).split())


def test_folders_come_first_and_only_files_of_the_kind(folder: Path) -> None:
    names = [path.name for path in rows_of(folder, "", (".json",))]
    assert names == [folder.parent.name, "Referater", "referater gamle", "a.json", "Å [b] b.JSON"]
    assert [path.name for path in rows_of(folder, "REF", (".json",))] == ["Referater", "referater gamle"]
    assert [path.name for path in rows_of(folder, ".h", (".json",))] == [".hidden.json"]
    assert rows_of(folder / "a.json", "", (".json",)) == []
    assert rows_of(folder / "nothing\0", "", (".json",)) == []


def test_a_path_is_completed_as_far_as_it_is_sure(folder: Path) -> None:
    assert completion([folder / "Referater", folder / "referater gamle"]) == "Referater"
    assert completion([folder / "a.json"]) == "a.json"
    assert completion([folder / "Referater"]).startswith("Referater")
    assert len(completion([folder / "Referater"])) == len("Referater") + 1
    assert completion([]) == ""


async def test_tab_completes_and_then_goes_on_to_the_list(make_app: MakeApp, folder: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "app.import_file", folder / "re")
        rows = screen.query_one(OptionList)
        await wait_until(pilot, lambda: rows.option_count == 2)
        screen.query_one(Input).focus()
        await pilot.press("tab")
        assert screen.query_one(Input).value == str(folder / "Referater")
        await wait_until(pilot, lambda: rows.option_count == 2)
        await pilot.press("tab")
        assert rows.has_focus


async def test_folders_are_walked_through_and_a_file_is_imported(
    make_app: MakeApp, tmp_path: Path, exchange_file: Path
) -> None:
    own = tmp_path / "own.medreview"
    create_archive(own).close()
    app = make_app(own, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, FirstStartScreen)
        await app.run_action("app.import_file")
        await shows(pilot, PickFile)
        screen = app.screen
        screen.query_one(Input).value = str(exchange_file.parent)
        screen.query_one(Input).focus()
        await pilot.press("enter")
        rows = screen.query_one(OptionList)
        await wait_until(pilot, lambda: any("review.json" in str(one.prompt) for one in rows.options))
        rows.focus()
        await pilot.press("end", "enter")
        await shows(pilot, ReviewScreen)
        assert "Imported: Lokal-MED Solgården" in said(app)
        await app.run_action("app.import_file")
        await shows(pilot, PickFile)
        app.screen.query_one(Input).value = str(exchange_file)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "exactly so" in said(app))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("{}", "is not an exchange file"), ("{", "cannot be read at line 1"), (None, "There is no file")],
)
async def test_a_file_that_does_not_fit_is_said_in_the_dialog(
    make_app: MakeApp, tmp_path: Path, text: str | None, sentence: str
) -> None:
    path = tmp_path / "wrong.json"
    if text is not None:
        path.write_text(text)
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "app.import_file", path)
        screen.query_one(Input).focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: sentence in complaint(screen))
        assert screen.query_one(Input).value == str(path)
        await pilot.press("end", "x")
        await wait_until(pilot, lambda: not complaint(screen))


async def test_another_archive_is_opened_and_a_wrong_one_leaves_the_present_one(
    make_app: MakeApp, tmp_path: Path
) -> None:
    wrong, empty = tmp_path / "wrong.medreview", tmp_path / "empty.medreview"
    wrong.write_text("[/]")
    create_archive(empty).close()
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "app.open_archive", wrong)
        screen.query_one(Input).focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: "is not a medreview archive" in complaint(screen))
        assert app.has_archive
        screen.query_one(Input).value = str(tmp_path / "none.medreview")
        await pilot.press("enter")
        await wait_until(pilot, lambda: "is not there" in complaint(screen))
        screen.query_one(Input).value = str(empty)
        await pilot.press("enter")
        await shows(pilot, FirstStartScreen)
        assert app.archive_path == empty
        assert not app.is_example
