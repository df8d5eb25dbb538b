"""Addenda: what is added to approved minutes, which themselves never change."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from medreview.domain.base import Day, Entity, Line, Text, not_blank


class Addendum(Entity):
    """A numbered, dated addition to approved minutes, with its reason; it is never changed itself."""

    review_id: UUID
    version: int = Field(default=1, ge=1)
    """The version of the minutes that it belongs to."""
    number: int = Field(ge=1)
    made_on: Day
    reason: Annotated[Text, AfterValidator(not_blank)]
    text: Annotated[Text, AfterValidator(not_blank)]
    by: Line = ""
