"""What is missing or odd in a review: advice with a place to go to; only what makes minutes worthless blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from uuid import UUID

from medreview.domain.attendance import Presence
from medreview.domain.committee import Side
from medreview.domain.dossier import Dossier
from medreview.domain.duties import Coverage, coverage, goals_without_methods
from medreview.domain.goal import Continuation, Goal, Outcome
from medreview.domain.template import Duty, Template


@dataclass(frozen=True)
class Finding:
    """One finding: a code for its wording, the step to go to, and whether it blocks approval.

    `entry` is the entity of the step in which it is mended, `field_name` its field; None and empty where it is
    not in one alone.
    """

    code: str
    step: str
    blocks: bool = False
    params: dict[str, object] = field(default_factory=dict)
    entry: UUID | None = None
    field_name: str = ""


def of_review(dossier: Dossier, template: Template) -> tuple[Finding, ...]:
    """Return all findings of a review, in the order of its steps."""
    order = {step.key: number for number, step in enumerate(template.steps)}
    found = [
        *_meeting(dossier),
        *_attendance(dossier),
        *_evaluations(dossier),
        *_interval(dossier),
        *_goals(dossier),
        *_reasons(dossier),
        *_duties(dossier, template),
        *_postponed(dossier, template),
    ]
    return tuple(sorted(found, key=lambda finding: order.get(finding.step, len(order))))


def _meeting(dossier: Dossier) -> Iterator[Finding]:
    if dossier.held_on is None:
        yield Finding("no_date", "preparation", blocks=True)


def _attendance(dossier: Dossier) -> Iterator[Finding]:
    if not dossier.present():
        yield Finding("nobody_present", "attendance", blocks=True)
        return
    for side in (Side.MANAGEMENT, Side.EMPLOYEES):
        if not dossier.present(side):
            yield Finding("side_missing", "attendance", params={"side": side})
    for meeting in dossier.meetings:
        for member, one in dossier.attendance_at(meeting):
            if one.presence is Presence.PRESENT and one.substitute:
                params: dict[str, object] = {"member": member.name, "name": one.substitute}
                yield Finding("present_and_replaced", "attendance", params=params)


def _evaluations(dossier: Dossier) -> Iterator[Finding]:
    for goal in dossier.last_goals:
        evaluation = dossier.evaluation_of(goal)
        if evaluation is None or evaluation.outcome is Outcome.NOT_ASSESSED:
            entry = evaluation.id if evaluation else None
            yield Finding("goal_not_assessed", "look_back", params={"goal": goal.text}, entry=entry)
        elif evaluation.lacks_reason:
            yield Finding("reason_missing", "look_back", params={"goal": goal.text}, entry=evaluation.id)


def _interval(dossier: Dossier) -> Iterator[Finding]:
    cooperation, longest = dossier.cooperation, dossier.committee.longest_interval
    interval = cooperation.interval or (ceil(12 / cooperation.meetings) if cooperation.meetings else None)
    if longest is not None and interval is not None and interval > longest:
        yield Finding("interval_too_long", "cooperation", params={"interval": interval, "longest": longest})


def _goals(dossier: Dossier) -> Iterator[Finding]:
    if not all(goal.text.strip() for goal in dossier.open_goals):
        yield Finding("goal_without_text", "goals")
    for goal in dossier.open_goals:
        if _was_changed_silently(dossier, goal):
            yield Finding("goal_changed", "look_back", params={"goal": goal.text})


def _was_changed_silently(dossier: Dossier, goal: Goal) -> bool:
    """Return whether a carried goal reads otherwise than last year while its evaluation says that it just continues."""
    before = next((one for one in dossier.last_goals if one.id == goal.predecessor_id), None)
    evaluation = dossier.evaluation_of(before) if before else None
    if before is None or evaluation is None or evaluation.continuation is not Continuation.CONTINUE:
        return False
    return (before.text, before.target) != (goal.text, goal.target)


def _reasons(dossier: Dossier) -> Iterator[Finding]:
    for one in dossier.disagreements:
        if not one.management_decision.strip() or (one.decided_on is None and not one.advice_followed):
            yield Finding("disagreement_open", "decisions", params={"topic": one.topic}, entry=one.id)


def _duties(dossier: Dossier, template: Template) -> Iterator[Finding]:
    for duty in template.duties:
        if coverage(dossier, duty) is not Coverage.NOT_COVERED:
            continue
        goals = goals_without_methods(dossier) if duty.check == "methods_assessed" else []
        for goal in goals:
            yield _methods_not_judged(dossier, duty, goal)
        if not goals:
            yield Finding("duty_not_covered", duty.steps[0], blocks=True, params={"duty": duty.id})


def _methods_not_judged(dossier: Dossier, duty: Duty, goal: Goal) -> Finding:
    """Return the finding of that duty which says which goal it is about."""
    evaluation = dossier.evaluation_of(goal)
    return Finding(
        "methods_not_judged",
        duty.steps[0],
        blocks=True,
        params={"goal": goal.text, "duty": duty.id},
        entry=evaluation.id if evaluation else None,
        field_name="done",
    )


def _postponed(dossier: Dossier, template: Template) -> Iterator[Finding]:
    """Yield each agenda item that was postponed although a duty is covered there, with what is not done therefore."""
    put_off = [duty for duty in template.duties if coverage(dossier, duty) is Coverage.POSTPONED]
    for item in dossier.agenda:
        if ids := [duty.id for duty in put_off if duty.steps[0] == item.step]:
            params: dict[str, object] = {"item": item.title, "duties": ", ".join(ids)}
            yield Finding("item_postponed", "decisions", blocks=True, params=params)
