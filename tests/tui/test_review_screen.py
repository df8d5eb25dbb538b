"""The review on the real app: going through the steps, writing, what is stored."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, TextArea

from medreview.domain.attendance import Attendance, Presence
from medreview.domain.decision import Disagreement
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Continuation, Outcome
from medreview.domain.review import Meeting, State
from medreview.domain.status import Answer
from medreview.operations import edit, reviews
from medreview.operations.archives import open_to_read
from medreview.tui.saving import Saver
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.parts import PARTS
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.listing import RowList
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.records import Records
from tests.archives import a_full_review, an_archive_with
from tests.builders import an_empty_dossier
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.looking import shown
from tests.tui.waiting import wait_until
from tests.tui.walking import settled

SIZES = [(120, 40), (80, 24), (68, 18)]


async def opened(pilot: Pilot[Any], step: str | None = None) -> ReviewScreen:
    """Go from the start to this year's review, and to a step."""
    app = pilot.app
    await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
    await pilot.press("f5")
    await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("StepView")))
    screen = app.screen
    assert isinstance(screen, ReviewScreen)
    if step is not None:
        await screen.action_go_to(step)
    await pilot.pause()
    return screen


def stored(path: Path, year_of: ReviewScreen) -> Dossier:
    """Return the review as the archive has it."""
    archive = open_to_read(path)
    try:
        return reviews.load(archive, year_of.dossier.review.id)
    finally:
        archive.close()


async def until_stored(pilot: Pilot[Any], screen: ReviewScreen, is_true: Callable[[Dossier], bool]) -> None:
    """Wait until the review on the screen is as it should be."""
    await wait_until(pilot, lambda: is_true(screen.dossier))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["da", "sv", "en"])
async def test_every_step_opens_at_every_size(make_app: MakeApp, size: tuple[int, int], language: str) -> None:
    app = make_app(language=language)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        for key in PARTS:
            await screen.action_go_to(key)
            await pilot.pause()
            assert screen.view.step.key == key
            assert screen.view.virtual_size.width <= size[0]


async def test_the_first_look_back_ever_has_nothing_to_write_in_that_is_not_seen(
    make_app: MakeApp, tmp_path: Path
) -> None:
    dossier = an_empty_dossier()
    review = dossier.review.model_copy(update={"template": "dk-med"})
    path = an_archive_with(tmp_path / "first.medreview", dossier.model_copy(update={"review": review}))
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "look_back")
        assert app.focused is not None
        await pilot.press(*"Godt")
        await until_stored(pilot, screen, lambda dossier: dossier.cooperation.judged == "Godt")


async def test_the_buttons_that_end_a_review_are_seen_whole(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "closing")
        row = screen.view.query_one(".deeds")
        assert all(row.region.contains_region(button.region) for button in row.query(Button))


