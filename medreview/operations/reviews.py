"""Starting, opening and discarding a review; a goal's history."""

from uuid import UUID

from medreview.domain import carry_over
from medreview.domain.attendance import Attendance
from medreview.domain.committee import Committee, Language
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.goal import Goal
from medreview.domain.review import Meeting, Review, State
from medreview.operations.changes import Changes
from medreview.operations.edit import ensure_editable, with_values
from medreview.store import dossiers, entities, following, queries
from medreview.store.archive import Archive
from medreview.store.entities import Session
from medreview.store.queries import GoalYear as GoalYear
from medreview.templates import load_template


def start_review(
    archive: Archive, committee_id: UUID, year: int, template: str = "dk-med", language: Language | None = None
) -> Dossier:
    """Create the review of a year from the newest earlier one, or empty where it is the first ever.

    Raises:
        Refusal: `year_exists`, `gone`, or `later_review` when a later year has already been started.
    """
    with archive.transaction("start_review") as session:
        committee = entities.get(session, Committee, committee_id)
        if committee is None:
            raise Refusal("gone")
        _check_year(session, committee_id, year)
        dossier = _new_review(session, committee, year, template, language or committee.language)
        dossiers.insert(session, dossier)
        return load_in(session, dossier.review.id)


def load(archive: Archive, review_id: UUID) -> Dossier:
    """Return a review with all it holds.

    Raises:
        Refusal: `gone` when there is no such review, `template_unknown`.
    """
    with archive.transaction() as session:
        return load_in(session, review_id)


def add_meeting(archive: Archive, meeting: Meeting) -> Changes:
    """Store one more date of a review, with the members of its other dates on the attendance list.

    Where it is the only date, the list has everybody who has not left the committee.

    Raises:
        Refusal: `approved` when the review is read-only.
    """
    with archive.transaction() as session:
        dossier = load_in(session, meeting.review_id)
        ensure_editable(dossier.review)
        seated = [member.id for member in dossier.members if member.left is None]
        listed = dict.fromkeys([one.member_id for one in dossier.attendance] or seated)
        attendance = [Attendance(meeting_id=meeting.id, member_id=member_id) for member_id in listed]
        entities.insert(session, [meeting, *attendance])
    return Changes(frozenset({Meeting, Attendance}), dossier.committee.id, dossier.review.id)


def set_state(archive: Archive, review: Review, state: State) -> Changes:
    """Move a review between preparing, in session and for approval; approval has an operation of its own."""
    with archive.transaction() as session:
        current = load_in(session, review.id).review
        ensure_editable(current)
        if state is State.APPROVED:
            raise Refusal("approve_instead")
        entities.update(session, with_values(current, {"state": state}))
    return Changes(frozenset({Review}), review.committee_id, review.id)


def discard(archive: Archive, review: Review) -> Changes:
    """Delete a review that was started by mistake, with the goals it holds; last year's stay as they are.

    Raises:
        Refusal: `only_preparing` once the meeting has begun, `later_review` when a later year starts from it.
    """
    with archive.transaction("discard") as session:
        current = load_in(session, review.id).review
        if current.state is not State.PREPARING:
            raise Refusal("only_preparing", year=current.year)
        latest = max(one.year for one in queries.reviews(session, current.committee_id))
        if latest != current.year:
            raise Refusal("later_review", year=current.year, latest=latest)
        for goal in entities.find(session, Goal, committee_id=current.committee_id, year=current.year):
            entities.delete(session, goal)
        for note in following.notes_on_actions(session, current):
            entities.delete(session, note)
        entities.delete(session, current)
    return Changes(frozenset({Review}), current.committee_id)


def goal_history(archive: Archive, goal: Goal) -> list[GoalYear]:
    """Return every year of the goal's chain with its evaluation, oldest first."""
    with archive.transaction() as session:
        return queries.goal_history(session, goal)


def load_in(session: Session, review_id: UUID) -> Dossier:
    """Return a review with all it holds within a transaction; `gone` where there is none, or `template_unknown`."""
    dossier = dossiers.load(session, review_id)
    if dossier is None:
        raise Refusal("gone")
    load_template(dossier.review.template)
    return dossier


def _check_year(session: Session, committee_id: UUID, year: int) -> None:
    years = [review.year for review in queries.reviews(session, committee_id)]
    if year in years:
        raise Refusal("year_exists", year=year)
    if years and year < max(years):
        raise Refusal("later_review", year=year, latest=max(years))


def _new_review(session: Session, committee: Committee, year: int, template_key: str, language: Language) -> Dossier:
    template = load_template(template_key)
    earlier = dossiers.newest_before(session, committee.id, year)
    if earlier is None:
        members = queries.members(session, committee.id)
        return carry_over.first_review(committee, members, template, year, language)
    previous = load_in(session, earlier)
    current = previous.model_copy(
        update={"committee": committee, "members": tuple(queries.members(session, committee.id))}
    )
    return carry_over.next_review(current, template, year, language)
