"""The clock of a meeting: it moves on to an agenda item or a break, and stops when the meeting is over."""

from collections.abc import Callable, Sequence
from datetime import time
from uuid import UUID

from medreview.domain import timing
from medreview.domain.review import Meeting, State
from medreview.domain.timing import Move, TimeSpan
from medreview.operations.changes import Changes
from medreview.store import entities
from medreview.store.archive import Archive
from medreview.store.journal import CLOCK


def move_on(archive: Archive, meeting: Meeting, item_id: UUID | None, at: time) -> Changes:
    """Note that the meeting moves on to an agenda item, or to a break (None); nothing unless it is in session."""
    return _move(archive, meeting, lambda spans: timing.moved_on(spans, meeting.id, item_id, at))


def stop(archive: Archive, meeting: Meeting, at: time) -> Changes:
    """Note that the meeting is over, or that nobody wants the clock; nothing unless it is in session."""
    return _move(archive, meeting, lambda spans: timing.stopped(spans, at))


def _move(archive: Archive, meeting: Meeting, work_out: Callable[[Sequence[TimeSpan]], Move]) -> Changes:
    with archive.transaction(CLOCK) as session:
        review = entities.review_of(session, meeting)
        if review is None or review.state is not State.IN_SESSION:
            return Changes()
        move = work_out(entities.find(session, TimeSpan, meeting_id=meeting.id))
        if move == Move():
            return Changes()
        if move.new:
            entities.insert(session, [move.new])
        if move.changed:
            entities.update(session, move.changed)
        if move.removed:
            entities.delete(session, move.removed)
    return Changes(frozenset({TimeSpan}), review.committee_id, review.id)
