"""The refusals of the domain: a code with parameters, never a sentence (see `i18n.terms`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Something the rules do not allow; `code` names the message, `params` fill it in."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class InvalidField(Refusal):
    """A value that a field cannot take; `entity` and `field` name it, for example Goal and deadline."""

    def __init__(self, entity: str, field: str, code: str, **params: object) -> None:
        super().__init__(code, **params)
        self.entity = entity
        self.field = field


def invalid_field(entity: str, error: ValidationError) -> InvalidField:
    """Return the first of pydantic's complaints as a refusal that names the field."""
    return invalid_fields(entity, error)[0]


def invalid_fields(entity: str, error: ValidationError) -> list[InvalidField]:
    """Return all of pydantic's complaints as refusals that name the fields."""
    return [_invalid(entity, complaint) for complaint in error.errors(include_url=False)]


def _invalid(entity: str, complaint: ErrorDetails) -> InvalidField:
    field = str(complaint["loc"][0]) if complaint["loc"] else ""
    context = complaint.get("ctx") or {}
    inner = context.pop("error", None)
    code = str(inner) if isinstance(inner, ValueError) else complaint["type"]
    return InvalidField(entity, field, code, **context)
