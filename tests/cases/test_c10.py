"""C10: a care home's local committee with 5 + 6 + 5 members meets quarterly; chair and vice chair approve."""

from datetime import date, time

import pytest

from medreview.domain import findings, meeting_plan
from medreview.domain.committee import Office, Role, SizeClass
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from medreview.templates import load_template
from tests.cases.acts import check_minutes, hold, nothing_to_note, section, set_up, text_minutes

MANAGEMENT = ("Mona Thy", "Keld Brink", "Pernille Sund", "Rikke Falster", "Jan Hvid")
EMPLOYEES = ("Tina Løve", "Ole Frost", "Aisha Noor", "Dorte Vang", "Finn Eg", "Mai Linde")
SAFETY = ("Bente Ask", "Yusuf Kaya", "Lis Ørn", "Per Tang", "Sanne Elm")
SEATS = {
    **dict.fromkeys(MANAGEMENT, (Role.SUPERVISOR, Office.NONE)),
    **dict.fromkeys(EMPLOYEES, (Role.EMPLOYEE, Office.NONE)),
    **dict.fromkeys(SAFETY, (Role.SAFETY_REPRESENTATIVE, Office.NONE)),
    "Mona Thy": (Role.MANAGEMENT, Office.CHAIR),
    "Tina Løve": (Role.SHOP_STEWARD, Office.VICE_CHAIR),
}


def test_quarterly_meetings_and_approval_by_chair_and_vice_chair(archive: Archive) -> None:
    committee = set_up(
        archive,
        SEATS,
        municipality="Engsø Kommune",
        name="Lokal-MED Plejehjemmet Kastanien",
        parent_name="Områdeudvalg Ældre",
        size_class=SizeClass.FROM_35,
        longest_interval=3,
    )
    dossier = reviews.start_review(archive, committee.id, 2026)
    hold(archive, dossier, date(2026, 11, 25), starts=time(13), ends=time(15, 30))
    cooperation = {
        "form": "Lokal-MED mødes hvert kvartal; TRIO mødes hver måned.",
        "meetings": 4,
        "called_by": "Formanden",
        "notice_weeks": 4,
        "agenda_weeks": 2,
        "information_staff": "Referatet hænger i personalestuen.",
        "composed": "yes",
    }
    edit.change(archive, dossier.cooperation, interval=4, **cooperation)
    assert "interval_too_long" in codes_of_findings(archive, dossier)
    edit.change(archive, dossier.cooperation, interval=3)
    assert "interval_too_long" not in codes_of_findings(archive, dossier)
    dates = meeting_plan.propose_meetings(date(2027, 2, 24), interval_months=3, count=4)
    edit.add(archive, *(PlannedMeeting(review_id=dossier.review.id, held_on=day, starts=time(13)) for day in dates))
    nothing_to_note(archive, dossier, "status", "content", "goals", "expertise")
    with pytest.raises(Refusal, match="approved_by_nobody"):
        approval.approve(archive, dossier.review, date(2026, 12, 2), " ")
    approval.approve(archive, dossier.review, date(2026, 12, 2), "Mona Thy, Tina Løve")

    text = text_minutes(archive, dossier, signatures=True)
    attendance = section(text, "Fremmøde")
    assert all(name in attendance for name in (*MANAGEMENT, *EMPLOYEES, *SAFETY))
    form = section(text, "Samarbejdsform og mødeplan")
    assert "Måneder mellem møderne: 3" in form
    for day in ("24. februar 2027", "26. maj 2027", "25. august 2027", "24. november 2027"):
        assert f"onsdag den {day}" in form
    told = text[text.rindex("Godkendelse\n") :]
    assert "Mona Thy" in told
    assert "næstformand" in told
    check_minutes("c10", archive, dossier)


def codes_of_findings(archive: Archive, dossier: Dossier) -> set[str]:
    """Return the codes of what is missing or odd in the review now."""
    now = reviews.load(archive, dossier.review.id)
    return {finding.code for finding in findings.of_review(now, load_template(now.review.template))}
