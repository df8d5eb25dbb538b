"""Refusals: a code with parameters, and pydantic's complaints in the same shape."""

import pytest
from pydantic import ValidationError

from medreview.domain.committee import Committee
from medreview.domain.cooperation import Cooperation
from medreview.domain.errors import InvalidField, Refusal, invalid_field
from medreview.domain.goal import Evaluation
from medreview.domain.review import Meeting
from medreview.i18n import Translator
from tests.builders import an_empty_dossier


def refused(kind: type[Committee | Cooperation | Evaluation | Meeting], values: dict[str, object]) -> InvalidField:
    with pytest.raises(ValidationError) as error:
        kind.model_validate(values)
    return invalid_field(kind.__name__, error.value)


def test_a_refusal_says_what_and_with_which_values() -> None:
    refusal = Refusal("year_exists", year=2026)
    assert (refusal.code, refusal.params, str(refusal)) == ("year_exists", {"year": 2026}, "year_exists")


def test_a_limit_is_named_with_the_field_and_its_value() -> None:
    refusal = refused(Cooperation, {"review_id": an_empty_dossier().review.id, "interval": 13})
    assert (refusal.entity, refusal.field, refusal.code) == ("Cooperation", "interval", "less_than_equal")
    assert Translator("en").refusal(refusal.code, **refusal.params) == "The number must be at most 12."


def test_a_text_that_is_too_long_names_the_limit() -> None:
    refusal = refused(Committee, {"municipality": "Nordø", "name": "å" * 301})
    assert "300" in Translator("en").refusal(refusal.code, **refusal.params)


def test_a_rule_of_one_field_keeps_its_code() -> None:
    refusal = refused(Committee, {"municipality": "Nordø", "name": " "})
    assert (refusal.field, refusal.code, refusal.params) == ("name", "blank", {})


def test_a_rule_of_several_fields_names_none() -> None:
    refusal = refused(Meeting, {"review_id": an_empty_dossier().review.id, "starts": "11:00", "ends": "09:00"})
    assert (refusal.entity, refusal.field, refusal.code) == ("Meeting", "", "end_before_start")


def test_the_first_of_several_complaints_is_the_one() -> None:
    assert refused(Committee, {"municipality": "", "name": ""}).field == "municipality"
    assert refused(Committee, {"municipality": "Nordø"}).code == "missing"
