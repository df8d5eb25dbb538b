"""Reasons that the committee is owed: until when, and where they are written once the minutes are approved."""

from datetime import date

from medreview.domain.addendum import Addendum
from medreview.domain.decision import Disagreement
from medreview.domain.review import State
from medreview.i18n import use
from medreview.tui.steps.decisions import reasons_owed
from medreview.tui.widgets.part import Scope
from tests.builders import YEAR, a_full_dossier


def test_in_approved_minutes_it_is_said_that_an_addendum_gives_the_reasons() -> None:
    use("en")
    full = a_full_dossier()
    one = Disagreement(review_id=full.review.id, topic="Vagtplan", decided_on=date(YEAR, 11, 24))
    open_still = full.model_copy(update={"disagreements": (one,)})
    approved = full.review.model_copy(update={"state": State.APPROVED})
    sealed = open_still.model_copy(update={"review": approved})
    addendum = Addendum(
        review_id=full.review.id, number=1, made_on=date(YEAR, 12, 1), reason="Begrundelse", text="Vagtplan: for dyrt"
    )
    assert reasons_owed(Scope(open_still, one)).plain.endswith("(three weeks).")
    assert reasons_owed(Scope(sealed, one)).plain.endswith("Write them in an addendum (Ctrl+P) that names “Vagtplan”.")
    assert not reasons_owed(Scope(sealed.model_copy(update={"addenda": (addendum,)}), one)).plain
