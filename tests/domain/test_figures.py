"""Arithmetic of goals and key figures: the published cases, the edges, and what must hold for any figures."""

from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.base import AMOUNT_LIMIT
from medreview.domain.figures import (
    BLOCKS,
    GAP,
    Direction,
    Progress,
    change_of,
    days_per_post,
    trend,
    yearly,
)
from medreview.domain.status import Better, Figure

amounts = st.decimals(min_value=-AMOUNT_LIMIT, max_value=AMOUNT_LIMIT, places=6)


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def progress(baseline: str | None, target: str | None, reached: str | None) -> Progress:
    return Progress(decimal(baseline), decimal(target), decimal(reached))


def figures(**values: str | None) -> list[Figure]:
    """Return one figure per year: `y2018="5.3"`; None is not yet available."""
    indicator = uuid4()
    return [
        Figure(indicator_id=indicator, year=int(year[1:]), value=decimal(value), pending=value is None)
        for year, value in values.items()
    ]


@pytest.mark.parametrize(
    ("figures", "direction", "percent", "points", "distance", "is_reached", "share"),
    [
        pytest.param(("100", "80", "94.7"), Direction.DOWN, "-5.3", "-5.3", "14.7", False, "26.5", id="accidents"),
        pytest.param(("60", "65", "66"), Direction.UP, "10", "6", "1", True, "120", id="social capital, beyond"),
        pytest.param(("50", "65", "65"), Direction.UP, "30", "15", "0", True, "100", id="exactly there"),
        pytest.param(("50", "60", "48"), Direction.UP, "-4", "-2", "-12", False, "-20", id="the wrong way"),
        pytest.param(("12", "11", "9"), Direction.DOWN, "-25", "-3", "-2", True, "300", id="below a ceiling"),
        pytest.param(("4", "4", "4"), Direction.HOLD, "0", "0", "0", True, None, id="held"),
        pytest.param(("4", "4", "5"), Direction.HOLD, "25", "1", "1", False, None, id="not held"),
        pytest.param(("0", "5", "2"), Direction.UP, None, "2", "-3", False, "40", id="baseline of nought"),
        pytest.param(("-10", "-5", "-8"), Direction.UP, "20", "2", "-3", False, "40", id="negative baseline"),
    ],
)
def test_progress_of_a_goal_with_all_figures(
    figures: tuple[str, str, str],
    direction: Direction,
    percent: str | None,
    points: str,
    distance: str,
    is_reached: bool,
    share: str | None,
) -> None:
    got = progress(*figures)
    assert got.direction is direction
    assert got.change_percent == decimal(percent)
    assert got.change_points == Decimal(points)
    assert got.distance == Decimal(distance)
    assert got.is_reached is is_reached
    assert got.share_percent == decimal(share)


@pytest.mark.parametrize(
    ("baseline", "target", "reached"),
    [(None, None, None), ("5", None, None), (None, "5", None), ("5", "4", None)],
)
def test_nothing_follows_from_a_figure_that_is_missing(
    baseline: str | None, target: str | None, reached: str | None
) -> None:
    got = progress(baseline, target, reached)
    assert (got.change_points, got.change_percent, got.distance, got.is_reached, got.share_percent) == (None,) * 5


def test_without_a_baseline_only_the_exact_target_counts_as_reached() -> None:
    assert progress(None, "5", "5").is_reached is True
    assert progress(None, "5", "4").is_reached is None
    assert progress(None, "5", "4").distance == Decimal(-1)


def test_without_a_target_the_change_still_shows() -> None:
    got = progress("5.2", None, "4.9")
    assert got.direction is None
    assert got.change_points == Decimal("-0.3")
    assert got.share_percent is None


