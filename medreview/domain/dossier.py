"""The dossier: everything one review holds, in one frozen object.

Screens show it, minutes are built from it, and the exchange format is its JSON.
"""

from collections.abc import Iterable, Iterator
from datetime import date, time
from decimal import Decimal
from typing import Final, Self, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, PrivateAttr

from medreview.domain.addendum import Addendum
from medreview.domain.attendance import Attendance, Guest, Presence, TimedLine
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member, Office, Side
from medreview.domain.cooperation import Content, Cooperation, FocusArea, PlannedMeeting
from medreview.domain.decision import Action, Closing, Decision, Disagreement, RaisedMatter, Result
from medreview.domain.expertise import Expertise, Training
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Activity, Evaluation, Goal
from medreview.domain.review import AgendaItem, Meeting, Preparation, Review, State, StepNote
from medreview.domain.status import Figure, Indicator, Status
from medreview.domain.timing import TimeSpan

E = TypeVar("E", bound=Entity)

_WRITTEN: Final = (
    *("agenda", "guests", "timed_lines", "time_spans", "focus_areas", "planned_meetings", "activities"),
    *("decisions", "actions", "disagreements", "raised_matters"),
)
"""The lists that the chair writes entry by entry."""

_WRITABLE: Final = (str, date, time, Decimal)


