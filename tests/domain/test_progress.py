"""How far each step has come."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from medreview.domain.attendance import Presence
from medreview.domain.base import Entity
from medreview.domain.carry_over import next_review
from medreview.domain.cooperation import FocusArea, PlannedMeeting
from medreview.domain.decision import Action, ActionStatus, Decision, Disagreement, RaisedMatter, Result
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Outcome
from medreview.domain.progress import StepState, step_state
from medreview.domain.review import State, StepNote
from medreview.domain.status import Answer, Figure
from tests.builders import STEPS, YEAR, a_full_dossier, a_goal, a_second_year, a_template, an_empty_dossier

EMPTY = an_empty_dossier()
OWNER: dict[str, Any] = {"review_id": EMPTY.review.id}


def answered(dossier: Dossier) -> set[str]:
    return {step for step in STEPS if step_state(dossier, step) is StepState.ANSWERED}


def filled(dossier: Dossier, part: str, **values: Any) -> Dossier:
    """Return the review with these values in one of its single parts, or in the first entity of a list."""
    whole = getattr(dossier, part)
    if isinstance(whole, tuple):
        changed: object = (whole[0].model_copy(update=values), *whole[1:])
    else:
        changed = whole.model_copy(update=values)
    return dossier.model_copy(update={part: changed})


def test_nothing_is_answered_in_a_first_review_and_every_step_in_a_full_one() -> None:
    assert {step_state(EMPTY, step) for step in STEPS} == {StepState.EMPTY}
    assert answered(a_full_dossier()) == set(STEPS)


@pytest.mark.parametrize(
    ("step", "dossier"),
    [
        ("preparation", filled(EMPTY, "meetings", held_on=date(2026, 11, 24))),
        ("attendance", filled(EMPTY, "attendance", presence=Presence.ABSENT)),
        ("attendance", filled(EMPTY, "attendance", substitute="Per Friis")),
        ("look_back", filled(EMPTY, "cooperation", judged="Godt")),
        ("status", filled(EMPTY, "status", apv_open=0)),
        ("status", EMPTY.model_copy(update={"figures": (Figure(indicator_id=uuid4(), year=2026),)})),
        ("content", filled(EMPTY, "content", works_well="Humøret")),
        ("content", EMPTY.model_copy(update={"focus_areas": (FocusArea(**OWNER),)})),
        ("cooperation", filled(EMPTY, "cooperation", composed=Answer.YES)),
        ("cooperation", EMPTY.model_copy(update={"planned_meetings": (PlannedMeeting(**OWNER),)})),
        ("goals", EMPTY.model_copy(update={"goals": (a_goal(EMPTY),)})),
        ("expertise", filled(EMPTY, "expertise", present=Answer.PARTLY)),
        ("expertise", filled(EMPTY, "training", taken=Decimal("1.5"))),
        ("decisions", EMPTY.model_copy(update={"decisions": (Decision(**OWNER),)})),
        ("decisions", EMPTY.model_copy(update={"actions": (Action(**OWNER),)})),
        ("decisions", EMPTY.model_copy(update={"disagreements": (Disagreement(**OWNER),)})),
        ("decisions", EMPTY.model_copy(update={"raised_matters": (RaisedMatter(**OWNER),)})),
        ("decisions", filled(EMPTY, "closing", communication="Opslag")),
        ("closing", filled(EMPTY, "closing", where_found="Intranettet")),
        ("closing", filled(EMPTY, "review", state=State.APPROVED)),
    ],
)
def test_one_answer_belongs_to_one_step(step: str, dossier: Dossier) -> None:
    assert answered(dossier) == {step}


def test_looking_back_is_answered_by_a_judgement() -> None:
    second = a_second_year()
    assert "look_back" not in answered(second)
    assert "look_back" in answered(filled(second, "evaluations", outcome=Outcome.TOO_EARLY))


CARRIED = ("status", "content", "cooperation", "goals", "decisions")

FROM_LAST_YEAR = next_review(a_full_dossier(), a_template(), YEAR + 1, "da")
FROM_LAST_YEAR = FROM_LAST_YEAR.with_untouched(frozenset(one.id for _, one in FROM_LAST_YEAR.entities()))


def changed(dossier: Dossier, entity: Entity, **values: object) -> Dossier:
    """Return the review after somebody changed an entity."""
    after = dossier.with_changed(entity.model_copy(update=values))
    assert after is not None
    return after


def noted(dossier: Dossier, step: str, **note: Any) -> Dossier:
    written = StepNote(review_id=dossier.review.id, step=step, **note)
    return dossier.model_copy(update={"notes": (written,)})


def decided(dossier: Dossier, step: str, result: Result) -> Dossier:
    item = next(item for item in dossier.agenda if item.step == step)
    decision = Decision(review_id=dossier.review.id, agenda_item_id=item.id, text="Som sidste år", result=result)
    return dossier.model_copy(update={"decisions": (decision,)})


def test_what_only_came_along_from_last_year_answers_nothing() -> None:
    states = {step: step_state(FROM_LAST_YEAR, step) for step in STEPS}
    assert {step for step, state in states.items() if state is StepState.CARRIED_OVER} == set(CARRIED)
    assert set(states.values()) == {StepState.CARRIED_OVER, StepState.EMPTY}


@pytest.mark.parametrize(
    ("step", "dossier"),
    [
        ("status", changed(FROM_LAST_YEAR, FROM_LAST_YEAR.figures[0], value=Decimal(4))),
        ("status", changed(FROM_LAST_YEAR, FROM_LAST_YEAR.status, apv_open=0)),
        ("content", changed(FROM_LAST_YEAR, FROM_LAST_YEAR.focus_areas[0], text="Nyt")),
        ("content", changed(FROM_LAST_YEAR, FROM_LAST_YEAR.content, plan="Trivsel")),
        ("cooperation", changed(FROM_LAST_YEAR, FROM_LAST_YEAR.cooperation, form="Møder")),
        ("goals", changed(FROM_LAST_YEAR, FROM_LAST_YEAR.goals[0], text="Færre dage")),
        ("goals", changed(FROM_LAST_YEAR, FROM_LAST_YEAR.evaluations[0], outcome=Outcome.PARTLY)),
        ("decisions", changed(FROM_LAST_YEAR, FROM_LAST_YEAR.actions[0], status=ActionStatus.DONE)),
    ],
)
def test_a_change_of_what_came_along_takes_the_step_up(step: str, dossier: Dossier) -> None:
    assert step_state(dossier, step) is StepState.ANSWERED


@pytest.mark.parametrize("step", CARRIED)
def test_a_word_about_what_came_along_takes_the_step_up(step: str) -> None:
    assert step_state(noted(FROM_LAST_YEAR, step, note="Uændret"), step) is StepState.ANSWERED
    assert step_state(noted(FROM_LAST_YEAR, step, nothing_to_note=True), step) is StepState.NOTHING_TO_NOTE


@pytest.mark.parametrize(
    ("result", "state"),
    [
        (Result.ENDORSED, StepState.ANSWERED),
        (Result.POSTPONED, StepState.POSTPONED),
        (Result.WITHDRAWN, StepState.CARRIED_OVER),
    ],
)
def test_a_decision_under_the_item_takes_its_step_up(result: Result, state: StepState) -> None:
    assert step_state(decided(FROM_LAST_YEAR, "cooperation", result), "cooperation") is state


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("note", "state"),
    [
        ({"note": "Drøftet"}, StepState.ANSWERED),
        ({"note": "Drøftet", "nothing_to_note": True}, StepState.ANSWERED),
        ({"nothing_to_note": True}, StepState.NOTHING_TO_NOTE),
        ({"note": " \n"}, StepState.EMPTY),
    ],
)
def test_a_note_answers_its_step_and_nothing_to_note_is_a_state_of_its_own(
    step: str, note: dict[str, Any], state: StepState
) -> None:
    assert step_state(noted(EMPTY, step, **note), step) is state


def test_a_step_whose_item_is_postponed_is_not_answered() -> None:
    item = next(item for item in EMPTY.agenda if item.step == "goals")
    put_off = Decision(**OWNER, agenda_item_id=item.id, result=Result.POSTPONED)
    dossier = EMPTY.model_copy(update={"goals": (a_goal(EMPTY),), "decisions": (put_off,)})
    assert step_state(dossier, "goals") is StepState.POSTPONED
