"""A year just begun: what only came along from last year is said to, at home, in the rail and in the step."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList, Static, TextArea

from medreview.operations import reviews
from medreview.operations.archives import create_archive
from medreview.tui.dialogs.pick import Pick
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.flow import Flow
from tests.archives import a_full_review, stored
from tests.builders import YEAR
from tests.tui.conftest import MakeAppOn
from tests.tui.test_review_screen import opened
from tests.tui.waiting import wait_until

SIZE = (120, 40)


def begin_a_year(path: Path) -> None:
    archive = create_archive(path)
    reviews.start_review(archive, stored(archive, a_full_review()).committee.id, YEAR + 1)
    archive.close()


def rail_row(screen: ReviewScreen, step: str) -> str:
    return str(screen.query_one("#rail", OptionList).get_option(step).prompt)


def heading(screen: ReviewScreen) -> str:
    return str(screen.view.query_one(".heading", Static).content)


def at_home(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    return str(screen.query_one(Flow).content) if isinstance(screen, HomeScreen) else ""


async def test_home_and_the_rail_tell_what_only_came_along_until_somebody_takes_it_up(make_app_on: MakeAppOn) -> None:
    app = make_app_on(begin_a_year)
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: "» Cooperation" in at_home(pilot))
        assert "(» only from last year)" in at_home(pilot)
        screen = await opened(pilot, "cooperation")
        assert rail_row(screen, "cooperation").startswith("» 5")
        assert heading(screen).endswith("» only from last year")
        screen.view.query_one(".form TextArea", TextArea).focus()
        await pilot.press(*"ab")
        await wait_until(pilot, lambda: rail_row(screen, "cooperation").startswith("√ 5"))
        assert heading(screen).endswith("√ answered")
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: rail_row(screen, "cooperation").startswith("» 5"))
        await pilot.press("f3")
        await wait_until(pilot, lambda: heading(screen).endswith("– nothing to note"))
        assert rail_row(screen, "cooperation").startswith("– 5")
        await pilot.press("escape")
        await wait_until(pilot, lambda: "– Cooperation" in at_home(pilot))


async def test_the_list_of_steps_has_a_word_for_every_symbol(make_app_on: MakeAppOn) -> None:
    app = make_app_on(begin_a_year)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("f4")
        await wait_until(pilot, lambda: isinstance(app.screen, Pick))
        rows = [str(option.prompt) for option in app.screen.query_one(OptionList).options]
        places = {row.index(word) for row, word in zip(rows, map(word_of, rows), strict=True)}
        assert len(places) == 1
        assert {word_of(row) for row in rows if row.startswith("»")} == {"only from last year"}
        assert {word_of(row) for row in rows if row.startswith("○")} == {"empty"}


def word_of(row: str) -> str:
    return row.rpartition("  ")[2]
