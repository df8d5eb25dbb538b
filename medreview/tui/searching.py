"""Searching from any screen, and going to what was found: the right year, step, entry and field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from medreview.domain.errors import Refusal
from medreview.operations import committees, reviews
from medreview.tui.dialogs.search import Search
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.view import StepView
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.records import Records

if TYPE_CHECKING:
    from uuid import UUID

    from medreview.operations.committees import CommitteeOverview
    from medreview.operations.search import Hit
    from medreview.tui.app import MedreviewApp
    from medreview.tui.screens.base import BaseScreen


async def search(app: MedreviewApp) -> None:
    """Store what is typed, so that it is found too; let the chair search, and go to what is picked."""
    await app.flush()
    dialog = Search()
    app.push_screen(dialog, partial(_picked, app, dialog))


async def _picked(app: MedreviewApp, dialog: Search, key: str | None) -> None:
    if key is not None:
        await go_to(app, dialog.hits[int(key)])


async def go_to(app: MedreviewApp, hit: Hit) -> None:
    """Show the review, the step, the entry and the field in which something is written."""
    if hit.is_followed_up or hit.review_id is None:
        await _outside_the_steps(app, hit)
        return
    try:
        screen = await _opened(app, hit, hit.review_id)
    except Refusal as refusal:
        app.show_refusal(refusal)
        return
    screen.call_after_refresh(_show_entry, screen, hit)


async def _outside_the_steps(app: MedreviewApp, hit: Hit) -> None:
    """Show what is noted on a goal or action between the meetings, or a matter of the annual wheel."""
    from medreview.tui.screens.follow_up import FollowUpScreen
    from medreview.tui.screens.wheel import WheelScreen

    try:
        overview = await app.saver.run(committees.overview, app.archive, hit.committee_id)
    except Refusal as refusal:
        app.show_refusal(refusal)
        return
    screen = WheelScreen(overview, hit.id) if hit.is_on_wheel else FollowUpScreen(overview, hit.owner)
    await _show_over(app, screen, overview)


async def _opened(app: MedreviewApp, hit: Hit, review_id: UUID) -> ReviewScreen:
    """Return the screen that shows the step: the one of the same review where it is open already."""
    for screen in app.screen_stack:
        if isinstance(screen, ReviewScreen) and screen.dossier.review.id == review_id:
            while app.screen is not screen:
                app.pop_screen()  # not awaited: one of them may be where the key was pressed
            if hit.title is not None:
                await screen.action_go_to(hit.step)
            return screen
    dossier = await app.saver.run(reviews.load, app.archive, review_id)
    overview = await app.saver.run(committees.overview, app.archive, dossier.committee.id)
    screen = ReviewScreen(app.saver.over(dossier), hit.step)
    screen.is_visit = not isinstance(app.screen, HomeScreen)
    await _show_over(app, screen, overview)
    return screen


async def _show_over(app: MedreviewApp, screen: BaseScreen, overview: CommitteeOverview) -> None:
    """Show a screen from which Esc leads back to where somebody was; from one home on to the home of what was found."""
    if isinstance(app.screen, HomeScreen):
        await app.show(HomeScreen.showing(overview), screen)
        return
    if isinstance(app.screen, ReviewScreen) and app.screen.is_visit:
        app.pop_screen()  # who looks at one year after the other goes back to where that began
    await app.push_screen(screen)


def _show_entry(screen: ReviewScreen, hit: Hit) -> None:
    """Choose the entry in its list and put the focus into the field; what can only be read is scrolled to."""
    for view in screen.query(StepView):
        if view.step.key != hit.step:
            continue
        for records in view.query(Records):
            if not records.highlight(hit.owner):
                records.highlight(hit.id)
        found = (one for one in view.query(Field) if (one.entity.__name__, one.field_name) == (hit.kind, hit.field))
        field = next(found, None)
        if field is not None and field.control.focusable:
            field.control.focus()
        elif field is not None:
            field.scroll_visible(animate=False)
