"""Presenting: one thing at a time, on single keys, with the clock; what is typed is stored, drafts stay hidden."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from medreview.domain.attendance import Presence
from medreview.domain.committee import Member
from medreview.domain.dossier import in_order
from medreview.domain.goal import Evaluation, Outcome
from medreview.domain.review import AgendaItem, State, StepNote
from medreview.domain.timing import Clock, running
from medreview.i18n import use
from medreview.operations import edit, reviews
from medreview.operations.archives import create_archive, open_archive
from medreview.operations.selection import select_reviews
from medreview.templates import load_template
from medreview.tui import timing
from medreview.tui.dialogs.pick import Pick
from medreview.tui.room.figures import Bar, bars, large
from medreview.tui.room.goals import look_back
from medreview.tui.room.steps import slides
from medreview.tui.screens import review, timed
from medreview.tui.screens.history import HistoryScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.step_room import HistoryRoom, StepRoom
from medreview.tui.steps.parts import PARTS
from medreview.tui.text import hanging
from medreview.tui.widgets.part import Scope
from tests.archives import a_full_review, stored
from tests.builders import YEAR
from tests.tui.conftest import MakeApp
from tests.tui.contrast import drawn
from tests.tui.glyphs import foreign
from tests.tui.looking import said, shown, shows
from tests.tui.waiting import wait_until

SIZES: Final = [(120, 40), (80, 24), (68, 18)]
LEAST: Final = {"light": 4.5, "dark": 4.5, "projector": 7.0}
DAY: Final = date(YEAR, 11, 24)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Return the time that stands on the wall; a test puts another one there."""
    wall = [datetime.combine(DAY, time(9))]
    for module in (timing, timed, review):
        monkeypatch.setattr(module, "now", lambda: wall[0])
    return wall


@pytest.fixture
def in_session(tmp_path: Path) -> Path:
    """An archive with a review whose meeting is held on `DAY`; nothing is timed yet."""
    path = tmp_path / "session.medreview"
    archive = create_archive(path)
    dossier = stored(archive, a_full_review(state=State.IN_SESSION).model_copy(update={"time_spans": ()}))
    archive.close()
    assert dossier.review.state is State.IN_SESSION
    return path


@pytest.fixture
def to_begin(tmp_path: Path) -> Path:
    """An archive with a review whose meeting of `DAY` has not begun; no item of the agenda is the attendance."""
    path = tmp_path / "begin.medreview"
    archive = create_archive(path)
    full = a_full_review(state=State.PREPARING)
    others = tuple(one.model_copy(update={"step": None}) if one.step == "attendance" else one for one in full.agenda)
    stored(archive, full.model_copy(update={"time_spans": (), "agenda": others}))
    archive.close()
    return path


async def in_review(pilot: Pilot[Any], step: str) -> ReviewScreen:
    """Go from the start to a step of this year's review."""
    await shows(pilot, HomeScreen)
    await pilot.press("f5")
    await wait_until(
        pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and bool(pilot.app.screen.query("StepView"))
    )
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    await screen.action_go_to(step)
    await pilot.pause()
    return screen


async def presented(pilot: Pilot[Any], step: str) -> StepRoom:
    """Present a step."""
    if not isinstance(pilot.app.screen, ReviewScreen):
        await in_review(pilot, step)
    await pilot.press("f5")
    await shows(pilot, StepRoom)
    room = pilot.app.screen
    assert isinstance(room, StepRoom)
    await wait_until(pilot, lambda: progress(room))
    return room


def first_judged(room: StepRoom) -> Evaluation:
    """Return how the first of last year's goals is judged."""
    found = room.dossier.evaluation_of(in_order(room.dossier.last_goals)[0])
    assert found is not None
    return found


async def turned_to(pilot: Pilot[Any], room: StepRoom, step: str) -> None:
    """Go through the slides until a step."""
    for _ in range(20):
        if room.step_key != step:
            await pilot.press("right")
    assert room.step_key == step


