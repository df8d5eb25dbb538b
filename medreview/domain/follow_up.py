"""Follow-up between the meetings: how a goal or an action is going, noted on a day in a line."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import model_validator

from medreview.domain.base import Day, Entity, Line


class Course(StrEnum):
    """How a goal or an action is going; what came of a goal in the end, its evaluation tells."""

    NOT_SAID = "not_said"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    STUCK = "stuck"
    DONE = "done"


class FollowUp(Entity):
    """A note on either a goal or an action; the newest tells how it is going, the others are its history.

    It belongs to the review that looks back on it, that is the one after the review that set the goal. `action_id`
    may be an action of a review that the archive does not have.
    """

    committee_id: UUID
    goal_id: UUID | None = None
    action_id: UUID | None = None
    noted_on: Day
    course: Course = Course.NOT_SAID
    line: Line = ""

    @model_validator(mode="after")
    def _of_one(self) -> Self:
        if (self.goal_id is None) is (self.action_id is None):
            raise ValueError("follow_up_of_one")
        return self

    @property
    def subject(self) -> UUID:
        """The goal or the action."""
        return self.goal_id or self.action_id or self.id

    @property
    def says_something(self) -> bool:
        """Whether a status or a line was noted."""
        return self.course is not Course.NOT_SAID or bool(self.line)
