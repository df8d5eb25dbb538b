"""What every entity shares: a frozen model, an id that never clashes, and text that is only text."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID, uuid4

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from medreview.domain.cleaning import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text

AMOUNT_LIMIT: Final = 10**12
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2200


def _clean_if_text(clean: Callable[[str], str]) -> BeforeValidator:
    def cleaned(value: object) -> object:
        if isinstance(value, (bytes, bytearray)):  # pydantic would take them for text, and past the cleaning
            raise ValueError("string_type")
        return clean(value) if isinstance(value, str) else value

    return BeforeValidator(cleaned)


def _without_zone(moment: time) -> time:
    """Return the time; raise ValueError where it has a time zone, which times of a meeting never have."""
    if moment.tzinfo is not None:
        raise ValueError("time_parsing")
    return moment


def not_blank(text: str) -> str:
    """Return the text; raise ValueError `blank` where it holds nothing but space."""
    if not text.strip():
        raise ValueError("blank")
    return text


Line = Annotated[str, Field(max_length=LINE_LIMIT), _clean_if_text(clean_line)]
"""Text on one line, at most 300 characters."""

Name = Annotated[Line, AfterValidator(not_blank)]
"""A line that must not be empty."""

Text = Annotated[str, Field(max_length=TEXT_LIMIT), _clean_if_text(clean_text)]
"""Text over several lines, at most 20,000 characters."""

Amount = Annotated[Decimal, Field(ge=-AMOUNT_LIMIT, le=AMOUNT_LIMIT, decimal_places=6)]
"""A figure with at most six decimals; bounded, so that arithmetic on it never overflows."""

Count = Annotated[int, Field(ge=0, le=1_000_000)]
"""A number of things."""

Position = Annotated[int, Field(ge=0, le=100_000)]
"""The place in a list, from 0."""

Year = Annotated[int, Field(ge=1950, le=2200)]
"""A calendar year."""

Day = Annotated[date, Field(ge=date(EARLIEST_YEAR, 1, 1), le=date(LATEST_YEAR, 12, 31))]
"""A date; bounded, so that weeks and months before and after it are dates too."""

Moment = Annotated[time, AfterValidator(_without_zone)]
"""A time of day where the meeting is held."""


class Entity(BaseModel):
    """One thing the archive stores; frozen, so a change is always a new object through an operation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UUID = Field(default_factory=uuid4)