async def test_two_keys_lead_to_any_step(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f4", "6")
        await wait_until(pilot, lambda: screen.step_key == "goals")
        await pilot.press("ctrl+n")
        await wait_until(pilot, lambda: screen.step_key == "expertise")


async def test_what_is_typed_is_in_the_archive_without_saving(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "closing")
        screen.query_one(".closing .where_found TextArea", TextArea).focus()
        await pilot.press(*"Teams")
        await until_stored(pilot, screen, lambda dossier: dossier.closing.where_found == "Teams")
        assert stored(archive_file, screen).closing.where_found == "Teams"


async def test_what_is_typed_while_a_step_opens_stands_in_that_step(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "preparation")
        before = screen.dossier
        opening = asyncio.create_task(screen.action_go_to("closing"))
        while not screen._turning.locked():
            await asyncio.sleep(0)
        for character in "Aha":
            app.post_message(events.Key(character, character))
        await opening
        await until_stored(pilot, screen, lambda one: "Aha" in one.closing.how_we_cooperate)
        assert screen.dossier.preparation == before.preparation
        assert screen.dossier.meetings == before.meetings


async def test_attendance_by_digits_and_all_the_others_at_once(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "attendance")
        assert app.focused is screen.view.query(Records)[1].row_list
        await pilot.press("2")
        await until_stored(pilot, screen, lambda dossier: Presence.APOLOGY in _presences(dossier))
        screen.action_all_present()
        await until_stored(pilot, screen, lambda dossier: Presence.UNKNOWN not in _presences(dossier))
        assert _presences(screen.dossier)[0] is Presence.APOLOGY
        assert _presences(screen.dossier, vacant=True) == [Presence.UNKNOWN]


async def test_a_meeting_that_goes_on_another_day_notes_who_is_there_that_day(make_app_on: MakeAppOn) -> None:
    def begun_last_week(path: Path) -> None:
        dossier = a_full_review()
        days = (date.today() - timedelta(days=7), date.today(), date.today() + timedelta(days=7))
        first = dossier.meetings[0]
        again = tuple(Meeting(review_id=dossier.review.id, position=place) for place in (1, 2))
        meetings = [one.model_copy(update={"held_on": day}) for one, day in zip((first, *again), days, strict=True)]
        there = [Attendance(meeting_id=one.id, member_id=member.id) for one in again for member in dossier.members]
        attendance = (*(one for one in dossier.attendance if one.meeting_id == first.id), *there)
        changed = {"meetings": tuple(meetings), "attendance": attendance}
        an_archive_with(path, dossier.model_copy(update=changed))

    app = make_app_on(begun_last_week)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "attendance")
        await pilot.press("2")
        second = screen.dossier.meetings[1]
        await until_stored(pilot, screen, lambda one: one.attendance_at(second)[0][1].presence is Presence.APOLOGY)


async def test_the_fields_of_an_attendance_say_whom_they_are_about(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "attendance")
        whose = screen.view.query_one(".whose", Panel)
        first, second = [member for member in screen.dossier.members if not member.vacant][:2]
        assert first.name in str(whose.visual)
        await pilot.press("down")
        await pilot.pause()
        assert second.name in str(whose.visual)


def _presences(dossier: Dossier, *, vacant: bool = False) -> list[Presence]:
    listed = dossier.attendance_at(dossier.meetings[0])
    return [one.presence for member, one in listed if member.vacant is vacant]


async def test_a_goal_is_judged_with_one_digit_and_then_closed(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "look_back")
        screen.view.query_one(RowList).focus()
        await pilot.press("1")
        await until_stored(pilot, screen, lambda dossier: _first(dossier)[0] is Outcome.MET)
        assert _first(screen.dossier)[1] is Continuation.CLOSE
        goals_before = len(screen.dossier.goals)
        assert len(screen.dossier.open_goals) == goals_before - 1


def _first(dossier: Dossier) -> tuple[Outcome, Continuation]:
    evaluation = dossier.evaluation_of(dossier.last_goals[0])
    assert evaluation is not None
    return evaluation.outcome, evaluation.continuation


async def test_closing_a_goal_without_an_outcome_is_refused_in_words(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "look_back")
        screen.view.query_one(".continuation Choice").focus()
        await pilot.press("3")
        await wait_until(pilot, lambda: bool(screen.view.query(".continuation.-wrong")))
        assert _first(screen.dossier) == (Outcome.NOT_ASSESSED, Continuation.CONTINUE)


async def test_a_new_goal_is_written_at_once(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "goals")
        before = len(screen.dossier.open_goals)
        screen.view.query_one(RowList).focus()
        await pilot.press("plus")
        await until_stored(pilot, screen, lambda dossier: len(dossier.open_goals) == before + 1)
        await wait_until(pilot, lambda: isinstance(app.focused, TextArea))
        await pilot.press(*"Nyt")
        await until_stored(pilot, screen, lambda dossier: dossier.open_goals[-1].text == "Nyt")


