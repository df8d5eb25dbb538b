"""What differs between two states of one review, in lines of plain text that a chair understands."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from medreview.domain.difference import Added, Change, Changed, Removed, differences
from medreview.domain.dossier import Dossier
from medreview.domain.template import Template
from medreview.i18n import Translator
from medreview.i18n.terms import FIELDS, N_
from medreview.minutes.changed_words import passages
from medreview.minutes.choices import Choices
from medreview.minutes.context import Context
from medreview.minutes.document import with_colon
from medreview.minutes.naming import TITLES, designation, full_name, label, quoted, said, short_name

_STEPS: Final = {
    **{part: part for part in ("preparation", "status", "content", "cooperation", "expertise", "closing", "goals")},
    "evaluations": "look_back",
    "training": "expertise",
}
"""Parts that are called as the step in which they are filled in."""

_HEADINGS: Final = {
    "committee": N_("The committee itself"),
    "members": N_("Members"),
    "review": N_("Approval"),
    "meetings": N_("Meeting dates"),
    "agenda": N_("Agenda"),
    "notes": FIELDS["StepNote.note"],
    "attendance": N_("Attendance"),
    "guests": N_("Guests"),
    "timed_lines": N_("Came late or left early"),
    "time_spans": N_("Times"),
    "last_goals": N_("Last year's goals"),
    "indicators": N_("Key figures"),
    "figures": N_("Key figures"),
    "focus_areas": N_("Focus areas"),
    "planned_meetings": N_("Meeting plan"),
    "activities": N_("Activities"),
    "decisions": N_("Decisions"),
    "actions": N_("Actions"),
    "disagreements": N_("Disagreement"),
    "raised_matters": N_("Raised to the level above"),
    "later_follow_ups": N_("Follow-up"),
    "follow_ups": N_("Follow-up"),
    "addenda": N_("Addenda"),
}


@dataclass(frozen=True)
class Section:
    """What differs in one part of a review, a line for each difference."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """How it is said that an entry came or went."""

    added: str
    removed: str


NEW: Final = Told(N_("New: {what}"), N_("Removed: {what}"))
BACK: Final = Told(N_("{what} is there again"), N_("{what} is gone again"))
"""Said of what is undone or done again."""


@dataclass(frozen=True)
class _Two:
    """The two states, each with the words it is written in."""

    before: Context
    after: Context
    told: Told


def difference(
    before: Dossier,
    after: Dossier,
    template: Template,
    words: Translator,
    parts: Collection[str] = (),
    told: Told = NEW,
) -> tuple[Section, ...]:
    """Return what differs from one state of a review to another, part by part; nothing where they are the same.

    Rows in which nobody wrote anything are no difference, as they stand in no minutes. Where `parts` are named,
    nothing differs in others.
    """
    before, after = before.without_blanks(), after.without_blanks()
    two = _Two(Context(before, template, words, Choices(), {}), Context(after, template, words, Choices(), {}), told)
    sections: dict[str, list[str]] = {}
    for change in differences(before, after, parts):
        sections.setdefault(_heading(two.after, change.part), []).extend(_lines(two, change))
    return tuple(Section(heading, tuple(lines)) for heading, lines in sections.items())


def _heading(context: Context, part: str) -> str:
    step, words = context.step(_STEPS.get(part)), context.words
    if step:
        return step.title.in_language(words.language)
    if part in _HEADINGS:
        return words.tr(_HEADINGS[part])
    return words.tr("Annual discussion {year}", year=context.dossier.review.year)


def _lines(two: _Two, change: Change) -> Iterator[str]:
    tr = two.after.words.tr
    match change:
        case Added(_, entity):
            yield tr(two.told.added, what=full_name(two.after, entity))
        case Removed(_, entity):
            yield tr(two.told.removed, what=full_name(two.before, entity))
        case Changed():
            yield from (f"{with_colon(_what(two.after, change))} {how}" for how in _how(two, change))
        case _:
            yield tr("The order has changed.")


def _what(context: Context, change: Changed) -> str:
    """What changed; the words by which an entry is known are not said twice."""
    kind = type(change.after).__name__
    field = label(context, kind, change.field)
    if TITLES.get(kind) == change.field:
        return designation(context, change.after) or field
    return ", ".join(filter(None, (short_name(context, change.after), field)))


def _how(two: _Two, change: Changed) -> Iterator[str]:
    """How it changed: "4.9 → 4.5", and of texts only the passages that differ."""
    if _is_text(change):
        found = [f"{quoted(two.before, was)} → {quoted(two.after, now)}" for was, now in passages(*_texts(change))]
        yield from found or [two.after.words.tr("only spaces and line breaks")]
    else:
        was, now = said(two.before, change.before, change.field), said(two.after, change.after, change.field)
        yield f"{was} → {now}" if was != now else two.after.words.tr("changed")


def _texts(change: Changed) -> tuple[str, str]:
    return str(change.old), str(change.new)


def _is_text(change: Changed) -> bool:
    values = (change.old, change.new)
    return change.field != "step" and all(isinstance(one, str) and not isinstance(one, Enum) for one in values)
