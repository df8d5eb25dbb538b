"""Delete for good: what goes, the name to type, and then the files that still hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Label, Static

from medreview.domain.cleaning import clean_line
from medreview.domain.committee import Committee
from medreview.domain.errors import Refusal
from medreview.domain.review import Review
from medreview.i18n import N_, current, ntr, tr
from medreview.operations import erase
from medreview.operations.archives import Archive
from medreview.operations.erase import Erased, Remains
from medreview.tui.dialogs.base import Dialog
from medreview.tui.screens.base import Asking
from medreview.tui.text import literal
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.row import Row

_AROUND: Final = 6
"""Rows that are not for what scrolls: frame and buttons."""

_STYLE: Final = """
    {name} #scroll {{ height: auto; scrollbar-size-vertical: 1; }}
    {name} Static, {name} Label {{ height: auto; width: 100%; margin: 0 0 1 0; }}
    {name} .label {{ color: $muted; margin: 0; }}
    {name} .path {{ color: $muted; margin: 0 0 1 2; }}
    {name} .refused {{ color: $bad; }}
    {name} Input, {name} Input.-textual-compact {{ background: $field; padding: 0 1; }}
    {name} Input:focus {{ background: $field-focus; background-tint: $field-focus 0%; }}
"""


class Erase(Dialog[Erased], Asking):
    """Ask for the committee's name and delete the committee, or one year of it; return what was erased."""

    TITLE_WORDS: ClassVar[str] = N_("Delete for good")
    DEFAULT_CSS = _STYLE.format(name="Erase")

    def __init__(self, committee: Committee, reviews: tuple[Review, ...], review: Review | None = None) -> None:
        super().__init__()
        self._committee = committee
        self._reviews = reviews
        self._review = review

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(tr(self.TITLE_WORDS))
            with VerticalScroll(id="scroll", can_focus=False):
                yield Static(literal(self._what_goes()))
                yield Static(Content(tr("It cannot be undone. Nothing of it stays in the archive's file.")))
                yield Label(
                    literal(tr("Type the committee's name: {name}", name=self._committee.name)), classes="label"
                )
                yield LineInput(id="name", compact=True, select_on_focus=False)
                yield Label("", classes="refused", markup=False)
            with Row(classes="buttons"):
                yield Button(Content(tr("Delete for good")), id="do", compact=True)
                yield Button(Content(tr("Keep it (Esc)")), id="close", classes="main", compact=True)

    def on_resize(self, event: events.Resize) -> None:
        """Let what stands above the buttons scroll, so that they are always seen."""
        self.query_one("#scroll").styles.max_height = max(event.size.height - _AROUND, 1)

    def _what_goes(self) -> str:
        name = self._committee.name
        if self._review is not None:
            return tr(
                "The year {year} of {name} goes, with all that is written in it.", year=self._review.year, name=name
            )
        years = ", ".join(str(review.year) for review in self._reviews)
        if not years:
            return tr("{name} goes, with its members.", name=name)
        return tr(
            "{name} goes, with its members and these years, approved minutes included: {years}.", name=name, years=years
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#do")
    async def _do(self) -> None:
        """Delete it, once; a name that is not the committee's is said here."""
        if self._is_doing:
            return
        self._is_doing = True
        try:
            erased = await self.medreview.saver.run(self._operation(), self.medreview.archive)
        except Refusal as refusal:
            self._is_doing = False
            self.query_one(".refused", Label).update(literal(current().refusal(refusal.code, **refusal.params)))
            return
        self.dismiss(erased)

    def _operation(self) -> Callable[[Archive], Erased]:
        name = self.query_one("#name", Input).value
        folder = self.medreview.settings.backup_folder
        second = Path(folder) if folder else None
        if self._review is not None:
            return partial(erase.erase_review, review=self._review, name=name, second=second)
        return partial(erase.erase_committee, committee_id=self._committee.id, name=name, second=second)

    @on(Button.Pressed, "#close")
    async def action_close(self) -> None:
        """Keep it."""
        self.dismiss(None)


class StillThere(Dialog[bool]):
    """Name the files that still hold what was erased; return whether to delete them, too."""

    DEFAULT_CSS = _STYLE.format(name="StillThere")

    def __init__(self, remains: Remains) -> None:
        super().__init__()
        self._remains = remains

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(tr("It is still in these files"))
            with VerticalScroll(id="scroll"):
                if self._remains.backups:
                    yield Static(
                        Content(
                            tr(
                                "Backups. They hold all committees as they were then; "
                                "a new backup is made before they are deleted."
                            )
                        )
                    )
                    yield from _listed(self._remains.backups)
                if self._remains.copies:
                    yield Static(Content(tr("Copies of approved minutes.")))
                    yield from _listed(self._remains.copies)
                yield Static(Content(tr("Files that were exported, sent or copied elsewhere are not found from here.")))
            with Row(classes="buttons"):
                count = len(self._remains.files)
                words = ntr("Delete {count} file, too", "Delete {count} files, too", count)
                yield Button(Content(words), id="delete", compact=True)
                yield Button(Content(tr("Keep the files (Esc)")), id="close", classes="main", compact=True)

    def on_resize(self, event: events.Resize) -> None:
        """Let what stands above the buttons scroll, so that they are always seen."""
        self.query_one("#scroll").styles.max_height = max(event.size.height - _AROUND, 1)

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "delete")


def _listed(files: Iterable[Path]) -> Iterator[Static]:
    """Yield each folder with its files below it."""
    for folder, found in groupby(files, lambda path: path.parent):
        names = "\n".join(f"  {clean_line(path.name)}" for path in found)
        yield Static(literal(f"{clean_line(str(folder))}\n{names}"), classes="path")
