"""What happens around the meeting itself: it begins, everybody is there, the next ones are planned."""

from datetime import date, time

from medreview.domain.attendance import Attendance, Presence
from medreview.domain.committee import Member
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.meeting_plan import propose_meetings
from medreview.domain.review import Meeting, Review, State
from medreview.operations import edit
from medreview.operations.changes import Changes
from medreview.operations.edit import with_values
from medreview.store import entities
from medreview.store.archive import Archive


def begin(archive: Archive, review: Review, meeting: Meeting, day: date, at: time) -> Changes:
    """Begin the meeting: the review is in session; a date or start that is missing or still to come becomes now."""
    is_early = meeting.held_on is not None and meeting.held_on > day
    dated = {"held_on": day, "starts": at, "ends": None} if is_early else {}
    begun = with_values(meeting, {"held_on": meeting.held_on or day, "starts": meeting.starts or at, **dated})
    in_session = with_values(review, {"state": State.IN_SESSION})
    return edit.replace(archive, begun, in_session, deed="begin")


def all_present(archive: Archive, meeting: Meeting) -> Changes:
    """Note everybody as present of whom nothing is said yet; a vacant seat is not somebody."""
    with archive.transaction("all_present") as session:
        review = entities.review_of(session, meeting)
        if review is None:
            raise Refusal("gone")
        edit.ensure_editable(review)
        vacant = {seat.id for seat in entities.find(session, Member, committee_id=review.committee_id, vacant=True)}
        for one in entities.find(session, Attendance, meeting_id=meeting.id, presence=Presence.UNKNOWN):
            if one.member_id not in vacant:
                entities.update(session, with_values(one, {"presence": Presence.PRESENT}))
    return Changes(frozenset({Attendance}), review.committee_id, review.id)


def plan_meetings(archive: Archive, dossier: Dossier, today: date) -> Changes:
    """Add the meeting dates that follow from the interval, as many as are still missing.

    Raises:
        Refusal: `no_interval` when neither interval nor number of meetings is decided, `approved`.
    """
    cooperation = dossier.cooperation
    interval = cooperation.interval or (max(12 // cooperation.meetings, 1) if cooperation.meetings else 0)
    if not interval:
        raise Refusal("no_interval")
    count = min(cooperation.meetings or 12, 12 // interval)
    planned = [meeting for meeting in dossier.planned_meetings if meeting.held_on]
    last = max((meeting.held_on for meeting in planned if meeting.held_on), default=dossier.held_on or today)
    dates = propose_meetings(last, interval, count - len(planned) + 1)[1:]
    if not dates:
        return Changes()
    first = next(
        (meeting for meeting in dossier.meetings if meeting.held_on == dossier.held_on),
        Meeting(review_id=dossier.review.id),
    )
    return edit.add(
        archive,
        *(
            PlannedMeeting(
                review_id=dossier.review.id, held_on=day, starts=first.starts, ends=first.ends, place=first.place
            )
            for day in dates
        ),
        deed="plan_meetings",
    )
