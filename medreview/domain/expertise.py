"""Expertise and training (L5)."""

from decimal import Decimal
from uuid import UUID

from pydantic import Field

from medreview.domain.base import Entity, Line, Text
from medreview.domain.status import Answer


class Expertise(Entity):
    """Whether the necessary expertise is present, and what is missing."""

    review_id: UUID
    present: Answer = Answer.UNANSWERED
    missing: Text = ""
    plan: Text = ""
    """A competence development plan: optional, the law has not demanded one since 2024."""


class Training(Entity):
    """One member's supplementary training in the past year, in days."""

    review_id: UUID
    member_id: UUID
    offered: Decimal | None = Field(default=None, ge=0, le=99, decimal_places=2)
    taken: Decimal | None = Field(default=None, ge=0, le=99, decimal_places=2)
    wish: Line = ""
