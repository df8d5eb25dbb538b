"""Something cannot be stored, and the program is to be closed: what becomes of it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from medreview.i18n import ntr, tr
from medreview.tui.dialogs.pick import Pick

if TYPE_CHECKING:
    from medreview.tui.archive_app import ArchiveApp

_ELSEWHERE: Final = "elsewhere"
_LEAVE: Final = "leave"


class Unsaved(Pick):
    """Return what is to be done; staying is the first answer and that of Esc."""

    def __init__(self, count: int) -> None:
        answers = (
            (tr("Stay; medreview goes on trying"), ""),
            (tr("Save everything elsewhere, and go on there"), _ELSEWHERE),
            (tr("Quit without what is not saved"), _LEAVE),
        )
        title = ntr("{count} change is not saved", "{count} changes are not saved", count)
        super().__init__(title, [(Content(f"{number} {words}"), key) for number, (words, key) in enumerate(answers)])


async def answered(app: ArchiveApp, answer: str | None) -> None:
    """Do what was answered."""
    if answer == _ELSEWHERE:
        await app.action_save_elsewhere()
    elif answer == _LEAVE:
        await app.leave()
