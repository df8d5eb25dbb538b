"""Where an archive opens, and what its home screen shows then."""

from contextlib import closing
from pathlib import Path

from medreview.domain.dossier import Dossier
from medreview.operations import committees, whereabouts
from medreview.operations.archives import Archive, open_archive


def goal_on_home(path: Path) -> str:
    """Return how the first goal on the home screen begins: what is shown when there is data."""
    with closing(open_archive(path)) as archive:
        dossier = _newest(archive)
    return " ".join(dossier.open_goals[0].text.split()[:3])


def remember_step(path: Path, step: str) -> None:
    """Let the archive open at a step of its newest review."""
    with closing(open_archive(path)) as archive:
        review = _newest(archive).review
        whereabouts.remember_place(archive, review.committee_id, review.id, step)


def _newest(archive: Archive) -> Dossier:
    """Return the newest review of the committee on which the archive opens."""
    place = whereabouts.last_place(archive)
    committee_id = place[0] if place else committees.list_committees(archive)[0].id
    newest = committees.overview(archive, committee_id).newest
    if newest is None:
        raise LookupError("the archive opens on no review")
    return newest