@given(baseline=amounts, target=amounts, reached=amounts)
def test_the_figures_of_a_goal_never_contradict_each_other(
    baseline: Decimal, target: Decimal, reached: Decimal
) -> None:
    got = Progress(baseline, target, reached)
    if got.share_percent is not None:
        assert got.is_reached is (got.share_percent >= 100)
    else:
        assert got.direction is Direction.HOLD
        assert got.is_reached is (reached == target)


@given(baseline=amounts, target=amounts)
def test_a_goal_at_its_target_is_reached_and_at_its_baseline_has_gone_nowhere(
    baseline: Decimal, target: Decimal
) -> None:
    assert Progress(baseline, target, target).is_reached is True
    assert Progress(baseline, target, baseline).change_points == 0


def test_absence_in_per_cent_and_in_days_as_published() -> None:
    assert days_per_post(Decimal("5.3")).quantize(Decimal("0.1")) == Decimal("12.0")


def test_change_against_the_year_before() -> None:
    change = change_of(figures(y2018="4.29", y2019="3.85"), Better.LOWER)
    assert change is not None
    assert (change.year, change.since) == (2019, 2018)
    assert change.points == Decimal("-0.44")
    assert change.percent is not None
    assert change.percent.quantize(Decimal("0.1")) == Decimal("-10.3")
    assert change.is_better is True


@pytest.mark.parametrize(
    ("before", "value", "better", "is_better"),
    [
        ("5", "6", Better.LOWER, False),
        ("5", "6", Better.HIGHER, True),
        ("6", "5", Better.HIGHER, False),
        ("5", "5.0", Better.HIGHER, None),
        ("5", "5.0", Better.LOWER, None),
    ],
)
def test_better_depends_on_which_way_is_better(before: str, value: str, better: Better, is_better: bool | None) -> None:
    change = change_of(figures(y2024=before, y2025=value), better)
    assert change is not None
    assert change.is_better is is_better


def test_change_skips_years_without_a_value_and_the_order_of_typing() -> None:
    change = change_of(figures(y2026=None, y2025="16.7", y2022="15.0", y2023=None), Better.LOWER)
    assert change is not None
    assert (change.year, change.value, change.since, change.before) == (2025, Decimal("16.7"), 2022, Decimal("15.0"))


def test_change_from_nought_has_points_but_no_per_cent() -> None:
    change = change_of(figures(y2024="0", y2025="3"), Better.LOWER)
    assert change is not None
    assert (change.points, change.percent) == (Decimal(3), None)


def test_one_value_is_no_change() -> None:
    assert change_of([], Better.LOWER) is None
    assert change_of(figures(y2024="5", y2025=None), Better.LOWER) is None


def test_yearly_fills_the_years_between() -> None:
    assert yearly(figures(y2018="5.3", y2015="4.3", y2016=None)) == (Decimal("4.3"), None, None, Decimal("5.3"))
    assert yearly([]) == ()


@pytest.mark.parametrize(
    ("values", "picture"),
    [
        ([], ""),
        ([None, None], "  "),
        (["5"], "▄"),
        (["5", "5", None, "5"], "▄▄ ▄"),
        (["0", "1", "2", "3", "4", "5", "6", "7"], "___▄▄███"),
        (["4.3", None, "5.2", "5.3"], "_ ██"),
        (["-1", "1"], "_█"),
    ],
)
def test_trend_as_a_picture(values: list[str | None], picture: str) -> None:
    assert trend([decimal(value) for value in values]) == picture


@given(st.lists(st.none() | amounts))
def test_trend_has_one_character_for_each_value_and_keeps_their_order(values: list[Decimal | None]) -> None:
    picture = trend(values)
    assert len(picture) == len(values)
    assert [mark == GAP for mark in picture] == [value is None for value in values]
    heights = [BLOCKS.index(mark) for _, mark in sorted(_known(values, picture))]
    assert heights == sorted(heights)


def _known(values: list[Decimal | None], picture: str) -> list[tuple[Decimal, str]]:
    return [(value, mark) for value, mark in zip(values, picture, strict=True) if value is not None]
