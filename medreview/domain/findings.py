"""What is missing or odd in a review: advice with a place to go to; only what makes minutes worthless blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from uuid import UUID

from medreview.domain.attendance import Presence
from medreview.domain.committee import Side
from medreview.domain.dossier import Dossier
from medreview.domain.duties import Coverage, coverage, goals_without_methods
from medreview.domain.goal import Continuation, Goal, Outcome
from medreview.domain.review import ItemType, Meeting, Review
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
    """Return all findings of a review, in the order of its steps; in approved minutes nothing is left to mend."""
    if dossier.is_read_only:
        return ()
    order = {step.key: number for number, step in enumerate(template.steps)}
    found = [
        *_meeting(dossier),
        *_attendance(dossier),
        *_evaluations(dossier),
        *_interval(dossier),
        *_goals(dossier),
        *_undecided(dossier),
        *_reasons(dossier),
        *_duties(dossier, template),
        *_postponed(dossier, template),
    ]
    return tuple(sorted(found, key=lambda finding: order.get(finding.step, len(order))))


def _meeting(dossier: Dossier) -> Iterator[Finding]:
    if dossier.held_on is None:
        yield Finding("no_date", "preparation", blocks=True)
    for meeting in dossier.meetings:
        if meets_in_another_year(dossier.review, meeting):
            params: dict[str, object] = {"date": meeting.held_on, "year": dossier.review.year}
            yield Finding("another_year", "preparation", params=params, entry=meeting.id, field_name="held_on")


def meets_in_another_year(review: Review, meeting: Meeting) -> bool:
    """Return whether a date is hardly one of this review; one that is late may be held in the year after."""
    return meeting.held_on is not None and meeting.held_on.year not in (review.year, review.year + 1)


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
        if has_passed(dossier, goal):
            params: dict[str, object] = {"goal": goal.text, "date": goal.runs_until}
            yield Finding("deadline_passed", "goals", params=params, entry=goal.id, field_name="runs_until")


def has_passed(dossier: Dossier, goal: Goal) -> bool:
    """Return whether a goal is to be reached before the meeting that sets it: mostly one carried on as it was."""
    meets_on = dossier.held_on or date(dossier.review.year, 1, 1)
    return goal.runs_until is not None and goal.runs_until < meets_on


def _was_changed_silently(dossier: Dossier, goal: Goal) -> bool:
    """Return whether a carried goal reads otherwise than last year while its evaluation says that it just continues."""
    before = next((one for one in dossier.last_goals if one.id == goal.predecessor_id), None)
    evaluation = dossier.evaluation_of(before) if before else None
    if before is None or evaluation is None or evaluation.continuation is not Continuation.CONTINUE:
        return False
    return (before.text, before.target) != (goal.text, goal.target)


def _undecided(dossier: Dossier) -> Iterator[Finding]:
    """Yield what is for decision and stands for itself, once somebody was there to decide.

    Of the items with a step the duties say what is missing.
    """
    for item in dossier.agenda if dossier.present() else ():
        if item.type is not ItemType.DECISION or item.step or not item.title.strip():
            continue
        begun = [one for one in dossier.decisions if one.agenda_item_id == item.id]
        if any(one.is_made for one in begun) or any(one.agenda_item_id == item.id for one in dossier.disagreements):
            continue
        entry = begun[0].id if begun else item.id
        yield Finding("item_undecided", "decisions", params={"item": item.title}, entry=entry, field_name="text")


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