async def test_an_empty_list_is_filled_with_enter_and_offers_nothing_else(make_app_on: MakeAppOn) -> None:
    dossier = an_empty_dossier()
    review = dossier.review.model_copy(update={"template": "dk-med"})
    app = make_app_on(lambda path: an_archive_with(path, dossier.model_copy(update={"review": review})))
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "goals")
        records = screen.view.query_one(Records)
        assert [str(one.label) for one in records.query(Button) if one.region] == ["+ Goal"]
        await pilot.press("enter")
        await until_stored(pilot, screen, lambda dossier: len(dossier.open_goals) == 1)
        await pilot.press(*"New")
        await until_stored(pilot, screen, lambda dossier: dossier.open_goals[0].text == "New")


async def test_a_carried_goal_cannot_be_removed(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "goals")
        before = screen.dossier.open_goals
        screen.view.query_one(RowList).focus()
        await pilot.press("delete", "delete")
        await wait_until(pilot, lambda: bool(app._notifications))
        assert screen.dossier.open_goals == before


async def test_a_decision_is_written_from_any_step_under_its_item(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "cooperation")
        before = len(screen.dossier.decisions)
        await pilot.press("f9")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "Entry")
        app.screen.query_one(TextArea).focus()
        await pilot.press(*"Ja", "escape")
        await until_stored(pilot, screen, lambda dossier: len(dossier.decisions) > before)
        await until_stored(pilot, screen, lambda dossier: dossier.decisions[-1].text == "Ja")
        item = next(item for item in screen.dossier.agenda if item.step == "cooperation")
        assert screen.dossier.decisions[-1].agenda_item_id == item.id


@pytest.mark.parametrize("key", ["tab", "enter"])
async def test_a_name_that_is_offered_is_stored_as_it_is_seen(make_app: MakeApp, key: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "preparation")
        line = screen.query_one(".minute_taker LineInput", LineInput)
        line.focus()
        name = screen.dossier.members[-1].name
        await pilot.press("ctrl+a", *name[:4].lower())
        await wait_until(pilot, lambda: line._suggestion)
        offered = line._suggestion
        await pilot.press(key, "tab")
        await until_stored(pilot, screen, lambda dossier: dossier.preparation.minute_taker == offered)


@pytest.mark.parametrize(("key", "keeps"), [("2", True), ("down", False), ("tab", False)])
async def test_a_decision_that_says_nothing_is_not_left_behind(make_app: MakeApp, key: str, keeps: bool) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "cooperation")
        before = len(screen.dossier.decisions)
        await pilot.press("f9")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "Entry")
        assert len(screen.dossier.decisions) == before + 1
        app.screen.query_one(Choice).focus()
        await pilot.press(key, "escape")
        await wait_until(pilot, lambda: app.screen is screen)
        await until_stored(pilot, screen, lambda dossier: len(dossier.decisions) == before + keeps)


async def test_reasons_are_said_to_be_owed_until_they_are_written(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "decisions")
        owner = screen.dossier.review.id
        decided = {"topic": "Vagtplan", "management_decision": "Otte uger.", "decided_on": date.today()}
        await screen.stored(edit.add, Disagreement.model_validate({"review_id": owner, **decided}))
        reasons = screen.view.query("Field.reasons").first(Field)
        await wait_until(pilot, lambda: reasons.shown is not None and reasons.region.width)
        reasons.control.focus()
        await wait_until(pilot, lambda: "The committee is owed reasons by" in shown(screen))
        await pilot.press(*"For dyrt", "tab")
        await until_stored(pilot, screen, lambda one: one.disagreements[-1].reasons == "For dyrt")
        await wait_until(pilot, lambda: "The committee is owed reasons by" not in shown(screen))


