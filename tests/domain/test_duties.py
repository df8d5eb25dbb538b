"""Each duty of law and agreement: what covers it, what does not, and what "nothing to note" does."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from medreview.domain.attendance import Presence
from medreview.domain.carry_over import next_review
from medreview.domain.cooperation import FocusArea, PlannedMeeting
from medreview.domain.decision import Decision, Disagreement, Result
from medreview.domain.dossier import Dossier
from medreview.domain.duties import CHECKS, Coverage, coverage
from medreview.domain.goal import Outcome
from medreview.domain.review import StepNote
from medreview.domain.status import Answer, Figure
from medreview.domain.template import Duty
from tests.builders import STEPS, YEAR, a_full_dossier, a_goal, a_second_year, a_template, an_empty_dossier

EMPTY = an_empty_dossier()
SECOND = a_second_year()
DAY = date(YEAR, 11, 24)


def covered(dossier: Dossier) -> set[str]:
    """Return the checks that the review passes."""
    return {name for name, check in CHECKS.items() if check(dossier)}


def filled(dossier: Dossier, part: str, **values: Any) -> Dossier:
    """Return the review with these values in one of its single parts, or in every entity of a list."""
    whole = getattr(dossier, part)
    changed = (
        tuple(one.model_copy(update=values) for one in whole)
        if isinstance(whole, tuple)
        else whole.model_copy(update=values)
    )
    return dossier.model_copy(update={part: changed})


def with_parts(dossier: Dossier, **parts: tuple[Any, ...]) -> Dossier:
    return dossier.model_copy(update=parts)


def a_disagreement(**values: Any) -> Disagreement:
    return Disagreement(review_id=EMPTY.review.id, **values)


LAWFUL_FROM_THE_START = {"goals_assessed", "methods_assessed", "reasons_promised"}
"""Without goals last year and without disagreement there is nothing to judge and nothing to give reasons for."""


def test_an_empty_first_review_covers_only_what_cannot_be_missing() -> None:
    assert covered(EMPTY) == LAWFUL_FROM_THE_START


def test_a_full_review_covers_every_duty() -> None:
    assert covered(a_full_dossier()) == set(CHECKS)


@pytest.mark.parametrize(
    ("check", "dossier"),
    [
        ("content_planned", filled(EMPTY, "content", plan="Trivsel")),
        ("content_planned", with_parts(EMPTY, focus_areas=(FocusArea(review_id=EMPTY.review.id, title="Vold"),))),
        ("form_and_intervals_decided", filled(EMPTY, "cooperation", form="Møder", interval=3)),
        ("form_and_intervals_decided", filled(EMPTY, "cooperation", form="Møder", meetings=4)),
        (
            "form_and_intervals_decided",
            with_parts(
                filled(EMPTY, "cooperation", form="Møder"),
                planned_meetings=(PlannedMeeting(review_id=EMPTY.review.id, held_on=DAY),),
            ),
        ),
        ("goals_set", with_parts(EMPTY, goals=(a_goal(EMPTY),))),
        ("expertise_discussed", filled(EMPTY, "expertise", present=Answer.NO)),
        ("held_in_writing", filled(filled(EMPTY, "meetings", held_on=DAY), "attendance", presence=Presence.PRESENT)),
        ("held_in_writing", filled(filled(EMPTY, "meetings", held_on=DAY), "attendance", substitute="Per Friis")),
        ("figures_known", with_parts(EMPTY, figures=(Figure(indicator_id=uuid4(), year=YEAR, value=Decimal("5.2")),))),
        ("figures_known", with_parts(EMPTY, figures=(Figure(indicator_id=uuid4(), year=YEAR, pending=True),))),
        ("workplace_assessed", filled(EMPTY, "status", apv_open=0)),
        ("workplace_assessed", filled(EMPTY, "status", apv_comment="Ny APV til foråret")),
        ("guideline_followed", filled(EMPTY, "status", guideline_adapted=Answer.NO)),
        ("guideline_followed", filled(EMPTY, "status", guideline_effort="Kursus i konflikter")),
        ("absence_prevented", filled(EMPTY, "status", absence_prevention="Samtaler")),
    ],
)
def test_one_answer_covers_one_duty(check: str, dossier: Dossier) -> None:
    assert covered(dossier) == LAWFUL_FROM_THE_START | {check}


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("content", {"plan": " \n"}),
        ("cooperation", {"form": "Møder"}),
        ("cooperation", {"form": " ", "interval": 3}),
        ("meetings", {"held_on": DAY}),
        ("attendance", {"presence": Presence.PRESENT}),
        ("status", {"apv_comment": " "}),
        ("status", {"guideline_effort": " "}),
        ("status", {"absence_prevention": "\n"}),
        ("status", {"guideline_on": DAY}),
    ],
)
def test_half_an_answer_covers_nothing(part: str, values: dict[str, Any]) -> None:
    assert covered(filled(EMPTY, part, **values)) == LAWFUL_FROM_THE_START


def test_a_figure_without_a_value_is_no_figure() -> None:
    dossier = with_parts(EMPTY, figures=(Figure(indicator_id=uuid4(), year=YEAR),))
    assert "figures_known" not in covered(dossier)


def test_a_goal_without_text_is_no_goal() -> None:
    assert "goals_set" not in covered(with_parts(EMPTY, goals=(a_goal(EMPTY, " "),)))


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.NOT_ASSESSED])
def test_every_goal_of_last_year_must_be_judged(outcome: Outcome) -> None:
    assert "goals_assessed" not in covered(SECOND)
    first, second = SECOND.evaluations
    judged = first.model_copy(update={"outcome": outcome})
    assert "goals_assessed" not in covered(with_parts(SECOND, evaluations=(judged, second)))
    assert "goals_assessed" in covered(filled(SECOND, "evaluations", outcome=outcome))
    assert "goals_assessed" not in covered(with_parts(SECOND, evaluations=(judged,)))


@pytest.mark.parametrize("field", ["done", "methods_judged", "activities_judged"])
def test_methods_and_activities_of_every_goal_must_be_judged(field: str) -> None:
    assert "methods_assessed" not in covered(SECOND)
    assert "methods_assessed" not in covered(filled(SECOND, "evaluations", **{field: " \n"}))
    assert "methods_assessed" in covered(filled(SECOND, "evaluations", **{field: "Samtaler holdt"}))
    assert "methods_assessed" not in covered(with_parts(SECOND, evaluations=()))


@pytest.mark.parametrize(
    ("disagreement", "is_covered"),
    [
        (a_disagreement(), False),
        (a_disagreement(decided_on=DAY), True),
        (a_disagreement(advice_followed=True), True),
    ],
)
def test_a_disagreement_needs_a_day_from_which_the_three_weeks_run(
    disagreement: Disagreement, is_covered: bool
) -> None:
    assert ("reasons_promised" in covered(with_parts(EMPTY, disagreements=(disagreement,)))) is is_covered


def duty(check: str, *steps: str) -> Duty:
    return a_template().duties[0].model_copy(update={"check": check, "steps": steps})


def noted(**values: Any) -> Dossier:
    return with_parts(EMPTY, notes=(StepNote(review_id=EMPTY.review.id, **values),))


def test_nothing_to_note_is_neither_covered_nor_missing() -> None:
    nothing = noted(step="status", nothing_to_note=True)
    assert coverage(nothing, duty("workplace_assessed", "status")) is Coverage.NOTHING_TO_NOTE
    assert coverage(nothing, duty("workplace_assessed", "closing", "status")) is Coverage.NOTHING_TO_NOTE
    assert coverage(nothing, duty("content_planned", "content")) is Coverage.NOT_COVERED


def test_a_note_alone_covers_nothing() -> None:
    assert coverage(noted(step="status", note="Drøftet"), duty("figures_known", "status")) is Coverage.NOT_COVERED


def test_an_answer_counts_even_where_nothing_was_to_be_noted() -> None:
    dossier = filled(noted(step="status", nothing_to_note=True), "status", apv_open=2)
    assert coverage(dossier, duty("workplace_assessed", "status")) is Coverage.COVERED


def test_a_duty_must_name_a_step_of_its_template() -> None:
    template = a_template()
    with pytest.raises(ValueError, match="lunch"):
        a_template(duties=(duty("goals_set", "goals", "lunch"),))
    with pytest.raises(ValueError, match="at least 1"):
        Duty.model_validate({**template.duties[0].model_dump(), "steps": ()})
    assert {step for one in template.duties for step in one.steps} <= set(STEPS)


def test_what_came_along_from_last_year_covers_nothing_until_something_is_said_to_it() -> None:
    begun = next_review(a_full_dossier(), a_template(), YEAR + 1, "da")
    covered = {duty.check for duty in a_template().duties if coverage(begun, duty) is Coverage.COVERED}
    assert covered <= {"reasons_promised", "guideline_followed", "figures_known"}


def put_off(dossier: Dossier, step: str, *results: Result) -> Dossier:
    """Return the review with decisions of these results, one after the other, under the item of a step."""
    item = next(item for item in dossier.agenda if item.step == step)
    decisions = tuple(
        Decision(review_id=dossier.review.id, position=at, agenda_item_id=item.id, text="x", result=result)
        for at, result in enumerate(results)
    )
    return with_parts(dossier, decisions=(*decisions, Decision(review_id=dossier.review.id, agenda_item_id=item.id)))


@pytest.mark.parametrize(
    ("results", "state"),
    [
        ((Result.POSTPONED,), Coverage.POSTPONED),
        ((Result.DECIDED, Result.POSTPONED), Coverage.POSTPONED),
        ((Result.POSTPONED, Result.DECIDED), Coverage.COVERED),
        ((Result.WITHDRAWN,), Coverage.NOT_COVERED),
    ],
)
def test_what_is_postponed_is_not_done_until_it_is_taken_up(results: tuple[Result, ...], state: Coverage) -> None:
    dossier = put_off(with_parts(EMPTY, goals=(a_goal(EMPTY),)), "goals", *results)
    assert coverage(dossier, duty("goals_set", "goals")) is state
    assert coverage(dossier, duty("goals_assessed", "look_back")) is Coverage.COVERED


def test_nothing_to_note_does_not_do_what_was_postponed() -> None:
    dossier = put_off(noted(step="goals", nothing_to_note=True), "goals", Result.POSTPONED)
    assert coverage(dossier, duty("goals_set", "goals")) is Coverage.POSTPONED
    assert not Coverage.POSTPONED.is_treated
