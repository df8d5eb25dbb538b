"""Personal numbers on the screens, and deleting for good."""

import re
import shutil
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from medreview.domain.dossier import Dossier
from medreview.operations import approval, backups, copies, edit, privacy, reviews, whereabouts
from medreview.operations.archives import create_archive
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.approve import Approve
from medreview.tui.dialogs.erase import Erase, StillThere
from medreview.tui.dialogs.personal_numbers import PersonalNumbers
from medreview.tui.screens.committee import CommitteeScreen
from medreview.tui.screens.export import ExportScreen
from medreview.tui.screens.first_start import FirstStartScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets import field
from tests.operations.worlds import a_started_review, held
from tests.tui.approvals import YEAR
from tests.tui.conftest import MakeAppOn
from tests.tui.drafted import kept
from tests.tui.looking import said, shown, shows, typed_into
from tests.tui.waiting import wait_until

NUMBER: Final = "010170-1234"
WARNING: Final = "looks like a personal number"


def with_a_number(path: Path) -> None:
    """Create an archive with a review that can be approved, with a personal number in its closing."""
    _create(path, NUMBER)


def without(path: Path) -> None:
    """Create an archive with a review that can be approved."""
    _create(path, "")


def _create(path: Path, written: str) -> Dossier:
    archive = create_archive(path)
    dossier = held(archive, a_started_review(archive, YEAR))
    edit.change(archive, dossier.closing, how_judged=written)
    whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "closing")
    archive.close()
    return dossier


async def in_closing(pilot: Pilot[None]) -> MedreviewApp:
    """Wait until the last step is shown."""
    await shows(pilot, ReviewScreen)
    await wait_until(pilot, lambda: pilot.app.screen.query("StepView.closing Field"))
    assert isinstance(pilot.app, MedreviewApp)
    return pilot.app


async def test_the_hint_comes_with_the_number_and_goes_with_it(make_app_on: MakeAppOn) -> None:
    async with make_app_on(without).run_test(size=(100, 60)) as pilot:
        app = await in_closing(pilot)
        await typed_into(pilot, "how_we_cooperate", NUMBER[:-1])
        assert WARNING not in shown(app.screen)
        await pilot.press(NUMBER[-1])
        await wait_until(pilot, lambda: WARNING in shown(app.screen))
        assert shown(app.screen).count(WARNING) == 1
        await pilot.press("backspace")
        await wait_until(pilot, lambda: WARNING not in shown(app.screen))


