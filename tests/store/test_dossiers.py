"""Whole reviews: stored, loaded, and kept as they were when they are approved."""

from datetime import date
from uuid import uuid4

from medreview.domain.addendum import Addendum
from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.store import dossiers, entities
from medreview.store.archive import Archive
from tests.archives import a_full_review, an_approved_review


def contents(dossier: Dossier) -> dict[tuple[str, object], Entity]:
    """Return every entity by its part and id: the order within a part is the archive's."""
    return {(part, entity.id): entity for part, entity in dossier.entities()}


def insert(archive: Archive, dossier: Dossier) -> None:
    """Store a review."""
    with archive.transaction() as session:
        dossiers.insert(session, dossier)


def load(archive: Archive, dossier: Dossier) -> Dossier:
    """Return the review as the archive has it."""
    with archive.transaction() as session:
        loaded = dossiers.load(session, dossier.review.id)
    assert loaded is not None
    return loaded


def test_a_full_review_comes_back_whole(archive: Archive) -> None:
    full = a_full_review()
    insert(archive, full)
    assert contents(load(archive, full)) == contents(full)


def test_no_review_is_none(archive: Archive) -> None:
    with archive.transaction() as session:
        assert dossiers.load(session, uuid4()) is None


def test_an_approved_review_is_kept_as_it_was(archive: Archive) -> None:
    approved = an_approved_review()
    insert(archive, approved)
    with archive.transaction() as session:
        entities.update(session, approved.committee.model_copy(update={"name": "Et andet navn"}))
    assert load(archive, approved) == approved


def test_addenda_come_back_with_the_version_they_belong_to(archive: Archive) -> None:
    approved = an_approved_review()
    review_id, day = approved.review.id, date(2026, 12, 24)
    addendum = Addendum(review_id=review_id, number=1, made_on=day, reason="Forkert tal", text="4,9 i stedet for 5,9")
    insert(archive, approved.model_copy(update={"addenda": (addendum,)}))
    assert load(archive, approved).addenda == (addendum,)


def test_years_are_found(archive: Archive) -> None:
    full = a_full_review()
    insert(archive, full)
    with archive.transaction() as session:
        committee_id, year = full.committee.id, full.review.year
        assert dossiers.review_id_of(session, committee_id, year) == full.review.id
        assert dossiers.review_id_of(session, committee_id, year - 1) is None
        assert dossiers.newest_before(session, committee_id, year + 3) == full.review.id
        assert dossiers.newest_before(session, committee_id, year) is None


def test_a_review_without_anything_in_its_lists(archive: Archive) -> None:
    full = a_full_review()
    lists = {name: () for name in type(full).model_fields if isinstance(getattr(full, name), tuple)}
    empty = full.model_copy(update=lists)
    insert(archive, empty)
    assert load(archive, empty) == empty