def progress(room: StepRoom) -> str:
    """Return what is said of the slide's place."""
    return shown(room.query_one(".progress"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["da", "sv", "en"])
async def test_every_step_can_be_presented_at_every_size(
    make_app: MakeApp, size: tuple[int, int], language: str
) -> None:
    app = make_app(language=language)
    async with app.run_test(size=size) as pilot:
        room = await presented(pilot, "preparation")
        seen = set()
        for _ in range(120):
            seen.add(room.step_key)
            page = room.query_one("#page")
            assert page.region.width <= 60
            assert room.query_one("#slide").virtual_size.width <= size[0]
            text = shown(room)
            assert not foreign(text), text
            before = (room.step_key, progress(room))
            await pilot.press("pagedown")
            if (room.step_key, progress(room)) == before:
                break
        assert seen == set(PARTS)


@pytest.mark.parametrize("theme", LEAST)
async def test_every_slide_can_be_read(make_app: MakeApp, in_session: Path, clock: list[datetime], theme: str) -> None:
    app = make_app(in_session, theme=theme)
    async with app.run_test(size=(100, 40)) as pilot:
        room = await presented(pilot, "look_back")
        clock[0] += timedelta(hours=2)
        room.say_clock()
        for _ in range(20):
            await pilot.pause()
            poor = [f"{one.text!r} {one.ratio:.1f}" for one in drawn(room) if one.ratio < LEAST[theme]]
            assert not poor
            await pilot.press("right")


@pytest.mark.parametrize(("on", "back"), [("right", "left"), ("space", "pageup"), ("pagedown", "left")])
async def test_single_keys_turn(make_app: MakeApp, on: str, back: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await presented(pilot, "status")
        first = progress(room)
        await pilot.press(on)
        await wait_until(pilot, lambda: progress(room) != first)
        await pilot.press(back)
        await wait_until(pilot, lambda: progress(room) == first)


async def test_the_mouse_turns(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await presented(pilot, "status")
        first = progress(room)
        await pilot.click("Turn:last-of-type")
        await wait_until(pilot, lambda: progress(room) != first)
        await pilot.click("Turn")
        await wait_until(pilot, lambda: progress(room) == first)
        await pilot.click("Out")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))


async def test_a_break_lasts_while_the_room_stays_at_its_item(
    make_app: MakeApp, in_session: Path, clock: list[datetime]
) -> None:
    app = make_app(in_session, language="en")
    async with app.run_test(size=(110, 40)) as pilot:
        review = await in_review(pilot, "status")
        await wait_until(pilot, lambda: review.dossier.time_spans)
        clock[0] += timedelta(minutes=2)
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: len(review.dossier.time_spans) == 2)
        room = await presented(pilot, "status")
        await pilot.press("right", "left", "f5")
        await wait_until(pilot, lambda: app.screen is review)
        await review.action_go_to("status")
        await pilot.pause()
        assert "Break" in shown(review)
        assert len(room.dossier.time_spans) == 2


@pytest.mark.parametrize("key", ["f5", "escape"])
async def test_the_review_is_where_the_room_was(make_app: MakeApp, key: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        review = await in_review(pilot, "look_back")
        room = await presented(pilot, "look_back")
        await turned_to(pilot, room, "status")
        await pilot.press(key)
        await wait_until(pilot, lambda: app.screen is review and review.step_key == "status")


async def test_a_goal_is_judged_by_a_digit_and_written_about(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await presented(pilot, "look_back")
        await pilot.press("3")
        await wait_until(pilot, lambda: first_judged(room).outcome is Outcome.PARTLY)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("5", ",", "2", "tab")
        await wait_until(pilot, lambda: isinstance(app.focused, TextArea))
        await pilot.press(*"Makker", "space", "3", "pagedown")
        await wait_until(pilot, lambda: progress(room).startswith("2"))
        assert app.focused is None
        judged = first_judged(room)
        assert (judged.outcome, str(judged.reached), judged.why) == (Outcome.PARTLY, "5.2", "Makker 3")
    archive = open_archive(archive_file)
    again = reviews.load(archive, room.dossier.review.id)
    archive.close()
    assert "Makker 3" in {one.why for one in again.evaluations}


@pytest.mark.parametrize("figure", ["baseline", "target", "reached", ""])
def test_a_goal_without_figures_is_not_asked_for_one(figure: str) -> None:
    dossier = a_full_review()
    goal = in_order(dossier.last_goals)[0]
    none = dict.fromkeys(("baseline", "target", "reached"))
    figures: dict[str, Decimal | None] = {**none, figure: Decimal(5)}
    judged = [one.model_copy(update={"reached": figures["reached"]}) for one in dossier.evaluations]
    goal = goal.model_copy(update={name: figures[name] for name in ("baseline", "target")})
    dossier = dossier.model_copy(update={"last_goals": (goal,), "evaluations": tuple(judged)})
    slide, *_ = look_back(Scope(dossier), load_template(dossier.review.template).step("look_back"))
    assert ("reached" in slide.layout) is bool(figure)


async def test_escape_leaves_the_field_first(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await presented(pilot, "content")
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.focused is not None)
        await pilot.press("space", "left", "escape")
        await wait_until(pilot, lambda: app.focused is None)
        assert isinstance(app.screen, StepRoom)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))


