"""What an entry of a review is called in a sentence, and how the value of one of its fields is said."""

from collections.abc import Iterable
from datetime import time
from enum import Enum
from typing import Final, TypeVar
from uuid import UUID

from medreview.domain.attendance import Attendance, TimedLine
from medreview.domain.base import Entity
from medreview.domain.committee import Member
from medreview.domain.cooperation import FocusArea, PlannedMeeting
from medreview.domain.decision import Action, Decision
from medreview.domain.dossier import in_order
from medreview.domain.expertise import Training
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.review import AgendaItem, Meeting, StepNote
from medreview.domain.status import Answer, Figure
from medreview.domain.timing import TimeSpan
from medreview.i18n.terms import FIELDS, N_
from medreview.minutes.attendance import person
from medreview.minutes.changed_words import in_short
from medreview.minutes.context import Context, capital

E = TypeVar("E", bound=Entity)

TITLES: Final = {
    "Member": "name",
    "Meeting": "held_on",
    "AgendaItem": "title",
    "Guest": "name",
    "TimedLine": "person",
    "Goal": "text",
    "Activity": "what",
    "Indicator": "name",
    "FocusArea": "title",
    "PlannedMeeting": "held_on",
    "Decision": "text",
    "Action": "what",
    "Disagreement": "topic",
    "RaisedMatter": "matter",
    "Addendum": "text",
}
"""For each kind of entry the field by which it is known."""

_KINDS: Final = {
    "Meeting": N_("Meeting"),
    "Guest": N_("Guest"),
    "Activity": N_("Activity"),
    "Indicator": N_("Key figure"),
    "FocusArea": N_("Focus area"),
    "PlannedMeeting": N_("Meeting"),
    "Decision": N_("Decision"),
    "Action": N_("Action"),
    "Disagreement": N_("Disagreement"),
    "RaisedMatter": N_("Matter"),
    "FollowUp": N_("Follow-up"),
}

_LABELS: Final = {
    "goal_id": N_("Goal"),
    "action_id": N_("Action"),
    "meeting_id": N_("At which date"),
    "predecessor_id": N_("Carried on"),
    "previous_year": N_("Starts from the year"),
    "step": N_("Step"),
    "year": N_("Year"),
}
"""Fields that no screen shows."""


def label(context: Context, kind: str, field: str) -> str:
    """Return what a field of an entity of this kind is called."""
    return context.words.field(kind, field) if f"{kind}.{field}" in FIELDS else context.words.tr(_LABELS[field])


def full_name(context: Context, entity: Entity) -> str:
    """Return what an entry is and the words by which it is known, such as: Goal 2 “At most 4.5 %”."""
    if isinstance(entity, Member):
        return person(context, entity)
    return " ".join(filter(None, (designation(context, entity), _title(context, entity))))


def short_name(context: Context, entity: Entity) -> str:
    """Return as little as tells an entry from others: its number, its name or its title."""
    match entity:
        case Goal() | AgendaItem() | Evaluation() if (name := designation(context, entity))[-1:].isdigit():
            return name
        case Member():
            return _title(context, entity)
        case TimedLine() if entity.person:
            return entity.person
    return full_name(context, entity)


def designation(context: Context, entity: Entity) -> str:
    """Return what an entry is, with its number where it has one; an empty text for what is known by its name alone."""
    tr = context.words.tr
    match entity:
        case Goal():
            return _goal(context, entity)
        case Evaluation():
            return _goal(context, _found(context.dossier.last_goals, entity.goal_id))
        case AgendaItem():
            return capital(tr("item {number}", number=context.numbered(entity.id)))
        case Decision() if number := context.numbered(entity.agenda_item_id):
            return tr("Decision under item {number}", number=number)
    kind = type(entity).__name__
    if kind == "Addendum":
        return tr("Addendum {number}", number=getattr(entity, "number", ""))
    return tr(_KINDS[kind]) if kind in _KINDS else ""


def said(context: Context, entity: Entity, field: str) -> str:
    """Return the value of an entity's field in words; user text stands in quotation marks, "empty" does not."""
    words = context.words
    match getattr(entity, field):
        case UUID() as key:
            return _linked(context, field, key)
        case Enum() as member:
            return words.term(member)
        case bool(answer):
            return words.term(Answer.YES if answer else Answer.NO)
        case time() as moment:
            return context.clock(moment)
        case str(text) if field == "step":
            return _step(context, text)
        case str(text):
            return quoted(context, in_short(text))
        case value:
            return context.text(value) or words.tr("empty")


