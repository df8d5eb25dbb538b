"""Decisions, actions, disagreement and what goes to the level above."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from medreview.domain.base import Day, Entity, Line, Position, Text

REASONS_WITHIN: Final = timedelta(weeks=3)
"""The committee is owed reasons when its advice is not followed (BEK 1838/2023; L7)."""


class Result(StrEnum):
    """The verbs of Danish minutes, from *godkendt* to *udgik*."""

    DECIDED = "decided"
    APPROVED = "approved"
    ENDORSED = "endorsed"
    NOTED = "noted"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


class Decision(Entity):
    """What was decided under an agenda item, kept apart from what was said about it."""

    review_id: UUID
    position: Position = 0
    agenda_item_id: UUID | None = None
    discussion: Text = ""
    text: Text = ""
    result: Result = Result.DECIDED

    @property
    def is_made(self) -> bool:
        """Whether it says something: a verb alone does ("approved"), "decided" without a text does not."""
        return bool(self.text.strip()) or self.result is not Result.DECIDED


class ActionStatus(StrEnum):
    """How far an action has come."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


class Action(Entity):
    """Who does what by when; `predecessor_id` is the action of an earlier year that it carries on."""

    review_id: UUID
    position: Position = 0
    predecessor_id: UUID | None = None
    agenda_item_id: UUID | None = None
    what: Text = ""
    responsible: Line = ""
    due: Day | None = None
    status: ActionStatus = ActionStatus.OPEN

    @property
    def is_open(self) -> bool:
        """Whether the action still waits for somebody."""
        return self.status in (ActionStatus.OPEN, ActionStatus.STARTED)


class Disagreement(Entity):
    """What the sides disagreed on; management decides after the discussion (*ledelsesretten*)."""

    review_id: UUID
    position: Position = 0
    agenda_item_id: UUID | None = None
    topic: Line = ""
    management_view: Text = ""
    employee_view: Text = ""
    management_decision: Text = ""
    decided_on: Day | None = None
    advice_followed: bool = False
    reasons_given_on: Day | None = None
    reasons: Text = ""
    """Why the committee's advice was not followed, as the employer gave it (L7)."""

    @property
    def are_reasons_given(self) -> bool:
        """Whether the committee has got its reasons: they are written, or the day is on which it got them."""
        return self.reasons_given_on is not None or bool(self.reasons.strip())

    @property
    def reasons_due(self) -> date | None:
        """The day by which the committee is owed reasons: three weeks after the decision."""
        if self.advice_followed or self.decided_on is None:
            return None
        return self.decided_on + REASONS_WITHIN


class RaisedMatter(Entity):
    """A matter raised to the level above."""

    review_id: UUID
    position: Position = 0
    matter: Text = ""
    raised_to: Line = ""


class Closing(Entity):
    """Communication, and BFA's five questions at the end of the discussion."""

    review_id: UUID
    communication: Text = ""
    """What goes out from the meeting, to whom and how."""
    how_we_cooperate: Text = ""
    what_was_decided: Text = ""
    how_followed_up: Text = ""
    where_found: Text = ""
    how_judged: Text = ""
