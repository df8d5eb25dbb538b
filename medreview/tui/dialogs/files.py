"""Open an archive, or read a review that somebody sent."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from medreview.domain.errors import Refusal
from medreview.i18n import tr
from medreview.operations import reviews, whereabouts
from medreview.tui.dialogs.pick_file import PickFile
from medreview.tui.entrance import Entrance

if TYPE_CHECKING:
    from medreview.operations.archives import Archive
    from medreview.operations.exchange import Imported
    from medreview.tui.app import MedreviewApp

ARCHIVE: Final = ".medreview"
EXCHANGE: Final = (".json", ".pdf")
"""What a review can be read from: an exchange file, or minutes that have one inside."""


def import_file(app: MedreviewApp) -> None:
    """Let the chair pick an exchange file, store its review in the open archive and show it."""
    from medreview.operations.exchange import import_review

    read = partial(import_review, app.archive)
    app.push_screen(PickFile(tr("Import a review"), EXCHANGE, Path.home(), read), partial(_imported, app))


def open_archive_file(app: MedreviewApp) -> None:
    """Let the chair pick another archive and open it."""
    start = app.paths.archive.parent if app.is_example else app.archive_path.absolute().parent
    title = tr("Open another archive")
    app.push_screen(
        PickFile(title, (ARCHIVE,), _existing(start), partial(_enter, present=_written(app))), partial(_entered, app)
    )


def open_any_file(app: MedreviewApp) -> None:
    """Let the chair pick an archive, or a review from which their own archive begins."""
    read = partial(_enter_any, app.archive_path)
    title = tr("Open a file")
    app.push_screen(PickFile(title, (ARCHIVE, *EXCHANGE), Path.home(), read), partial(_entered, app))


async def _imported(app: MedreviewApp, imported: Imported | None) -> None:
    from medreview.operations.exchange import imported_words

    if imported is None:
        return
    dossier = await app.saver.run(reviews.load, app.archive, imported.review_id)
    if not imported.unchanged:
        app.note_saved()
    await app.show_home(dossier.committee.id)
    await app.show_review(dossier)
    app.notify(imported_words(imported, dossier), markup=False)


async def _entered(app: MedreviewApp, entrance: Entrance | None) -> None:
    if entrance is not None:
        await app.enter(entrance)


def _written(app: MedreviewApp) -> Archive | None:
    """Return the open archive, which need not be opened again; one that is only read may be written by now."""
    return app.archive if app.has_archive and not app.read_only else None


def _enter(path: Path, present: Archive | None = None) -> Entrance:
    """Open an archive.

    Raises:
        Refusal: `archive_missing` and the others of `open_archive`.
    """
    entrance = Entrance.of(path.absolute(), present)
    if entrance.refusal is not None:
        raise entrance.refusal
    if entrance.archive is None:
        raise Refusal("archive_missing", path=path)
    return entrance


def _enter_any(own: Path, path: Path) -> Entrance:
    """Open an archive, or put the review of an exchange file into the user's own archive and open that."""
    if path.suffix.lower() not in EXCHANGE:
        return _enter(path)
    from medreview.operations.archives import open_or_create_archive
    from medreview.operations.exchange import store_exchange
    from medreview.operations.exchange_file import read_exchange

    exchange = read_exchange(path)
    with closing(open_or_create_archive(own)) as archive:
        imported = store_exchange(archive, exchange)
        whereabouts.remember_place(archive, exchange.dossier.committee.id, imported.review_id, "")
    return _enter(own)


def _existing(folder: Path) -> Path:
    """Return the folder, or the user's own where it is not there yet."""
    return folder if folder.is_dir() else Path.home()
