"""Switch to another committee of the archive, or set up a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from textual.content import Content

from medreview.domain.cleaning import clean_line
from medreview.domain.committee import Committee
from medreview.domain.review import Review
from medreview.i18n import current, tr
from medreview.operations import committees
from medreview.tui.dialogs.finder import Entry, Finder

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp

_NEW: Final = "new"
_LEAVE_EXAMPLE: Final = "leave-example"


async def pick_committee(app: MedreviewApp) -> None:
    """Let the chair pick a committee and show its home."""
    known = await app.saver.run(committees.list_newest, app.archive)
    entries = [_entry(committee, newest, committee.id == app.committee_id) for committee, newest in known]
    entries.append(_deed(_NEW, "+", tr("New committee")))
    if app.is_example:
        entries.append(_deed(_LEAVE_EXAMPLE, "←", tr("Leave the example and open my own archive")))
    app.push_screen(Finder(tr("Committees"), entries, by_digit=True), partial(_picked, app))


async def _picked(app: MedreviewApp, key: str | None) -> None:
    if key == _NEW:
        from medreview.tui.screens.new_committee import NewCommitteeScreen

        await app.push_screen(NewCommitteeScreen({}))
    elif key == _LEAVE_EXAMPLE:
        await app.open_archive(app.paths.archive)
    elif key is not None:
        await app.show_home(UUID(key))


def _entry(committee: Committee, newest: Review | None, is_shown: bool) -> Entry:
    """The committee's name, its level and municipality, and how far its newest year has come."""
    name = clean_line(committee.name)
    about = " · ".join(word for word in (clean_line(committee.level_name), clean_line(committee.municipality)) if word)
    state = f"{newest.year} {current().term(newest.state)}" if newest else tr("no review yet")
    mark = Content.styled("● ", "$accent") if is_shown else Content("  ")
    label = Content.assemble(mark, (name, "bold"), (f"  {state} · {about}", "$muted"))
    return Entry(str(committee.id), label, f"{name} {about}")


def _deed(key: str, mark: str, label: str) -> Entry:
    return Entry(key, Content.assemble((f"{mark} ", "$accent"), label), label)
