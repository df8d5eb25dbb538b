"""A committee in an archive, and a review brought as far as a test needs it."""

from datetime import date

from medreview.domain.committee import Committee
from medreview.domain.dossier import Dossier
from medreview.domain.review import StepNote
from medreview.operations import approval, committees, edit, reviews
from medreview.operations.archives import Archive
from tests.builders import YEAR, a_committee, members_of


def a_stored_committee(archive: Archive) -> Committee:
    """Store a committee with its members."""
    committee = a_committee()
    committees.create_committee(archive, committee)
    committees.add_member(archive, *members_of(committee))
    return committee


def a_started_review(archive: Archive, year: int = YEAR) -> Dossier:
    """Start the first review of a new committee."""
    return reviews.start_review(archive, a_stored_committee(archive).id, year)


def held(archive: Archive, dossier: Dossier) -> Dossier:
    """Hold the meeting: everybody was there, and no step had anything to note."""
    edit.change(archive, dossier.meetings[0], held_on=date(dossier.review.year, 11, 24))
    for attendance in dossier.attendance:
        edit.change(archive, attendance, presence="present")
    steps = ("look_back", "status", "content", "cooperation", "goals", "expertise", "decisions")
    notes = [StepNote(review_id=dossier.review.id, step=step, nothing_to_note=True) for step in steps]
    edit.add(archive, *notes)
    return reviews.load(archive, dossier.review.id)


def approved(archive: Archive, dossier: Dossier) -> Dossier:
    """Hold and approve a review."""
    held(archive, dossier)
    approval.approve(archive, dossier.review, date(dossier.review.year, 12, 1), "Karen Lund og Bo Ørsted")
    return reviews.load(archive, dossier.review.id)
