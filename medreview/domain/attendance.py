"""Who was at the meeting, who sent an apology, and who came in whose place."""

from enum import StrEnum
from uuid import UUID

from medreview.domain.base import Entity, Line, Moment, Position


class Presence(StrEnum):
    """Whether a member was there; UNKNOWN until somebody says."""

    UNKNOWN = "unknown"
    PRESENT = "present"
    APOLOGY = "apology"
    ABSENT = "absent"


class Attendance(Entity):
    """One member at one meeting date, with the substitute who came instead."""

    meeting_id: UUID
    member_id: UUID
    presence: Presence = Presence.UNKNOWN
    substitute: Line = ""


class Guest(Entity):
    """Somebody who is no member, and the agenda item they took part in (None: all of them)."""

    meeting_id: UUID
    position: Position = 0
    name: Line = ""
    capacity: Line = ""
    agenda_item_id: UUID | None = None


class Movement(StrEnum):
    """The two ways to come or go during a meeting."""

    ARRIVED = "arrived"
    LEFT = "left"


class TimedLine(Entity):
    """A late arrival or an early leave, with the time and the agenda item that was on."""

    meeting_id: UUID
    at: Moment | None = None
    person: Line = ""
    movement: Movement = Movement.ARRIVED
    agenda_item_id: UUID | None = None