def quoted(context: Context, text: str) -> str:
    """Return user text in quotation marks, or the word for nothing at all."""
    return context.words.tr("“{text}”", text=text) if text else context.words.tr("empty")


def _title(context: Context, entity: Entity) -> str:
    """The words by which an entry is known: a name, a date, or the beginning of a text in quotation marks."""
    words = context.words
    match entity:
        case Member():
            return entity.name or words.tr("Vacant seat")
        case Meeting() | PlannedMeeting():
            return words.date(entity.held_on) or words.tr("No date yet").lower()
        case TimedLine():
            return f"{entity.person} {words.term(entity.movement)}".strip()
        case Attendance() | Training() | Figure() | StepNote() | Evaluation():
            return _subject(context, entity)
        case TimeSpan():
            return _stretch(context, entity)
        case FollowUp():
            return _followed_up(context, entity)
        case AgendaItem():
            text = context.title_of(entity)
        case _:
            text = str(getattr(entity, TITLES.get(type(entity).__name__, ""), "")).strip()
    return quoted(context, in_short(text)) if text else ""


def _stretch(context: Context, span: TimeSpan) -> str:
    """Such as: 10.05–10.15 item 4."""
    words, number = context.words, context.numbered(span.agenda_item_id)
    hours = "–".join(words.time(moment) for moment in (span.starts, span.ends) if moment)
    return f"{hours} {words.tr('item {number}', number=number) if number else words.tr('break')}".strip()


def _followed_up(context: Context, note: FollowUp) -> str:
    """What was followed up, and on which day; a note on last year's action is one on its successor here."""
    dossier, day = context.dossier, context.words.date(note.noted_on)
    goals = (one for one in (*dossier.last_goals, *dossier.goals) if one.id == note.goal_id)
    actions = (one for one in dossier.actions if note.action_id in (one.id, one.predecessor_id))
    item: Goal | Action | None = next(goals, None) or next(actions, None)
    return ", ".join(filter(None, (_title(context, item) if item else "", day)))


def _subject(context: Context, entity: Attendance | Training | Figure | StepNote | Evaluation) -> str:
    """What a note is about: a member (and the date, of several), a key figure and its year, a step, a goal."""
    dossier = context.dossier
    match entity:
        case Training():
            return _member(context, entity.member_id)
        case Attendance():
            meeting = _found(dossier.meetings, entity.meeting_id) if len(dossier.meetings) > 1 else None
            return ", ".join([_member(context, entity.member_id), *([_title(context, meeting)] if meeting else [])])
        case Figure():
            indicator = _found(dossier.indicators, entity.indicator_id)
            return f"{indicator.name if indicator else ''} {entity.year}".strip()
        case StepNote():
            return _step(context, entity.step)
        case Evaluation():
            goal = _found(dossier.last_goals, entity.goal_id)
            return _title(context, goal) if goal else ""


def _goal(context: Context, goal: Goal | None) -> str:
    """The goal with the number it has in the minutes; one that is closed has none."""
    dossier = context.dossier
    lists = (in_order(dossier.last_goals), in_order(dossier.open_goals))
    numbers = [number for goals in lists for number, one in enumerate(goals, 1) if goal and one.id == goal.id]
    return context.words.tr("Goal {number}", number=numbers[0]) if numbers else context.words.tr("Goal")


def _linked(context: Context, field: str, key: UUID) -> str:
    """What a link points to; what an earlier year holds is not here."""
    tr = context.words.tr
    target = _found((entity for _, entity in context.dossier.entities()), key)
    if target is None:
        return tr("from last year") if field == "predecessor_id" else tr("empty")
    is_plain = isinstance(target, FocusArea | Meeting)
    return (_title(context, target) if is_plain else full_name(context, target)) or tr("Untitled")


def _member(context: Context, key: UUID) -> str:
    member = _found(context.dossier.members, key)
    return _title(context, member) if member else ""


def _step(context: Context, key: str) -> str:
    step = context.step(key)
    return step.title.in_language(context.words.language) if step else key


def _found(entities: Iterable[E], key: UUID) -> E | None:
    return next((entity for entity in entities if entity.id == key), None)
