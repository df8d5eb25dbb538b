"""Adding by name, from home or from anywhere in a review: a new goal, agenda item, guest, member …"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from medreview.domain.errors import Refusal
from medreview.i18n import tr
from medreview.tui.screens.base import BaseScreen
from medreview.tui.widgets.records import Records

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp


async def add_to(app: MedreviewApp, step: str, label: str) -> None:
    """Go to a step of the review and begin a new entry in its list whose button for that says `label`."""
    dossier = app.dossier
    if dossier is None:
        app.notify(tr("Start a review first."), markup=False)
    elif dossier.is_read_only:
        app.show_refusal(Refusal("approved", year=dossier.review.year))
    else:
        await app.show_step(dossier, step)
        if isinstance(app.screen, BaseScreen):
            app.screen.call_after_refresh(partial(_add, app.screen, label))  # a review just opened shows its step first


async def add_member(app: MedreviewApp) -> None:
    """Go to the members of the committee and begin a new one."""
    await app.action_edit_committee()
    await app.screen.run_action("screen.new_member")


def _add(screen: BaseScreen, label: str) -> None:
    lists = (one for one in screen.query(Records) if one.takes_more and one.listing.add_label == label)
    records = next(lists, None)
    if records is None:
        screen.notify(tr("Nothing can be added to a list here."), markup=False)
    else:
        records.add()
