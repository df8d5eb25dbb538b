"""Approving minutes, and what can be done to approved ones: withdraw the approval, or add to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import ValidationError

from medreview.domain import carry_over, findings
from medreview.domain.addendum import Addendum
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal, invalid_field
from medreview.domain.review import AgendaItem, ItemType, Review, State
from medreview.domain.version import Version, approved_version
from medreview.i18n import Translator
from medreview.operations import unstored
from medreview.operations.backups import back_up_before
from medreview.operations.changes import Changes
from medreview.operations.edit import ensure_editable, with_values
from medreview.operations.example_mark import is_example_session
from medreview.operations.reviews import load_in
from medreview.store import dossiers, entities, queries
from medreview.store.archive import Archive
from medreview.store.entities import Session
from medreview.templates import load_template


@dataclass(frozen=True)
class Standing:
    """How approved minutes stand: their version, and the later years that depend on them."""

    version: Version
    is_intact: bool
    later_year: int | None = None
    """The newest year begun since then; the approval can be withdrawn only while there is none."""
    open_year: int | None = None
    """The year on whose agenda an addendum comes."""


def approve(archive: Archive, review: Review, on: date, by: str, amendments: str = "") -> Changes:
    """Approve the minutes: the review becomes read-only and its content is kept as it is now, with its SHA-256.

    Goals and actions that came in after the next year was started are carried over into it. What was typed and not
    stored in a goal that is closed is kept no more.

    Raises:
        Refusal: `example_never_approved`, `approved`, `approved_by_nobody`,
            `approved_before_meeting`, or `not_ready` when a finding blocks, or what is typed and not stored.
    """
    back_up_before(archive, "approve")
    with archive.transaction("approve") as session:
        if is_example_session(session):
            raise Refusal("example_never_approved")
        dossier = load_in(session, review.id)
        _check_ready(dossier, on, by)
        unstored.settle(session, dossier)
        values = {"state": State.APPROVED, "approved_on": on, "approved_by": by, "amendments": amendments}
        approved = with_values(dossier.review, values)
        entities.update(session, approved)
        version = approved_version(dossier.model_copy(update={"review": approved}))
        entities.insert(session, [version])
        _carry_late(session, dossier)
    return Changes(frozenset({Review}), review.committee_id, review.id)


def withdraw(archive: Archive, review: Review, on: date, reason: str) -> Changes:
    """Take an approval back: the version and its SHA-256 stay in the history, and the next version can be written.

    Raises:
        Refusal: `not_approved`, `reason_needed`, or `later_started` once a later review has begun from this one:
            from then on addenda say what was wrong.
    """
    back_up_before(archive, "withdraw")
    with archive.transaction("withdraw") as session:
        dossier, version = _approved(session, review.id)
        if not reason.strip():
            raise Refusal("reason_needed")
        later = _later(session, dossier.review)
        if later:
            raise Refusal("later_started", year=dossier.review.year, latest=later[0].year)
        entities.update(session, with_values(version, {"withdrawn_on": on, "reason": reason}))
        reopened = {
            "state": State.FOR_APPROVAL,
            "version": version.number + 1,
            "approved_on": None,
            "approved_by": "",
            "amendments": "",
        }
        entities.update(session, with_values(dossier.review, reopened))
    return Changes(frozenset({Review}), review.committee_id, review.id)


def add_addendum(archive: Archive, review: Review, on: date, reason: str, text: str, by: str = "") -> Changes:
    """Add a numbered, dated addendum to approved minutes; a later review that is not approved yet gets it as an item.

    Raises:
        InvalidField: reason or text is empty or too long.
        Refusal: `not_approved`.
    """
    with archive.transaction("addendum") as session:
        dossier, version = _approved(session, review.id)
        number = max((one.number for one in dossier.addenda), default=0) + 1
        values = {"review_id": review.id, "version": version.number, "number": number, "made_on": on}
        try:
            addendum = Addendum.model_validate({**values, "reason": reason, "text": text, "by": by})
        except ValidationError as error:
            raise invalid_field("Addendum", error) from error
        entities.insert(session, [addendum])
        later = _open_after(session, dossier.review)
        if later:
            _put_on_agenda(session, _correction(dossier, later, addendum))
    return Changes(frozenset({Addendum, AgendaItem}), review.committee_id, None if later else review.id)


def standing(archive: Archive, review_id: UUID) -> Standing | None:
    """Return how a review's approved minutes stand; None where they are not approved."""
    with archive.transaction() as session:
        review, version = entities.get(session, Review, review_id), dossiers.version_in_force(session, review_id)
        if review is None or version is None:
            return None
        later, taken_up = _later(session, review), _open_after(session, review)
        return Standing(
            version,
            version.is_intact,
            later[0].year if later else None,
            taken_up.year if taken_up else None,
        )


