"""Pick a place for the archive where it can be stored, and go on there."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Label, OptionList
from textual.widgets.option_list import Option

from medreview.i18n import tr
from medreview.operations import elsewhere
from medreview.operations.archives import Archive
from medreview.tui.dialogs.pick_file import PathInput, PickFile, label_of, rows_of
from medreview.tui.widgets.row import Row

if TYPE_CHECKING:
    from medreview.tui.keeping import KeepingApp


class PickPlace(PickFile[Archive]):
    """Return the archive at the place that was picked; None where none was. The list shows folders to go into."""

    DEFAULT_CSS = """
    PickPlace OptionList { height: auto; }
    """
    MOST_ROWS = 5

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            hint = tr("All that is stored and all that is not saved yet goes into a new file. The old one stays.")
            yield Label(hint, classes="hint", markup=False)
            yield PathInput(str(self._start), compact=True, select_on_focus=False)
            yield Label("", classes="wrong", markup=False)
            yield OptionList(compact=True, markup=False)
            with Row(classes="buttons"):
                yield Button(Content(tr("Save here")), id="open", classes="main", compact=True)
                yield Button(Content(tr("Not now (Esc)")), id="close", compact=True)

    @work(exclusive=True)
    async def _list(self) -> None:
        """Show the folders around, whatever the file is called."""
        folder = self.typed.parent
        self._rows = await asyncio.to_thread(rows_of, folder, "", ())
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(Option(label_of(path, folder)) for path in self._rows)

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        """Go into a folder; the file keeps its name."""
        self._put(str(self._rows[event.option_index] / self.typed.name))


def save_elsewhere(app: KeepingApp, archive: Archive) -> None:
    """Let the chair pick a place, write the archive there and go on with that file."""
    start = elsewhere.proposed_path(archive, Path.home(), date.today())
    write = partial(elsewhere.save_elsewhere, archive)
    app.push_screen(PickPlace(tr("Save elsewhere"), (".medreview",), start, write), partial(_saved, app))


async def _saved(app: KeepingApp, archive: Archive | None) -> None:
    if archive is not None:
        await app.go_on_with(archive)
