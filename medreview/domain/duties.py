"""Whether the duties of law and agreement are covered, and where."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from medreview.domain.attendance import Presence
from medreview.domain.decision import Result
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Goal, Outcome
from medreview.domain.status import Answer
from medreview.domain.template import Duty


class Coverage(StrEnum):
    """Answered, discussed without anything to note, postponed whatever is written, or none of these."""

    COVERED = "covered"
    NOTHING_TO_NOTE = "nothing_to_note"
    POSTPONED = "postponed"
    NOT_COVERED = "not_covered"

    @property
    def is_treated(self) -> bool:
        """Whether the committee has had its say."""
        return self in (Coverage.COVERED, Coverage.NOTHING_TO_NOTE)


def coverage(dossier: Dossier, duty: Duty) -> Coverage:
    """Return whether the review covers the duty; what stands under an item that was put off is only prepared."""
    result = dossier.result_of(duty.steps[0])
    if result is Result.POSTPONED:
        return Coverage.POSTPONED
    if result is not Result.WITHDRAWN and CHECKS[duty.check](dossier):
        return Coverage.COVERED
    noted = (dossier.note_of(step) for step in duty.steps)
    if any(note and note.nothing_to_note for note in noted):
        return Coverage.NOTHING_TO_NOTE
    return Coverage.NOT_COVERED


def _goals_assessed(dossier: Dossier) -> bool:
    """No goals last year is lawful and needs no judgement."""
    judged = [dossier.evaluation_of(goal) for goal in dossier.last_goals]
    return all(one is not None and one.outcome is not Outcome.NOT_ASSESSED for one in judged)


def _methods_assessed(dossier: Dossier) -> bool:
    return not goals_without_methods(dossier)


def goals_without_methods(dossier: Dossier) -> list[Goal]:
    """Return the goals of last year of which nobody has said what was done, or how methods and activities worked."""
    judged = ((goal, dossier.evaluation_of(goal)) for goal in dossier.last_goals)
    return [
        goal
        for goal, one in judged
        if one is None or not f"{one.done}{one.methods_judged}{one.activities_judged}".strip()
    ]


def _is_first(dossier: Dossier) -> bool:
    """What a later review begins with was decided a year ago: it covers no duty until something is said to it."""
    return dossier.review.previous_year is None


def _content_planned(dossier: Dossier) -> bool:
    content = dossier.content
    if content.plan.strip():
        return True
    looked_at = _is_first(dossier) or bool(f"{content.works_well}{content.problems}".strip())
    return bool(dossier.focus_areas) and looked_at


def _form_and_intervals_decided(dossier: Dossier) -> bool:
    """The form of last year is decided again by planning meetings or by judging how the cooperation went."""
    cooperation = dossier.cooperation
    has_interval = cooperation.interval is not None or cooperation.meetings is not None
    looked_at = _is_first(dossier) or bool(cooperation.judged.strip())
    return bool(cooperation.form.strip()) and (bool(dossier.planned_meetings) or (has_interval and looked_at))


def _goals_set(dossier: Dossier) -> bool:
    """A goal that only came along from last year is set again by judging it."""
    waiting = {one.goal_id for one in dossier.evaluations if one.outcome is Outcome.NOT_ASSESSED}
    return any(goal.text.strip() and goal.predecessor_id not in waiting for goal in dossier.open_goals)


def _expertise_discussed(dossier: Dossier) -> bool:
    return dossier.expertise.present is not Answer.UNANSWERED


def _held_in_writing(dossier: Dossier) -> bool:
    attended = any(one.presence is Presence.PRESENT or one.substitute for one in dossier.attendance)
    return dossier.held_on is not None and attended


def _reasons_promised(dossier: Dossier) -> bool:
    """Without disagreement nobody is owed reasons."""
    return all(one.advice_followed or one.reasons_due is not None for one in dossier.disagreements)


def _figures_known(dossier: Dossier) -> bool:
    """Figures of earlier years alone are last year's news."""
    newest = dossier.review.year - 1
    return any(one.year >= newest and (one.value is not None or one.pending) for one in dossier.figures)


def _workplace_assessed(dossier: Dossier) -> bool:
    status = dossier.status
    counted = (status.apv_raised, status.apv_solved, status.apv_planned, status.apv_done, status.apv_open)
    return bool(status.apv_comment.strip()) or any(count is not None for count in counted)


def _guideline_followed(dossier: Dossier) -> bool:
    status = dossier.status
    return status.guideline_adapted is not Answer.UNANSWERED or bool(status.guideline_effort.strip())


def _absence_prevented(dossier: Dossier) -> bool:
    return bool(dossier.status.absence_prevention.strip())


CHECKS: Final[dict[str, Callable[[Dossier], bool]]] = {
    "goals_assessed": _goals_assessed,
    "methods_assessed": _methods_assessed,
    "content_planned": _content_planned,
    "form_and_intervals_decided": _form_and_intervals_decided,
    "goals_set": _goals_set,
    "expertise_discussed": _expertise_discussed,
    "held_in_writing": _held_in_writing,
    "reasons_promised": _reasons_promised,
    "figures_known": _figures_known,
    "workplace_assessed": _workplace_assessed,
    "guideline_followed": _guideline_followed,
    "absence_prevented": _absence_prevented,
}
"""The rules a template's duties may name."""
