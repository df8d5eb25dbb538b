"""Two figures compared in words: the difference in their unit and in per cent."""

from decimal import Decimal

import pytest

from medreview.domain.figures import Change
from medreview.i18n import Translator
from medreview.minutes import arithmetic


@pytest.mark.parametrize(
    ("before", "value", "unit", "is_better", "said"),
    [
        ("5.5", "5.2", "%", True, "0.3 percentage points (5.5%) lower, better"),
        ("12", "15", "accidents", False, "3 accidents (25.0%) higher, worse"),
        ("0", "2", "", None, "2 higher"),
        ("4", "4", "%", None, "unchanged"),
        ("-2", "-1", "°C", True, "1 °C (50.0%) higher, better"),
    ],
)
def test_a_change_is_told_in_the_unit_and_in_per_cent(
    before: str, value: str, unit: str, is_better: bool | None, said: str
) -> None:
    change = Change(2026, Decimal(value), 2025, Decimal(before), is_better)
    assert arithmetic.compared(Translator("en"), change, unit) == said


def test_figures_have_the_decimals_of_their_key_figure() -> None:
    change = Change(2026, Decimal("5.25"), 2025, Decimal("5.5"), True)
    assert arithmetic.compared(Translator("en"), change, "days", 1).startswith("0.2 days")
