"""What home shows of a committee, made from all that is known of it."""

from collections.abc import Iterator
from datetime import date

from medreview.domain import due
from medreview.domain.dossier import Dossier
from medreview.domain.following import newest_note
from medreview.domain.glance import Glance, GoalGlance, GoingKey, MatterGlance, StepGlance, StepKey, YearGlance, YearKey
from medreview.domain.goal import Goal
from medreview.domain.progress import step_state
from medreview.domain.wheel import Wheel
from medreview.i18n import LANGUAGES
from medreview.i18n.terms import key_of
from medreview.operations.committees import CommitteeOverview
from medreview.templates import load_template


def glance_of(overview: CommitteeOverview) -> Glance:
    """Return what home shows of a committee."""
    committee, newest = overview.committee, overview.newest
    return Glance(
        committee.id,
        committee.name,
        committee.level_name,
        committee.municipality,
        tuple(YearGlance(one.year, YearKey(key_of(one.state))) for one in overview.reviews),
        tuple(_steps(newest)) if newest else (),
        tuple(_goal(newest, one) for one in newest.open_goals) if newest else (),
        due.meetings(newest) if newest else (),
        due.open_items(newest) if newest else (),
        tuple(MatterGlance(one.text, one.months) for one in overview.wheel.in_order),
        tuple(_busy_days(overview.wheel)),
    )


def _steps(dossier: Dossier) -> Iterator[StepGlance]:
    for step in load_template(dossier.review.template).steps:
        names = {language: step.short.in_language(language) for language in LANGUAGES}
        yield StepGlance(StepKey(key_of(step_state(dossier, step.key))), names)


def _goal(dossier: Dossier, goal: Goal) -> GoalGlance:
    return GoalGlance(goal.text, _going(dossier, goal), goal.baseline, goal.target, goal.unit)


def _going(dossier: Dossier, goal: Goal) -> GoingKey | None:
    """What was noted between the meetings, where it is newer than what the committee judged."""
    if note := newest_note(dossier, goal):
        return GoingKey(key_of(note.course))
    judged = next((one for one in dossier.evaluations if one.goal_id == goal.predecessor_id), None)
    return GoingKey(key_of(judged.outcome)) if judged else None


def _busy_days(wheel: Wheel) -> list[date]:
    deadlines = [one.day for one in due.deadlines(wheel.newest)] if wheel.newest else []
    return sorted({*(one.held_on for one in wheel.meetings if one.held_on), *deadlines})
