"""Who changed what and when in a review: the steps of the journal in words, the newest first.

The journal knows devices and times, no persons. Each step is told as the difference between the states of the review
before and after it, which are found by going back from the present one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.review import Review
from medreview.i18n import Translator
from medreview.minutes.difference import Section, difference
from medreview.operations.deeds import DEEDS
from medreview.operations.reviews import load_in
from medreview.store import journal, steps
from medreview.store.archive import Archive
from medreview.store.entities import Session
from medreview.store.journal import Change
from medreview.store.steps import Step, Turn
from medreview.templates import load_template

COUNT: Final = 200
"""As many steps are told at once."""


@dataclass(frozen=True)
class Entry:
    """One step: when and on which device it was done, its name where it has one, and what it changed."""

    at: datetime
    device: str
    name: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Told:
    """Some steps, the newest first, and where to go on with those before them."""

    entries: tuple[Entry, ...]
    review: Review
    """The review as it is now."""
    state: Dossier
    """The review as it was before these steps."""
    until: int | None = None
    """The number of the oldest of these steps; None where there is none before it."""


@dataclass(frozen=True)
class _Done:
    """A step with what it changed in the review; nothing where the review itself came or went with it."""

    step: Step
    turns: tuple[Turn, ...]
    undone: str
    """The name of the step that it undid or did again."""


def changes_told(
    archive: Archive, review_id: UUID, words: Translator, later: Told | None = None, count: int = COUNT
) -> Told:
    """Return the newest steps of a review in words, or those before the ones told `later`.

    Raises:
        Refusal: `gone` when there is no such review.
    """
    with archive.transaction() as session:
        state = later.state if later else load_in(session, review_id)
        review = later.review if later else state.review
        found = steps.of_review(session, review, later.until if later else None, count + 1)
        done = [_done(session, review, step) for step in found[:count]]
    entries = []
    for one in done:
        before = _before(state, one.turns)
        entries.append(_entry(one, before, state, words))
        state = before
    until = found[count - 1].id if len(found) > count else None
    return Told(tuple(one for one in entries if one.name or one.sections), review, state, until)


def _done(session: Session, review: Review, step: Step) -> _Done:
    changed = steps.changes(session, step.id)
    undone = steps.step_of(session, step.undoes).deed if step.undoes is not None else ""
    if any(one.table == "review" and None in (one.before, one.after) for one in changed):
        return _Done(step, (), undone)
    turns = [steps.turn(one) for one in changed if _is_of(review, one)]
    return _Done(step, tuple(turns), undone)


def _is_of(review: Review, change: Change) -> bool:
    """Return whether a change belongs to a review; what went with its owner no longer knows to which it belonged."""
    if steps.KINDS[change.table] not in steps.PART_OF or change.review not in (None, review.id.hex):
        return False
    row = change.before or change.after or {}
    committee = change.row if change.table == "committee" else row.get("committee_id")
    return committee in (None, review.committee_id.hex)


def _before(state: Dossier, turns: Sequence[Turn]) -> Dossier:
    """Return the review as it was before these changes."""
    for turn in reversed(turns):
        part = steps.PART_OF[type(turn.entity)]
        value = getattr(state, part)
        earlier = tuple(_put_back(value, turn)) if isinstance(value, tuple) else turn.before
        state = state.model_copy(update={part: earlier})
    return state


def _put_back(entities: Iterable[Entity], turn: Turn) -> Iterator[Entity]:
    """Yield the entities as they were before one of them changed, came or went."""
    for one in entities:
        if one.id != turn.entity.id:
            yield one
        elif turn.before is not None:
            yield turn.before
    if turn.after is None:
        yield turn.entity


def _entry(done: _Done, before: Dossier, after: Dossier, words: Translator) -> Entry:
    step = done.step
    parts = {steps.PART_OF[type(turn.entity)] for turn in done.turns}
    sections = difference(before, after, load_template(after.review.template), words, parts) if parts else ()
    return Entry(step.at, step.device, _name(done, words), sections)


def _name(done: _Done, words: Translator) -> str:
    """Return what a step is called: its name, that of the step it undid, or nothing where its lines say all."""
    tr = words.tr
    what = tr(DEEDS[deed]) if (deed := done.undone or done.step.deed) in DEEDS else ""
    match done.step.deed:
        case journal.UNDO:
            return tr("Undone: {what}", what=what) if what else tr("Undone")
        case journal.REDO:
            return tr("Done again: {what}", what=what) if what else tr("Done again")
    return what
