"""The annual wheel on the screen: seen, written, moved and taken out, by keys and by mouse, at every size."""

from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Static

from medreview.domain.wheel import WheelMatter
from medreview.minutes import Kind
from medreview.operations import committees, edit, wheel
from medreview.operations.archives import create_archive, open_to_read
from medreview.tui.dialogs.matter import Matter
from medreview.tui.dialogs.personal_numbers import PersonalNumbers
from medreview.tui.screens.export import ExportScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.wheel import WheelScreen
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.month_list import MonthList, row_words
from medreview.tui.widgets.months import Months
from medreview.tui.widgets.year_strip import YearStrip
from tests.builders import a_committee
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.hosts import Host
from tests.tui.looking import said, shown, shows, typed_into
from tests.tui.waiting import wait_until

SIZES: Final = [(200, 60), (120, 40), (100, 28), (80, 24), (68, 18), (60, 16)]
NOW: Final = date.today().month


def bare(path: Path) -> object:
    """Make an archive with a committee that has no review and no wheel."""
    archive = create_archive(path)
    committees.create_committee(archive, a_committee())
    archive.close()
    return path


def stored(path: Path) -> tuple[WheelMatter, ...]:
    """Return the matters of the last committee, as the archive has them."""
    archive = open_to_read(path)
    found = wheel.matters(archive, committees.list_committees(archive)[-1].id)
    archive.close()
    return found


async def opened(pilot: Pilot[Any]) -> WheelScreen:
    """Open the wheel from home."""
    await shows(pilot, HomeScreen)
    await pilot.press("ctrl+l")
    await shows(pilot, WheelScreen)
    screen = pilot.app.screen
    assert isinstance(screen, WheelScreen)
    return screen


def month(screen: WheelScreen, number: int) -> MonthList:
    return next(one for one in screen.query(MonthList) if one.number == number)


def here(screen: WheelScreen) -> MonthList:
    assert isinstance(screen.focused, MonthList)
    return screen.focused


def texts(screen: WheelScreen, number: int) -> list[str]:
    return [one.text for one in screen.overview.wheel.matters if number in one.months]


