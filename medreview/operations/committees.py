"""Setting up committees and switching between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from medreview.domain.attendance import Attendance
from medreview.domain.committee import Committee, Member, Role
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.review import Meeting, Review, State
from medreview.domain.wheel import Wheel
from medreview.operations import edit
from medreview.operations.changes import Changes
from medreview.operations.reviews import load_in
from medreview.store import entities, journal, queries
from medreview.store.archive import Archive


@dataclass(frozen=True)
class CommitteeOverview:
    """A committee with its members, its reviews (newest first), the newest review in full, and its annual wheel."""

    committee: Committee
    members: tuple[Member, ...]
    reviews: tuple[Review, ...]
    newest: Dossier | None
    wheel: Wheel = field(default_factory=Wheel)
    as_of: journal.Mark | None = None
    """How the journal stood when it was read."""


def create_committee(archive: Archive, committee: Committee) -> Changes:
    """Store a new committee.

    Raises:
        Refusal: `committee_exists` when the municipality already has one of that name.
    """
    with archive.transaction("create_committee") as session:
        if entities.find(session, Committee, municipality=committee.municipality, name=committee.name):
            raise Refusal("committee_exists", name=committee.name)
        entities.insert(session, [committee])
    return Changes(frozenset({Committee}), committee.id)


def add_member(archive: Archive, *new: Member) -> Changes:
    """Store new members of one committee and put them on the attendance lists of its reviews that are not approved."""
    committee_id = new[0].committee_id
    with archive.transaction() as session:
        entities.insert(session, new)
        for review in queries.reviews(session, committee_id):
            if review.state is not State.APPROVED:
                meetings = entities.find(session, Meeting, review_id=review.id)
                entities.insert(session, [attendance for meeting in meetings for attendance in _listed(meeting, new)])
    return Changes(frozenset({Member, Attendance}), committee_id)


def change_member(archive: Archive, member: Member, **values: object) -> Changes:
    """Store other values in the member's fields; a member who sits on their role's side follows a change of role.

    Raises:
        InvalidField: a value does not fit; nothing was stored.
        Refusal: `gone` when the member was removed meanwhile.
    """
    role = values.get("role")
    if isinstance(role, Role) and member.side is member.role.side:
        values = {"side": role.side, **values}
    return edit.change(archive, member, **values)


def list_committees(archive: Archive) -> list[Committee]:
    """Return all committees of the archive, by municipality and name."""
    with archive.transaction() as session:
        return queries.committees(session)


def list_newest(archive: Archive) -> list[tuple[Committee, Review | None]]:
    """Return all committees by municipality and name, each with its newest review."""
    with archive.transaction() as session:
        newest: dict[UUID, Review] = {}
        for review in sorted(entities.find(session, Review), key=lambda one: one.year):
            newest[review.committee_id] = review
        return [(committee, newest.get(committee.id)) for committee in queries.committees(session)]


def overview(archive: Archive, committee_id: UUID) -> CommitteeOverview:
    """Return what the home screen shows of a committee.

    Raises:
        Refusal: `gone` when there is no such committee, `template_unknown`.
    """
    with archive.transaction() as session:
        committee = entities.get(session, Committee, committee_id)
        if committee is None:
            raise Refusal("gone")
        reviews = tuple(queries.reviews(session, committee_id))
        newest = load_in(session, reviews[0].id) if reviews else None
        members = tuple(queries.members(session, committee_id))
        wheel, as_of = queries.wheel(session, committee_id, newest), journal.mark_of(session.connection)
        return CommitteeOverview(committee, members, reviews, newest, wheel, as_of)


def _listed(meeting: Meeting, members: Iterable[Member]) -> Iterator[Attendance]:
    return (Attendance(meeting_id=meeting.id, member_id=member.id) for member in members)
