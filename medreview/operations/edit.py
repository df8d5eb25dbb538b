"""Adding, changing, moving and removing single entities: what every form and list of the screens does."""

from collections.abc import Mapping, Sequence
from dataclasses import replace as replace_fields
from typing import Final, TypeVar
from uuid import UUID

from pydantic import ValidationError

from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member
from medreview.domain.decision import Action
from medreview.domain.errors import InvalidField, Refusal, invalid_field
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.review import AgendaItem, Review, State
from medreview.domain.wheel import WheelMatter
from medreview.operations.changes import Changes
from medreview.store import entities
from medreview.store.archive import Archive
from medreview.store.entities import Session
from medreview.store.journal import EDIT

E = TypeVar("E", bound=Entity)

_ORDERING: Final = frozenset({"position", "held_on", "at", "year"})
"""The fields by which lists are ordered."""


def with_values(entity: E, values: Mapping[str, object]) -> E:
    """Return the entity with other values, validated.

    Raises:
        InvalidField: the first value that does not fit, with the code of what is wrong.
    """
    kind = type(entity)
    try:
        return kind.model_validate({**entity.model_dump(), **values})
    except ValidationError as error:
        raise invalid_field(kind.__name__, error) from error


def add(archive: Archive, *new: Entity, deed: str = EDIT) -> Changes:
    """Store new entities of one review or one committee; the journal calls that by `deed`.

    Raises:
        Refusal: `approved` when the review is read-only.
    """
    with archive.transaction(deed) as session:
        reviews = [_editable_review(session, entity) for entity in new]
        entities.insert(session, new)
    return _changes(new[0], reviews[0], *new)


def change(archive: Archive, entity: E, **values: object) -> Changes:
    """Store other values in the entity's fields; fields that are not named keep what the archive has now.

    Raises:
        InvalidField: a value does not fit, or `committee_exists`; nothing was stored.
        Refusal: `approved` when the review is read-only, `gone` when the entity was removed meanwhile.
    """
    with archive.transaction() as session:
        review = _editable_review(session, entity)
        changed = with_values(_current(session, entity), values)
        check_name(session, changed)
        entities.update(session, changed)
    return _stored(_changes(entity, review, entity), changed, values)


def put(archive: Archive, entity: E, **values: object) -> Changes:
    """Store values in the entity's fields, inserting the entity where the archive does not have it yet.

    Raises:
        InvalidField: a value does not fit; nothing was stored.
        Refusal: `approved` when the review is read-only.
    """
    with archive.transaction() as session:
        review = _editable_review(session, entity)
        current = entities.get(session, type(entity), entity.id)
        changed = with_values(current or entity, values)
        if current is None:
            entities.insert(session, [changed])
        else:
            entities.update(session, changed)
    return _stored(_changes(entity, review, entity), changed, values)


def replace(archive: Archive, *changed: Entity, deed: str = EDIT) -> Changes:
    """Store several changed entities of one review or one committee as they stand: all of them or none.

    The journal calls that by `deed`.

    Raises:
        InvalidField: a value does not fit.
        Refusal: `approved` when the review is read-only, `gone` when an entity was removed meanwhile.
    """
    with archive.transaction(deed) as session:
        reviews = [_editable_review(session, entity) for entity in changed]
        for entity in changed:
            _current(session, entity)
            entities.update(session, with_values(entity, {}))
    return _changes(changed[0], reviews[0], *changed)


def remove(archive: Archive, entity: Entity) -> Changes:
    """Delete the entity and what it owns.

    Raises:
        Refusal: `approved` when the review is read-only, `member_in_minutes` for a member with attendance,
            `carried_goal`, `judged_goal`, `carried_action` and `step_item` for what must not disappear by omission.
    """
    with archive.transaction() as session:
        review = _editable_review(session, entity)
        _check_removable(session, entity)
        linked = entities.find(session, Goal, focus_area_id=entity.id)
        for note in entities.find(session, FollowUp, action_id=entity.id):
            entities.delete(session, note)
        for goal in linked:
            entities.update(session, with_values(goal, {"focus_area_id": None}))
        entities.delete(session, entity)
    return _changes(entity, review, entity, *linked)


def reorder(archive: Archive, ordered: Sequence[Entity]) -> Changes:
    """Store the order of a list's entities as they stand in `ordered`."""
    with archive.transaction("reorder") as session:
        review = _editable_review(session, ordered[0])
        for position, entity in enumerate(ordered):
            entities.update(session, with_values(_current(session, entity), {"position": position}))
    return _changes(ordered[0], review, *ordered)


def ensure_editable(review: Review) -> None:
    """Raise `approved` when the review may no longer be changed."""
    if review.state is State.APPROVED:
        raise Refusal("approved", year=review.year)


def _editable_review(session: Session, entity: Entity) -> Review | None:
    review = entities.review_of(session, entity)
    if review is not None:
        ensure_editable(review)
    return review


def _current(session: Session, entity: E) -> E:
    current = entities.get(session, type(entity), entity.id)
    if current is None:
        raise Refusal("gone")
    return current


def check_name(session: Session, entity: Entity) -> None:
    """Refuse a name that another committee of the municipality has."""
    if isinstance(entity, Committee):
        namesakes = entities.find(session, Committee, municipality=entity.municipality, name=entity.name)
        if any(one.id != entity.id for one in namesakes):
            raise InvalidField("Committee", "name", "committee_exists", name=entity.name)


def _check_removable(session: Session, entity: Entity) -> None:
    match entity:
        case Member() if entities.is_in_minutes(session, entity):
            raise Refusal("member_in_minutes", name=entity.name)
        case Goal() if entity.predecessor_id:
            raise Refusal("carried_goal")
        case Goal() if entities.find(session, Evaluation, goal_id=entity.id):
            raise Refusal("judged_goal")
        case Action() if entity.predecessor_id:
            raise Refusal("carried_action")
        case AgendaItem() if entity.step:
            raise Refusal("step_item")


def _stored(changes: Changes, entity: Entity, values: Mapping[str, object]) -> Changes:
    """Tell what is stored now, unless it may have taken another place in its list."""
    return changes if _ORDERING.intersection(values) else replace_fields(changes, stored=(entity,))


def _changes(owner: Entity, review: Review | None, *changed: Entity) -> Changes:
    kinds = frozenset(type(entity) for entity in changed)
    return Changes(kinds, _committee_id(owner, review), review.id if review else None)


def _committee_id(entity: Entity, review: Review | None) -> UUID | None:
    if review is not None:
        return review.committee_id
    match entity:
        case Committee():
            return entity.id
        case Member() | Goal() | WheelMatter() | FollowUp():
            return entity.committee_id
    return None
