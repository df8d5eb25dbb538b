"""What the fields of entities hold: which control each needs, and how its values are read and written."""

import types
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.cleaning import LINE_LIMIT
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.parsing import parse_count, parse_date, parse_number, parse_time
from medreview.domain.review import Meeting
from medreview.i18n import current
from medreview.tui.widgets.part import Scope

Kind = Literal["line", "text", "date", "time", "number", "count", "choice", "check", "link", "months"]

PAST: Final = frozenset(
    ("joined", "mandatory_training_on", "guideline_on", "decided_on", "reasons_given_on", "noted_on")
)
"""Dates of what has happened: without a year the last one is meant, not the next."""


@cache
def kind_of(entity: type[Entity], name: str) -> Kind:
    """Return which control a field of an entity needs, from the type of the field."""
    info = entity.model_fields[name]
    plain = plain_type(info.annotation)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return "choice"
    if get_origin(plain) is tuple:
        return "months"
    if plain is str:
        limits = [limit for limit in (getattr(one, "max_length", None) for one in info.metadata) if limit]
        return "line" if min(limits, default=LINE_LIMIT) <= LINE_LIMIT else "text"
    kinds: dict[object, Kind] = {
        bool: "check",
        date: "date",
        time: "time",
        Decimal: "number",
        int: "count",
        UUID: "link",
    }
    return kinds[plain]


def plain_type(annotation: Any) -> Any:
    """Return the type of a field that may be None, without its limits."""
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(one for one in get_args(annotation) if one is not types.NoneType)
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def parsed(entity: type[Entity], name: str, text: str, year: int | None = None) -> object:
    """Return what a text in a line means; a date without a year is in `year`, or the last of what has happened.

    Raises:
        Refusal: the text means nothing that the field can hold.
    """
    language = current().language
    match kind_of(entity, name):
        case "date":
            return parse_date(text, language, date.today(), year, is_past=name in PAST)
        case "time":
            return parse_time(text, language)
        case "number":
            return parse_number(text, language)
        case "count":
            return _count(entity, name, text)
    return text


def _count(entity: type[Entity], name: str, text: str) -> int | None:
    """An emptied number that cannot be empty falls back to its default."""
    default = entity.model_fields[name].get_default()
    count = parse_count(text, current().language)
    return count if count is not None or not isinstance(default, int) else default


def written(kind: Kind, value: Any) -> str:
    """Return a value as it stands in a line."""
    match kind:
        case "date":
            return current().short_date(value)
        case "time":
            return current().time(value)
        case "number" | "count":
            return current().number(value)
    return str(value or "")


def year_meant(kind: type[Entity], scope: Scope) -> int | None:
    """Return the year after the review's for the meetings it plans, its own for that of a review of years past."""
    if scope.review is None:
        return None
    year = scope.review.review.year
    if kind is PlannedMeeting:
        return year + 1
    return year if kind is Meeting and year < date.today().year else None
