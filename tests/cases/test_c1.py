"""C1: an island's main committee compares two figures: decimal comma, prior year, planned minutes, a follow-up."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from medreview.domain.committee import Office, Role
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.decision import Action
from medreview.domain.status import Figure, Indicator
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from tests.cases.acts import check_minutes, hold, item_of, nothing_to_note, section, set_up, text_minutes

SEATS = {
    "Grethe Holm": (Role.MANAGEMENT, Office.CHAIR),
    "Palle Rønne": (Role.MANAGEMENT, Office.NONE),
    "Inga Strøm": (Role.SHOP_STEWARD, Office.VICE_CHAIR),
    "Jørn Aagaard": (Role.SAFETY_REPRESENTATIVE, Office.NONE),
}


def test_two_years_figures_with_decimal_comma_and_a_ten_minute_item(archive: Archive) -> None:
    committee = set_up(archive, SEATS, municipality="Lyngø Kommune", name="Hoved-MED", level_name="øverste niveau")
    dossier = reviews.start_review(archive, committee.id, 2019)
    review: dict[str, Any] = {"review_id": dossier.review.id}
    hold(archive, dossier, date(2019, 11, 26), starts=time(13), ends=time(14, 30))
    status = item_of(dossier, "status")
    edit.change(archive, status, minutes=10, title="Sygefravær")
    absence = Indicator(**review, name="Sygefravær", unit="%", decimals=2, is_absence=True)
    edit.add(
        archive,
        absence,
        Figure(indicator_id=absence.id, year=2018, value=Decimal("4.29")),
        Figure(indicator_id=absence.id, year=2019, value=Decimal("3.85")),
    )
    edit.add(archive, PlannedMeeting(**review, held_on=date(2020, 2, 25), starts=time(13)))
    follow_up = "Langtidsfraværet tages op på næste møde"
    edit.add(
        archive,
        Action(**review, agenda_item_id=status.id, what=follow_up, responsible="Palle Rønne", due=date(2020, 2, 25)),
    )
    nothing_to_note(archive, dossier, "status", "content", "cooperation", "goals", "expertise")
    approval.approve(archive, dossier.review, date(2019, 12, 3), "Grethe Holm, Inga Strøm")

    text = text_minutes(archive, dossier)
    figures = section(text, "Sygefravær")
    assert "2018 2019" in figures
    assert "Sygefravær, % 4,29 3,85 −0,44 (−10,3 %) bedre" in figures
    assert "Sygefravær Drøftelse 10" in section(text, "Dagsorden")
    actions = section(text, "Opsamling på beslutninger og opgaver")
    assert "Langtidsfraværet tages op på Palle Rønne 25. februar 2020 Åben 4" in actions
    check_minutes("c1", archive, dossier)
