"""What is found missing or odd, where it leads, and what alone keeps minutes from being approved."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from medreview.domain.attendance import Presence
from medreview.domain.committee import Side
from medreview.domain.decision import Decision, Disagreement, Result
from medreview.domain.dossier import Dossier
from medreview.domain.findings import Finding, of_review
from medreview.domain.goal import Continuation, Outcome
from medreview.domain.review import AgendaItem, ItemType, State, StepNote
from medreview.domain.template import Step
from medreview.i18n import Translator
from tests.builders import (
    STEPS,
    YEAR,
    a_full_dossier,
    a_goal,
    a_second_year,
    a_template,
    an_empty_dossier,
    with_goals,
    wording,
)

FULL = a_full_dossier()
TEMPLATE = a_template()


def found(dossier: Dossier) -> dict[str, Finding]:
    """Return the findings by their code."""
    return {finding.code: finding for finding in of_review(dossier, TEMPLATE)}


def changed(part: str, **values: Any) -> Dossier:
    """Return the full review with one of its single parts changed."""
    return FULL.model_copy(update={part: getattr(FULL, part).model_copy(update=values)})


def judged(number: int, **values: Any) -> Dossier:
    """Return the full review with one judgement changed."""
    evaluations = list(FULL.evaluations)
    evaluations[number] = evaluations[number].model_copy(update=values)
    return FULL.model_copy(update={"evaluations": tuple(evaluations)})


def without(side: Side) -> Dossier:
    """Return the full review with nobody from that side."""
    away = {member.id for member in FULL.members if member.side is side}
    attendance = tuple(one for one in FULL.attendance if one.member_id not in away)
    return FULL.model_copy(update={"attendance": attendance})


@pytest.mark.parametrize(("years", "told"), [(-1, True), (0, False), (1, False), (2, True)])
def test_a_date_in_another_year_is_pointed_out_where_it_can_hardly_be_meant(years: int, told: bool) -> None:
    (meeting,) = FULL.meetings
    moved = meeting.model_copy(update={"held_on": date(YEAR + years, 11, 24)})
    expected = Finding(
        "another_year",
        "preparation",
        params={"date": moved.held_on, "year": YEAR},
        entry=moved.id,
        field_name="held_on",
    )
    findings = found(FULL.model_copy(update={"meetings": (moved,)}))
    assert findings.get("another_year") == (expected if told else None)


def test_nothing_is_missing_from_a_full_review() -> None:
    assert of_review(FULL, TEMPLATE) == ()


def test_nothing_is_left_to_mend_in_approved_minutes() -> None:
    undecided = FULL.model_copy(update={"decisions": ()})
    assert of_review(undecided, TEMPLATE)
    approved = FULL.review.model_copy(update={"state": State.APPROVED})
    assert of_review(undecided.model_copy(update={"review": approved}), TEMPLATE) == ()


def test_an_empty_first_review_lacks_date_people_and_duties_but_no_judgement() -> None:
    findings = of_review(an_empty_dossier(), TEMPLATE)
    assert {finding.code for finding in findings} == {"no_date", "nobody_present", "duty_not_covered"}
    assert all(finding.blocks for finding in findings)


def test_findings_stand_in_the_order_of_the_steps() -> None:
    steps = [finding.step for finding in of_review(a_second_year(), TEMPLATE)]
    assert steps == sorted(steps, key=STEPS.index)
    assert set(steps) <= set(STEPS)


def test_a_template_may_lack_a_step_that_a_finding_leads_to() -> None:
    short = Step(key="goals", title=wording("a"), short=wording("b"), purpose=wording("c"))
    findings = of_review(an_empty_dossier(), a_template(steps=(short,), duties=()))
    assert [finding.code for finding in findings] == ["no_date", "nobody_present"]


def test_a_review_without_a_date_cannot_be_approved() -> None:
    meetings = tuple(meeting.model_copy(update={"held_on": None}) for meeting in FULL.meetings)
    findings = found(FULL.model_copy(update={"meetings": meetings}))
    assert findings["no_date"] == Finding("no_date", "preparation", blocks=True)


@pytest.mark.parametrize("side", [Side.MANAGEMENT, Side.EMPLOYEES])
def test_a_missing_side_is_told_and_does_not_block(side: Side) -> None:
    finding = Finding("side_missing", "attendance", blocks=False, params={"side": side})
    assert found(without(side)) == {"side_missing": finding}


def test_nobody_present_blocks_and_says_nothing_of_the_sides() -> None:
    absent = tuple(one.model_copy(update={"presence": Presence.ABSENT, "substitute": ""}) for one in FULL.attendance)
    findings = found(FULL.model_copy(update={"attendance": absent}))
    assert findings["nobody_present"].blocks
    assert "side_missing" not in findings


def test_whoever_is_present_needs_nobody_instead() -> None:
    there = next(one for one in FULL.attendance if one.presence is Presence.PRESENT)
    member = next(one for one in FULL.members if one.id == there.member_id)
    both = tuple(one.model_copy(update={"substitute": "Jens Vik"}) if one == there else one for one in FULL.attendance)
    finding = Finding("present_and_replaced", "attendance", params={"member": member.name, "name": "Jens Vik"})
    assert found(FULL.model_copy(update={"attendance": both})) == {"present_and_replaced": finding}


def test_a_goal_that_nobody_judged_is_named() -> None:
    findings = found(judged(0, outcome=Outcome.NOT_ASSESSED))
    text = FULL.last_goals[0].text
    expected = Finding("goal_not_assessed", "look_back", params={"goal": text}, entry=FULL.evaluations[0].id)
    assert findings["goal_not_assessed"] == expected
    assert findings["duty_not_covered"].params == {"duty": "L3"}


def test_a_goal_without_any_judgement_is_named_too() -> None:
    assert "goal_not_assessed" in found(FULL.model_copy(update={"evaluations": FULL.evaluations[1:]}))


@pytest.mark.parametrize(
    "values",
    [
        {"outcome": Outcome.NOT_MET, "why": ""},
        {"outcome": Outcome.DROPPED, "continuation": Continuation.CLOSE, "why": " "},
        {"outcome": Outcome.PARTLY, "continuation": Continuation.CHANGE},
    ],
)
def test_a_missing_reason_is_told_and_does_not_block(values: dict[str, object]) -> None:
    finding = found(judged(1, **values))["reason_missing"]
    params: dict[str, object] = {"goal": FULL.last_goals[1].text}
    assert finding == Finding("reason_missing", "look_back", params=params, entry=FULL.evaluations[1].id)


@pytest.mark.parametrize(
    ("longest", "interval", "too_long"), [(3, 4, True), (3, 3, False), (None, 12, False), (3, None, False)]
)
def test_an_interval_beyond_the_local_rule_is_told(longest: int | None, interval: int | None, too_long: bool) -> None:
    committee = FULL.committee.model_copy(update={"longest_interval": longest})
    dossier = changed("cooperation", interval=interval).model_copy(update={"committee": committee})
    expected = {"interval_too_long": Finding("interval_too_long", "cooperation", params={"interval": 4, "longest": 3})}
    assert found(dossier) == (expected if too_long else {})


def test_a_goal_without_text_is_told_until_it_is_closed() -> None:
    blank = a_goal(FULL, " ")
    assert found(with_goals(FULL, *FULL.goals, blank)) == {"goal_without_text": Finding("goal_without_text", "goals")}
    carried = blank.model_copy(update={"predecessor_id": FULL.last_goals[0].id})
    closed = judged(0, continuation=Continuation.CLOSE)
    assert found(with_goals(closed, FULL.goals[1], carried)) == {}


@pytest.mark.parametrize(
    ("continuation", "values", "is_silent"),
    [
        (Continuation.CONTINUE, {"text": "Højst 4,0 %"}, True),
        (Continuation.CONTINUE, {"target": Decimal("4.0")}, True),
        (Continuation.CONTINUE, {"responsible": "Åse Bæk"}, False),
        (Continuation.CHANGE, {"target": Decimal("4.0")}, False),
    ],
)
def test_a_carried_goal_that_reads_otherwise_must_be_said_to_be_changed(
    continuation: Continuation, values: dict[str, object], is_silent: bool
) -> None:
    goal = FULL.goals[0].model_copy(update=values)
    dossier = with_goals(judged(0, continuation=continuation, reason="Nyt måltal"), goal, *FULL.goals[1:])
    expected = {"goal_changed": Finding("goal_changed", "look_back", params={"goal": goal.text})}
    assert found(dossier) == (expected if is_silent else {})


def test_a_new_goal_has_nothing_to_be_compared_with() -> None:
    unknown = FULL.goals[0].model_copy(update={"predecessor_id": FULL.review.id, "text": "Noget andet"})
    assert "goal_changed" not in found(with_goals(FULL, a_goal(FULL), unknown))


@pytest.mark.parametrize(
    ("values", "is_open"),
    [
        ({}, True),
        ({"management_decision": "Otte uger."}, True),
        ({"management_decision": " ", "decided_on": date(YEAR, 11, 24)}, True),
        ({"management_decision": "Otte uger.", "decided_on": date(YEAR, 11, 24)}, False),
        ({"management_decision": "Tolv uger.", "advice_followed": True}, False),
        ({"advice_followed": True}, True),
    ],
)
def test_a_disagreement_is_open_until_management_has_decided(values: dict[str, Any], is_open: bool) -> None:
    disagreement = Disagreement(review_id=FULL.review.id, topic="Vagtplan", **values)
    findings = found(FULL.model_copy(update={"disagreements": (disagreement,)}))
    expected = Finding("disagreement_open", "decisions", params={"topic": "Vagtplan"}, entry=disagreement.id)
    assert findings.get("disagreement_open") == (expected if is_open else None)


@pytest.mark.parametrize(
    ("values", "entry", "is_missing"),
    [
        (None, "item", True),
        ({"discussion": "Længe."}, "decision", True),
        ({"text": "Godkendt."}, "", False),
        ({"result": Result.POSTPONED}, "", False),
    ],
)
def test_an_item_for_decision_without_a_decision_is_mentioned(
    values: dict[str, Any] | None, entry: str, is_missing: bool
) -> None:
    item = FULL.agenda[0]
    own = [Decision(review_id=FULL.review.id, agenda_item_id=item.id, **values)] if values is not None else []
    places = {"item": item.id, "decision": own[0].id if own else None, "": None}
    expected = Finding(
        "item_undecided", "decisions", params={"item": item.title}, entry=places[entry], field_name="text"
    )
    findings = found(FULL.model_copy(update={"decisions": tuple(own)}))
    assert findings == ({"item_undecided": expected} if is_missing else {})


def test_nothing_is_decided_under_items_for_discussion_without_a_title_or_where_the_sides_disagree() -> None:
    first, *others = FULL.agenda
    discussed = first.model_copy(update={"type": ItemType.DISCUSSION})
    untitled = AgendaItem(review_id=FULL.review.id, type=ItemType.DECISION)
    agenda = (discussed, untitled, *others)
    assert "item_undecided" not in found(FULL.model_copy(update={"decisions": (), "agenda": agenda}))
    differing = FULL.disagreements[0].model_copy(update={"agenda_item_id": first.id})
    assert "item_undecided" not in found(FULL.model_copy(update={"decisions": (), "disagreements": (differing,)}))


@pytest.mark.parametrize(
    ("until", "meets_on", "has_passed"),
    [
        (date(YEAR, 11, 23), date(YEAR, 11, 24), True),
        (date(YEAR, 11, 24), date(YEAR, 11, 24), False),
        (date(YEAR - 1, 12, 31), None, True),
        (date(YEAR, 1, 1), None, False),
        (None, date(YEAR, 11, 24), False),
    ],
)
def test_a_goal_that_goes_on_with_a_deadline_in_the_past_leads_into_the_deadline(
    until: date | None, meets_on: date | None, has_passed: bool
) -> None:
    goal = FULL.goals[0].model_copy(update={"runs_until": until})
    dossier = with_goals(FULL, goal, *FULL.goals[1:])
    meetings = tuple(one.model_copy(update={"held_on": meets_on}) for one in dossier.meetings)
    findings = found(dossier.model_copy(update={"meetings": meetings}))
    params: dict[str, object] = {"goal": goal.text, "date": until}
    expected = Finding("deadline_passed", "goals", params=params, entry=goal.id, field_name="runs_until")
    assert findings.get("deadline_passed") == (expected if has_passed else None)
    assert not expected.blocks


def test_an_uncovered_duty_leads_to_its_usual_step_and_blocks() -> None:
    finding = found(changed("status", absence_prevention=""))["duty_not_covered"]
    assert finding == Finding("duty_not_covered", "status", blocks=True, params={"duty": "AA-13"})


def test_nothing_to_note_lets_the_minutes_be_approved() -> None:
    note = StepNote(review_id=FULL.review.id, step="status", nothing_to_note=True)
    assert found(changed("status", absence_prevention="").model_copy(update={"notes": (note,)})) == {}


def test_every_finding_can_be_said_in_words() -> None:
    dossier = a_second_year()
    dossier = dossier.model_copy(update={"disagreements": (Disagreement(review_id=dossier.review.id, topic="{x}"),)})
    words = Translator("en")
    for finding in (*of_review(dossier, TEMPLATE), *of_review(without(Side.MANAGEMENT), TEMPLATE)):
        assert words.finding(finding.code, **finding.params)
    passed = words.finding("deadline_passed", goal="Ro", date=date(2026, 1, 31))
    assert passed == "The deadline, 31 January 2026, has passed; set a new one: Ro"
    assert words.finding("side_missing", side=Side.MANAGEMENT) == "Nobody from the management side was present."


def test_a_carried_goal_that_reads_otherwise_than_last_year_asks_for_a_word() -> None:
    dossier = a_second_year()
    carried = next(goal for goal in dossier.open_goals if goal.predecessor_id)
    changed = carried.model_copy(update={"text": "Et helt andet mål"})
    goals = tuple(changed if goal is carried else goal for goal in dossier.goals)
    found = of_review(dossier.model_copy(update={"goals": goals}), a_template())
    assert "goal_changed" in [finding.code for finding in found]
    assert "goal_changed" not in [finding.code for finding in of_review(dossier, a_template())]


@pytest.mark.parametrize(("longest", "meetings", "too_few"), [(3, 2, True), (3, 4, False), (2, 5, True), (2, 6, False)])
def test_too_few_meetings_a_year_are_an_interval_too(longest: int, meetings: int, too_few: bool) -> None:
    committee = FULL.committee.model_copy(update={"longest_interval": longest})
    dossier = changed("cooperation", interval=None, meetings=meetings).model_copy(update={"committee": committee})
    assert ("interval_too_long" in found(dossier)) is too_few


def test_a_postponed_item_is_named_with_the_duties_that_wait_for_it() -> None:
    item = next(item for item in FULL.agenda if item.step == "goals")
    put_off = Decision(
        review_id=FULL.review.id, position=99, agenda_item_id=item.id, text="Til januar", result=Result.POSTPONED
    )
    dossier = FULL.model_copy(update={"decisions": (*FULL.decisions, put_off)})
    params: dict[str, object] = {"item": item.title, "duties": "L4"}
    assert of_review(dossier, TEMPLATE) == (Finding("item_postponed", "decisions", blocks=True, params=params),)


def test_methods_that_nobody_judged_name_their_goal() -> None:
    dossier = judged(1, done="", methods_judged=" ", activities_judged="")
    goal, evaluation = dossier.last_goals[1], dossier.evaluations[1]
    [finding] = of_review(dossier, TEMPLATE)
    assert (finding.code, finding.params) == ("methods_not_judged", {"goal": goal.text, "duty": "AA-6a"})
    assert (finding.step, finding.entry, finding.field_name) == ("look_back", evaluation.id, "done")
    assert finding.blocks
