"""The body of minutes: every agenda item in its order, then the steps that stand on no agenda."""

from collections.abc import Callable, Iterator
from typing import Final

from medreview.domain import findings
from medreview.domain.decision import Result
from medreview.domain.review import AgendaItem, ItemType, StepNote
from medreview.domain.template import Step
from medreview.minutes.agenda import annexes, item_heading, presentation
from medreview.minutes.attendance import represented
from medreview.minutes.closing import closing
from medreview.minutes.content import content
from medreview.minutes.context import Context
from medreview.minutes.cooperation import cooperation
from medreview.minutes.decisions import decisions, disagreements, discussion, is_discussed, resolutions, spoken
from medreview.minutes.document import Block, Heading, Note, Table
from medreview.minutes.expertise import expertise
from medreview.minutes.goals import goals
from medreview.minutes.look_back import look_back
from medreview.minutes.status import status

PARTS: Final[dict[str, Callable[[Context], list[Block]]]] = {
    "attendance": represented,
    "look_back": look_back,
    "status": status,
    "content": content,
    "cooperation": cooperation,
    "goals": goals,
    "expertise": expertise,
    "decisions": decisions,
    "closing": closing,
}
"""What each step of a template has to say."""

IN_THE_HEAD: Final = ("preparation", "attendance")
"""Steps that the top of the minutes tells of, so that they need no section where they are no agenda item."""

NAMES_PEOPLE: Final = "present_and_replaced"
"""A finding that a document without names does not tell."""

SAID_ELSEWHERE: Final = (
    "duty_not_covered",
    "methods_not_judged",
    "item_postponed",
    "goal_not_assessed",
    "side_missing",
)
"""Findings that the table of duties, the goals and the head tell of."""


def items(context: Context) -> Iterator[Block]:
    """Yield the agenda items and, after them, the steps that are none."""
    told: set[str] = set()
    for number, item in context.agenda:
        key = item.step if item.step not in told else None
        yield from _item(context, number, item, key)
        told.update([key] if key else [])
    for step in context.template.steps:
        if step.key not in told and step.key not in IN_THE_HEAD:
            yield from _loose_step(context, step)


def _item(context: Context, number: int, item: AgendaItem, key: str | None) -> Iterator[Block]:
    said = [
        *_part(context, key),
        *discussion(context, item.id, _note(context, key).note),
        *resolutions(context, item.id),
        *disagreements(context, item.id),
    ]
    yield from item_heading(context, number, item)
    presented = presentation(context, item)
    yield from presented
    yield from _set_apart(context, said) if presented else said
    yield from [] if said else _without_a_word(context, item, key)
    yield from _findings(context, key)
    yield from annexes(context, item)


def _set_apart(context: Context, said: list[Block]) -> list[Block]:
    """What the meeting went through is no part of the recommendation above it."""
    has_title = not said or isinstance(said[0], Heading) or (isinstance(said[0], Table) and said[0].caption)
    return said if has_title else [Heading(3, context.words.tr("Report")), *said]


def _without_a_word(context: Context, item: AgendaItem, key: str | None) -> list[Block]:
    """An approved item without a word would look as if something were lost; only one for decision lacks a decision."""
    was_discussed = is_discussed(context, item.id) or bool(_note(context, key).note.strip())
    missing = _nothing_said(context, key, was_discussed)
    if missing or context.is_draft:
        return missing
    if item.type is ItemType.DECISION:
        return [Note(context.words.tr("No decision is noted."))]
    if was_discussed:
        return [Note(f"{context.text(Result.DISCUSSED)}.")]
    return [] if presentation(context, item) else [Note(context.words.tr("Nothing is written."))]


def _loose_step(context: Context, step: Step) -> Iterator[Block]:
    note = _note(context, step.key).note
    said = [*_part(context, step.key), *spoken(context, note)]
    body = [*(said or _nothing_said(context, step.key, bool(note.strip()))), *_findings(context, step.key)]
    if body:
        yield Heading(2, step.title.in_language(context.words.language))
        yield from body


def _part(context: Context, key: str | None) -> list[Block]:
    return PARTS[key](context) if key in PARTS else []


def _note(context: Context, key: str | None) -> StepNote:
    """The step's note, an empty one where nothing is noted."""
    note = context.dossier.note_of(key) if key else None
    return note or StepNote(review_id=context.dossier.review.id, step=key or "")


def _nothing_said(context: Context, key: str | None, discussed: bool) -> list[Block]:
    """Empty, answered and "nothing to note" are three different things; only a draft tells that a step is empty."""
    note = _note(context, key)
    if note.nothing_to_note:
        return [Note(context.words.tr("Discussed – nothing to note."))]
    if discussed or not context.is_draft:
        return []
    return [Note(context.words.tr("Not filled in."), warns=True)]


def _findings(context: Context, key: str | None) -> list[Block]:
    """What a draft still lacks under this step and does not say already elsewhere."""
    if not context.is_draft:
        return []
    found = findings.of_review(context.dossier, context.template)
    left_out = SAID_ELSEWHERE if context.choices.names else {*SAID_ELSEWHERE, NAMES_PEOPLE}
    told = (one for one in found if one.step == key and one.code not in left_out)
    return [Note(context.words.finding(one.code, **one.params), warns=True) for one in told]
