"""The agenda of a Danish MED committee: complete, consistent and in three languages."""

from collections.abc import Iterator

import pytest

from medreview.domain.duties import CHECKS
from medreview.domain.template import LANGUAGES, Duty, Item, Step, Template, Wording
from medreview.templates import load_template

STEPS_WITH_DUTIES = {
    "preparation": set(),
    "attendance": {"L6", "AA-3"},
    "look_back": {"L3", "AA-4a", "AA-6a"},
    "status": {"AA-6b", "AA-11", "AA-12", "AA-13"},
    "content": {"L1", "AA-4b"},
    "cooperation": {"L2", "AA-4c"},
    "goals": {"L4", "AA-4d"},
    "expertise": {"L5"},
    "decisions": {"L7"},
    "closing": {"L6", "AA-3"},
}
WITHOUT_ITEM = {"preparation", "attendance", "closing"}
SAME_IN_DANISH_AND_SWEDISH = {"Mål"}
TEMPLATE = load_template("dk-med")


def _sentences(template: Template) -> Iterator[Wording]:
    for step in template.steps:
        yield step.purpose
        yield from step.prompts
    yield from (duty.text for duty in template.duties)
    yield from (item.title for item in _items(template))
    yield from (matter.text for matter in template.wheel)


def _items(template: Template) -> Iterator[Item]:
    yield from template.opening
    yield from (step.item for step in template.steps if step.item)
    yield from template.ending


def test_steps_and_duties_stand_as_in_the_walk() -> None:
    assert [step.key for step in TEMPLATE.steps] == list(STEPS_WITH_DUTIES)
    found = {step.key: {duty.id for duty in TEMPLATE.duties_of(step.key)} for step in TEMPLATE.steps}
    assert found == STEPS_WITH_DUTIES


@pytest.mark.parametrize("duty", TEMPLATE.duties, ids=lambda duty: duty.id)
def test_duty_has_a_check_and_steps_that_exist(duty: Duty) -> None:
    assert duty.check in CHECKS
    assert duty.steps
    assert set(duty.steps) <= set(STEPS_WITH_DUTIES)


def test_every_check_is_asked_for() -> None:
    assert {duty.check for duty in TEMPLATE.duties} == set(CHECKS)


def test_duty_ids_are_unique() -> None:
    ids = [duty.id for duty in TEMPLATE.duties]
    assert len(ids) == len(set(ids))


def test_law_is_cited_by_its_order_and_date() -> None:
    law = [duty for duty in TEMPLATE.duties if duty.id.startswith("L")]
    assert {(duty.source, duty.as_of.isoformat()) for duty in law} == {
        ("BEK nr 1838 af 14/12/2023 om systematisk arbejdsmiljøarbejde", "2024-02-01")
    }


@pytest.mark.parametrize("step", TEMPLATE.steps, ids=lambda step: step.key)
def test_step_fits_the_rail_and_asks_the_room(step: Step) -> None:
    assert all(len(step.short.in_language(language)) <= 14 for language in LANGUAGES)
    assert 2 <= len(step.prompts) <= 6
    assert (step.item is None) == (step.key in WITHOUT_ITEM)


def test_planned_minutes_make_a_meeting_of_two_hours() -> None:
    assert sum(item.minutes for item in _items(TEMPLATE)) == 120


@pytest.mark.parametrize("wording", list(_sentences(TEMPLATE)), ids=lambda wording: wording.en)
def test_sentence_differs_between_the_languages(wording: Wording) -> None:
    assert len({wording.da, wording.sv, wording.en}) == 3


def test_titles_differ_between_danish_and_swedish() -> None:
    same = {step.title.da for step in TEMPLATE.steps if step.title.da == step.title.sv}
    assert same == SAME_IN_DANISH_AND_SWEDISH


@pytest.mark.parametrize("wording", list(_sentences(TEMPLATE)), ids=lambda wording: wording.en)
def test_nothing_claims_an_approval_by_the_authority(wording: Wording) -> None:
    assert "Arbejdstilsynet" not in wording.da
    assert "Arbetsmiljöverket" not in wording.sv


def test_the_wheel_has_what_all_take_up_and_what_is_local_and_leaves_the_summer_free() -> None:
    assert {matter.fixed for matter in TEMPLATE.wheel} == {True, False}
    assert {month for matter in TEMPLATE.wheel for month in matter.months} == set(range(1, 13)) - {7}
    assert all(len(matter.text.in_language(language)) <= 60 for matter in TEMPLATE.wheel for language in LANGUAGES)
