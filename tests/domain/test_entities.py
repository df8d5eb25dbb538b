"""The entities' own rules: what belongs together, what contradicts itself, what follows from a field."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from medreview.domain.base import EARLIEST_YEAR, LATEST_YEAR, Entity
from medreview.domain.committee import Committee, Member, Role, Side, SizeClass
from medreview.domain.cooperation import Cooperation, FocusArea
from medreview.domain.decision import Action, ActionStatus, Disagreement
from medreview.domain.expertise import Training
from medreview.domain.goal import Continuation, Evaluation, Goal, Outcome
from medreview.domain.review import AgendaItem, Meeting, Review
from medreview.domain.status import Figure, Indicator, Status
from tests.builders import a_committee, a_member, a_template

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31))

OWNERS: dict[type[Entity], dict[str, Any]] = {
    Member: {"committee_id": uuid4()},
    Goal: {"committee_id": uuid4(), "year": 2026},
    Review: {"committee_id": uuid4(), "year": 2026},
    Figure: {"indicator_id": uuid4(), "year": 2026},
    Evaluation: {"review_id": uuid4(), "goal_id": uuid4()},
    Training: {"review_id": uuid4(), "member_id": uuid4()},
    Committee: {"municipality": "Nordø", "name": "Lokal-MED"},
}


def build(kind: type[Entity], **values: Any) -> Entity:
    """Return an entity with an owner and these values."""
    return kind.model_validate({**OWNERS.get(kind, {"review_id": uuid4()}), **values})


def complaint(kind: type[Entity], **values: Any) -> str:
    """Return what is wrong with such an entity."""
    with pytest.raises(ValidationError) as error:
        build(kind, **values)
    first = error.value.errors()[0]
    return str(first.get("ctx", {}).get("error", first["type"]))


@pytest.mark.parametrize(
    ("kind", "values", "code"),
    [
        (Member, {"joined": MONDAY, "left": MONDAY - timedelta(days=1)}, "left_before_joined"),
        (Meeting, {"starts": time(11), "ends": time(9)}, "end_before_start"),
        (FocusArea, {"starts": MONDAY, "ends": MONDAY - timedelta(days=1)}, "end_before_start"),
        (Figure, {"pending": True, "value": Decimal("5.2")}, "pending_with_value"),
        (Evaluation, {"continuation": Continuation.CLOSE}, "close_without_outcome"),
        (Evaluation, {"outcome": Outcome.DROPPED}, "dropped_but_continued"),
        (Committee, {"name": " "}, "blank"),
        (Committee, {"municipality": ""}, "blank"),
        (Committee, {"longest_interval": 13}, "less_than_equal"),
        (Review, {"year": 1989}, "greater_than_equal"),
        (Goal, {"text": "å" * 20_001}, "string_too_long"),
        (Goal, {"responsible": "å" * 301}, "string_too_long"),
        (Goal, {"baseline_year": 12_026}, "less_than_equal"),
        (AgendaItem, {"minutes": 601}, "less_than_equal"),
        (Cooperation, {"interval": 0}, "greater_than_equal"),
        (Cooperation, {"agenda_weeks": 27}, "less_than_equal"),
        (Training, {"taken": Decimal(-1)}, "greater_than_equal"),
        (Training, {"offered": Decimal("0.001")}, "decimal_max_places"),
        (Status, {"apv_raised": 10**19}, "less_than_equal"),
        (Indicator, {"decimals": 5}, "less_than_equal"),
    ],
)
def test_what_an_entity_cannot_be(kind: type[Entity], values: dict[str, Any], code: str) -> None:
    assert complaint(kind, **values) == code


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Member, {"joined": MONDAY, "left": MONDAY}),
        (Member, {"left": MONDAY}),
        (Meeting, {"starts": time(9), "ends": time(9)}),
        (Meeting, {"ends": time(9)}),
        (FocusArea, {"starts": MONDAY, "ends": MONDAY}),
        (FocusArea, {"ends": MONDAY}),
        (Figure, {"pending": True}),
        (Figure, {"value": Decimal(0)}),
        (Evaluation, {"outcome": Outcome.DROPPED, "continuation": Continuation.CLOSE}),
        (Evaluation, {"outcome": Outcome.TOO_EARLY, "continuation": Continuation.CLOSE}),
        (Evaluation, {"continuation": Continuation.CHANGE}),
    ],
)
def test_what_an_entity_can_just_be(kind: type[Entity], values: dict[str, Any]) -> None:
    entity = build(kind, **values)
    assert {name: getattr(entity, name) for name in values} == values


def test_a_text_that_is_typed_is_cleaned_where_it_enters() -> None:
    member = a_member(a_committee(), " A\u030ase\nBæk\x1b", Role.EMPLOYEE)
    assert member.name == "Åse Bæk\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("role", "side", "is_in_organisation"),
    [
        (Role.MANAGEMENT, Side.MANAGEMENT, False),
        (Role.SUPERVISOR, Side.MANAGEMENT, True),
        (Role.SHOP_STEWARD, Side.EMPLOYEES, False),
        (Role.SAFETY_REPRESENTATIVE, Side.EMPLOYEES, True),
        (Role.EMPLOYEE, Side.EMPLOYEES, False),
        (Role.MINUTE_TAKER, Side.NEITHER, False),
    ],
)
def test_what_follows_from_a_role(role: Role, side: Side, is_in_organisation: bool) -> None:
    assert role.side is side
    assert role.is_in_organisation is is_in_organisation


@pytest.mark.parametrize(
    ("size", "required"), [(SizeClass.UP_TO_9, False), (SizeClass.FROM_10_TO_34, True), (SizeClass.FROM_35, True)]
)
def test_an_organisation_is_required_from_ten_employees(size: SizeClass, required: bool) -> None:
    assert size.has_organisation is required


@given(joined=st.none() | DAYS, left=st.none() | DAYS, day=DAYS)
def test_a_seat_is_held_from_the_first_to_the_last_day(joined: date | None, left: date | None, day: date) -> None:
    if joined and left and left < joined:
        joined, left = left, joined
    member = a_member(a_committee(), "Ali Demir", Role.EMPLOYEE, joined=joined, left=left)
    assert member.sits_on(day) is ((joined or date.min) <= day <= (left or date.max))


@pytest.mark.parametrize(
    ("values", "lacks"),
    [
        ({"outcome": Outcome.NOT_MET}, True),
        ({"outcome": Outcome.NOT_MET, "why": " \n"}, True),
        ({"outcome": Outcome.NOT_MET, "why": "Ingen formand"}, False),
        ({"outcome": Outcome.DROPPED, "continuation": Continuation.CLOSE}, True),
        ({"outcome": Outcome.DROPPED, "continuation": Continuation.CLOSE, "why": "Afdelingen er lukket"}, False),
        ({"outcome": Outcome.PARTLY}, False),
        ({"continuation": Continuation.CHANGE}, True),
        ({"continuation": Continuation.CHANGE, "reason": "Nyt måltal"}, False),
        ({"outcome": Outcome.NOT_MET, "continuation": Continuation.CHANGE, "reason": "Nyt måltal"}, True),
    ],
)
def test_a_reason_is_demanded_for_not_met_dropped_and_changed(values: dict[str, Any], lacks: bool) -> None:
    evaluation = Evaluation(review_id=uuid4(), goal_id=uuid4(), **values)
    assert evaluation.lacks_reason is lacks


def test_only_a_closed_goal_ends() -> None:
    met = Evaluation(review_id=uuid4(), goal_id=uuid4(), outcome=Outcome.MET)
    assert not met.is_closed
    assert met.model_copy(update={"continuation": Continuation.CLOSE}).is_closed


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        (ActionStatus.OPEN, True),
        (ActionStatus.STARTED, True),
        (ActionStatus.DONE, False),
        (ActionStatus.DROPPED, False),
    ],
)
def test_an_action_waits_until_it_is_done_or_dropped(status: ActionStatus, is_open: bool) -> None:
    assert Action(review_id=uuid4(), status=status).is_open is is_open


@pytest.mark.parametrize(
    ("values", "due"),
    [
        ({"decided_on": MONDAY}, date(2026, 12, 14)),
        ({"decided_on": date(2026, 12, 20)}, date(2027, 1, 10)),
        ({"decided_on": MONDAY, "advice_followed": True}, None),
        ({}, None),
    ],
)
def test_reasons_are_due_three_weeks_after_the_decision(values: dict[str, Any], due: date | None) -> None:
    assert Disagreement(review_id=uuid4(), **values).reasons_due == due


def test_a_template_is_asked_by_step_and_language() -> None:
    template = a_template()
    assert template.step("goals").title.in_language("sv") == "goals (sv)"
    assert [duty.id for duty in template.duties_of("look_back")] == ["L3", "AA-6a"]
    assert template.duties_of("preparation") == ()


def test_an_agenda_title_of_the_template_follows_the_language_and_one_s_own_does_not() -> None:
    template = a_template()
    assert template.translated("item goals (da)", "sv") == "item goals (sv)"
    assert template.translated("approval of the agenda (en)", "da") == "approval of the agenda (da)"
    assert template.translated("any other business (da)", "en") == "any other business (en)"
    assert template.translated("Ny parkeringsplads", "sv") == "Ny parkeringsplads"
