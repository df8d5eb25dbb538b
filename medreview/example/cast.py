"""Who is who in a story: the keys that a chapter uses, and the entities of the review behind them."""

from typing import Final, get_args

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier

Names = dict[str, dict[str, str]]
"""For each part of a dossier, the text by which what the story calls by a key is found again a year later."""

_NAMED_BY: Final = {
    "members": "name",
    "focus_areas": "title",
    "goals": "text",
    "last_goals": "text",
    "indicators": "name",
    "actions": "what",
}
_PLACES: Final = {"first": 0, "second": 1, "any_other_business": -2, "last": -1}


class Cast:
    """The entities of one review, by the keys of the story."""

    def __init__(self, dossier: Dossier, names: Names) -> None:
        self.names = {**names, "last_goals": names.get("goals", {})}
        self._dossier = dossier
        self._told: dict[tuple[str, str], Entity] = {}

    def enter(self, part: str, key: str, entity: Entity) -> None:
        """Remember the entity under the story's key."""
        self._told[part, key] = entity
        if part in _NAMED_BY:
            name = str(getattr(entity, _NAMED_BY[part]))
            self.names = {**self.names, part: {**self.names.get(part, {}), key: name}}

    def find(self, part: str, key: str) -> Entity:
        """Return the entity under the story's key.

        Raises:
            LookupError: the story names something that it never told of.
        """
        found = self._told.get((part, key)) or self.stored(part, key)
        if found is None:
            raise LookupError(f"the story has no {key} among its {part}")
        return found

    def stored(self, part: str, key: str) -> Entity | None:
        """Return what the review already holds under that key: carried over, or from the template."""
        if part in ("agenda", "meetings") and key in _PLACES:
            return self._parts(part)[_PLACES[key]]
        match part:
            case "agenda":
                return self._first(part, "step", key)
            case "evaluations":
                return self._first(part, "goal_id", self.find("last_goals", key).id)
            case "training":
                return self._first(part, "member_id", self.find("members", key).id)
        name = self.names.get(part, {}).get(key)
        return None if name is None else self._first(part, _NAMED_BY[part], name)

    def _first(self, part: str, field: str, value: object) -> Entity | None:
        return next((one for one in self._parts(part) if getattr(one, field) == value), None)

    def _parts(self, part: str) -> tuple[Entity, ...]:
        parts: tuple[Entity, ...] = getattr(self._dossier, part)
        return parts


def kind_of(part: str) -> type[Entity]:
    """Return the kind of entity in one of a dossier's lists."""
    kind: type[Entity] = get_args(Dossier.model_fields[part].annotation)[0]
    return kind
