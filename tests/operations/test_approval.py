"""What can be done to approved minutes: withdraw the approval, or add to them."""

from datetime import date

import pytest

from medreview.domain.dossier import Dossier
from medreview.domain.errors import InvalidField, Refusal
from medreview.domain.review import ItemType, State
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from tests.archives import an_approved_review, stored

DAY = date(2026, 12, 10)


@pytest.fixture
def approved(archive: Archive) -> Dossier:
    """Return an approved review, stored."""
    return stored(archive, an_approved_review())


LATER: dict[str, object] = {"later_follow_ups": ()}
"""What comes after an approval."""


def test_a_withdrawn_approval_makes_the_next_version_and_keeps_the_first(archive: Archive, approved: Dossier) -> None:
    approval.withdraw(archive, approved.review, DAY, "Navnet på referenten var forkert")
    reopened = reviews.load(archive, approved.review.id)
    assert reopened.review.state is State.FOR_APPROVAL
    assert reopened.review.version == 2
    assert (reopened.review.approved_on, reopened.review.approved_by, reopened.review.amendments) == (None, "", "")
    edit.change(archive, reopened.preparation, minute_taker="Ida Holm")
    approval.approve(archive, reopened.review, DAY, "Karen Lund")
    first, second = approval.versions(archive, approved.review.id)
    assert first.dossier == approved.model_copy(update=LATER)
    assert (first.withdrawn_on, first.reason) == (DAY, "Navnet på referenten var forkert")
    assert first.is_intact
    assert second.is_intact
    assert second.withdrawn_on is None
    assert second.number == 2
    assert second.sha256 != first.sha256
    assert second.dossier == reviews.load(archive, approved.review.id).model_copy(update=LATER)
    assert second.dossier.preparation.minute_taker == "Ida Holm"


def test_it_is_withdrawn_for_a_reason_and_while_no_later_review_starts_from_it(
    archive: Archive, approved: Dossier
) -> None:
    with pytest.raises(Refusal, match="reason_needed"):
        approval.withdraw(archive, approved.review, DAY, " ")
    later = reviews.start_review(archive, approved.committee.id, approved.review.year + 1)
    with pytest.raises(Refusal, match="later_started"):
        approval.withdraw(archive, approved.review, DAY, "Fejl")
    with pytest.raises(Refusal, match="not_approved"):
        approval.withdraw(archive, later.review, DAY, "Fejl")
    assert reviews.load(archive, approved.review.id) == approved


def test_a_reopened_review_cannot_be_discarded(archive: Archive, approved: Dossier) -> None:
    approval.withdraw(archive, approved.review, DAY, "Fejl")
    reopened = reviews.load(archive, approved.review.id).review
    reviews.set_state(archive, reopened, State.PREPARING)
    with pytest.raises(Refusal, match="sealed"):
        reviews.discard(archive, reopened)


def test_addenda_are_numbered_and_leave_the_approved_content_as_it_was(archive: Archive, approved: Dossier) -> None:
    approval.add_addendum(archive, approved.review, DAY, "Tallet var forkert", "4,9 i stedet for 5,9", "Karen Lund")
    approval.add_addendum(archive, approved.review, DAY, "Stedet manglede", "Mødet var i kantinen")
    loaded = reviews.load(archive, approved.review.id)
    assert [(one.number, one.text) for one in loaded.addenda] == [
        (1, "4,9 i stedet for 5,9"),
        (2, "Mødet var i kantinen"),
    ]
    assert loaded.model_copy(update={"addenda": ()}) == approved
    assert approval.addenda(archive, approved.review.id) == loaded.addenda


@pytest.mark.parametrize(("reason", "text", "field"), [(" ", "x", "reason"), ("x", "", "text")])
def test_an_addendum_needs_reason_and_text(
    archive: Archive, approved: Dossier, reason: str, text: str, field: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        approval.add_addendum(archive, approved.review, DAY, reason, text)
    assert refused.value.field == field
    assert reviews.load(archive, approved.review.id).addenda == ()


def test_an_addendum_comes_on_the_agenda_of_the_review_that_is_open(archive: Archive, approved: Dossier) -> None:
    later = reviews.start_review(archive, approved.committee.id, approved.review.year + 1)
    with pytest.raises(Refusal, match="not_approved"):
        approval.add_addendum(archive, later.review, DAY, "Fejl", "Rettelse")
    approval.add_addendum(archive, approved.review, DAY, "Tallet var forkert", "4,9 i stedet for 5,9")
    agenda = reviews.load(archive, later.review.id).agenda
    assert [one.position for one in agenda] == list(range(len(agenda)))
    assert [one.id for one in agenda if one != agenda[1]] == [one.id for one in later.agenda]
    item = agenda[1]
    assert item.type is ItemType.DECISION
    assert str(approved.review.year) in item.title
    assert item.presentation == "Tallet var forkert\n\n4,9 i stedet for 5,9"
