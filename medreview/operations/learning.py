"""What others can learn, from all years and committees: read, and written to a file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from medreview.domain.folding import Excerpt
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.learned import LearnedPoint
from medreview.domain.privacy import has_personal_number
from medreview.domain.review import Review
from medreview.i18n import Translator
from medreview.minutes import FORMATS as DOCUMENTS
from medreview.minutes import Rendered, render_file
from medreview.minutes.learned import learned_list, to_csv
from medreview.operations.example_mark import is_example
from medreview.operations.export import ExportResult
from medreview.operations.files import safe_name, write_new_files
from medreview.operations.house import PLAIN, House
from medreview.operations.reviews import GoalYear
from medreview.operations.search import Hit
from medreview.store import entities, queries
from medreview.store.archive import Archive
from medreview.store.learned import learned as found
from medreview.templates import DEFAULT, load_template

CSV: Final = "csv"
FORMATS: Final = (*DOCUMENTS, CSV)
"""The formats of the list, by their file name ending."""


def learned(archive: Archive) -> tuple[LearnedPoint, ...]:
    """Return every learned point of the archive, the newest year first."""
    with archive.transaction() as session:
        return tuple(found(session))


def history_of(archive: Archive, point: LearnedPoint) -> list[GoalYear]:
    """Return every year of the goal that a point is about; nothing where it is gone."""
    with archive.transaction() as session:
        written = entities.get(session, Evaluation, point.id)
        goal = entities.get(session, Goal, written.goal_id) if written else None
        return queries.goal_history(session, goal) if goal else []


def place_of(archive: Archive, point: LearnedPoint) -> Hit | None:
    """Return where a point was written, as a hit of the search tells it; None where it is gone."""
    with archive.transaction() as session:
        written = entities.get(session, Evaluation, point.id)
        review = entities.get(session, Review, written.review_id) if written else None
    if review is None:
        return None
    title = load_template(DEFAULT).step("look_back").short
    where = (review.committee_id, point.committee, point.year, review.id, "look_back", title)
    return Hit(*where, "Evaluation", "learned", point.id, point.id, Excerpt(point.text))


def with_personal_number(points: Sequence[LearnedPoint]) -> tuple[LearnedPoint, ...]:
    """Return the points in which what looks like a personal number stands."""
    return tuple(point for point in points if has_personal_number(f"{point.goal}\n{point.text}"))


def write(
    archive: Archive,
    points: Sequence[LearnedPoint],
    format_name: str,
    language: str,
    folder: Path,
    house: House = PLAIN,
) -> ExportResult:
    """Write these points to a new file in the folder, in one of the `FORMATS`.

    Raises:
        Refusal: those of `write_new_files` and `minutes.render_file`; then no file was written.
    """
    words = Translator(language)
    document = learned_list(points, words, is_example=is_example(archive), letterhead=house.letterhead)
    made = Rendered(to_csv(points, words)) if format_name == CSV else render_file(document, format_name)
    stem = " ".join((date.today().isoformat(), words.tr("Lessons learned"), *document.banner))
    files = write_new_files(folder, {safe_name(stem, f".{format_name}"): made.content})
    return ExportResult(files, document, made.replaced)
