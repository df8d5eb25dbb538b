"""Figures and status: the indicators, the workplace assessment and the guidelines (AA-6b, AA-11 to AA-13)."""

from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from medreview.domain.base import Amount, Count, Day, Entity, Line, Position, Text, Year


class Answer(StrEnum):
    """Yes, partly or no; UNANSWERED until somebody says."""

    UNANSWERED = "unanswered"
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Better(StrEnum):
    """Which way a figure should go."""

    LOWER = "lower"
    HIGHER = "higher"


class Indicator(Entity):
    """A key figure that the committee follows over the years."""

    review_id: UUID
    position: Position = 0
    name: Line = ""
    unit: Line = ""
    decimals: int = Field(default=1, ge=0, le=4)
    better: Better = Better.LOWER
    is_absence: bool = False
    """Whether the figure is sickness absence in per cent, shown in days per post too (227 days a year)."""
    note: Text = ""


class Figure(Entity):
    """An indicator's value for one year; `pending` says that it is not yet available."""

    indicator_id: UUID
    year: Year
    value: Amount | None = None
    pending: bool = False

    @model_validator(mode="after")
    def _either(self) -> Self:
        if self.pending and self.value is not None:
            raise ValueError("pending_with_value")
        return self


class Status(Entity):
    """The state of the workplace assessment (APV), the guidelines and the prevention of absence."""

    review_id: UUID
    apv_raised: Count | None = None
    apv_solved: Count | None = None
    """Solved at once, without an action plan."""
    apv_planned: Count | None = None
    apv_done: Count | None = None
    apv_open: Count | None = None
    apv_comment: Text = ""
    guideline_adapted: Answer = Answer.UNANSWERED
    """Whether the guideline on violence, bullying, threats and harassment is adapted locally (AA-12)."""
    guideline_on: Day | None = None
    guideline_effort: Text = ""
    absence_prevention: Text = ""
