"""Reading all of an archive, as its screens do."""

from pathlib import Path

from medreview.domain.dossier import Dossier
from medreview.operations import example_mark, whereabouts
from medreview.operations.archives import Archive
from medreview.store import dossiers, queries, steps


def folder(path: Path) -> dict[str, bytes]:
    """Return all files beside the archive, itself included."""
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}


def read_all(archive: Archive) -> None:
    """Read everything that the screens read."""
    example_mark.is_example(archive)
    whereabouts.last_place(archive)
    with archive.transaction() as session:
        steps.undoable(session)
        for committee in queries.committees(session):
            for review in queries.reviews(session, committee.id):
                steps.of_review(session, review)
                dossier = dossiers.load(session, review.id)
                assert dossier is not None
                for goal in dossier.goals:
                    queries.goal_history(session, goal)


def all_reviews(archive: Archive) -> dict[tuple[str, int], Dossier]:
    """Return every review by its committee's name and its year."""
    with archive.transaction() as session:
        keys = [review.id for one in queries.committees(session) for review in queries.reviews(session, one.id)]
        found = [dossier for key in keys if (dossier := dossiers.load(session, key))]
    return {(one.committee.name, one.review.year): one for one in found}