def last_approved(archive: Archive, review: Review) -> Dossier | None:
    """Return the review that this one started from; None where there is none, or where it is not approved."""
    with archive.transaction() as session:
        earlier = dossiers.review_id_of(session, review.committee_id, review.previous_year or 0)
        dossier = load_in(session, earlier) if earlier else None
        return dossier if dossier and dossier.is_read_only else None


def versions(archive: Archive, review_id: UUID) -> tuple[Version, ...]:
    """Return the approved versions of a review, the first one first."""
    with archive.transaction() as session:
        return tuple(entities.find(session, Version, review_id=review_id))


def addenda(archive: Archive, review_id: UUID) -> tuple[Addendum, ...]:
    """Return the addenda to all versions of a review."""
    with archive.transaction() as session:
        return tuple(entities.find(session, Addendum, review_id=review_id))


def _check_ready(dossier: Dossier, on: date, by: str) -> None:
    ensure_editable(dossier.review)
    if not by.strip():
        raise Refusal("approved_by_nobody")
    if any(meeting.held_on and meeting.held_on > on for meeting in dossier.meetings):
        raise Refusal("approved_before_meeting")
    template = load_template(dossier.review.template)
    if any(finding.blocks for finding in findings.of_review(dossier, template)):
        raise Refusal("not_ready")


def _approved(session: Session, review_id: UUID) -> tuple[Dossier, Version]:
    dossier = load_in(session, review_id)
    version = dossiers.version_in_force(session, review_id)
    if version is None:
        raise Refusal("not_approved", year=dossier.review.year)
    return dossier, version


def _later(session: Session, review: Review) -> list[Review]:
    """Return the committee's later reviews, newest first."""
    return [one for one in queries.reviews(session, review.committee_id) if one.year > review.year]


def _open_after(session: Session, review: Review) -> Review | None:
    """Return the first later review that is not approved yet: the one that takes up corrections."""
    still_open = [one for one in _later(session, review) if one.state is not State.APPROVED]
    return still_open[-1] if still_open else None


def _correction(dossier: Dossier, later: Review, addendum: Addendum) -> AgendaItem:
    """Return the agenda item with which the later meeting takes up the addendum, in the committee's language."""
    words = Translator(dossier.committee.language)
    return AgendaItem(
        review_id=later.id,
        title=words.tr("Correction of the minutes of {year}", year=dossier.review.year),
        type=ItemType.DECISION,
        presentation=f"{addendum.reason}\n\n{addendum.text}",
    )


def _put_on_agenda(session: Session, item: AgendaItem) -> None:
    """Put the item after the first one, the approval of the agenda."""
    listed = entities.find(session, AgendaItem, review_id=item.review_id)
    place = listed[0].position + 1 if listed else 0
    for position, other in enumerate(listed[1:], place + 1):
        entities.update(session, with_values(other, {"position": position}))
    entities.insert(session, [with_values(item, {"position": place})])


def _carry_late(session: Session, previous: Dossier) -> None:
    for review in _following(session, previous.review):
        entities.insert(session, carry_over.late_arrivals(previous, load_in(session, review.id)))


def _following(session: Session, review: Review) -> Iterator[Review]:
    """Yield the review that started from this one, as long as it is open."""
    for later in _later(session, review):
        if later.previous_year == review.year and later.state is not State.APPROVED:
            yield later
