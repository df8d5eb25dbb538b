"""The first start, a new committee, and an archive that cannot be opened."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from medreview.operations import committees
from medreview.operations.archives import open_to_read
from medreview.tui.screens.committee import CommitteeScreen
from medreview.tui.screens.first_start import FirstStartScreen
from medreview.tui.screens.help import HelpScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.new_committee import NewCommitteeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.bars import TitleBar
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.field import Field
from tests.tui.conftest import MakeApp
from tests.tui.looking import said, shown, shows, typed_into
from tests.tui.waiting import wait_until

SIZES = [(120, 40), (80, 24), (68, 18)]
HOSTILE = "[/b] [red]MED[/] $x ]"


@pytest.fixture
def missing(tmp_path: Path) -> Path:
    """A path where no archive is yet."""
    return tmp_path / "new" / "archive.medreview"


async def started(pilot: Pilot[Any]) -> None:
    """Wait for the first start."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, FirstStartScreen))


async def set_up(pilot: Pilot[Any], name: str, municipality: str) -> None:
    """Fill in a new committee and create it."""
    await pilot.press("1")
    await shows(pilot, NewCommitteeScreen)
    await typed_into(pilot, "name", name)
    await typed_into(pilot, "municipality", municipality)
    pilot.app.screen.query_one("#create").focus()
    await pilot.press("enter")


def complaints(pilot: Pilot[Any]) -> dict[str, str]:
    """Return what the fields complain of, by their names."""
    fields = pilot.app.screen.query("Field.-wrong").results(Field)
    return {field.field_name: str(field.query_one(".wrong", Static).render()) for field in fields}


@pytest.mark.parametrize("size", SIZES)
async def test_a_committee_is_set_up_with_two_names(make_app: MakeApp, missing: Path, size: tuple[int, int]) -> None:
    app = make_app(missing)
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        await set_up(pilot, HOSTILE, "Nordø Kommune")
        await shows(pilot, CommitteeScreen)
        assert HOSTILE in shown(app.screen.query_one(TitleBar))
        await pilot.press("escape")
        await shows(pilot, HomeScreen)
    archive = open_to_read(missing)
    [committee] = committees.list_committees(archive)
    archive.close()
    assert (committee.name, committee.municipality, committee.language) == (HOSTILE, "Nordø Kommune", "da")


async def test_both_empty_names_are_complained_of_and_nothing_is_lost(make_app: MakeApp, missing: Path) -> None:
    app = make_app(missing, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("1")
        await shows(pilot, NewCommitteeScreen)
        await typed_into(pilot, "level_name", "local level")
        app.screen.query_one("#create").focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: complaints(pilot))
        assert complaints(pilot) == {
            "name": "This must not be empty.",
            "municipality": "This must not be empty.",
        }
        assert app.screen.query_one("Field.name Input").has_focus
        assert app.screen.query_one("Field.level_name Input", Input).value == "local level"
        assert not missing.exists()


async def test_the_help_says_nothing_of_stored_where_there_is_no_archive(make_app: MakeApp, missing: Path) -> None:
    app = make_app(missing, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("1")
        await shows(pilot, NewCommitteeScreen)
        await pilot.press("f1")
        await shows(pilot, HelpScreen)
        assert "saved" not in shown(app.screen.query_one(TitleBar)).lower()


async def test_what_was_typed_is_there_again_after_going_back(make_app: MakeApp, missing: Path) -> None:
    app = make_app(missing)
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("1")
        await shows(pilot, NewCommitteeScreen)
        await typed_into(pilot, "name", "Solgården")
        await pilot.press("escape")
        await started(pilot)
        await pilot.press("1")
        await shows(pilot, NewCommitteeScreen)
        assert app.screen.query_one("Field.name Input", Input).value == "Solgården"


async def test_a_folder_without_permission_is_said_and_nothing_is_lost(make_app: MakeApp, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where a folder should be")
    app = make_app(blocked / "archive.medreview", language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await set_up(pilot, "Solgården", "Nordø")
        await wait_until(pilot, lambda: "cannot be written" in said(app))
        assert app.screen.query_one("Field.name Input", Input).value == "Solgården"


@pytest.mark.parametrize(("key", "code", "welcome"), [("right", "sv", "Välkommen"), ("left", "en", "Welcome")])
async def test_the_language_that_is_chosen_is_spoken_at_once(
    make_app: MakeApp, missing: Path, key: str, code: str, welcome: str
) -> None:
    app = make_app(missing)
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        app.screen.query_one(Choice).focus()
        await pilot.press(key, "enter")
        await wait_until(pilot, lambda: welcome in shown(app.screen))
        assert app.screen.query_one(Choice).has_focus
        assert app.settings.language == code


async def test_the_example_is_a_copy_that_can_be_left(make_app: MakeApp, missing: Path) -> None:
    app = make_app(missing)
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("2")
        await shows(pilot, HomeScreen)
        assert app.is_example
        assert app.archive_path != missing
        await pilot.press("f2")
        await wait_until(pilot, lambda: bool(app.screen.query(OptionList)))
        await pilot.press("up", "end", *"mit eget", "enter")
        await started(pilot)
        assert not app.is_example
        assert not app.has_archive
    assert not missing.exists()


async def test_a_review_that_was_sent_begins_an_archive(
    make_app: MakeApp, missing: Path, archive_file: Path, exchange_file: Path
) -> None:
    app = make_app(missing)
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("3")
        await wait_until(pilot, lambda: bool(app.screen.query("PathInput")))
        app.screen.query_one("PathInput", Input).value = str(exchange_file)
        await pilot.press("enter")
        await shows(pilot, ReviewScreen)
        assert app.archive_path == missing
    assert missing.exists()
