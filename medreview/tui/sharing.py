"""Writing learned points or a comparison to a file: which kind, where it is, and what to look at before sharing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from textual.content import Content

from medreview.domain.dossier import Dossier
from medreview.domain.learned import LearnedPoint
from medreview.domain.privacy import has_personal_number
from medreview.i18n import N_, current, tr
from medreview.minutes import Document
from medreview.operations import comparing, learning
from medreview.operations.export import ExportResult, replaced_words
from medreview.operations.house import House
from medreview.settings import house_of
from medreview.tui.desktop import open_folder
from medreview.tui.dialogs.pick import Pick
from medreview.tui.screens.base import Asking
from medreview.tui.text import typed_path

_FORMATS: Final = {
    "docx": N_("Word, to edit (docx)"),
    "pdf": N_("PDF, to send and to file (pdf)"),
    "html": N_("Web page, to print (html)"),
    "txt": N_("Plain text (txt)"),
    "md": N_("Markdown (md)"),
}
_TABLE: Final = {learning.CSV: N_("Table for Excel (csv)")}
_READ: Final = "read"

Write = Callable[[str, str, Path, House], ExportResult]
"""Writes in a format and a language to a folder, with a letterhead."""


def share(screen: Asking, points: Sequence[LearnedPoint]) -> None:
    """Let the chair choose what kind of file to write the points to; tell of what looks like a personal number."""
    if private := learning.with_personal_number(points):
        screen.notify(_warning(private[0]), severity="warning", timeout=20, markup=False)
    rows = [(Content(tr(label)), name) for name, label in {**_FORMATS, **_TABLE}.items()]
    write = partial(learning.write, screen.medreview.archive, points)
    screen.app.push_screen(Pick(tr("Write the list as"), rows), partial(_write, screen, write))


def share_comparison(screen: Asking, later: Dossier, document: Document, to_read: Document) -> None:
    """Let the chair read two years as plain text, or choose what kind of file to write the document to."""
    if any(map(has_personal_number, document.texts())):
        words = tr("What looks like a personal number stands in the comparison. Look before you share it.")
        screen.notify(words, severity="warning", timeout=20, markup=False)
    labels = {_READ: N_("Plain text, to read here"), **_FORMATS}
    rows = [(Content(tr(label)), name) for name, label in labels.items()]
    write = partial(comparing.write, screen.medreview.archive, document)
    answered = partial(_read_or_write, screen, later, to_read, write)
    screen.app.push_screen(Pick(tr("Write the comparison as"), rows), answered)


async def _read_or_write(screen: Asking, later: Dossier, to_read: Document, write: Write, answer: str | None) -> None:
    if answer == _READ:
        from medreview.tui.screens.reading import ReadingScreen

        await screen.app.push_screen(ReadingScreen(later, to_read.title, to_read))
    else:
        await _write(screen, write, answer)


async def _write(screen: Asking, write: Write, format_name: str | None) -> None:
    if format_name is None:
        return
    app, settings = screen.medreview, screen.medreview.settings
    folder = typed_path(settings.export_folder) if settings.export_folder else app.paths.exports
    house = house_of(settings, app.paths.settings.parent)
    screen.notify(tr("Making file {number} of {count} …", number=1, count=1), timeout=2, markup=False)
    result = await screen.ask(write, format_name, current().language, folder, house)
    if result is None:
        return
    for lost in replaced_words(result):
        screen.notify(lost, severity="warning", timeout=10, markup=False)
    [path] = result.files
    rows = [(Content(tr("Open the folder")), "open"), (Content(tr("Go on")), "")]
    app.push_screen(Pick(tr("Written: {path}", path=path.name), rows), partial(_show_folder, screen, path.parent))


async def _show_folder(screen: Asking, folder: Path, answer: str | None) -> None:
    if answer and not await open_folder(folder):
        screen.notify(tr("The folder cannot be shown from here: {path}", path=folder), markup=False)


def _warning(point: LearnedPoint) -> str:
    return tr(
        "What looks like a personal number stands in the list: {committee}, {year}. Look before you share it.",
        committee=point.committee,
        year=point.year,
    )
