"""One chapter of a story: what it says, turned into new and changed entities of one review."""

from typing import Any, Final

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.example.cast import Cast, Names, kind_of
from medreview.operations.edit import with_values

_SECTIONS: Final = ("preparation", "status", "content", "cooperation", "expertise", "closing")
_LISTS: Final = (
    "focus_areas",
    "goals",
    "evaluations",
    "indicators",
    "agenda",
    "meetings",
    "planned_meetings",
    "training",
    "decisions",
    "actions",
    "disagreements",
    "raised_matters",
    "notes",
)
_CHILDREN: Final = ("activities", "figures", "attendance", "guests", "timed_lines", "time_spans")
_LINKS: Final = {"focus_area": "focus_areas", "agenda_item": "agenda"}
_PENDING: Final = "pending"


class Chapter:
    """Turns what a chapter says into entities; the operations store `new` and `changed` afterwards."""

    def __init__(self, dossier: Dossier, names: Names) -> None:
        self.new: list[Entity] = []
        self.changed: list[Entity] = []
        self._dossier = dossier
        self._cast = Cast(dossier, names)

    @property
    def names(self) -> Names:
        """What the next chapter must know to find this one's things again."""
        return self._cast.names

    def tell(self, told: dict[str, Any]) -> None:
        """Take in everything the chapter says of the review's sections and lists."""
        for section in _SECTIONS:
            self._change(getattr(self._dossier, section), told.get(section, {}))
        for part in _LISTS:
            for key, values in told.get(part, {}).items():
                self._tell_one(part, key, values)

    def _tell_one(self, part: str, key: str, told: dict[str, Any]) -> None:
        values = self._linked({name: value for name, value in told.items() if name not in _CHILDREN})
        stored = self._cast.stored(part, key)
        entity = self._change(stored, values) if stored else self._add(part, {**self._owner(part, key), **values})
        self._cast.enter(part, key, entity)
        for child in _CHILDREN:
            if child in told:
                getattr(self, f"_tell_{child}")(entity, told[child])

    def _tell_activities(self, goal: Entity, lines: list[dict[str, Any]]) -> None:
        carried = sum(one.goal_id == goal.id for one in self._dossier.activities)
        for position, values in enumerate(lines, carried):
            self._add("activities", {"goal_id": goal.id, "position": position, **values})

    def _tell_figures(self, indicator: Entity, by_year: dict[str, str]) -> None:
        known = {str(one.year): one for one in self._dossier.figures if one.indicator_id == indicator.id}
        for year, figure in by_year.items():
            pending = figure == _PENDING
            values = {"value": None if pending else figure, "pending": pending}
            if year in known:
                self._change(known[year], values)
            else:
                self._add("figures", {"indicator_id": indicator.id, "year": year, **values})

    def _tell_attendance(self, meeting: Entity, exceptions: dict[str, dict[str, Any]]) -> None:
        """Everybody was present but those whom the story names; a vacant seat stays empty."""
        told = {self._cast.find("members", key).id: values for key, values in exceptions.items()}
        vacant = {member.id for member in self._dossier.members if member.vacant}
        for one in self._dossier.attendance:
            if one.meeting_id == meeting.id and one.member_id not in vacant:
                self._change(one, told.get(one.member_id, {"presence": "present"}))

    def _tell_guests(self, meeting: Entity, lines: list[dict[str, Any]]) -> None:
        for position, values in enumerate(lines):
            self._add("guests", {"meeting_id": meeting.id, "position": position, **self._linked(values)})

    def _tell_timed_lines(self, meeting: Entity, lines: list[dict[str, Any]]) -> None:
        for values in lines:
            self._add("timed_lines", {"meeting_id": meeting.id, **self._linked(values)})

    def _tell_time_spans(self, meeting: Entity, lines: list[dict[str, Any]]) -> None:
        for values in lines:
            self._add("time_spans", {"meeting_id": meeting.id, **self._linked(values)})

    def _linked(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values with `agenda_item = "goals"` and the like turned into ids."""
        return {
            f"{name}_id" if name in _LINKS else name: self._cast.find(_LINKS[name], value).id
            if name in _LINKS
            else value
            for name, value in values.items()
        }

    def _owner(self, part: str, key: str) -> dict[str, Any]:
        """Return what ties a new entity to the review, and its place at the end of its list."""
        kind, review = kind_of(part), self._dossier.review
        known: dict[str, Any] = {
            "review_id": review.id,
            "committee_id": review.committee_id,
            "year": review.year,
            "position": len(getattr(self._dossier, part)) + sum(isinstance(one, kind) for one in self.new),
        }
        owner = {name: value for name, value in known.items() if name in kind.model_fields}
        return {**owner, "step": key} if part == "notes" else owner

    def _change(self, entity: Entity, values: dict[str, Any]) -> Entity:
        self.changed.append(with_values(entity, values))
        return self.changed[-1]

    def _add(self, part: str, values: dict[str, Any]) -> Entity:
        self.new.append(kind_of(part).model_validate(values))
        return self.new[-1]