class Dossier(BaseModel):
    """One review with its committee, last year's goals and all that belongs to either."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    committee: Committee
    members: tuple[Member, ...] = ()
    review: Review
    preparation: Preparation
    status: Status
    content: Content
    cooperation: Cooperation
    expertise: Expertise
    closing: Closing
    meetings: tuple[Meeting, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    notes: tuple[StepNote, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    guests: tuple[Guest, ...] = ()
    timed_lines: tuple[TimedLine, ...] = ()
    time_spans: tuple[TimeSpan, ...] = ()
    """How long each agenda item took, and the breaks."""
    last_goals: tuple[Goal, ...] = ()
    """The goals of the review this one starts from."""
    evaluations: tuple[Evaluation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    figures: tuple[Figure, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()
    planned_meetings: tuple[PlannedMeeting, ...] = ()
    goals: tuple[Goal, ...] = ()
    """The goals this review sets, those carried over included, even where they are closed (see `open_goals`)."""
    activities: tuple[Activity, ...] = ()
    """The activities of both years' goals."""
    training: tuple[Training, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    raised_matters: tuple[RaisedMatter, ...] = ()
    later_follow_ups: tuple[FollowUp, ...] = ()
    """What was noted between the meetings on this review's own goals and actions; the next one looks back on it."""
    follow_ups: tuple[FollowUp, ...] = ()
    """What was noted on last year's goals, and on the actions that are carried on."""
    addenda: tuple[Addendum, ...] = ()
    """What was added to the minutes after they were approved."""

    _untouched: frozenset[UUID] = PrivateAttr(frozenset())

    def __eq__(self, other: object) -> bool:
        """Where it came from is no part of it: in another archive nobody knows that."""
        return isinstance(other, Dossier) and self.__dict__ == other.__dict__

    @property
    def untouched(self) -> frozenset[UUID]:
        """The ids of what came along from last year and was not changed since; none where that is not known."""
        return self._untouched

    def with_untouched(self, ids: frozenset[UUID]) -> Self:
        """Return the review with what is known of that."""
        dossier = self.model_copy()
        dossier._untouched = ids
        return dossier

    @property
    def is_read_only(self) -> bool:
        """Whether the review is approved, so that nothing in it may change."""
        return self.review.state is State.APPROVED

    @property
    def held_on(self) -> date | None:
        """The first date of the review."""
        return min((meeting.held_on for meeting in self.meetings if meeting.held_on), default=None)

    @property
    def open_goals(self) -> tuple[Goal, ...]:
        """The goals for the coming year: a goal whose predecessor was closed here is left out."""
        closed = {evaluation.goal_id for evaluation in self.evaluations if evaluation.is_closed}
        return tuple(goal for goal in self.goals if goal.predecessor_id not in closed)

    def closed_by(self, entity: Entity) -> Evaluation | None:
        """Return the evaluation that closed a carried goal, or that of an activity, so that it is not shown."""
        owner = next((one for one in self.goals if one.id == getattr(entity, "goal_id", entity.id)), None)
        evaluations = (one for one in self.evaluations if owner and one.goal_id == owner.predecessor_id)
        return next((one for one in evaluations if one.is_closed), None)

    def activities_of(self, goal: Goal) -> tuple[Activity, ...]:
        """Return the goal's activities in their order."""
        return tuple(activity for activity in self.activities if activity.goal_id == goal.id)

    def evaluation_of(self, goal: Goal) -> Evaluation | None:
        """Return how this review judges one of last year's goals."""
        return next((one for one in self.evaluations if one.goal_id == goal.id), None)

    def figures_of(self, indicator: Indicator) -> tuple[Figure, ...]:
        """Return the indicator's figures, oldest year first."""
        own = (figure for figure in self.figures if figure.indicator_id == indicator.id)
        return tuple(sorted(own, key=lambda figure: figure.year))

    def note_of(self, step: str) -> StepNote | None:
        """Return the note of a step, where there is one."""
        return next((note for note in self.notes if note.step == step), None)

    def result_of(self, step: str) -> Result | None:
        """Return the last result noted under the agenda item of a step; what nobody has written in says nothing."""
        items = {item.id for item in self.agenda if item.step == step}
        said = [one.result for one in in_order(self.decisions) if one.agenda_item_id in items and not is_blank(one)]
        return said[-1] if said else None

    def attendance_at(self, meeting: Meeting) -> tuple[tuple[Member, Attendance], ...]:
        """Return each member's attendance at a meeting, in the order of the members."""
        by_member = {one.member_id: one for one in self.attendance if one.meeting_id == meeting.id}
        return tuple((member, by_member[member.id]) for member in self.members if member.id in by_member)

    def present(self, side: Side | None = None) -> tuple[Member, ...]:
        """Return who was present at one date or more, themselves or through a substitute."""
        there = {one.member_id for one in self.attendance if one.presence is Presence.PRESENT or one.substitute}
        return tuple(member for member in self.members if member.id in there and (side is None or member.side is side))

    def holder(self, office: Office) -> Member | None:
        """Return the present chair or vice chair."""
        return next((member for member in self.members if member.office is office and member.left is None), None)

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """Yield every entity with the name of the part it belongs to, owners before what they own."""
        for part in type(self).model_fields:
            value = getattr(self, part)
            for entity in value if isinstance(value, tuple) else (value,):
                yield part, entity

    def without_blanks(self) -> Self:
        """Return the review without list entries in which nobody wrote anything, added by a slip of a key."""
        kept = {
            part: tuple(entity for entity in value if not is_blank(entity))
            for part, value in ((part, getattr(self, part)) for part in _WRITTEN)
        }
        return self.model_copy(update=kept)

    def with_changed(self, *changed: Entity) -> Self | None:
        """Return the review with these entities in the place of those with their ids; None where one is not in it."""
        dossier = self
        for entity in changed:
            part = next((part for part, one in dossier.entities() if one.id == entity.id), None)
            if part is None:
                return None
            value = getattr(dossier, part)
            if isinstance(value, tuple):
                value = tuple(entity if one.id == entity.id else one for one in value)
            else:
                value = entity
            dossier = dossier.model_copy(update={part: value})
        return dossier.with_untouched(self.untouched.difference(one.id for one in changed))

    def find(self, kind: type[E], key: UUID) -> E | None:
        """Return the entity of that kind with that id."""
        return next((one for _, one in self.entities() if isinstance(one, kind) and one.id == key), None)


def is_blank(entity: Entity) -> bool:
    """Return whether every text, date and figure of an entity is empty."""
    fields = type(entity).model_fields
    values = ((name, getattr(entity, name)) for name in fields if name != "position")
    written = (name for name, value in values if isinstance(value, _WRITABLE) and value != fields[name].default)
    return next(written, None) is None


def in_order(entities: Iterable[E]) -> tuple[E, ...]:
    """Return the entities by position; those without one keep their order."""
    return tuple(sorted(entities, key=lambda entity: getattr(entity, "position", 0)))


def after_last(entities: Iterable[Entity]) -> int:
    """Return the position after the last of these entities, also where some were removed in between."""
    return max((getattr(entity, "position", 0) for entity in entities), default=-1) + 1
