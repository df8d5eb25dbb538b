"""The review: one committee's annual discussion of one year, and what every step of it shares."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from medreview.domain.base import Day, Entity, Line, Moment, Position, Text, Year


class State(StrEnum):
    """How far a review has come; an approved one is read-only."""

    PREPARING = "preparing"
    IN_SESSION = "in_session"
    FOR_APPROVAL = "for_approval"
    APPROVED = "approved"


class Review(Entity):
    """One committee's annual discussion of one year."""

    committee_id: UUID
    year: int = Field(ge=1990, le=2200)
    previous_year: Year | None = None
    """The year of the review this one starts from; None for the first ever."""
    template: str = "dk-med"
    state: State = State.PREPARING
    version: int = Field(default=1, ge=1)
    """Of the minutes: 2 once the approval of version 1 was withdrawn."""
    approved_on: Day | None = None
    approved_by: Text = ""
    amendments: Text = ""
    """What was changed when the minutes were approved (*godkendt med bemærkninger*)."""


class Preparation(Entity):
    """What is settled before the meeting."""

    review_id: UUID
    case_number: Line = ""
    leader: Line = ""
    minute_taker: Line = ""
    heard: Text = ""
    """How the employees were heard beforehand."""


class Meeting(Entity):
    """A date on which the review is held; there may be more than one."""

    review_id: UUID
    position: Position = 0
    held_on: Day | None = None
    starts: Moment | None = None
    ends: Moment | None = None
    place: Line = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.starts and self.ends and self.ends < self.starts:
            raise ValueError("end_before_start")
        return self


class ItemType(StrEnum):
    """What an agenda item asks of the committee: *beslutning*, *drøftelse* or *orientering*."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"


class AgendaItem(Entity):
    """A point on the agenda; `step` ties it to a step of the template, None for a free item."""

    review_id: UUID
    position: Position = 0
    title: Line = ""
    type: ItemType = ItemType.DISCUSSION
    step: str | None = None
    minutes: int | None = Field(default=None, ge=0, le=600)
    """Planned minutes."""
    closed: bool = False
    """Whether the item is closed to the public (*lukket punkt*)."""
    case_number: Line = ""
    presentation: Text = ""
    recommendation: Text = ""
    annexes: Text = ""
    """The annexes by name, one on each line."""


class StepNote(Entity):
    """A step's own free note and the explicit *discussed, nothing to note*."""

    review_id: UUID
    step: str
    note: Text = ""
    nothing_to_note: bool = False