async def test_drafts_and_notes_stay_hidden(make_app: MakeApp, in_session: Path) -> None:
    archive = open_archive(in_session)
    [dossier] = select_reviews(archive)
    edit.add(archive, StepNote(review_id=dossier.review.id, step="decisions", note="Hidden"))
    edit.change(archive, dossier.decisions[0], discussion="Hidden")
    archive.close()
    app = make_app(in_session)
    async with app.run_test(size=(80, 60)) as pilot:
        room = await presented(pilot, "decisions")
        for _ in range(len(room.slides())):
            assert "Hidden" not in shown(room)
            await pilot.press("right")
        assert room.step_key == "closing"


async def test_the_clock_runs_with_the_steps(make_app: MakeApp, in_session: Path, clock: list[datetime]) -> None:
    app = make_app(in_session, language="en")
    async with app.run_test(size=(110, 40)) as pilot:
        review = await in_review(pilot, "look_back")
        await wait_until(pilot, lambda: review.dossier.time_spans)
        item = next(one for one in review.dossier.agenda if one.step == "look_back")
        clock[0] += timedelta(minutes=(item.minutes or 0) + 4)
        review.say_clock()
        await pilot.pause()
        assert "! 4 min over" in shown(review)
        room = await presented(pilot, "look_back")
        assert "! 4 minutes over" in shown(room)
        await turned_to(pilot, room, "status")
        await wait_until(pilot, lambda: len(room.dossier.time_spans) == 2)
        clock[0] += timedelta(minutes=5)
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: "Break 0 min" in shown(room))
        clock[0] += timedelta(minutes=10)
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: "5 of " in shown(room))
        await wait_until(pilot, lambda: "The break is over" in said(app))
        app.clear_notifications()
        clock[0] += timedelta(minutes=2)
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: (on := running(room.dossier.time_spans)) and on.agenda_item_id is None)
        clock[0] += timedelta(minutes=2)
        await pilot.press("f4", "4")
        await wait_until(pilot, lambda: (on := running(room.dossier.time_spans)) and on.agenda_item_id is not None)
        assert room.step_key == "content"
        assert "The break is over" in said(app)
        await pilot.press("f5")
        await wait_until(pilot, lambda: app.screen is review and review.step_key == "content")
        await review.action_ready()
        await wait_until(pilot, lambda: review.dossier.review.state is State.FOR_APPROVAL)
        assert all(one.ends for one in review.dossier.time_spans)
        assert "min" not in shown(review.query_one("TitleBar"))


