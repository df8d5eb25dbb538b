"""Two years side by side: a goal's chain in one row, figures with what changed, and the form of cooperation."""

from decimal import Decimal

import pytest

from medreview.domain.compare import Comparison, compare
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Continuation, Evaluation, Goal, Outcome
from medreview.domain.history import GoalYear
from medreview.domain.status import Better, Figure, Indicator
from tests.builders import YEAR, a_committee, a_goal, an_empty_dossier, with_goals

COMMITTEE = a_committee()


def a_year(year: int, *goals: Goal, **parts: object) -> Dossier:
    """Return an otherwise empty review of a year."""
    return with_goals(an_empty_dossier(COMMITTEE, year), *goals).model_copy(update=parts)


def goal_of(year: int, text: str, origin: Goal | None = None, position: int = 0) -> Goal:
    """Return a goal of a year, carried on from an earlier one or new."""
    dossier = an_empty_dossier(COMMITTEE, year)
    return a_goal(dossier, text, predecessor_id=origin.id if origin else None, position=position)


def side_by_side(before: Dossier, after: Dossier, *between: Goal, judged: tuple[Evaluation, ...] = ()) -> Comparison:
    """Return the comparison, with goals of the years between."""
    said = {one.goal_id: one for one in judged}
    return compare(before, after, [GoalYear(one, said.get(one.id)) for one in (*before.goals, *between, *after.goals)])


def texts(comparison: Comparison) -> list[tuple[str | None, str | None]]:
    """Return the goals' texts, row by row."""
    sides = ((pair.before, pair.after) for pair in comparison.goals)
    return [(one.goal.text if one else None, other.goal.text if other else None) for one, other in sides]


def test_a_chain_stands_in_one_row_ended_goals_in_their_place_and_new_ones_last() -> None:
    noise, lifts, visits = (goal_of(YEAR - 1, text, position=at) for at, text in enumerate(("Støj", "Lift", "Besøg")))
    before = a_year(YEAR - 1, visits, noise, lifts)
    after = a_year(YEAR, goal_of(YEAR, "Ny"), goal_of(YEAR, "Færre besøg", visits, 2), goal_of(YEAR, "Støj", noise, 1))
    expected = [("Støj", "Støj"), ("Lift", None), ("Besøg", "Færre besøg"), (None, "Ny")]
    assert texts(side_by_side(before, after)) == expected
    assert [pair.newest.text for pair in side_by_side(before, after).goals] == ["Støj", "Lift", "Færre besøg", "Ny"]


def test_a_chain_is_followed_through_the_years_between() -> None:
    first = goal_of(YEAR - 3, "Støj")
    second = goal_of(YEAR - 2, "Mindre støj", first)
    third = goal_of(YEAR - 1, "65 dB", second)
    last = goal_of(YEAR, "60 dB", third)
    assert texts(side_by_side(a_year(YEAR - 3, first), a_year(YEAR, last), second, third)) == [("Støj", "60 dB")]


def test_a_chain_that_leads_in_a_circle_ends() -> None:
    one, other = goal_of(YEAR - 1, "a"), goal_of(YEAR, "b")
    one, other = (
        one.model_copy(update={"predecessor_id": other.id}),
        other.model_copy(update={"predecessor_id": other.id}),
    )
    assert texts(side_by_side(a_year(YEAR - 1, one), a_year(YEAR, other))) == [("a", None), (None, "b")]


def test_a_goal_that_was_closed_is_not_in_the_year_that_closed_it() -> None:
    old = goal_of(YEAR - 1, "Lift")
    judged = Evaluation(
        review_id=old.id, goal_id=old.id, outcome=Outcome.MET, continuation=Continuation.CLOSE, reached=Decimal(3)
    )
    after = a_year(YEAR, goal_of(YEAR, "Lift", old), evaluations=(judged,), last_goals=(old,))
    comparison = side_by_side(a_year(YEAR - 1, old), after, judged=(judged,))
    assert texts(comparison) == [("Lift", None)]
    [pair] = comparison.goals
    assert pair.before is not None
    assert pair.before.judged is judged
    assert pair.before.reached == 3


def with_figures(year: int, name: str = "Sygefravær", better: Better = Better.LOWER, **values: str | None) -> Dossier:
    """Return a review with one key figure: `y2025="5.2"`; None is not yet available."""
    dossier = a_year(year)
    indicator = Indicator(review_id=dossier.review.id, name=name, unit="%", better=better)
    figures = tuple(
        Figure(indicator_id=indicator.id, year=int(one[1:]), value=Decimal(value) if value else None, pending=not value)
        for one, value in values.items()
    )
    return dossier.model_copy(update={"indicators": (indicator,), "figures": figures})


@pytest.mark.parametrize(
    ("better", "value", "is_better"),
    [
        (Better.LOWER, "5.0", True),
        (Better.LOWER, "6", False),
        (Better.HIGHER, "6", True),
        (Better.LOWER, "5.2", None),
    ],
)
def test_a_figure_is_compared_with_the_one_the_earlier_review_knew(
    better: Better, value: str, is_better: bool | None
) -> None:
    before = with_figures(2025, y2023="5.8", y2024="5.2", y2025=None)
    after = with_figures(2026, " sygefravær ", better, y2024="5.2", y2025=value)
    [pair] = side_by_side(before, after).figures
    assert pair.change is not None
    assert (pair.change.since, pair.change.before, pair.change.year) == (2024, Decimal("5.2"), 2025)
    assert pair.change.is_better is is_better


def test_nothing_has_changed_where_no_newer_figure_has_come() -> None:
    [pair] = side_by_side(with_figures(2025, y2024="5.2"), with_figures(2026, y2024="5.2", y2025=None)).figures
    assert pair.is_same
    assert pair.change is None


def test_a_key_figure_the_earlier_review_did_not_follow_is_compared_with_its_own_earlier_years() -> None:
    after = with_figures(2026, y2023="7", y2024="6", y2025="5")
    [pair] = side_by_side(a_year(2025), after).figures
    assert pair.before is not None
    assert (pair.before.year, pair.after and pair.after.year) == (2024, 2025)


def test_a_key_figure_that_is_no_longer_followed_stands_last() -> None:
    before, after = with_figures(2025, "Ulykker", y2024="3"), with_figures(2026, y2025="5.2")
    first, last = side_by_side(before, after).figures
    assert (first.indicator.name, first.before) == ("Sygefravær", None)
    assert (last.indicator.name, last.after) == ("Ulykker", None)


def test_counts_of_the_workplace_assessment_are_told_where_one_year_has_them() -> None:
    before, after = a_year(YEAR - 1), a_year(YEAR)
    noted = after.model_copy(update={"status": after.status.model_copy(update={"apv_raised": 7, "apv_open": 0})})
    counts = side_by_side(before, noted).counts
    assert [(one.field, one.before, one.after) for one in counts] == [("apv_raised", None, 7), ("apv_open", None, 0)]


def test_the_form_tells_what_differs_and_what_stays() -> None:
    before, after = a_year(YEAR - 1), a_year(YEAR)
    was = before.cooperation.model_copy(update={"meetings": 4, "interval": 3, "form": "Møder", "judged": "Godt"})
    now = after.cooperation.model_copy(update={"meetings": 6, "interval": 3, "judged": "Bedre"})
    comparison = side_by_side(
        before.model_copy(update={"cooperation": was}), after.model_copy(update={"cooperation": now})
    )
    assert [(one.field, one.old, one.new) for one in comparison.form] == [("form", "Møder", ""), ("meetings", 4, 6)]
    assert comparison.unchanged == ("interval",)
