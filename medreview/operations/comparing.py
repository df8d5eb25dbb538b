"""Two years of a committee side by side, read and written to a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from medreview.domain.compare import Comparison, compare
from medreview.domain.review import Review
from medreview.i18n import Translator
from medreview.minutes import Document, render_file
from medreview.operations.example_mark import is_example
from medreview.operations.export import ExportResult
from medreview.operations.files import safe_name, write_new_files
from medreview.operations.house import PLAIN, House
from medreview.operations.reviews import load_in
from medreview.store import queries
from medreview.store.archive import Archive


def years(archive: Archive, committee_id: UUID) -> tuple[Review, ...]:
    """Return the committee's reviews, oldest first."""
    with archive.transaction() as session:
        return tuple(reversed(queries.reviews(session, committee_id)))


def compared(archive: Archive, before_id: UUID, after_id: UUID) -> Comparison:
    """Return two reviews of one committee side by side, with what later reviews say of their goals.

    Raises:
        Refusal: `gone` when one of them is no longer there, `template_unknown`.
    """
    with archive.transaction() as session:
        before, after = load_in(session, before_id), load_in(session, after_id)
        return compare(before, after, queries.goal_years(session, after.committee.id))


def write(
    archive: Archive, comparison: Document, format_name: str, language: str, folder: Path, house: House = PLAIN
) -> ExportResult:
    """Write a comparison to a new file in the folder, in one of the `minutes.FORMATS`.

    Raises:
        Refusal: those of `write_new_files` and `minutes.render_file`; then no file was written.
    """
    banner = (Translator(language).tr("EXAMPLE"),) if is_example(archive) else ()
    document = replace(comparison, banner=banner, letterhead=house.letterhead)
    made = render_file(document, format_name)
    stem = " ".join((date.today().isoformat(), document.title, *banner, document.subject.split(",")[0]))
    return ExportResult(
        write_new_files(folder, {safe_name(stem, f".{format_name}"): made.content}), document, made.replaced
    )
