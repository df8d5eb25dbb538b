"""Who does what by when: one person's actions, goals and activities, or everybody's person by person."""

from collections.abc import Iterable, Iterator
from typing import Final

from medreview.domain.assignments import Assignment, assignments, is_responsible, responsible_people
from medreview.domain.decision import Action
from medreview.domain.following import Followed, is_done_since, noted_since
from medreview.domain.goal import Activity, Goal
from medreview.minutes.context import Context, capital, facts, table
from medreview.minutes.decisions import action_state
from medreview.minutes.document import Block, Heading, Note
from medreview.minutes.shortened import shortened

_LINE: Final = 300
"""Characters of a goal; the whole of a longer one stands in the minutes."""


def own_actions(context: Context) -> list[Block]:
    """Return the chosen person's list, without a person everybody's, and last what nobody is responsible for.

    Of approved minutes it tells how things have been going since.
    """
    person, listed = context.choices.person, _as_it_is_now(context)
    if person:
        listed = tuple(_of(person, listed))
        body = _list(context, listed, person)
    else:
        body = [*_by_person(context, listed)] if context.choices.names else _list(context, listed)
    return [*_head(context), *(body or [Note(context.words.tr("Nothing to do is noted."))]), *_since(context, listed)]


def _as_it_is_now(context: Context) -> tuple[Assignment, ...]:
    """What is done since stands last, and of a goal that is nothing planned for it."""
    dossier = context.dossier
    followed: tuple[Followed, ...] = (*dossier.goals, *dossier.actions)
    done = {one.id for one in followed if is_done_since(dossier, one)}
    listed = (one for one in assignments(dossier) if getattr(one.source, "goal_id", None) not in done)
    return tuple(sorted(listed, key=lambda one: one.source.id in done))


def _since(context: Context, listed: Iterable[Assignment]) -> list[Block]:
    """Nobody should take the list for what was approved."""
    followed = (one.source for one in listed if isinstance(one.source, Action | Goal))
    if not any(noted_since(context.dossier, one) for one in followed):
        return []
    return [Note(context.words.tr("What is said with a day was noted after the meeting."))]


def _head(context: Context) -> list[Block]:
    """Where the list comes from: the committee stands under the title."""
    dossier, words = context.dossier, context.words
    dates = sorted(meeting.held_on for meeting in dossier.meetings if meeting.held_on)
    return [*facts([(words.tr("Decided at the meeting"), "\n".join(words.date(day, weekday=True) for day in dates))])]


def _of(person: str, listed: Iterable[Assignment]) -> list[Assignment]:
    return [one for one in listed if is_responsible(person, one.responsible)]


def _by_person(context: Context, listed: tuple[Assignment, ...]) -> Iterator[Block]:
    for person in responsible_people(context.dossier):
        yield Heading(2, person)
        yield from _list(context, _of(person, listed), person)
    nobodys = _list(context, (one for one in listed if not one.responsible.strip()))
    yield from [Heading(2, context.words.tr("Nobody is responsible")), *nobodys] if nobodys else []


def _list(context: Context, listed: Iterable[Assignment], person: str = "") -> list[Block]:
    words = context.words
    header = [
        words.field("Action", "due"),
        words.tr("What"),
        words.tr("Kind"),
        words.field("Action", "responsible"),
        words.field("Action", "status"),
        words.tr("Item"),
    ]
    return [*table(header, [_row(context, one, person) for one in listed])]


def _row(context: Context, one: Assignment, person: str) -> list[str]:
    """The line of those responsible stands there where it names others too."""
    alone = one.responsible.strip().casefold() == person.casefold()
    return [
        context.words.date(one.due),
        shortened(one.text, _LINE) if isinstance(one.source, Goal) and len(one.text) > _LINE else one.text,
        _kind(context, one),
        one.responsible if context.choices.names and not alone else "",
        _state(context, one.source),
        _decided(context, one),
    ]


def _state(context: Context, source: Action | Activity | Goal) -> str:
    """How an action stands, or how action or goal have been going since."""
    note = None if isinstance(source, Activity) else noted_since(context.dossier, source)
    if note is not None:
        course = capital(context.words.term(note.course))
        return f"{course} ({context.words.date(note.noted_on)})"
    return action_state(context, source) if isinstance(source, Action) else ""


def _kind(context: Context, one: Assignment) -> str:
    tr = context.words.tr
    match one.source:
        case Action():
            return tr("Action")
        case Activity():
            return tr("Activity of goal {number}", number=one.number)
    return tr("Goal {number}", number=one.number)


def _decided(context: Context, one: Assignment) -> str:
    """Goals and their activities are decided under the item that stands for the step of goals."""
    if isinstance(one.source, Action):
        return context.numbered(one.source.agenda_item_id)
    return context.number_of_step("goals")