@pytest.mark.parametrize("size", [(68, 18), (60, 16)])
async def test_the_dialog_of_a_decision_begins_with_its_first_label(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(language="en")
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "cooperation")
        await pilot.press("f9")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "Entry")
        await wait_until(pilot, lambda: isinstance(app.focused, TextArea) and app.focused.region.height)
        await pilot.pause()
        box, form = app.screen.query_one("#box"), app.screen.query_one("#scroll")
        await wait_until(pilot, lambda: form.scroll_y == 0)
        assert app.screen.query("Label.label").first().region.y == box.region.y + 1


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (68, 18), (60, 16)])
async def test_the_button_of_a_decision_is_seen_without_scrolling(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(language="da")
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "cooperation")
        await pilot.press("f9")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "Entry")
        await wait_until(pilot, lambda: "Færdig (Esc)" in shown(app.screen))
        form = app.screen.query_one("#scroll")
        await wait_until(pilot, lambda: form.region.height and (form.max_scroll_y == 0) == (size != (60, 16)))


async def test_dates_are_proposed_from_the_interval(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "cooperation")
        screen.query_one(".cooperation .interval Input", Input).focus()
        await pilot.press("ctrl+a", "3", "tab")
        await pilot.press("shift+tab", "shift+tab", "ctrl+a", "4", "tab")
        await screen.action_propose_dates()
        await until_stored(pilot, screen, lambda dossier: len(dossier.planned_meetings) >= 4)


@pytest.mark.parametrize(("action", "step"), [("propose_dates", "cooperation"), ("copy_goal", "goals")])
async def test_what_the_palette_does_is_shown_where_it_belongs(make_app: MakeApp, action: str, step: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "attendance")
        await screen.run_action(f"screen.{action}")
        await wait_until(pilot, lambda: screen.step_key == step)


async def test_the_meeting_begins(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "preparation")
        await screen.action_begin()
        await until_stored(pilot, screen, lambda dossier: dossier.review.state is State.IN_SESSION)
        assert screen.step_key == "attendance"


async def test_the_example_can_never_be_approved(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "closing")
        await screen.action_approve()
        await wait_until(pilot, lambda: type(app.screen).__name__ == "Approve")
        await pilot.press("escape")
        assert stored(archive_file, screen).review.state is not State.APPROVED


async def test_an_approved_review_can_only_be_read(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        app.screen.query_one("#years", OptionList).focus()
        await pilot.press("end", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.query("Field")))
        await pilot.pause()
        shown = [form for form in app.screen.query(Form) if form.entity is not None]
        assert shown
        assert all(field.disabled for form in shown for field in form.query(Field))


async def test_the_next_start_returns_to_the_same_step(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "decisions")
        await app.action_leave()
    again = make_app()
    async with again.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(again.screen, ReviewScreen))
        screen = again.screen
        assert isinstance(screen, ReviewScreen)
        await wait_until(pilot, lambda: bool(screen.query("StepView")))
        assert screen.step_key == "decisions"


async def test_leaving_stores_what_was_typed_a_moment_ago(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "closing")
        screen.query_one(".closing .where_found TextArea", TextArea).focus()
        await pilot.press(*"Teams")
        await app.action_leave()
    assert stored(archive_file, screen).closing.where_found == "Teams"


async def test_f8_goes_to_the_next_entity_of_the_list(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "look_back")
        records = screen.view.query_one(Records)
        first = records.chosen
        await pilot.press("f8")
        assert records.chosen != first
        await pilot.press("f7")
        assert records.chosen == first


async def test_f8_says_when_a_list_ends_and_how_to_go_on(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "look_back")
        rows = screen.view.query_one(Records).row_list.option_count
        await pilot.press(*["f8"] * (rows - 1))
        assert not any("Ctrl+N" in one.message for one in app._notifications)
        await pilot.press("f8")
        assert any("Ctrl+N" in one.message for one in app._notifications)


async def test_a_meeting_moves_to_the_afternoon_whichever_time_is_written_first(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, "preparation")
        starts, ends = screen.view.query_one(".starts Input", Input), screen.view.query_one(".ends Input", Input)
        starts.focus()
        starts.value = "13"
        await pilot.press("tab")
        await wait_until(pilot, lambda: bool(screen.view.query(".starts.-wrong")))
        ends.value = "15"
        await pilot.press("tab")
        await until_stored(pilot, screen, lambda dossier: str(dossier.meetings[0].starts) == "13:00:00")
        assert str(screen.dossier.meetings[0].ends) == "15:00:00"
        assert not screen.view.query(".starts.-wrong")


