"""Approving on the real app: what is missing and where, who approves, and what the last step then says."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import OptionList

from medreview.domain.goal import Evaluation
from medreview.domain.review import State
from medreview.operations.approval import Standing
from medreview.operations.copies import folder_of
from medreview.tui.dialogs.approve import Approve
from medreview.tui.dialogs.entry import Entry
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.approved import Approved
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records
from medreview.tui.widgets.tick import Tick
from tests.archives import a_full_review, an_approved_review, an_archive_with
from tests.builders import YEAR
from tests.tui.approvals import HOSTILE, a_blank_archive, a_ready_archive, three_stages
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.hosts import Host
from tests.tui.looking import said, shows
from tests.tui.statements import asked, complaint, opened, press, stored, words, write
from tests.tui.waiting import wait_until

SIZES = [(120, 40), (80, 24), (68, 18)]


@pytest.mark.parametrize("size", SIZES)
async def test_what_blocks_comes_first_and_leads_to_its_place(make_app_on: MakeAppOn, size: tuple[int, int]) -> None:
    app = make_app_on(a_blank_archive)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        dialog = await asked(pilot, "approve", Approve)
        rows = [str(option.prompt) for option in dialog.query_one(OptionList).options]
        marks = [row.split()[1] for row in rows]
        assert "Missing" in marks
        assert marks == sorted(marks, reverse=True)
        assert "cannot be approved yet" in words(pilot)
        assert "Close (Esc)" in words(pilot)
        assert not dialog.query("#do, Field")
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: app.screen is screen and screen.step_key == "attendance")


async def test_a_click_leads_there_too(make_app_on: MakeAppOn) -> None:
    app = make_app_on(a_blank_archive)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await asked(pilot, "approve", Approve)
        await pilot.click("Approve OptionList", offset=(5, 0))
        await wait_until(pilot, lambda: app.screen is screen and screen.step_key == "preparation")


@pytest.mark.parametrize("size", SIZES)
async def test_minutes_are_approved_by_keys_with_amendments(make_app_on: MakeAppOn, size: tuple[int, int]) -> None:
    app = make_app_on(a_ready_archive)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        await asked(pilot, "approve", Approve)
        await pilot.press("tab", "tab", "space", *"4: June", "tab", "enter")
        await wait_until(pilot, lambda: screen.dossier.is_read_only and screen.standing)
        review = stored(app, screen.dossier).review
        assert (review.approved_on, review.amendments) == (date.today(), "4: June")
        assert review.approved_by == "Karen Lund, chair\nBo Ørsted, vice chair"
        assert screen.standing is not None
        sha256 = screen.standing.version.sha256
        pilot.app.screen.query_one("Approved").scroll_visible(animate=False)
        await pilot.pause()
        told = str(screen.query_one("Approved Facts").render())
        assert all(part in told for part in ("√ Minutes approved", "Karen Lund, chair", "4: June"))
        assert f" {sha256[:4]} {sha256[4:8]} " in told.replace("\n", " ")
        assert sha256 in "".join(told.split())
        await wait_until(pilot, lambda: "Copies to keep" in said(app))
        assert {path.suffix for path in folder_of(app.archive).iterdir()} == {".md", ".pdf"}


async def test_amendments_that_are_ticked_must_be_written_and_nothing_typed_is_gone(make_app_on: MakeAppOn) -> None:
    app = make_app_on(a_ready_archive)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        dialog = await asked(pilot, "approve", Approve)
        dialog.query_one(Tick).value = True
        await wait_until(pilot, lambda: dialog.query_one("Field.amendments", Field).has_focus_within)
        write(dialog, "approved_by", HOSTILE)
        await press(pilot, "#do")
        await wait_until(pilot, lambda: bool(complaint(dialog, "amendments")))
        write(dialog, "amendments", "4: June")
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is screen)
        again = await asked(pilot, "approve", Approve)
        await press(pilot, "#do")
        await wait_until(pilot, lambda: screen.dossier.is_read_only)
        assert not again.is_active
        review = stored(app, screen.dossier).review
        assert (review.approved_by, review.amendments) == (HOSTILE, "4: June")


@pytest.mark.parametrize(
    ("field", "text"),
    [("approved_on", "1.1.1990"), ("approved_on", "31.2."), ("approved_on", "1.1.2099"), ("approved_by", "")],
)
async def test_what_cannot_be_is_said_at_the_field(make_app_on: MakeAppOn, field: str, text: str) -> None:
    app = make_app_on(a_ready_archive)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        dialog = await asked(pilot, "approve", Approve)
        write(dialog, field, text)
        await press(pilot, "#do")
        await wait_until(pilot, lambda: bool(complaint(dialog, field)))
        assert dialog.is_active
        assert dialog.query_one(f"Field.{field}", Field).has_focus_within
        assert stored(app, screen.dossier).review.state is not State.APPROVED


async def test_the_approval_stands_where_the_copies_cannot_be_written(make_app_on: MakeAppOn, tmp_path: Path) -> None:
    app = make_app_on(a_ready_archive)
    (tmp_path / "own-approved").write_text("in the way", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await asked(pilot, "approve", Approve)
        await press(pilot, "#do")
        await wait_until(pilot, lambda: "own-approved" in said(app))
        assert "Copies to keep" not in said(app)
        assert stored(app, screen.dossier).is_read_only


async def test_the_example_says_that_it_is_never_approved(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await opened(pilot)
        dialog = await asked(pilot, "approve", Approve)
        assert "It can never be approved" in words(pilot)
        assert not dialog.query("#do")


@pytest.mark.parametrize("is_intact", [True, False])
async def test_content_that_does_not_match_its_sha256_is_said_in_words(is_intact: bool) -> None:
    version = three_stages()[1].version
    assert version is not None
    standing = Standing(version, is_intact)
    app = Host(Approved, Scope(an_approved_review(), standing=standing))
    async with app.run_test(size=(80, 30)) as pilot:
        assert ("does not match its SHA-256" in words(pilot)) is not is_intact


@pytest.mark.parametrize("from_dialog", [True, False])
async def test_a_finding_about_a_goal_names_it_and_leads_into_its_field(
    make_app_on: MakeAppOn, from_dialog: bool
) -> None:
    full = a_full_review()
    evaluations = (full.evaluations[0], full.evaluations[1].model_copy(update={"done": ""}))
    app = make_app_on(lambda path: an_archive_with(path, full.model_copy(update={"evaluations": evaluations})))
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        screen = await opened(pilot)
        await screen.action_go_to("closing")
        rows = screen.view.query_one("DutyList OptionList", OptionList)
        if from_dialog:
            rows = (await asked(pilot, "approve", Approve)).query_one(OptionList)
        named = [str(option.prompt) for option in rows.options]
        [at] = [at for at, row in enumerate(named) if "(AA-6a): " in row and full.last_goals[1].text in row]
        rows.highlighted = at
        rows.focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.screen is screen and screen.step_key == "look_back")
        await wait_until(pilot, lambda: screen.view.query("Field.done").first(Field).has_focus_within)
        chosen = screen.view.query(Records).first().chosen
        assert isinstance(chosen, Evaluation)
        assert chosen.goal_id == full.last_goals[1].id


@pytest.mark.parametrize("from_dialog", [True, False])
async def test_advice_leads_into_the_deadline_and_to_the_decision_that_is_missing(
    make_app_on: MakeAppOn, from_dialog: bool
) -> None:
    full = a_full_review()
    late = full.goals[0].model_copy(update={"runs_until": date(YEAR, 1, 31)})
    changed = full.model_copy(update={"goals": (late, *full.goals[1:]), "decisions": ()})
    app = make_app_on(lambda path: an_archive_with(path, changed))

    async def follow(words: str) -> None:
        await screen.action_go_to("closing")
        rows = screen.view.query_one("DutyList OptionList", OptionList)
        if from_dialog:
            rows = (await asked(pilot, "approve", Approve)).query_one(OptionList)
        [rows.highlighted] = [at for at, option in enumerate(rows.options) if words in str(option.prompt)]
        rows.focus()
        await pilot.press("enter")

    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        screen = await opened(pilot)
        await follow(late.text)
        await wait_until(pilot, lambda: screen.step_key == "goals")
        await wait_until(pilot, lambda: screen.view.query("Field.runs_until").first(Field).has_focus_within)
        await follow(full.agenda[0].title)
        await shows(pilot, Entry)
        await pilot.press(*"Ok", "escape")
        await shows(pilot, ReviewScreen)
        await wait_until(pilot, lambda: len(screen.dossier.decisions) == 1 and screen.dossier.decisions[0].text == "Ok")
        assert screen.dossier.decisions[0].agenda_item_id == full.agenda[0].id


async def test_who_approves_is_seen_before_the_advice_on_a_small_screen(make_app_on: MakeAppOn) -> None:
    full = a_full_review()
    evaluations = (full.evaluations[0], full.evaluations[1].model_copy(update={"why": ""}))
    app = make_app_on(lambda path: an_archive_with(path, full.model_copy(update={"evaluations": evaluations})))
    async with app.run_test(size=(68, 18)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await opened(pilot)
        dialog = await asked(pilot, "approve", Approve)
        assert "There is 1 piece of advice below." in words(pilot)
        assert "Approved by" in words(pilot)
        assert "Karen Lund, chair" in words(pilot)
        rows = dialog.query_one(OptionList)
        rows.focus()
        await wait_until(pilot, lambda: "A reason is missing" in words(pilot))
