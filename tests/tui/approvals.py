"""Archives on both sides of an approval, and the states of one review's minutes, for tests of the screens."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from medreview.domain.addendum import Addendum
from medreview.domain.decision import Decision, Result
from medreview.domain.dossier import Dossier
from medreview.domain.review import ItemType
from medreview.domain.version import approved_version
from medreview.minutes.difference import Section
from medreview.operations import approval, edit, reviews, whereabouts
from medreview.operations.archives import Archive, create_archive
from medreview.operations.versions import Stage
from tests.archives import an_approved_review
from tests.operations.worlds import a_started_review, held

YEAR: Final = date.today().year - 1
HOSTILE: Final = "[/b] [red]x[/] {name}"
CHAIRS: Final = "Karen Lund, chair\nBo Ørsted, vice chair"


def a_blank_archive(path: Path) -> Dossier:
    """Create an archive with a review in which nothing is written yet."""
    return _in(create_archive(path), a_started_review)


def a_ready_archive(path: Path) -> Dossier:
    """Create an archive with a review that can be approved and of which nothing is missing."""
    return _in(create_archive(path), _ready)


def _ready(archive: Archive) -> Dossier:
    dossier = held(archive, a_started_review(archive, YEAR))
    for item in dossier.agenda:
        if item.type is ItemType.DECISION and item.step is None:
            edit.add(archive, Decision(review_id=dossier.review.id, agenda_item_id=item.id, result=Result.APPROVED))
    return reviews.load(archive, dossier.review.id)


def an_approved_archive(path: Path) -> Dossier:
    """Create an archive with a review whose minutes are approved."""
    return _in(create_archive(path), _approved)


def a_withdrawn_archive(path: Path) -> Dossier:
    """Create an archive with a review whose approval was withdrawn, and to which a decision was added."""
    return _in(create_archive(path), _withdrawn)


def an_archive_of_two_years(path: Path) -> Dossier:
    """Create an archive with approved minutes and the review that follows them, open at its preparation."""
    archive = create_archive(path)
    dossier = reviews.start_review(archive, _approved(archive).committee.id, YEAR + 1)
    whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "preparation")
    archive.close()
    return dossier


def three_stages() -> tuple[Stage, ...]:
    """Return minutes as they are now, approved before and with an addendum, and a version that cannot be read."""
    dossier = an_approved_review()
    said = {"reason": HOSTILE, "text": HOSTILE, "by": HOSTILE, "number": 1, "made_on": date(YEAR, 12, 20)}
    addendum = Addendum.model_validate({"review_id": dossier.review.id, **said})
    version = approved_version(dossier).model_copy(
        update={"number": 2, "withdrawn_on": date(YEAR, 12, 24), "reason": HOSTILE}
    )
    changes = (Section("Decisions", (HOSTILE, "New: a decision")),)
    added = dossier.model_copy(update={"addenda": (addendum,)})
    return (
        Stage(3, None, dossier, changes=changes),
        Stage(2, version, added, changes=()),
        Stage(1, version.model_copy(update={"number": 1}), None, is_intact=False),
    )


def _approved(archive: Archive) -> Dossier:
    dossier = held(archive, a_started_review(archive, YEAR))
    approval.approve(archive, dossier.review, date(YEAR, 12, 1), CHAIRS, HOSTILE)
    return reviews.load(archive, dossier.review.id)


def _withdrawn(archive: Archive) -> Dossier:
    dossier = _approved(archive)
    approval.withdraw(archive, dossier.review, date(YEAR, 12, 5), HOSTILE)
    edit.add(archive, Decision(review_id=dossier.review.id, text="Noise is measured again"))
    return reviews.load(archive, dossier.review.id)


def _in(archive: Archive, make: Callable[[Archive], Dossier]) -> Dossier:
    """Return the review that is made in the archive; the app opens it at its last step."""
    dossier = make(archive)
    whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "closing")
    archive.close()
    return dossier
