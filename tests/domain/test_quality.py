"""Advice for a goal: each quality alone, and that a wish is told from a goal in three languages."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.goal import Activity, Goal
from medreview.domain.quality import MOST_WORDS, hints
from medreview.i18n import Translator
from medreview.i18n.sentences import HINTS


def missing(text: str = "", *, activity: str = "", has_focus_areas: bool = True, **values: Any) -> set[str]:
    """Return the codes of the qualities that such a goal lacks."""
    goal = Goal(committee_id=uuid4(), year=2026, text=text, **values)
    activities = [Activity(goal_id=goal.id, what=activity)]
    return {hint.code for hint in hints(goal, activities, has_focus_areas) if not hint.satisfied}


def test_an_empty_goal_lacks_everything_there_is_advice_for() -> None:
    assert missing() == set(HINTS)


def test_a_goal_that_lacks_nothing() -> None:
    values: dict[str, Any] = {"responsible": "Åse Bæk", "runs_until": date(2027, 11, 1), "focus_area_id": uuid4()}
    assert missing("Højst 4,5 % sygefravær", activity="Omsorgssamtaler", target=Decimal("4.5"), **values) == set()


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("measurable", {"target": Decimal(0)}),
        ("measurable", {"criterion": "Spørgeskema i maj"}),
        ("responsible", {"responsible": "Formandskabet"}),
        ("deadline", {"runs_until": date(2027, 11, 1)}),
        ("linked", {"focus_area_id": uuid4()}),
        ("activities", {"activity": "Kursus"}),
    ],
)
def test_each_quality_is_met_by_its_own_field(code: str, values: dict[str, Any]) -> None:
    assert set(HINTS) - missing(**values) == {code}


@pytest.mark.parametrize(
    ("carried", "runs_until", "has_deadline"),
    [
        (False, date(2026, 12, 31), True),
        (True, date(2026, 12, 31), False),
        (True, date(2027, 1, 1), True),
        (True, None, False),
    ],
)
def test_a_goal_carried_on_needs_a_deadline_of_its_own(
    carried: bool, runs_until: date | None, has_deadline: bool
) -> None:
    values: dict[str, Any] = {"predecessor_id": uuid4() if carried else None, "runs_until": runs_until}
    assert ("deadline" not in missing(**values)) is has_deadline


def test_without_focus_areas_there_is_nothing_to_link_to() -> None:
    goal = Goal(committee_id=uuid4(), year=2026)
    assert "linked" not in {hint.code for hint in hints(goal, [], has_focus_areas=False)}


@pytest.mark.parametrize(
    "text",
    [
        "Alle nye kolleger får en mentor",
        "Bedre trivsel: mindst 65 point i målingen",
        "Alla arbetsplatser har gått skyddsrond",
        "Every team has gone through the guideline on violence",
        "Fire møder, og dagsordenen ud to uger før",
    ],
)
def test_a_goal_that_everybody_understands(text: str) -> None:
    assert "clear" not in missing(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Trivsel",
        "Færre ulykker",
        "Vi vil have bedre trivsel",
        "Vi ska få bättre trivsel",
        "We want better well-being",
        "STYRKE samarbejdet i udvalget.",
        " ".join(["ord"] * (MOST_WORDS + 1)),
    ],
)
def test_a_wish_is_not_clear(text: str) -> None:
    assert "clear" in missing(text)


@pytest.mark.parametrize("values", [{"target": Decimal(65)}, {"criterion": "Målingen i maj viser fremgang"}])
def test_a_wish_becomes_clear_when_it_says_how_much_or_how_it_is_judged(values: dict[str, Any]) -> None:
    assert "clear" not in missing("Vi vil have bedre trivsel", **values)


@given(text=st.text(max_size=2000), has_focus_areas=st.booleans())
def test_there_is_always_the_same_advice_and_a_sentence_for_each(text: str, has_focus_areas: bool) -> None:
    goal = Goal(committee_id=uuid4(), year=2026, text=text)
    found = [hint.code for hint in hints(goal, [], has_focus_areas)]
    assert set(found) == set(HINTS) - (set() if has_focus_areas else {"linked"})
    assert all(Translator("en").hint(code) for code in found)


def test_a_carried_goal_needs_a_deadline_of_its_own() -> None:
    assert "deadline" in missing(predecessor_id=uuid4(), runs_until=date(2026, 12, 31))
    assert "deadline" not in missing(predecessor_id=uuid4(), runs_until=date(2027, 12, 31))
