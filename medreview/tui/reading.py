"""The whole review in one column from top to bottom: to read, or to have it read aloud by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from medreview.i18n import current, tr

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp


async def read_as_text(app: MedreviewApp) -> None:
    """Show the minutes as they stand now, drafts of discussion included, in the language of the screens."""
    from medreview.operations import reviews
    from medreview.operations.export import to_read
    from medreview.tui.screens.reading import ReadingScreen

    await app.flush()
    if app.dossier is None:
        app.notify(tr("Start a review first; then there is something to read."), markup=False)
        return
    dossier = await app.saver.run(reviews.load, app.archive, app.dossier.review.id)
    document = await app.saver.run(to_read, app.archive, dossier, current().language)
    await app.push_screen(ReadingScreen(dossier, tr("Plain text"), document))