async def test_the_first_item_is_on_as_soon_as_the_meeting_begins(
    make_app: MakeApp, to_begin: Path, clock: list[datetime]
) -> None:
    app = make_app(to_begin, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_review(pilot, "preparation")
        await screen.action_begin()
        assert screen.step_key == "attendance"
        first = screen.dossier.agenda[0]
        await wait_until(pilot, lambda: (on := running(screen.dossier.time_spans)) and on.agenda_item_id == first.id)
        await wait_until(pilot, lambda: f"0/{first.minutes} min" in shown(screen))


def test_the_end_of_the_meeting_has_a_line_of_its_own_where_the_clock_is_wide() -> None:
    use("da")
    stand = Clock(time(9, 5), AgendaItem(review_id=uuid4(), title="Mål", minutes=25), ends=time(10, 55), late=25)
    said_in_full = "9.05 · 0 af 25 min · ! slutter ca. 10.55, 25 minutter forsinket"
    assert timing.in_full(stand, len(said_in_full)).plain == said_in_full
    assert timing.in_full(stand, len(said_in_full) - 1).plain.splitlines() == [
        "9.05 · 0 af 25 min",
        "! slutter ca. 10.55, 25 minutter forsinket",
    ]


async def test_the_clock_is_whole_from_the_first_moment(
    make_app: MakeApp, in_session: Path, clock: list[datetime]
) -> None:
    app = make_app(in_session, language="da")
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await in_review(pilot, "look_back")
        await wait_until(pilot, lambda: screen.dossier.time_spans)
        clock[0] += timedelta(hours=3)
        room = await presented(pilot, "look_back")
        cell = room.query_one(".clock", Static)
        await wait_until(pilot, lambda: cell.content_size.width)
        assert isinstance(cell.content, Content)
        widths = [len(line) for line in cell.content.plain.splitlines()]
        assert len(widths) == 2
        assert max(widths) <= cell.content_size.width


def test_the_room_sees_names_below_each_other_and_who_came_instead() -> None:
    use("da")
    full = a_full_review()
    first = full.attendance[0].model_copy(update={"presence": Presence.APOLOGY, "substitute": "Mads Vestergaard"})
    dossier = full.model_copy(update={"attendance": (first, *full.attendance[1:])})
    slide, *_ = slides(Scope(dossier), load_template(dossier.review.template).step("attendance"))
    member = dossier.find(Member, first.member_id)
    assert member is not None
    [row] = [line.plain for line in slide.lines if member.name in line.plain]
    assert row.endswith(" · Mads Vestergaard møder i stedet")
    assert row.index(member.name) == slide.hang
    assert all(line.plain[slide.hang - 1] == " " != line.plain[slide.hang] for line in slide.lines)


async def test_any_item_can_be_said_to_be_on(make_app: MakeApp, in_session: Path, clock: list[datetime]) -> None:
    app = make_app(in_session, language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        review = await in_review(pilot, "attendance")
        clock[0] += timedelta(minutes=3)
        review.action_clock()
        await shows(pilot, Pick)
        await pilot.press("1")
        first = review.dossier.agenda[0].id
        await wait_until(pilot, lambda: (on := running(review.dossier.time_spans)) and on.agenda_item_id == first)
        review.action_clock()
        await shows(pilot, Pick)
        lines = shown(app.screen).splitlines()
        assert [line.index("min") for line in lines if " min" in line] == [17] * len(review.dossier.agenda)
        assert [line.split()[1:3] for line in lines if "►" in line] == [["►", "1"]]


async def test_nothing_runs_on_another_day(make_app: MakeApp, in_session: Path, clock: list[datetime]) -> None:
    clock[0] += timedelta(days=1)
    app = make_app(in_session, language="en")
    async with app.run_test(size=(110, 40)) as pilot:
        review = await in_review(pilot, "look_back")
        review.action_clock()
        await pilot.pause()
        assert app.screen is review
        assert review.dossier.time_spans == ()


async def test_a_goals_history_can_be_presented(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        await in_review(pilot, "look_back")
        await pilot.press("ctrl+t")
        await shows(pilot, HistoryScreen)
        await pilot.press("f5")
        await shows(pilot, HistoryRoom)
        await wait_until(pilot, lambda: "Set in" in shown(app.screen))
        await pilot.press("right", "escape")
        await shows(pilot, HistoryScreen)


@pytest.mark.parametrize("text", ["5,8", "−0.3", "1\N{NO-BREAK SPACE}250", "+7"])
def test_large_digits_are_three_lines_of_one_width(text: str) -> None:
    lines = large(text)
    assert len(lines) == 3
    assert len({len(line) for line in lines}) == 1


def test_what_has_no_dots_is_written_as_it_is() -> None:
    assert large("12x")[1] == "12x"


def test_bars_are_as_long_as_their_figures() -> None:
    years = [Bar("2024", Decimal(4), "4"), Bar("2025", Decimal(2), "2"), Bar("2026", Decimal(0), "0")]
    lengths = [line.count("█") for line in bars(years).plain.split("\n")]
    assert lengths[0] == 2 * lengths[1]
    assert "█" not in bars([Bar("2024", Decimal(-1), "−1"), *years]).plain


def test_a_long_line_goes_on_below_its_words() -> None:
    line = Content.assemble(" 2", ("   5 min.  ", "$muted"), "Approval of the minutes of last year")
    assert hanging(line, 13, 34).plain == " 2   5 min.  Approval of the\n             minutes of last year"
    assert hanging(line, 13, 60) is line
