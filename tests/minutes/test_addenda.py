"""Addenda stand after the approval in every document that tells of it."""

from datetime import date

import pytest

from medreview.domain.addendum import Addendum
from medreview.minutes.choices import Kind
from tests.minutes.everything import everything
from tests.minutes.worlds import approved, document, facts_in, section

REVIEW = approved(everything())
ADDENDUM = Addendum(
    review_id=REVIEW.review.id,
    number=1,
    made_on=date(2026, 12, 24),
    reason="Fejl",
    text="4,9 i stedet",
    by="Karen Lund",
)
WITH = REVIEW.model_copy(update={"addenda": (ADDENDUM,)})


@pytest.mark.parametrize("kind", [Kind.MINUTES, Kind.DECISIONS, Kind.PROOF])
def test_an_addendum_is_shown_with_its_date_and_reason(kind: Kind) -> None:
    told = facts_in(section(document(WITH, kind=kind), "Addendum 1, 24 December 2026"))
    assert told == {"Reason": "Fejl", "Addition or correction": "4,9 i stedet", "Written by": "Karen Lund"}


def test_nobody_is_named_where_no_names_are_wanted() -> None:
    blocks = section(document(WITH, names=False), "Addendum 1, 24 December 2026")
    assert "Karen Lund" not in facts_in(blocks).values()
