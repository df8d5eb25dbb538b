"""What differs between two states of one review: entry by entry and field by field, without words."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from medreview.domain.attendance import Attendance
from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier, in_order
from medreview.domain.expertise import Training
from medreview.domain.goal import Evaluation
from medreview.domain.review import Review, State, StepNote
from medreview.domain.status import Figure

NEVER_TOLD: Final = frozenset({"id", "position", "committee_id", "review_id", "template", "version"})
"""Fields that the program keeps for itself; a place in a list is told as `Reordered`."""

_ABOUT: Final = (StepNote, Attendance, Evaluation, Figure, Training)
"""What is noted about something else, once each: a row of which nothing is noted says as little as none."""

Key = tuple[object, ...]


@dataclass(frozen=True)
class Added:
    """An entity that only the later state has."""

    part: str
    entity: Entity


@dataclass(frozen=True)
class Removed:
    """An entity that only the earlier state has."""

    part: str
    entity: Entity


@dataclass(frozen=True)
class Changed:
    """A field whose value differs; where nothing was noted before or after, an empty entity stands for that."""

    part: str
    before: Entity
    after: Entity
    field: str

    @property
    def old(self) -> object:
        """The value in the earlier state."""
        return getattr(self.before, self.field)

    @property
    def new(self) -> object:
        """The value in the later state."""
        return getattr(self.after, self.field)


@dataclass(frozen=True)
class Reordered:
    """A list in which entries that both states have stand in another order."""

    part: str


Change = Added | Removed | Changed | Reordered


def differences(before: Dossier, after: Dossier, parts: Collection[str] = ()) -> tuple[Change, ...]:
    """Return what differs, in the order of the dossier's parts; in a list what is there now before what is gone.

    What went together with its owner (the activities of a removed goal) is not told of its own. Where `parts` are
    named, nothing differs in others.
    """
    gone = _ids(before) - _ids(after)
    looked_at = [part for part in type(before).model_fields if part in parts or not parts]
    return tuple(change for part in looked_at for change in _of_part(part, before, after, gone))


def told_fields(kind: type[Entity]) -> tuple[str, ...]:
    """Return the fields of an entity in which a difference is told."""
    fields = kind.model_fields
    return tuple(
        name for name in fields if name not in NEVER_TOLD and not (kind in _ABOUT and fields[name].is_required())
    )


def _of_part(part: str, before: Dossier, after: Dossier, gone: set[UUID]) -> Iterator[Change]:
    old, new = _entries(before, part), _entries(after, part)
    for key, entity in new.items():
        yield from _now(part, old.get(key), entity)
    for key, entity in old.items():
        if key not in new and gone.isdisjoint(_owners(entity)):
            yield from _no_longer(part, entity)
    if _orders(old, new) != _orders(new, old):
        yield Reordered(part)


def _now(part: str, before: Entity | None, entity: Entity) -> Iterator[Change]:
    if before is None and type(entity) not in _ABOUT:
        yield Added(part, entity)
    else:
        yield from _changed(part, before or _nothing_noted(entity), entity)


def _no_longer(part: str, entity: Entity) -> Iterator[Change]:
    if type(entity) in _ABOUT:
        yield from _changed(part, entity, _nothing_noted(entity))
    else:
        yield Removed(part, entity)


def _changed(part: str, before: Entity, after: Entity) -> Iterator[Change]:
    names = [name for name in told_fields(type(after)) if getattr(before, name) != getattr(after, name)]
    for name in names:
        if not (name == "state" and _is_approval(after, names)):
            yield Changed(part, before, after, name)


def _is_approval(after: Entity, names: Iterable[str]) -> bool:
    """The day of the approval says that the minutes are approved; their state would only say it again."""
    return isinstance(after, Review) and after.state is State.APPROVED and "approved_on" in names


def _nothing_noted(entity: Entity) -> Entity:
    fields = type(entity).model_fields
    return entity.model_copy(update={name: fields[name].default for name in told_fields(type(entity))})


def _entries(dossier: Dossier, part: str) -> dict[Key, Entity]:
    """The entities of a part by what tells them apart, in the order of their owners and then their own."""
    value = getattr(dossier, part)
    if not isinstance(value, tuple):
        return {(): value}
    places = {owner.id: place for place, owner in enumerate(_possible_owners(dossier))}
    entities = sorted(in_order(value), key=lambda one: [places.get(owner, 0) for owner in _owners(one)])
    return {_key(entity): entity for entity in entities}


def _possible_owners(dossier: Dossier) -> Iterator[Entity]:
    """What entries may belong to."""
    for owners in (dossier.members, dossier.last_goals, dossier.goals, dossier.meetings, dossier.indicators):
        yield from in_order(owners)


def _key(entity: Entity) -> Key:
    if type(entity) not in _ABOUT:
        return (entity.id,)
    fields = type(entity).model_fields
    return tuple(getattr(entity, name) for name in fields if fields[name].is_required())


def _owners(entity: Entity) -> tuple[UUID, ...]:
    names = ("meeting_id", "member_id", "goal_id", "indicator_id")
    return tuple(owner for name in names if (owner := getattr(entity, name, None)) is not None)


def _orders(entries: dict[Key, Entity], others: dict[Key, Entity]) -> dict[Key, list[Key]]:
    """The order under each owner of the entries that both states have there."""
    orders: dict[Key, list[Key]] = {}
    for key, entity in entries.items():
        is_placed = "position" in type(entity).model_fields
        if is_placed and key in others and _owners(others[key]) == _owners(entity):
            orders.setdefault(_owners(entity), []).append(key)
    return orders


def _ids(dossier: Dossier) -> set[UUID]:
    return {entity.id for _, entity in dossier.entities()}