async def test_a_key_that_comes_before_the_months_does_nothing(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        screen._is_mounted = False
        assert not screen.check_action("new_matter", ())
        assert screen.check_action("back", ())


@pytest.mark.parametrize("size", SIZES)
async def test_the_year_is_seen_at_every_size_with_this_month_in_words(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(language="en")
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert here(screen).number == NOW
        assert "· now" in shown(screen)
        whole = [line for number in range(1, 13) for line in [month(screen, number).border_title]]
        assert [str(title).strip("► ").split(" ")[0] for title in whole][::11] == ["January", "December"]
        assert all(one.virtual_size.width <= one.region.width for one in screen.query(MonthList))


async def test_a_new_wheel_says_how_it_begins_and_starts_from_the_template(make_app_on: MakeAppOn) -> None:
    app = make_app_on(bare)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "F3 adds those" in shown(screen)
        await pilot.press("f3")
        await wait_until(pilot, lambda: screen.overview.wheel.matters)
        assert "F3 adds those" not in shown(screen)
        await pilot.press("f3")
        await wait_until(pilot, lambda: "already has every matter" in said(app))
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: not screen.overview.wheel.matters)
        assert "Undone: " in said(app)


async def test_a_matter_is_written_with_the_keys_alone(make_app_on: MakeAppOn, tmp_path: Path) -> None:
    app = make_app_on(bare)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        month(screen, 3).focus()
        await pilot.press("plus")
        await shows(pilot, Matter)
        await typed_into(pilot, "text", "Sommerfest [/]")
        await pilot.press("tab", "right", "right", "space", "tab", "space", "escape")
        await shows(pilot, WheelScreen)
        await wait_until(pilot, lambda: texts(screen, 5) == ["Sommerfest [/]"])
        assert here(screen).number == 3
    [matter] = stored(tmp_path / "own.medreview")
    assert (matter.text, matter.months, matter.fixed) == ("Sommerfest [/]", (3, 5), True)


async def test_a_matter_in_which_nothing_is_written_does_not_stay(make_app_on: MakeAppOn) -> None:
    app = make_app_on(bare)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f9")
        await shows(pilot, Matter)
        await pilot.press("escape")
        await shows(pilot, WheelScreen)
        await wait_until(pilot, lambda: not screen.overview.wheel.matters)


async def test_a_matter_moves_to_the_next_month_and_the_cursor_with_it(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        month(screen, 6).focus()
        await pilot.pause()
        matter = month(screen, 6).chosen
        assert isinstance(matter, WheelMatter)
        await pilot.press("f8")
        await wait_until(pilot, lambda: here(screen).number == 7)
        assert texts(screen, 7) == [matter.text]
        await pilot.press("f7")
        await wait_until(pilot, lambda: here(screen).number == 6)
        chosen = here(screen).chosen
        assert isinstance(chosen, WheelMatter)
        assert chosen.id == matter.id


async def test_a_matter_is_taken_out_of_one_month_and_comes_back(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        month(screen, 2).focus()
        await pilot.pause()
        matter = month(screen, 2).chosen
        assert isinstance(matter, WheelMatter)
        assert len(matter.months) == 4
        await pilot.press("delete")
        await wait_until(pilot, lambda: matter.text not in texts(screen, 2))
        assert matter.text in texts(screen, 5)
        assert "Ctrl+Z brings it back" in said(app)
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: matter.text in texts(screen, 2))


async def test_it_is_all_done_with_the_mouse(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        matter = screen.overview.wheel.year(screen.year)[2].matters[0]
        await pilot.click(month(screen, 3), offset=(6, 1))
        await shows(pilot, Matter)
        months = app.screen.query_one(Months)
        line = next(at for at, line in enumerate(shown(months).split("\n")) if "jul" in line)
        await pilot.click(months, offset=(shown(months).split("\n")[line].index("jul"), line))
        await pilot.click("#done")
        await shows(pilot, WheelScreen)
        await wait_until(pilot, lambda: matter.text in texts(screen, 7))
        await pilot.click(month(screen, 7), offset=(6, 1))
        await shows(pilot, Matter)
        await pilot.click("#remove")
        await shows(pilot, WheelScreen)
        await wait_until(pilot, lambda: matter.text not in texts(screen, 3))


async def test_arrows_go_through_the_year(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        month(screen, 7).focus()
        await pilot.press("right")
        assert here(screen).number == 8
        await pilot.press("left", "left")
        assert here(screen).number == 6
        await pilot.press("up")
        assert here(screen).number == 2
        await pilot.press("up")
        assert here(screen).number == 2
        month(screen, 7).focus()
        await pilot.press("down")
        assert here(screen).number == 11


async def test_arrows_go_down_the_list_on_a_small_screen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot)
        month(screen, 7).focus()
        await pilot.press("down")
        assert here(screen).number == 8
        await pilot.press("up", "up")
        assert here(screen).number == 6


async def test_enter_on_a_meeting_goes_to_where_it_is_planned(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        number, at = next(
            (one.number, len(one.matters)) for one in screen.overview.wheel.year(screen.year) if one.meetings
        )
        month(screen, number).focus()
        month(screen, number).highlighted = at
        await pilot.press("enter")
        await shows(pilot, ReviewScreen)
        review = app.screen
        assert isinstance(review, ReviewScreen)
        assert review.step_key in ("preparation", "cooperation")


async def test_other_years_are_seen_too(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        year = screen.year
        await pilot.press("ctrl+n")
        assert str(year + 1) in shown(screen)
        assert "► " not in shown(screen.query_one("#months"))
        screen.query(Button).first().press()
        await pilot.pause()
        assert str(year) in shown(screen)


async def test_export_offers_the_wheel_of_the_year_that_is_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("ctrl+b", "f6")
        await shows(pilot, ExportScreen)
        assert app.screen.query_one("#kind", Choice).value is Kind.WHEEL
        preview = app.screen.query_one("#text", Static)
        await wait_until(pilot, lambda: f" {screen.year}\n" in str(preview.render()))
        assert screen.year == date.today().year - 1


async def test_a_committee_without_any_review_can_print_its_wheel(make_app: MakeApp, tmp_path: Path) -> None:
    path = tmp_path / "bare.medreview"
    bare(path)
    app = make_app(path, language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        app.change_settings(export_formats=("json", "txt", "ics"), export_folder=str(tmp_path / "out"))
        screen = await opened(pilot)
        await pilot.press("f3")
        await wait_until(pilot, lambda: bool(screen.overview.wheel.matters))
        await pilot.press("f6")
        await shows(pilot, ExportScreen)
        assert app.dossier is None
        preview = app.screen.query_one("#text", Static)
        await wait_until(pilot, lambda: screen.overview.wheel.matters[0].text in str(preview.render()))
        await pilot.press("f6")
        await wait_until(pilot, lambda: app.screen.has_class("-written"))
        assert sorted(one.suffix for one in (tmp_path / "out").iterdir()) == [".ics", ".txt"]
        assert sorted(app.settings.export_formats) == ["ics", "json", "txt"]


async def test_a_personal_number_is_asked_about_and_gone_to(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("enter")
        await shows(pilot, Matter)
        await typed_into(pilot, "text", " 010170-1234")
        await pilot.press("escape")
        await shows(pilot, WheelScreen)
        await pilot.press("f6")
        await shows(pilot, ExportScreen)
        await pilot.press("f6")
        await shows(pilot, PersonalNumbers)
        assert "Annual wheel: What is taken up" in shown(app.screen)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.screen is screen)


async def test_home_tells_of_this_month_and_the_next_and_opens_the_wheel(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, HomeScreen)
        strip = app.screen.query_one(YearStrip)
        overview = reviewed(app.archive)
        for number in (NOW, NOW % 12 + 1):
            for one in overview.wheel.year(date.today().year)[number - 1].matters[:1]:
                assert one.text[:20] in shown(strip)
        assert "●" in shown(strip)
        await pilot.click(YearStrip)
        await shows(pilot, WheelScreen)


def reviewed(archive: Any) -> Any:
    """Return the committee that the example opens on."""
    place = next(one for one in committees.list_committees(archive) if "Solgården" in one.name)
    return committees.overview(archive, place.id)


async def test_home_says_how_a_wheel_begins(make_app_on: MakeAppOn) -> None:
    app = make_app_on(bare)
    async with app.run_test(size=(60, 24)) as pilot:
        await shows(pilot, HomeScreen)
        assert "Ctrl+L begins the wheel" in shown(app.screen.query_one(YearStrip))


async def test_one_month_is_always_ticked() -> None:
    app = Host(Months)
    async with app.run_test(size=(80, 10)) as pilot:
        boxes = app.query_one(Months)
        boxes.focus()
        await pilot.press("space")
        assert boxes.value == (1,)
        await pilot.press("left", "enter", "right", "space")
        assert boxes.value == (12,)
        assert "►[ ] jan" in shown(boxes).lower()
        assert "[x] dec" in shown(boxes).lower()


@pytest.mark.parametrize("size", [*SIZES, (100, 30), (100, 36), (90, 34)])
async def test_no_word_is_broken_at_any_size(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(language="da")
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)

        def broken() -> list[str]:
            months = screen.query(MonthList)
            rows = [row_words(row, one._today).plain for one in months for row in one._rows]
            lines = [str(option.prompt) for one in months for option in one.options]
            return [line for line, row in zip(lines, rows, strict=True) if line.split() != row.split()]

        await wait_until(pilot, lambda: not broken())


@pytest.mark.parametrize(
    ("word", "is_grid", "below"),
    [("Budget", True, 5), ("Arbejdspladsvurderingernes", True, 4), ("x" * 50, False, 3), ("x" * 54, False, 2)],
)
async def test_months_are_as_wide_as_the_longest_word_and_arrows_follow(
    make_app: MakeApp, word: str, is_grid: bool, below: int
) -> None:
    app = make_app(language="da")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        matter = WheelMatter(committee_id=screen.committee_id, text=word, months=(7,))
        assert await screen.stored(edit.add, matter)
        await wait_until(pilot, lambda: word in texts(screen, 7) and screen.has_class("-grid") is is_grid)
        month(screen, 1).focus()
        month(screen, 1).choose_end(-1)
        await pilot.press("down")
        await wait_until(pilot, lambda: here(screen).number == below)
