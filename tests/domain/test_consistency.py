"""Whether a dossier from outside hangs together."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from medreview.domain.consistency import contradictions, dangling, places, repeated
from medreview.domain.dossier import Dossier
from medreview.domain.review import State
from tests.builders import YEAR, a_full_dossier, a_second_year, a_template, an_empty_dossier

FULL = a_full_dossier()
TEMPLATE = a_template()
KEYS = [
    (place, name)
    for place, part, entity in places(FULL)
    for name in type(entity).model_fields
    if name.endswith("_id") and getattr(entity, name) is not None
]


def changed(place: str, **values: Any) -> Dossier:
    """Return the full review with other values in the entity at that place: `closing` or `goals.1`."""
    part, _, number = place.partition(".")
    whole = getattr(FULL, part)
    if not number:
        return FULL.model_copy(update={part: whole.model_copy(update=values)})
    entities = list(whole)
    entities[int(number)] = entities[int(number)].model_copy(update=values)
    return FULL.model_copy(update={part: tuple(entities)})


@pytest.mark.parametrize("dossier", [an_empty_dossier(), a_second_year(), FULL], ids=["first", "second", "full"])
def test_a_dossier_of_the_program_itself_hangs_together(dossier: Dossier) -> None:
    assert list(dangling(dossier)) == []
    assert list(repeated(dossier)) == []
    assert list(contradictions(dossier, TEMPLATE)) == []


def test_every_entity_has_its_place() -> None:
    assert [entity for _, _, entity in places(FULL)] == [entity for _, entity in FULL.entities()]
    assert len({place for place, _, _ in places(FULL)}) == len(list(places(FULL)))
    assert "committee" in {place for place, _, _ in places(FULL)}
    assert ("goals.1", "goals", FULL.goals[1]) in list(places(FULL))


@pytest.mark.parametrize(("place", "name"), KEYS)
def test_an_id_that_refers_to_nothing_is_named_by_its_place(place: str, name: str) -> None:
    assert list(dangling(changed(place, **{name: uuid4()}))) == [f"{place}.{name}"]


@pytest.mark.parametrize(
    ("place", "name"),
    [("last_goals.0", "focus_area_id"), ("last_goals.0", "predecessor_id"), ("actions.0", "predecessor_id")],
)
def test_links_into_earlier_years_lead_out_of_the_dossier(place: str, name: str) -> None:
    assert list(dangling(changed(place, **{name: uuid4()}))) == []


def test_a_judgement_is_of_one_of_last_year_s_goals() -> None:
    assert list(dangling(changed("evaluations.0", goal_id=FULL.goals[0].id))) == ["evaluations.0.goal_id"]


def test_an_id_stands_once() -> None:
    assert list(repeated(changed("goals.1", id=FULL.goals[0].id))) == ["goals.1"]
    assert list(repeated(changed("closing", id=FULL.review.id))) == ["closing"]


@pytest.mark.parametrize("part", ["notes", "attendance", "evaluations", "figures", "training"])
def test_one_thing_is_said_once(part: str) -> None:
    said = getattr(FULL, part)
    again = said[0].model_copy(update={"id": uuid4()})
    assert list(repeated(FULL.model_copy(update={part: (*said, again)}))) == [f"{part}.{len(said)}"]


@pytest.mark.parametrize(
    ("place", "values", "named"),
    [
        ("review", {"state": State.APPROVED}, "review.approved_on"),
        (
            "review",
            {"state": State.APPROVED, "approved_on": date(YEAR, 12, 1), "approved_by": " "},
            "review.approved_on",
        ),
        ("notes.0", {"step": "lunch"}, "notes.0.step"),
        ("agenda.1", {"step": "lunch"}, "agenda.1.step"),
        ("goals.0", {"year": YEAR - 1}, "goals.0.year"),
        ("last_goals.1", {"year": YEAR}, "last_goals.1"),
    ],
)
def test_a_contradiction_is_named_by_its_place(place: str, values: dict[str, Any], named: str) -> None:
    assert list(contradictions(changed(place, **values), TEMPLATE)) == [named]


def test_every_goal_looked_back_on_has_its_judgement() -> None:
    unjudged = FULL.model_copy(update={"evaluations": FULL.evaluations[:1]})
    assert list(contradictions(unjudged, TEMPLATE)) == ["last_goals.1"]


def test_an_approval_by_somebody_on_a_day_is_no_contradiction() -> None:
    approved = {"state": State.APPROVED, "approved_on": date(YEAR, 12, 1), "approved_by": "Karen Lund, Bo Ørsted"}
    assert list(contradictions(changed("review", **approved), TEMPLATE)) == []
