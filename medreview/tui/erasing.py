"""Deleting for good from a screen: ask, delete, name what is left, and show what there is now."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from medreview.domain.errors import Refusal
from medreview.i18n import ntr, tr
from medreview.operations import committees, erase
from medreview.operations.erase import Erased, Remains
from medreview.tui.dialogs.erase import Erase, StillThere

if TYPE_CHECKING:
    from uuid import UUID

    from medreview.domain.review import Review
    from medreview.tui.app import MedreviewApp


async def ask_to_erase(app: MedreviewApp, committee_id: UUID, review: Review | None = None) -> None:
    """Ask whether a committee, or one of its years, shall be deleted for good, and do so."""
    await app.flush()
    try:
        overview = await app.saver.run(committees.overview, app.archive, committee_id)
    except Refusal as refusal:
        app.show_refusal(refusal)
        return
    app.push_screen(Erase(overview.committee, overview.reviews, review), partial(_erased, app))


async def _erased(app: MedreviewApp, erased: Erased | None) -> None:
    if erased is None:
        return
    app.note_saved()
    await app.open_archive(app.archive_path)
    if erased.remains.files:
        app.push_screen(StillThere(erased.remains), partial(_answered, app, erased.remains))
    else:
        app.notify(tr("It is deleted for good."), markup=False)


async def _answered(app: MedreviewApp, remains: Remains, answer: bool | None) -> None:
    if not answer:
        return
    try:
        left = await app.saver.run(erase.erase_remains, app.archive, remains)
    except Refusal as refusal:
        app.show_refusal(refusal)
        return
    app.notify(_told(left) if left else tr("It is deleted for good."), markup=False, timeout=10)


def _told(left: tuple[Path, ...]) -> str:
    words = ntr("{count} file could not be deleted:", "{count} files could not be deleted:", len(left))
    return "\n".join([words, *map(str, left)])
