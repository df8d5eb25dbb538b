"""Goals: what was set, what came of it, and how one year's goal becomes the next year's."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import model_validator

from medreview.domain.base import Amount, Day, Entity, Line, Position, Text, Year


class GoalKind(StrEnum):
    """A goal is for the work environment or for the cooperation itself."""

    WORK_ENVIRONMENT = "work_environment"
    COOPERATION = "cooperation"


class Goal(Entity):
    """A goal that the review of `year` set for the time to come.

    `predecessor_id` is the goal of an earlier year that it carries on.
    """

    committee_id: UUID
    year: Year
    position: Position = 0
    predecessor_id: UUID | None = None
    focus_area_id: UUID | None = None
    kind: GoalKind = GoalKind.WORK_ENVIRONMENT
    text: Text = ""
    unit: Line = ""
    baseline: Amount | None = None
    baseline_year: Year | None = None
    target: Amount | None = None
    criterion: Text = ""
    """The success criterion: how the committee will judge whether the goal is met."""
    methods: Text = ""
    responsible: Line = ""
    runs_until: Day | None = None
    """The deadline; a goal may run over two years."""


class Activity(Entity):
    """Something that will be done to reach a goal."""

    goal_id: UUID
    position: Position = 0
    what: Text = ""
    responsible: Line = ""
    deadline: Day | None = None
    resources: Line = ""


class Outcome(StrEnum):
    """What came of a goal."""

    NOT_ASSESSED = "not_assessed"
    MET = "met"
    MET_EARLY = "met_early"
    PARTLY = "partly"
    NOT_MET = "not_met"
    TOO_EARLY = "too_early"
    DROPPED = "dropped"


class Continuation(StrEnum):
    """What happens to the goal from here; without a word it continues."""

    CONTINUE = "continue"
    CHANGE = "change"
    CLOSE = "close"


class Evaluation(Entity):
    """How a review judges one of last year's goals (L3, AA-4a, AA-6a)."""

    review_id: UUID
    goal_id: UUID
    outcome: Outcome = Outcome.NOT_ASSESSED
    reached: Amount | None = None
    done: Text = ""
    methods_judged: Text = ""
    activities_judged: Text = ""
    why: Text = ""
    learned: Text = ""
    """What others can learn."""
    continuation: Continuation = Continuation.CONTINUE
    reason: Text = ""

    @model_validator(mode="after")
    def _closed_through_an_outcome(self) -> Self:
        if self.continuation is Continuation.CLOSE and self.outcome is Outcome.NOT_ASSESSED:
            raise ValueError("close_without_outcome")
        if self.outcome is Outcome.DROPPED and self.continuation is not Continuation.CLOSE:
            raise ValueError("dropped_but_continued")
        return self

    @property
    def is_closed(self) -> bool:
        """Whether the goal ends here and is not carried into the coming year."""
        return self.continuation is Continuation.CLOSE

    @property
    def lacks_reason(self) -> bool:
        """Whether a reason is missing where one is demanded: not met, dropped or changed."""
        unexplained = self.outcome in (Outcome.NOT_MET, Outcome.DROPPED) and not self.why.strip()
        return unexplained or (self.continuation is Continuation.CHANGE and not self.reason.strip())
