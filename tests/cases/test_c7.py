"""C7: a university department's minutes in English, approved with amendments, while the screens are Danish."""

from datetime import date

import pytest

from medreview import i18n
from medreview.domain.committee import Language, Office, Role
from medreview.domain.decision import Decision, Result
from medreview.domain.errors import Refusal
from medreview.domain.review import State
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from tests.cases.acts import check_minutes, hold, item_of, nothing_to_note, set_goal, set_up, text_minutes

SEATS = {
    "Ingrid Vold": (Role.MANAGEMENT, Office.CHAIR),
    "James Okoro": (Role.SHOP_STEWARD, Office.VICE_CHAIR),
    "Wei Zhang": (Role.SAFETY_REPRESENTATIVE, Office.NONE),
    "Bodil Krag": (Role.MINUTE_TAKER, Office.NONE),
}
AMENDMENTS = "Under item 7 the deadline is 1 June, not 1 May."


def test_the_language_of_the_minutes_is_not_that_of_the_screens(archive: Archive) -> None:
    committee = set_up(
        archive,
        SEATS,
        municipality="Fjordby University",
        name="Local Liaison Committee, Department of Geology",
        language=Language.ENGLISH,
    )
    dossier = reviews.start_review(archive, committee.id, 2026)
    hold(archive, dossier, date(2026, 11, 24))
    edit.change(archive, dossier.preparation, leader="Ingrid Vold", minute_taker="Bodil Krag")
    set_goal(archive, dossier, text="All new colleagues have a mentor", responsible="Ingrid Vold")
    edit.add(
        archive,
        Decision(
            review_id=dossier.review.id,
            agenda_item_id=item_of(dossier, "goals").id,
            discussion="A mentor from another group is best.",
            text="One goal for the coming year.",
            result=Result.DECIDED,
        ),
    )
    nothing_to_note(archive, dossier, "status", "content", "cooperation", "expertise")
    reviews.set_state(archive, dossier.review, State.FOR_APPROVAL)
    draft = text_minutes(archive, dossier)
    approval.approve(archive, dossier.review, date(2026, 12, 8), "Ingrid Vold, James Okoro", AMENDMENTS)

    text = text_minutes(archive, dossier, discussion=True)
    assert i18n.current().language == "da"
    assert draft.startswith("DRAFT")
    assert "DRAFT" not in text
    assert "24 November 2026" in text
    assert "Minute-taker" in text
    assert AMENDMENTS in text[text.rindex("Approval\n") :]
    assert "A mentor from another group is best." in text
    assert "A mentor from another group is best." not in text_minutes(archive, dossier)
    assert "Beslutning" not in text
    assert "Godkendelse af dagsorden" not in text
    check_minutes("c7", archive, dossier)


def test_approved_minutes_stay_as_they_were(archive: Archive) -> None:
    committee = set_up(archive, SEATS, municipality="Fjordby University", name="Department of Geology", language="en")
    dossier = reviews.start_review(archive, committee.id, 2026)
    hold(archive, dossier, date(2026, 11, 24))
    nothing_to_note(archive, dossier, "status", "content", "cooperation", "goals", "expertise")
    approval.approve(archive, dossier.review, date(2026, 12, 8), "Ingrid Vold, James Okoro", AMENDMENTS)
    approved = text_minutes(archive, dossier)
    with pytest.raises(Refusal, match="approved"):
        edit.change(archive, dossier.closing, communication="Too late")
    edit.change(archive, committee, name="Department of Geology and Ice")
    edit.change(archive, dossier.members[0], name="Ingrid Vold Berg")
    assert text_minutes(archive, dossier) == approved
