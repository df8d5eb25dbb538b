"""What stands beside or below each other is in line, no telling word is cut, and pages are in the middle."""

from decimal import Decimal

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from medreview.domain.months import MONTHS
from medreview.tui.dialogs.finder import Finder
from medreview.tui.dialogs.matter import Matter
from medreview.tui.room.figures import Bar, bars
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.text import hanging
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.month_list import MonthList
from medreview.tui.widgets.months import Months
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown
from tests.tui.places import PLACES, in_session
from tests.tui.waiting import wait_until
from tests.tui.walking import at_home, settled


async def test_controls_side_by_side_stand_on_one_line_below_labels_of_any_height(make_app: MakeApp) -> None:
    async with at_home(make_app(), (80, 24)) as pilot:
        await PLACES["step-cooperation"](pilot)
        await settled(pilot)
        fields = {one.field_name: one for one in pilot.app.screen.query("StepView.cooperation Field").results(Field)}
        row = [fields[name] for name in ("called_by", "notice_weeks", "agenda_weeks")]
        assert len({one.query("Label").first().region.height for one in row}) == 2
        assert len({one.control.region.y for one in row}) == 1


async def test_a_key_figure_says_in_words_that_it_is_better_where_the_steps_stand_beside_it(make_app: MakeApp) -> None:
    async with at_home(make_app(), (80, 24)) as pilot:
        await PLACES["step-status"](pilot)
        await settled(pilot)
        rows = shown(pilot.app.screen.query("StepView.status RowList").first()).splitlines()
        assert [row for row in rows if "↓" in row or "↑" in row]
        assert all(row.endswith(("bedre", "dårligere")) for row in rows if "↓" in row or "↑" in row)


async def test_what_is_missing_at_the_end_is_told_from_advice_in_words(make_app: MakeApp) -> None:
    async with at_home(make_app(), (120, 40)) as pilot:
        await PLACES["step-closing"](pilot)
        await settled(pilot)
        rows = pilot.app.screen.query_one("DutyList OptionList", OptionList)
        heads = {str(option.prompt).split("  ")[0] for option in rows.options}
        assert heads <= {"! Mangler", "○ Råd", "√ Opfyldt", "○ Ikke opfyldt"}
        assert {"! Mangler", "○ Råd"} <= heads


@pytest.mark.parametrize("size", [(80, 24), (68, 18)])
async def test_what_is_told_of_a_committee_goes_on_below_its_name(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with at_home(make_app(), size) as pilot:
        await PLACES["committees"](pilot)
        await settled(pilot)
        assert isinstance(pilot.app.screen, Finder)
        lines = shown(pilot.app.screen.query_one(OptionList)).splitlines()
        first = next(line for line in lines if "Hoved-MED" in line)
        assert [line for line in lines if line[:1] == " "]
        assert all(line[:5].isspace() for line in lines if line[:1] == " ")
        assert first.index("Hoved-MED") == 5


@pytest.mark.parametrize("width", [80, 68, 60])
async def test_months_stand_below_each_other_with_as_many_in_each_line(make_app: MakeApp, width: int) -> None:
    async with at_home(make_app(), (width, 24)) as pilot:
        await PLACES["wheel-matter"](pilot)
        await settled(pilot)
        assert isinstance(pilot.app.screen, Matter)
        lines = shown(pilot.app.screen.query_one(Months)).splitlines()
        assert {line.count("[") for line in lines} == {len(MONTHS) // len(lines)}


@pytest.mark.parametrize("place", ["help", "backups", "new", "guide", "settings", "committee", "changes"])
async def test_a_page_is_in_the_middle_of_a_wide_window(make_app: MakeApp, place: str) -> None:
    async with at_home(make_app(), (160, 40)) as pilot:
        await PLACES[place](pilot)
        await settled(pilot)
        parts = [one for one in pilot.app.screen.query_one(VerticalScroll).children if one.region.width]
        left, right = min(one.region.x for one in parts), max(one.region.right for one in parts)
        assert right - left <= 100
        assert abs(left - (160 - right)) <= 2


async def test_the_room_reads_a_question_once_and_sees_that_nothing_is_written_yet(make_app: MakeApp) -> None:
    async with at_home(make_app(), (80, 24)) as pilot:
        await PLACES["room-closing"](pilot)
        await settled(pilot)
        assert shown(pilot.app.screen).count("Hvordan foregår samarbejdet næste år?") == 1
        await pilot.press("escape")
        await PLACES["room-decisions"](pilot)
        await settled(pilot)
        assert "Intet her endnu." in shown(pilot.app.screen)


async def test_the_last_buttons_of_the_review_stand_apart_from_the_field_below(make_app: MakeApp) -> None:
    async with at_home(make_app(), (80, 24)) as pilot:
        await pilot.app.push_screen(ReviewScreen(in_session(), "closing"))
        await wait_until(pilot, lambda: bool(pilot.app.screen.query("EndingButtons")))
        await settled(pilot)
        buttons = pilot.app.screen.query_one("EndingButtons")
        below = [one.region.y for one in buttons.siblings if one.region.y > buttons.region.y]
        assert min(below) > buttons.region.bottom


@pytest.mark.parametrize(
    ("size", "columns"), [((120, 40), 4), ((100, 30), 2), ((84, 24), 2), ((80, 24), 1), ((68, 18), 1)]
)
async def test_the_wheel_uses_the_width_and_shows_the_present_month_whole(
    make_app: MakeApp, size: tuple[int, int], columns: int
) -> None:
    async with at_home(make_app(), size) as pilot:
        await PLACES["wheel"](pilot)
        await settled(pilot)
        months = list(pilot.app.screen.query(MonthList))
        assert len({one.region.x for one in months}) == columns
        around = pilot.app.screen.query_one("#months").region
        [now] = [one for one in months if one.has_class("-now")]
        scroll = pilot.app.screen.query_one("#months")
        assert around.contains_region(now.region)
        assert columns > 2 or now.region.y == around.y or scroll.scroll_y == scroll.max_scroll_y
        assert sum(around.overlaps(one.region) for one in months) >= columns


def test_a_bar_gives_way_so_that_its_figure_stays_beside_it() -> None:
    years = [Bar("2023", Decimal("5.8"), "5,8 %  Udgangspunkt"), Bar("2024", Decimal("5.5"), "5,5 %  ≈ Delvist nået")]
    for room in (60, 36):
        lines = bars(years, room).split("\n")
        assert max(line.cell_length for line in lines) <= room
        assert all("█" in line.plain for line in lines)


def test_a_long_word_is_not_broken_for_the_sake_of_what_stands_before_it() -> None:
    line = Content("– Ikke angivet  Anna Holm · formand, ledelsesrepræsentant")
    assert "ledelsesrepræsentant" in hanging(line, 16, 35).plain
    assert hanging(line, 16, 50).plain.split("\n")[1].startswith(" " * 16)


async def test_a_long_goal_at_home_gives_way_and_not_its_figures(make_app: MakeApp) -> None:
    async with at_home(make_app(), (120, 40)) as pilot:
        for width in (120, 100, 99, 80, 60):
            await pilot.resize_terminal(width, 40)
            await settled(pilot)
            rows = shown(pilot.app.screen.query_one("#goals")).splitlines()
            figures = ("5,8 → 5,0 %", "11 → 8 ulykker", "72 → 65 dB", "40 → 100 %")
            assert [row.endswith(figure) for row, figure in zip(rows, figures, strict=True)] == [True] * 4, rows
