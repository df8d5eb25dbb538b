"""Two years side by side on the page and in the room; learned points found, followed and written."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from medreview.domain.compare import compare
from medreview.domain.dossier import Dossier
from medreview.domain.history import GoalYear
from medreview.operations import committees, edit, reviews
from medreview.operations.archives import create_archive
from medreview.tui import comparing
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.finder import Typed
from medreview.tui.dialogs.pick import Pick
from medreview.tui.screens.compare import CompareRoom, CompareScreen
from medreview.tui.screens.history import HistoryScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.learned import LearnedScreen
from medreview.tui.screens.reading import PlainText, ReadingScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.room import Turn
from medreview.tui.widgets.choice import Choice
from tests.archives import a_full_review, stored
from tests.builders import a_committee, a_full_dossier
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.contrast import drawn
from tests.tui.looking import said, shown, shows
from tests.tui.waiting import wait_until

SIZES: Final = [(120, 40), (80, 24), (68, 18)]
LEAST: Final = {"light": 4.5, "dark": 4.5, "projector": 7.0}


async def compared(pilot: Pilot[Any]) -> CompareScreen:
    """Open the comparison from home by its key."""
    await shows(pilot, HomeScreen)
    await pilot.press("ctrl+o")
    await shows(pilot, CompareScreen)
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    await wait_until(pilot, lambda: screen.query("Beside"))
    return screen


async def all_of(pilot: Pilot[Any], screen: CompareScreen) -> str:
    """Return all that stands on the page, read from its top to its end, without the lines between the columns."""
    scroll = screen.query_one("VerticalScroll")
    seen = []
    scroll.scroll_home(animate=False)
    for _ in range(40):
        await pilot.pause()
        seen.append(shown(scroll))
        if scroll.scroll_y >= scroll.max_scroll_y:
            break
        await pilot.press("pagedown")
    return " ".join(" ".join(seen).replace("│", " ").split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_newest_year_stands_beside_the_one_before(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(language="en")
    async with app.run_test(size=size) as pilot:
        screen = await compared(pilot)
        assert "2026 beside 2025" in shown(screen)
        await pilot.press("f7")
        await wait_until(pilot, lambda: "2025 beside 2024" in shown(screen))
        text = await all_of(pilot, screen)
        for part in (
            "≈ Partly met",
            "– Closed",
            "– Not a goal yet",
            "○ New",
            "↓ 0.3 percentage points (5.2%) lower, better",
            "The same in both years",
        ):
            assert part in text, part
        assert max(len(line) for line in shown(screen).splitlines()) <= size[0]
        assert screen.query_one("VerticalScroll").virtual_size.width <= size[0]


async def test_columns_become_rows_where_the_screen_is_narrow(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot)
        assert "│" in shown(screen)
        await pilot.resize_terminal(80, 24)
        await wait_until(pilot, lambda: "│" not in shown(screen))
        assert "2026  " in shown(screen)


async def test_years_are_chosen_with_the_keyboard_and_the_mouse(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot)
        screen.query_one("#before", Choice).focus()
        await pilot.press("1")
        await wait_until(pilot, lambda: "2026 beside 2024" in shown(screen))
        await pilot.click("#after", offset=(16, 0))
        await wait_until(pilot, lambda: "2025 beside 2024" in shown(screen))
        await pilot.click("#after", offset=(4, 0))
        await wait_until(pilot, lambda: screen.query_one("#after", Choice).index == 1)
        assert "2025 beside 2024" in shown(screen)
        await pilot.press("f8", "f8", "f8")
        await wait_until(pilot, lambda: "2026 beside 2025" in shown(screen))


async def test_the_same_year_makes_the_other_side_move(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot)
        screen.query_one("#before", Choice).focus()
        await pilot.press("3")
        await wait_until(pilot, lambda: screen.query_one("#before", Choice).index == 1)
        assert "2026 beside 2025" in shown(screen)


@pytest.mark.parametrize("theme", LEAST)
async def test_the_room_sees_one_thing_at_a_time(make_app: MakeApp, theme: str) -> None:
    app = make_app(language="en", theme=theme)
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await compared(pilot)
        await pilot.press("f7")
        await wait_until(pilot, lambda: "2025 beside 2024" in shown(screen))
        await pilot.press("f5")
        await shows(pilot, CompareRoom)
        room = app.screen
        assert isinstance(room, CompareRoom)
        await wait_until(pilot, lambda: "1 of" in shown(room))
        seen = ""
        for _ in range(len(room.slides())):
            seen += shown(room)
            assert not [f"{one.text!r} {one.ratio:.1f}" for one in drawn(room) if one.ratio < LEAST[theme]]
            assert room.query_one("#page").region.width <= 60
            await pilot.press("right")
            await pilot.pause()
        assert all(part in seen for part in ("≈ Partly met", "Key figure", "█", "Form of cooperation", "→ Changed"))
        await pilot.click(Turn)
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is screen)


async def test_every_year_can_be_chosen(make_app_on: MakeAppOn) -> None:
    def many(path: Path) -> None:
        archive = create_archive(path)
        committee = a_committee()
        committees.create_committee(archive, committee)
        for year in range(2012, 2027):
            reviews.start_review(archive, committee.id, year)
        archive.close()

    app = make_app_on(many)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+o")
        await shows(pilot, CompareScreen)
        for field in ("#before", "#after"):
            choice = app.screen.query_one(field, Choice)
            await wait_until(pilot, lambda choice=choice: "( ) 2012" in shown(choice))  # type: ignore[misc]
            assert all(str(year) in shown(choice) for year in range(2012, 2027))
        app.screen.query_one("#before", Choice).focus()
        await pilot.press("1")
        await wait_until(pilot, lambda: "2026 beside 2012" in shown(app.screen))


@pytest.mark.parametrize("size", [(120, 40), (60, 16)])
async def test_the_comparison_is_read_as_plain_text(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(language="en")
    async with app.run_test(size=size) as pilot:
        screen = await compared(pilot)
        await pilot.press("f7")
        await wait_until(pilot, lambda: "2025 beside 2024" in shown(screen))
        await pilot.press("f6")
        await shows(pilot, Pick)
        await pilot.press("0")
        await shows(pilot, ReadingScreen)
        text = " ".join(str(app.screen.query_one(PlainText).render()).split())
        for part in ("2025 beside 2024", "≈ Partly met", "– Not a goal yet", "Change: ↓ 0.3", "The same in both years"):
            assert part in text, part
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is screen)


@pytest.mark.parametrize("number", range(1, 6))
async def test_the_comparison_is_written_to_a_file(make_app: MakeApp, tmp_path: Path, number: int) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        await pilot.press("f6")
        await shows(pilot, Pick)
        await pilot.press(str(number))
        await wait_until(pilot, lambda: "Åbn mappen" in shown(app.screen))
        [path] = (tmp_path / "exports").iterdir()
        assert path.name.startswith(f"{date.today().isoformat()} 2026 sammenlignet med 2025 ")
        await pilot.press("1")
        await shows(pilot, CompareScreen)
    if path.suffix in (".txt", ".md", ".html"):
        assert "Sygefravær" in path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = path.read_text(encoding="utf-8")
        assert "| Hvad | 2025 | 2026 | Ændring |" in text
        assert "afsnit. · Måltidsgruppen" in text


async def test_a_personal_number_in_a_comparison_is_told_before_it_is_written(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        dossier = app.dossier
        assert dossier is not None
        edit.change(app.archive, dossier.cooperation, form="Samtale med 010170-1234")
        screen = await compared(pilot)
        await wait_until(pilot, lambda: "010170" in screen._comparison.after.cooperation.form)
        await pilot.press("f6")
        await wait_until(pilot, lambda: "stands in the comparison" in said(app))


async def test_one_year_alone_has_nothing_beside_it(make_app_on: Any) -> None:
    def one_year(path: Path) -> None:
        archive = create_archive(path)
        stored(archive, a_full_review())
        archive.close()

    app: MedreviewApp = make_app_on(one_year)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("ctrl+o")
        await wait_until(pilot, lambda: "only one year" in said(app))
        assert isinstance(app.screen, HomeScreen)


async def test_the_palette_finds_both_by_other_words(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        for words, kind in (("beside", CompareScreen), ("lessons", LearnedScreen)):
            await shows(pilot, HomeScreen)
            await pilot.press("ctrl+p", *words, "enter")
            await shows(pilot, kind)
            await pilot.press("escape")


async def test_what_a_terminal_would_obey_is_replaced_and_markup_is_text(make_app: MakeApp) -> None:
    goal, dossier = planted(2025), planted(2026)
    pair = goal.goals[0].model_copy(update={"year": 2025, "predecessor_id": None})
    later = dossier.goals[0].model_copy(update={"predecessor_id": pair.id, "target": Decimal(4)})
    before = goal.model_copy(update={"goals": (pair,)})
    after = dossier.model_copy(update={"goals": (later,)})
    found = compare(before, after, [GoalYear(pair, None), GoalYear(later, None)])
    shown_pairs = [*comparing.goals(found), *comparing.figures(found), *comparing.form(found)]
    texts = "".join(f"{one.title}{one.then}{one.now}{one.said}" for one in shown_pairs)
    assert "\x1b" not in texts
    assert "[/] a" in texts
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, HomeScreen)
        await app.push_screen(CompareScreen((before.review, after.review), found))
        await wait_until(pilot, lambda: "[/] a" in shown(app.screen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: "[/] a" in shown(app.screen))
        assert "\x1b" not in shown(app.screen)


def planted(year: int) -> Dossier:
    """Return a review in which another program wrote what a terminal obeys and what looks like markup."""
    evil = f"[/] a\x1b]52;c;{year}\x07"
    dossier = a_full_dossier()
    figures = [one.model_copy(update={"year": year - number}) for number, one in enumerate(dossier.figures)]
    return dossier.model_copy(
        update={
            "review": dossier.review.model_copy(update={"year": year, "id": uuid4()}),
            "goals": tuple(one.model_copy(update={"text": evil, "unit": evil}) for one in dossier.goals),
            "evaluations": (),
            "indicators": tuple(one.model_copy(update={"name": evil, "unit": evil}) for one in dossier.indicators),
            "figures": tuple(figures),
            "cooperation": dossier.cooperation.model_copy(update={"form": evil, "judged": evil}),
        }
    )


async def learned(pilot: Pilot[Any]) -> LearnedScreen:
    """Open the list over home."""
    await shows(pilot, HomeScreen)
    await pilot.app.run_action("app.learned")
    await shows(pilot, LearnedScreen)
    screen = pilot.app.screen
    assert isinstance(screen, LearnedScreen)
    return screen


@pytest.mark.parametrize("size", SIZES)
async def test_points_are_found_by_typing_and_lead_to_the_goal(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        screen = await learned(pilot)
        assert "Hoved-MED" in shown(screen)
        await pilot.press(*"ring", "space", *"tidlig")
        await wait_until(pilot, lambda: screen.query_one(OptionList).option_count == 1)
        assert "Ring tidligt, og ring for at hjælpe." in shown(screen)
        await pilot.press("enter")
        await shows(pilot, HistoryScreen)
        await pilot.press("escape")
        await shows(pilot, LearnedScreen)
        assert screen.query_one(Typed).value == "ring tidlig"
        await pilot.press(*"qqq")
        await wait_until(pilot, lambda: screen.has_class("-nothing"))


async def test_a_point_leads_to_where_it_was_written(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await learned(pilot)
        await pilot.press(*"makker", "f8")
        await shows(pilot, ReviewScreen)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await wait_until(pilot, lambda: bool(screen.query("StepView.look_back Records")))
        assert (screen.dossier.review.year, screen.step_key) == (2025, "look_back")
        await wait_until(pilot, lambda: "makker" in shown(screen.query_one("StepView.look_back Records")))


async def test_arrows_and_the_mouse_choose(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await learned(pilot)
        rows = screen.query_one(OptionList)
        await pilot.press("down", "down", "up")
        assert rows.highlighted == 1
        await pilot.press("pagedown", "pagedown")
        assert rows.highlighted == rows.option_count - 1
        await pilot.press("pageup", "pageup")
        await pilot.pause()
        await pilot.click(OptionList, offset=(5, 1))
        await shows(pilot, HistoryScreen)


@pytest.mark.parametrize("number", range(6))
async def test_what_is_shown_is_written_to_a_file(make_app: MakeApp, tmp_path: Path, number: int) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await learned(pilot)
        await pilot.press(*"solg", "f6")
        await shows(pilot, Pick)
        await pilot.press(str(number))
        await wait_until(pilot, lambda: "Åbn mappen" in shown(app.screen))
        [path] = (tmp_path / "exports").iterdir()
        assert path.name.startswith(f"{date.today().isoformat()} ")
        await pilot.press("1")
        await shows(pilot, LearnedScreen)
    if path.suffix in (".txt", ".csv", ".md"):
        text = path.read_text(encoding="utf-8")
        assert "Ring tidligt" in text
        assert "Hoved-MED" not in text


async def test_an_empty_list_says_where_it_comes_from(make_app_on: Any) -> None:
    def without_learning(path: Path) -> None:
        archive = create_archive(path)
        stored(archive, a_full_review())
        archive.close()

    app: MedreviewApp = make_app_on(without_learning)
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await learned(pilot)
        assert "What can others learn?" in " ".join(shown(screen).split())
        await pilot.press("f6")
        await wait_until(pilot, lambda: "Nothing here yet" in said(app))
