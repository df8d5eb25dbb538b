"""The time of a meeting: what each agenda item took, the breaks, and when the meeting will end.

Everything is counted in whole minutes of the clock on the wall, so that the minutes of a list add up to its sum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final, Self
from uuid import UUID

from pydantic import model_validator

from medreview.domain.base import Entity, Moment
from medreview.domain.review import AgendaItem, Meeting

HOUR: Final = 60
DAY: Final = 24 * HOUR


class TimeSpan(Entity):
    """A stretch of a meeting under one agenda item, or a break (None); without an end it still goes on."""

    meeting_id: UUID
    agenda_item_id: UUID | None = None
    starts: Moment | None = None
    ends: Moment | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.starts and self.ends and self.ends < self.starts:
            raise ValueError("end_before_start")
        return self


@dataclass(frozen=True)
class Move:
    """What moving on to another item changes among the stretches of a meeting."""

    new: TimeSpan | None = None
    changed: TimeSpan | None = None
    removed: TimeSpan | None = None


@dataclass(frozen=True)
class Clock:
    """How a meeting stands at a moment, in minutes."""

    now: time
    item: AgendaItem | None = None
    """What is on now; None in a break, and before anything has begun."""
    in_break: bool = False
    used: int = 0
    """Of the item, or of the break."""
    ends: time | None = None
    """When the meeting will end if what is left takes as long as planned; None beyond midnight."""
    late: int | None = None
    """Minutes after the planned end, negative before it; None where no end is planned."""

    @property
    def planned(self) -> int | None:
        """The planned minutes of what is on now."""
        return self.item.minutes if self.item else None

    @property
    def over(self) -> int:
        """Minutes that the item has taken beyond its plan."""
        return max(self.used - self.planned, 0) if self.planned else 0


def in_time(spans: Iterable[TimeSpan]) -> list[TimeSpan]:
    """Return the stretches in the order in which they began; those without a beginning come last."""
    return sorted(spans, key=lambda span: (span.starts is None, span.starts or time(), span.ends or time.max))


def running(spans: Iterable[TimeSpan]) -> TimeSpan | None:
    """Return the stretch that goes on; the last one that began where several do."""
    going_on = [span for span in in_time(spans) if span.starts and span.ends is None]
    return going_on[-1] if going_on else None


def length(span: TimeSpan, now: time | None = None) -> int:
    """Return how many minutes a stretch took; one that goes on until `now`, without that 0."""
    until = span.ends or now
    return max(_minutes(until) - _minutes(span.starts), 0) if span.starts and until else 0


def used(spans: Iterable[TimeSpan], item_id: UUID | None, now: time | None = None) -> int:
    """Return the minutes that an item took in all its stretches; of None those of the breaks."""
    return sum(length(span, now) for span in spans if span.agenda_item_id == item_id)


def taken(agenda: Sequence[AgendaItem], spans: Iterable[TimeSpan]) -> list[TimeSpan]:
    """Return the stretches that took time, of items that are on the agenda, and the breaks between them."""
    known = {None, *(item.id for item in agenda)} if agenda else set()
    return [span for span in in_time(spans) if length(span) and span.agenda_item_id in known]


def planned(agenda: Iterable[AgendaItem]) -> int:
    """Return the planned minutes of all items."""
    return sum(item.minutes or 0 for item in agenda)


def lasting(meetings: Sequence[Meeting]) -> int:
    """Return the minutes that the meetings last in all; 0 where a beginning or an end is not planned."""
    minutes = [_minutes(one.ends) - _minutes(one.starts) for one in meetings if one.starts and one.ends]
    return sum(minutes) if len(minutes) == len(meetings) else 0


def moved_on(spans: Sequence[TimeSpan], meeting_id: UUID, item_id: UUID | None, at: time) -> Move:
    """Return what changes when a meeting moves on to an item, or to a break (None).

    A look at another item within the same minute leaves no trace.
    """
    on = running(spans)
    if on is None or on.starts is None:
        return Move(new=TimeSpan(meeting_id=meeting_id, agenda_item_id=item_id, starts=at))
    if on.agenda_item_id == item_id:
        return Move()
    if on.starts < at:
        new = TimeSpan(meeting_id=meeting_id, agenda_item_id=item_id, starts=at)
        return Move(new=new, changed=on.model_copy(update={"ends": at}))
    before = next((one for one in spans if one.ends == on.starts and one.agenda_item_id == item_id), None)
    if before is not None:
        return Move(changed=before.model_copy(update={"ends": None}), removed=on)
    return Move(changed=on.model_copy(update={"agenda_item_id": item_id}))


def stopped(spans: Iterable[TimeSpan], at: time) -> Move:
    """Return what changes when the meeting ends: what goes on ends; what began within this minute never was."""
    on = running(spans)
    if on is None or on.starts is None:
        return Move()
    return Move(changed=on.model_copy(update={"ends": at})) if on.starts < at else Move(removed=on)


def item_of_step(agenda: Sequence[AgendaItem], spans: Sequence[TimeSpan], step: str) -> AgendaItem | None:
    """Return the item that moving to a step begins; before anything has begun the first one, where it has no step."""
    own = next((item for item in agenda if item.step == step), None)
    if own is not None or spans:
        return own
    first = next(iter(agenda), None)
    return first if first is not None and first.step is None else None


def left(agenda: Sequence[AgendaItem], spans: Sequence[TimeSpan], now: time) -> int:
    """Return the planned minutes still to come: the rest of what is on, and every item that has not begun.

    No step begins a free item, so one that stands before an item that has begun is past.
    """
    begun = {span.agenda_item_id for span in spans}
    furthest = max((place for place, item in enumerate(agenda) if item.id in begun), default=-1)
    ahead = (
        item
        for place, item in enumerate(agenda)
        if item.id not in begun and (item.step is not None or place > furthest)
    )
    return _rest(agenda, spans, now) + planned(ahead)


def clock(agenda: Sequence[AgendaItem], spans: Sequence[TimeSpan], meeting: Meeting, now: time) -> Clock:
    """Return how a meeting stands now; `spans` are those of all dates of the review, for an item may go on later."""
    on = running(span for span in spans if span.meeting_id == meeting.id)
    item = next((item for item in agenda if on and item.id == on.agenda_item_id), None)
    in_break = on is not None and on.agenda_item_id is None
    end = _minutes(now) + left(agenda, spans, now)
    plan = _planned_end(agenda, meeting)
    return Clock(
        now=now,
        item=item,
        in_break=in_break,
        used=length(on, now) if on and in_break else used(spans, item.id, now) if item else 0,
        ends=_moment(end),
        late=None if plan is None else end - plan,
    )


def _rest(agenda: Iterable[AgendaItem], spans: Sequence[TimeSpan], now: time) -> int:
    """The planned minutes of what is on that are not used; in a break of what was on before it."""
    last = next((span for span in reversed(in_time(spans)) if span.agenda_item_id is not None), None)
    item = next((item for item in agenda if last and item.id == last.agenda_item_id), None)
    return max((item.minutes or 0) - used(spans, item.id, now), 0) if item else 0


def _planned_end(agenda: Iterable[AgendaItem], meeting: Meeting) -> int | None:
    if meeting.ends is not None:
        return _minutes(meeting.ends)
    minutes = planned(agenda)
    return _minutes(meeting.starts) + minutes if meeting.starts and minutes else None


def _minutes(moment: time) -> int:
    return moment.hour * HOUR + moment.minute


def _moment(minutes: int) -> time | None:
    return time(minutes // HOUR, minutes % HOUR) if minutes < DAY else None
