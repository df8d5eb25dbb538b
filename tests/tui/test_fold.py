"""What must be seen on a small screen is seen there: planned minutes, and a margin beside every line of the room."""

from medreview.tui.widgets.listing import RowList
from tests.archives import a_full_review, an_archive_with
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.looking import shown
from tests.tui.test_review_screen import opened
from tests.tui.test_room import presented
from tests.tui.waiting import wait_until


async def test_the_planned_minutes_of_every_agenda_item_are_seen_on_a_small_screen(make_app_on: MakeAppOn) -> None:
    full = a_full_review()
    agenda = tuple(
        one.model_copy(update={"title": f"{one.title} {'word ' * 20}", "minutes": 25}) for one in full.agenda
    )
    app = make_app_on(lambda path: an_archive_with(path, full.model_copy(update={"agenda": agenda})))
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "preparation")
        rows = screen.view.query(RowList)[1]
        rows.scroll_visible(animate=False)
        await wait_until(pilot, lambda: shown(rows).count("25 min") >= 5)
        assert all("25 min" in line for line in shown(rows).splitlines() if line.strip())


async def test_no_line_of_the_room_begins_at_the_edge_of_the_screen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(60, 18)) as pilot:
        await opened(pilot)
        room = await presented(pilot, "look_back")
        await wait_until(pilot, lambda: shown(room.query_one("#title")).strip())
        page = room.query_one("#page")
        assert page.region.x == 2
        assert page.region.right <= 58
        assert all(line.startswith("  ") for line in shown(room.query_one("#slide")).splitlines() if line.strip())
