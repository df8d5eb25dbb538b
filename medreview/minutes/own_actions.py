"""Who does what by when: one person's actions, goals and activities, or everybody's person by person."""

from collections.abc import Iterable, Iterator

from medreview.domain.assignments import Assignment, assignments, is_responsible, responsible_people
from medreview.domain.decision import Action
from medreview.domain.goal import Activity
from medreview.minutes.context import Context, facts, table
from medreview.minutes.decisions import action_state
from medreview.minutes.document import Block, Heading, Note


def own_actions(context: Context) -> list[Block]:
    """Return the chosen person's list, without a person everybody's, and last what nobody is responsible for."""
    person, listed = context.choices.person, assignments(context.dossier)
    if person:
        body = _list(context, _of(person, listed), person)
    else:
        body = [*_by_person(context, listed)] if context.choices.names else _list(context, listed)
    return [*_head(context), *(body or [Note(context.words.tr("Nothing to do is noted."))])]


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
        one.text,
        _kind(context, one),
        one.responsible if context.choices.names and not alone else "",
        action_state(context, one.source) if isinstance(one.source, Action) else "",
        _decided(context, one),
    ]


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
