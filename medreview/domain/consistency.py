"""Whether a dossier that came from outside hangs together: every id refers to something, nothing stands twice."""

from collections.abc import Iterator, Mapping
from typing import Final
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.template import Template

_TARGETS: Final[Mapping[str, tuple[str, ...]]] = {
    "committee_id": ("committee",),
    "review_id": ("review",),
    "meeting_id": ("meetings",),
    "member_id": ("members",),
    "agenda_item_id": ("agenda",),
    "indicator_id": ("indicators",),
    "goal_id": ("last_goals", "goals"),
    "action_id": ("actions",),
    "focus_area_id": ("focus_areas",),
    "predecessor_id": ("last_goals",),
}
"""Each field that holds an id, and the parts in which the entity with that id may stand."""

_NARROWER: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("evaluations", "goal_id"): ("last_goals",),
    ("follow_ups", "goal_id"): ("last_goals",),
    ("follow_ups", "action_id"): ("carried",),
    ("later_follow_ups", "goal_id"): ("goals",),
}
"""Where less is meant: the year that is looked back on, or this one. What is carried is known by its predecessor."""

_ELSEWHERE: Final = {
    ("last_goals", "focus_area_id"),
    ("last_goals", "predecessor_id"),
    ("actions", "predecessor_id"),
}
"""Links into earlier years, which are not part of the dossier."""

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "notes": ("step",),
    "attendance": ("meeting_id", "member_id"),
    "evaluations": ("goal_id",),
    "figures": ("indicator_id", "year"),
    "training": ("member_id",),
    "addenda": ("number",),
}
"""What may stand only once in a part, beside the id."""


def places(dossier: Dossier) -> Iterator[tuple[str, str, Entity]]:
    """Yield every entity with its place in the exchange format, `goals.2`, and the part it belongs to."""
    for part in type(dossier).model_fields:
        value = getattr(dossier, part)
        if isinstance(value, tuple):
            for number, entity in enumerate(value):
                yield f"{part}.{number}", part, entity
        else:
            yield part, part, value


def dangling(dossier: Dossier) -> Iterator[str]:
    """Yield the place of every id that refers to nothing in the dossier, for example `attendance.3.member_id`."""
    known: dict[str, set[UUID]] = {}
    for part, entity in dossier.entities():
        known.setdefault(part, set()).add(entity.id)
    known["carried"] = {one.predecessor_id for one in dossier.actions if one.predecessor_id}
    for place, part, entity in places(dossier):
        for field, targets in _TARGETS.items():
            key = getattr(entity, field, None)
            if key is None or (part, field) in _ELSEWHERE:
                continue
            targets = _NARROWER.get((part, field), targets)
            if not any(key in known.get(target, ()) for target in targets):
                yield f"{place}.{field}"


def repeated(dossier: Dossier) -> Iterator[str]:
    """Yield the place of every entity whose id or natural key another one before it has."""
    seen: set[object] = set()
    for place, part, entity in places(dossier):
        keys: list[object] = [entity.id]
        if part in _KEYS:
            keys.append((part, *(getattr(entity, name) for name in _KEYS[part])))
        if not seen.isdisjoint(keys):
            yield place
        seen.update(keys)


def contradictions(dossier: Dossier, template: Template) -> Iterator[str]:
    """Yield the place of what cannot be so: goals of a wrong year, unknown steps, addenda to a draft."""
    review = dossier.review
    if dossier.is_read_only and not (review.approved_on and review.approved_by.strip()):
        yield "review.approved_on"
    steps = {step.key for step in template.steps}
    judged = {evaluation.goal_id for evaluation in dossier.evaluations}
    for place, part, entity in places(dossier):
        step = getattr(entity, "step", None)
        if step is not None and step not in steps:
            yield f"{place}.step"
        if part == "addenda" and not (dossier.is_read_only and getattr(entity, "version", 0) == review.version):
            yield f"{place}.version"
        if part == "goals" and getattr(entity, "year", None) != review.year:
            yield f"{place}.year"
        if part == "last_goals" and (getattr(entity, "year", 0) >= review.year or entity.id not in judged):
            yield place