async def test_esc_may_be_quicker_than_the_step(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(3):
            await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
            await pilot.press("f5", "escape")
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await settled(pilot)
        assert app.is_running


async def test_a_year_started_by_mistake_is_deleted_after_one_question(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        year = screen.dossier.review.year
        for answer in ("0", "1"):
            screen.action_discard()
            await wait_until(pilot, lambda: type(app.screen).__name__ == "Pick")
            await pilot.press(answer)
            await wait_until(pilot, lambda: type(app.screen).__name__ != "Pick")
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.overview.reviews[0].year == year - 1


async def test_one_key_says_that_there_is_nothing_to_note(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "expertise")
        await pilot.press("f3")
        await until_stored(pilot, screen, _is_marked)
        await pilot.press("f3")
        await until_stored(pilot, screen, lambda dossier: not _is_marked(dossier))


def _is_marked(dossier: Dossier) -> bool:
    note = dossier.note_of("expertise")
    return note is not None and note.nothing_to_note


async def test_quitting_right_after_opening_a_review_is_no_crash(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("f5")
        await app.action_leave()
    assert app.return_code == 0


async def test_nothing_is_begun_after_the_saver_is_closed() -> None:
    saver = Saver()
    saver.close()
    with pytest.raises(asyncio.CancelledError):
        await saver.run(date.today)


async def test_a_key_before_the_first_step_is_there_does_nothing(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert app.dossier is not None
        screen = ReviewScreen(app.dossier, "look_back")
        assert screen.check_action("next_record", ()) is False
        await app.push_screen(screen)
        await pilot.press("f8", "f5", "f8")
        await wait_until(pilot, lambda: bool(screen.query("StepView")))
        await wait_until(pilot, lambda: screen.check_action("next_record", ()) is True)


async def test_a_new_key_figure_is_named_first(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "status")
        before = len(screen.dossier.indicators)
        figures = next(one for one in screen.query(Records) if one.listing.title == "Key figures")
        figures.query_one(".add", Button).press()
        await until_stored(pilot, screen, lambda dossier: len(dossier.indicators) == before + 1)
        name = next(field for field in figures.query(Field) if field.field_name == "name")
        await wait_until(pilot, lambda: name.has_focus_within)


async def test_whoever_leaves_the_review_goes_on_where_they_were(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "goals")
        await wait_until(pilot, lambda: screen.step_key == "goals")
        await pilot.press("escape")
        again = await opened(pilot)
        assert again is not screen
        assert again.step_key == "goals"


@pytest.mark.parametrize("size", SIZES)
async def test_a_word_that_one_key_chose_is_told_with_the_way_back(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(language="en")
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, "expertise")
        before = screen.dossier.expertise.present
        other = "2" if before is not Answer.PARTLY else "1"
        await pilot.press("space", *"2 days")
        await wait_until(pilot, lambda: "← → Enter choose · Tab goes on" in shown(screen))
        assert screen.dossier.expertise.present is before
        await pilot.press("tab", "shift+tab", other)
        await until_stored(pilot, screen, lambda one: one.expertise.present is not before)
        await wait_until(pilot, lambda: "Ctrl+Z undoes" in shown(screen))
        await pilot.press("ctrl+z")
        await until_stored(pilot, screen, lambda one: one.expertise.present is before)
        await wait_until(pilot, lambda: "Ctrl+Z undoes" not in shown(screen))


async def test_a_digit_on_a_list_is_told_until_something_is_typed(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "look_back")
        await pilot.press("4")
        await wait_until(pilot, lambda: "Not met · Ctrl+Z undoes" in shown(screen))
        screen.view.query_one(".why TextArea").focus()
        await pilot.press("x")
        await wait_until(pilot, lambda: "Ctrl+Z undoes" not in shown(screen))
        await wait_until(pilot, lambda: "Saved" in shown(screen))
