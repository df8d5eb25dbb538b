"""Symbol, word and colour together: nothing on a screen is said by colour alone."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, Final
from uuid import UUID

from textual.content import Content

from medreview.domain.attendance import Presence
from medreview.domain.committee import Member, Office
from medreview.domain.decision import ActionStatus
from medreview.domain.duties import Coverage
from medreview.domain.follow_up import Course
from medreview.domain.goal import Goal, Outcome
from medreview.domain.progress import StepState
from medreview.domain.review import AgendaItem
from medreview.i18n import current, tr
from medreview.tui.text import capitalised
from medreview.tui.widgets.part import Scope

MARKS: Final[dict[Enum, tuple[str, str]]] = {
    Presence.UNKNOWN: ("–", "$muted"),
    Presence.PRESENT: ("√", "$good"),
    Presence.APOLOGY: ("○", "$warn"),
    Presence.ABSENT: ("×", "$bad"),
    Outcome.NOT_ASSESSED: ("–", "$muted"),
    Outcome.MET: ("√", "$good"),
    Outcome.MET_EARLY: ("√", "$good"),
    Outcome.PARTLY: ("≈", "$warn"),
    Outcome.NOT_MET: ("×", "$bad"),
    Outcome.TOO_EARLY: ("…", "$muted"),
    Outcome.DROPPED: ("–", "$muted"),
    ActionStatus.OPEN: ("○", "$warn"),
    ActionStatus.STARTED: ("≈", "$warn"),
    ActionStatus.DONE: ("√", "$good"),
    ActionStatus.DROPPED: ("–", "$muted"),
    Course.NOT_SAID: ("–", "$muted"),
    Course.ON_TRACK: ("►", "$good"),
    Course.BEHIND: ("!", "$warn"),
    Course.STUCK: ("×", "$bad"),
    Course.DONE: ("√", "$good"),
    StepState.EMPTY: ("○", "$muted"),
    StepState.ANSWERED: ("√", "$good"),
    StepState.NOTHING_TO_NOTE: ("–", "$text"),
    StepState.POSTPONED: ("…", "$warn"),
    Coverage.COVERED: ("√", "$good"),
    Coverage.NOTHING_TO_NOTE: ("–", "$muted"),
    Coverage.POSTPONED: ("…", "$bad"),
    Coverage.NOT_COVERED: ("○", "$bad"),
}


def marked(member: Enum) -> Content:
    """Return a state as symbol and word, for example "√ Met"."""
    symbol, colour = MARKS[member]
    return Content.styled(f"{symbol} {capitalised(current().term(member))}", colour)


def person(member: Member) -> str:
    """Return a member as the lists show them: name, role and office."""
    words = [current().term(member.role)]
    if member.office is not Office.NONE:
        words.insert(0, current().term(member.office))
    name = tr("Vacant seat") if member.vacant else member.name
    return f"{name} · {', '.join(words)}"


def names(scope: Scope) -> list[str]:
    """Return the names that a field for a person suggests."""
    return [member.name for member in scope.dossier.members if member.name and member.left is None]


def agenda_items(scope: Scope) -> list[tuple[str, UUID]]:
    """Return the agenda items that something may be tied to."""
    return [(f"{number} {item.title}", item.id) for number, item in numbered_agenda(scope.dossier.agenda)]


def numbered_agenda(items: Iterable[AgendaItem]) -> list[tuple[int, AgendaItem]]:
    """Return the agenda items with their numbers."""
    return list(enumerate(items, start=1))


def focus_areas(scope: Scope) -> list[tuple[str, UUID]]:
    """Return the focus areas that a goal may be linked to."""
    return [(area.title or tr("Untitled"), area.id) for area in scope.dossier.focus_areas]


def row(text: str, *before: Content | str, placeholder: str = "") -> Content:
    """Return a list row: what stands before it, and its text or what is still to be written."""
    shown = (
        Content(" ".join(text.split()))
        if text.strip()
        else Content.styled(placeholder or tr("Not written yet"), "$muted")
    )
    return Content("  ").join([*(Content(one) if isinstance(one, str) else one for one in before), shown])


def position(scope: Scope, part: str, entity: Any) -> str:
    """Return an entity's number in its list, right-aligned."""
    return f"{getattr(scope.dossier, part).index(entity) + 1:>2}"


def carried(goal: Goal, scope: Scope) -> str:
    """Return that a goal is carried on, and in which year it is now; an empty text for a new one."""
    if goal.predecessor_id is None:
        return ""
    years = scope.years.get(goal.id)
    return tr("carried on, year {number}", number=years + 1) if years else tr("carried on from last year")
