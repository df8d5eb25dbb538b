"""Pointing at an entry of a step, and at one of its fields."""

from typing import Final
from uuid import UUID

from medreview.domain.base import Entity
from medreview.tui.steps.view import StepView
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.form import forms_in
from medreview.tui.widgets.records import Records

_OWNERS: Final = ("meeting_id", "goal_id", "indicator_id")
"""What lists inside a list belong to."""


def choose(view: StepView, entity: Entity) -> bool:
    """Choose an entry, and what it belongs to, in the lists of a step; return whether another one was chosen before."""
    keys: list[UUID] = [getattr(entity, name) for name in _OWNERS if name in type(entity).model_fields]
    is_other = False
    for records in view.query(Records):
        before = records.chosen
        for key in (*keys, entity.id):
            records.highlight(key)
        is_other = is_other or (before is not None and records.chosen is not before)
    return is_other


def field_of(view: StepView, entity: Entity, name: str) -> Field | None:
    """Return the field of that name in which an entry is shown."""
    fields = (field for form in forms_in(view) for field in form.fields if field.field_name == name)
    return next((field for field in fields if field.shown and field.shown.id == entity.id), None)