async def test_a_text_is_looked_through_when_it_is_stored_not_at_each_key(
    make_app_on: MakeAppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(text: str) -> bool:
        seen.append(text)
        return False

    monkeypatch.setattr(field, "STORE_WITHIN", 600)
    async with make_app_on(without).run_test(size=(100, 60)) as pilot:
        app = await in_closing(pilot)
        monkeypatch.setattr(field, "has_personal_number", look)
        await typed_into(pilot, "how_we_cooperate", "We meet")
        assert seen == []
        [written] = app.screen.query("Field.how_we_cooperate").results(field.Field)
        written.take()
        assert len(seen) == 1
        assert "We meet" in seen[0]


async def test_a_stored_number_is_told_as_well(make_app_on: MakeAppOn) -> None:
    async with make_app_on(with_a_number).run_test(size=(100, 60)) as pilot:
        app = await in_closing(pilot)
        await wait_until(
            pilot, lambda: WARNING in "\n".join(str(one.render()) for one in app.screen.query(".personal"))
        )


async def test_approving_asks_first_and_a_reason_is_kept(make_app_on: MakeAppOn) -> None:
    async with make_app_on(with_a_number).run_test() as pilot:
        app = await in_closing(pilot)
        await app.screen.run_action("screen.approve")
        await shows(pilot, PersonalNumbers)
        assert NUMBER not in shown(app.screen)
        app.screen.query_one("#reason", Input).focus()
        await pilot.press(*"Ja", "enter")
        await shows(pilot, Approve)
        await pilot.press("escape")
        await shows(pilot, ReviewScreen)
        await app.screen.run_action("screen.approve")
        await shows(pilot, Approve)
        assert app.dossier is not None
        reason = privacy.reason_of(app.archive, app.dossier.review.id)
        assert reason is not None
        assert reason.text == "Ja"


@pytest.mark.parametrize("leaves", [False, True])
async def test_a_reason_stands_there_again_after_a_kill_until_it_is_given(
    make_app_on: MakeAppOn, tmp_path: Path, leaves: bool
) -> None:
    async with make_app_on(with_a_number).run_test() as pilot:
        app = await in_closing(pilot)
        await app.screen.run_action("screen.approve")
        await shows(pilot, PersonalNumbers)
        app.screen.query_one("#reason", Input).focus()
        await pilot.press("E", "t", "space", *"sagsnr")
        if leaves:
            await pilot.press("escape")
        await wait_until(pilot, lambda: kept(app.archive_path) == ["Et sagsnr"])
        after = Path(shutil.copy(app.archive_path, tmp_path / "killed.medreview"))
    async with make_app_on(partial(shutil.copy, after)).run_test() as pilot:
        app = await in_closing(pilot)
        await app.screen.run_action("screen.approve")
        await shows(pilot, PersonalNumbers)
        await wait_until(pilot, lambda: app.screen.query_one("#reason", Input).value == "Et sagsnr")
        assert "stands here again" in said(app)
        app.screen.query_one("#reason", Input).focus()
        await pilot.press("enter")
        await shows(pilot, Approve)
        assert kept(app.archive_path) == []
        assert app.dossier is not None
        reason = privacy.reason_of(app.archive, app.dossier.review.id)
        assert reason is not None
        assert reason.text == "Et sagsnr"


async def test_a_place_can_be_gone_to(make_app_on: MakeAppOn) -> None:
    async with make_app_on(with_a_number).run_test() as pilot:
        app = await in_closing(pilot)
        await app.screen.action_go_to("goals")  # type: ignore[attr-defined]
        await app.screen.run_action("screen.approve")
        await shows(pilot, PersonalNumbers)
        await pilot.press("enter")
        await shows(pilot, ReviewScreen)
        await wait_until(pilot, lambda: getattr(app.screen, "step_key", "") == "closing")


@pytest.mark.parametrize(("key", "is_written"), [("escape", False), ("enter", True)])
async def test_exporting_asks_and_never_blocks(
    make_app_on: MakeAppOn, tmp_path: Path, key: str, is_written: bool
) -> None:
    async with make_app_on(with_a_number).run_test() as pilot:
        app = await in_closing(pilot)
        await pilot.press("f6")
        await shows(pilot, ExportScreen)
        await pilot.press("f6")
        await shows(pilot, PersonalNumbers)
        app.screen.query_one("#reason", Input).focus()
        await pilot.press(key)
        await shows(pilot, ExportScreen)
        if is_written:
            await wait_until(pilot, lambda: list((tmp_path / "exports").glob("*.html")))
    assert bool(list((tmp_path / "exports").glob("*.html"))) is is_written


async def test_a_committee_is_deleted_with_its_files(make_app_on: MakeAppOn, tmp_path: Path) -> None:
    def make(path: Path) -> None:
        _create(path, NUMBER)

    app = make_app_on(make)
    async with app.run_test(size=(100, 40)) as pilot:
        await in_closing(pilot)
        assert app.dossier is not None
        dossier = app.dossier
        await app.saver.run(approval.approve, app.archive, dossier.review, date(YEAR, 12, 1), "Karen Lund", "")
        await app.saver.run(copies.keep_copies, app.archive, dossier.review.id)
        await app.saver.run(backups.make_backup, app.archive)
        await app.run_action("app.edit_committee")
        await shows(pilot, CommitteeScreen)
        await app.screen.run_action("screen.erase")
        await shows(pilot, Erase)
        await pilot.press("x", "enter")
        await wait_until(pilot, lambda: "not the name" in shown(app.screen))
        app.screen.query_one("#name", Input).value = dossier.committee.name
        await pilot.press("enter")
        await shows(pilot, StillThere)
        told = re.sub(r"[\s│]", "", shown(app.screen))
        assert f"{app.archive_path.stem}-backups" in told
        assert f"{app.archive_path.stem}-approved" in told
        await pilot.click("#delete")
        await wait_until(pilot, lambda: "deleted for good" in said(app))
        assert isinstance(app.screen, FirstStartScreen | HomeScreen)
    kept = [path for path in tmp_path.glob("own*") if path.is_file()]
    assert [path for path in kept if NUMBER.encode() in path.read_bytes()] == []
    assert list(tmp_path.glob("own-approved/*")) == []


async def test_escape_keeps_everything(make_app_on: MakeAppOn) -> None:
    app = make_app_on(with_a_number)
    async with app.run_test() as pilot:
        await in_closing(pilot)
        await app.screen.run_action("screen.erase")
        await shows(pilot, Erase)
        await pilot.press("escape")
        await shows(pilot, ReviewScreen)
        assert app.dossier is not None
        assert reviews.load(app.archive, app.dossier.review.id)
