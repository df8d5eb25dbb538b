"""Words that the steps share: rows of lists, people, what may be chosen."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from textual.content import Content

from medreview.domain.committee import Member, Office
from medreview.domain.findings import Finding
from medreview.domain.goal import Goal
from medreview.domain.review import AgendaItem
from medreview.domain.template import Template
from medreview.i18n import current, tr
from medreview.tui.widgets.part import Scope


def person(member: Member) -> str:
    """Return a member as the lists show them: name, role and office."""
    words = [current().term(member.role)]
    if member.office is not Office.NONE:
        words.insert(0, current().term(member.office))
    name = tr("Vacant seat") if member.vacant else member.name
    return f"{name} · {', '.join(words)}"


def told(finding: Finding, template: Template, found: Content) -> Content:
    """Return what was found after its step, and whether it keeps the minutes from approval in mark, word and colour."""
    mark, colour = (f"! {tr('Missing')}", "bold $bad") if finding.blocks else (f"○ {tr('Advice')}", "$warn")
    step = template.step(finding.step).short.in_language(current().language)
    return Content.assemble((mark, colour), f"  {step}: ", found)


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
