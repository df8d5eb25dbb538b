"""Committees and members: adding, roles and sides, who left, switching, and a committee more."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from medreview.domain.committee import Committee, Member, Office, Role, Side
from medreview.operations import committees, edit, whereabouts
from medreview.operations.archives import create_archive, open_archive, open_to_read
from medreview.tui.dialogs.finder import Finder
from medreview.tui.screens.committee import CommitteeScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.new_committee import NewCommitteeScreen
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.records import Records
from tests.builders import a_committee, a_member
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown, shows, typed_into
from tests.tui.waiting import wait_until

HOSTILE = "Åse [/] [b]Bæk"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """An archive with one committee, its chair and somebody who left."""
    path = tmp_path / "small.medreview"
    archive = create_archive(path)
    committee = a_committee()
    committees.create_committee(archive, committee)
    yesterday = date.today() - timedelta(days=1)
    committees.add_member(
        archive,
        a_member(committee, "Per Gammel", Role.EMPLOYEE, position=0, left=yesterday),
        a_member(committee, HOSTILE, Role.MANAGEMENT, position=1, office=Office.CHAIR),
    )
    archive.close()
    return path


def members(path: Path) -> dict[str, Member]:
    """Return the members as the archive has them."""
    archive = open_to_read(path)
    [committee] = committees.list_committees(archive)
    found = committees.overview(archive, committee.id).members
    archive.close()
    return {member.name: member for member in found}


async def opened(pilot: Pilot[Any]) -> CommitteeScreen:
    """Open the committee from its home."""
    await shows(pilot, HomeScreen)
    await pilot.app.run_action("app.edit_committee")
    await shows(pilot, CommitteeScreen)
    screen = pilot.app.screen
    assert isinstance(screen, CommitteeScreen)
    return screen


def rows(screen: CommitteeScreen) -> list[str]:
    """Return the rows of the members."""
    return [str(option.prompt) for option in screen.query_one(Records).row_list.options]


async def test_former_members_stand_last_and_say_so(make_app: MakeApp, small: Path) -> None:
    app = make_app(small, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        chair, former = rows(await opened(pilot))
        assert chair == f"{HOSTILE} · chair, management representative"
        assert former.startswith("Per Gammel · employee · left ")
        assert HOSTILE in shown(app.screen)


async def test_a_member_is_added_and_the_side_follows_the_role(make_app: MakeApp, small: Path) -> None:
    app = make_app(small, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f9")
        await wait_until(pilot, lambda: len(rows(screen)) == 3)
        await typed_into(pilot, "name", "Mia", "Records")
        screen.query_one("Field.role Choice", Choice).focus()
        await pilot.press("2")
        await wait_until(pilot, lambda: any("Mia · supervisor" in row for row in rows(screen)))
        assert screen.query_one("Field.side Choice", Choice).value is Side.MANAGEMENT
    assert members(small)["Mia"].side is Side.MANAGEMENT


def test_a_side_that_was_chosen_stays_when_the_role_changes(small: Path) -> None:
    archive = open_archive(small)
    member = members(small)[HOSTILE]
    edit.change(archive, member, side=Side.EMPLOYEES)
    committees.change_member(archive, member.model_copy(update={"side": Side.EMPLOYEES}), role=Role.SHOP_STEWARD)
    archive.close()
    changed = members(small)[HOSTILE]
    assert (changed.role, changed.side) == (Role.SHOP_STEWARD, Side.EMPLOYEES)


async def test_leaving_before_joining_is_complained_of(make_app: MakeApp, small: Path) -> None:
    app = make_app(small, language="en")
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        await typed_into(pilot, "joined", "1/3/2024")
        await typed_into(pilot, "left", "1/2/2024")
        await pilot.press("tab")
        await wait_until(pilot, lambda: "cannot leave before" in shown(app.screen))
    assert members(small)[HOSTILE].left is None


async def test_a_committee_without_a_name_is_complained_of(make_app: MakeApp, small: Path) -> None:
    app = make_app(small, language="en")
    async with app.run_test(size=(80, 50)) as pilot:
        screen = await opened(pilot)
        form = screen.query("Form").last()
        name = form.query_one("Field.name Input")
        name.focus()
        await pilot.press("end", "shift+home", "delete", "tab")
        await wait_until(pilot, lambda: "This must not be empty." in shown(app.screen))
        assert screen.overview.committee.name == a_committee().name


async def test_a_name_of_another_committee_is_complained_of_and_not_stored(make_app: MakeApp, small: Path) -> None:
    archive = open_archive(small)
    committees.create_committee(archive, a_committee(name="Depot-MED"))
    [own] = [one for one in committees.list_committees(archive) if one.name != "Depot-MED"]
    whereabouts.remember_place(archive, own.id, None, "")
    archive.close()
    app = make_app(small, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        name = screen.query("Form").last().query_one("Field.name Input", Input)
        name.focus()
        name.value = "Depot-MED"
        await pilot.press("tab")
        await wait_until(pilot, lambda: "already a committee with the name Depot-MED" in shown(screen))
        assert name.value == "Depot-MED"
        name.value = "Lokal-MED Vest"
        await wait_until(pilot, lambda: screen.overview.committee.name == "Lokal-MED Vest")
        assert "already a committee" not in shown(screen)


async def test_what_is_typed_last_is_stored_when_the_screen_closes(make_app: MakeApp, small: Path) -> None:
    app = make_app(small, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await typed_into(pilot, "name", "!", "Records")
        await pilot.press("escape")
        await shows(pilot, HomeScreen)
    assert f"{HOSTILE}!" in members(small)


async def test_a_digit_switches_to_another_committee(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        before = app.committee_id
        await pilot.press("f2")
        await shows(pilot, Finder)
        await pilot.press("1")
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.committee_id != before)
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.overview.committee.name == "Hoved-MED"


async def test_typing_finds_a_committee_and_enter_switches(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f2")
        await shows(pilot, Finder)
        await pilot.press(*"vej", "space", *"park")
        await wait_until(pilot, lambda: app.screen.query_one(OptionList).option_count == 1)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "Vej og Park" in shown(app.screen)


async def test_a_name_that_is_taken_is_said_at_the_field(make_app: MakeApp, small: Path) -> None:
    app = make_app(small, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f2")
        await shows(pilot, Finder)
        await pilot.press("down", "enter")
        await shows(pilot, NewCommitteeScreen)
        taken: Committee = a_committee()
        await typed_into(pilot, "name", taken.name)
        await typed_into(pilot, "municipality", taken.municipality)
        app.screen.query_one("#create").focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: "already a committee" in shown(app.screen))


async def test_nothing_opens_over_a_question_and_no_screen_over_itself(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f2")
        await shows(pilot, Finder)
        await pilot.press("f2", "ctrl+p", "f6")
        await pilot.pause()
        assert isinstance(app.screen, Finder)
        await pilot.press("escape")
        screen = await opened(pilot)
        await app.run_action("app.edit_committee")
        await pilot.pause()
        assert app.screen_stack[-1] is screen


async def test_a_member_who_stays_because_of_minutes_leaves_nothing_unsaved(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        before = rows(screen)
        screen.query_one(Records).remove_chosen()
        await wait_until(pilot, lambda: any("is named in minutes" in one.message for one in app._notifications))
        assert rows(screen) == before
        assert "Not saved" not in shown(screen.title_bars[0])
