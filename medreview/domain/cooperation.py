"""Content and form of the coming year's cooperation (L1, L2, AA-4b, AA-4c)."""

from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from medreview.domain.base import Day, Entity, Line, Moment, Position, Text
from medreview.domain.status import Answer


class Content(Entity):
    """What the committee will work with in the coming year."""

    review_id: UUID
    works_well: Text = ""
    problems: Text = ""
    """Special problems now."""
    plan: Text = ""
    """The content of the coming year's cooperation."""


class FocusArea(Entity):
    """A focus area (*indsatsområde*), announced from above or the committee's own."""

    review_id: UUID
    position: Position = 0
    title: Line = ""
    text: Text = ""
    own: bool = False
    source: Line = ""
    starts: Day | None = None
    ends: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.starts and self.ends and self.ends < self.starts:
            raise ValueError("end_before_start")
        return self


class Cooperation(Entity):
    """How the cooperation takes place: its form and the meeting intervals."""

    review_id: UUID
    judged: Text = ""
    """How the past year's cooperation itself went."""
    form: Text = ""
    meetings: int | None = Field(default=None, ge=1, le=52)
    """Meetings a year."""
    interval: int | None = Field(default=None, ge=1, le=12)
    """Months between two meetings."""
    called_by: Line = ""
    notice_weeks: int | None = Field(default=None, ge=0, le=26)
    agenda_weeks: int | None = Field(default=None, ge=0, le=26)
    information_between: Text = ""
    information_staff: Text = ""
    working_groups: Text = ""
    composed: Answer = Answer.UNANSWERED
    """Whether the organisation is suitably composed."""
    composed_comment: Text = ""


class PlannedMeeting(Entity):
    """A meeting planned for the coming year."""

    review_id: UUID
    held_on: Day | None = None
    starts: Moment | None = None
    ends: Moment | None = None
    place: Line = ""
    note: Line = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.starts and self.ends and self.ends < self.starts:
            raise ValueError("end_before_start")
        return self
