"""C11: the first review ever: an empty look back is lawful, and the minutes say so."""

from datetime import date
from uuid import UUID

from medreview.domain import findings
from medreview.domain.committee import Office, Role
from medreview.domain.duties import Coverage, coverage
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from medreview.templates import load_template
from tests.cases.acts import check_minutes, hold, nothing_to_note, section, set_goal, set_up, text_minutes

SEATS = {
    "Lars Kvist": (Role.MANAGEMENT, Office.CHAIR),
    "Nina Bach": (Role.SHOP_STEWARD, Office.VICE_CHAIR),
    "Hugo Rind": (Role.SAFETY_REPRESENTATIVE, Office.NONE),
}


def test_no_goals_last_year_is_lawful_and_said_so(archive: Archive) -> None:
    committee = set_up(archive, SEATS, municipality="Nyhavn Kommune", name="Lokal-MED Børnehuset Mælkevejen")
    dossier = reviews.start_review(archive, committee.id, 2026)
    template = load_template(dossier.review.template)
    assert dossier.last_goals == ()
    judged = [duty for duty in template.duties if duty.check in ("goals_assessed", "methods_assessed")]
    assert [duty.id for duty in judged] == ["L3", "AA-4a", "AA-6a"]
    assert {coverage(dossier, duty) for duty in judged} == {Coverage.COVERED}

    hold(archive, dossier, date(2026, 11, 30))
    edit.change(archive, dossier.content, plan="Lyd på stuerne og en god modtagelse af nye børn.")
    edit.change(archive, dossier.cooperation, form="Personalemøde med MED-status", meetings=4, interval=3)
    edit.change(archive, dossier.expertise, present="yes")
    edit.change(archive, dossier.status, absence_prevention="Lederen ringer på tredje dag.", guideline_adapted="no")
    set_goal(archive, dossier, text="Støjen på stuerne er mindre", criterion="Vi spørger hinanden i juni.")
    assert {one.code for one in blocking(archive, dossier.review.id)} == {"duty_not_covered"}
    nothing_to_note(archive, dossier, "status")
    assert blocking(archive, dossier.review.id) == []
    approval.approve(archive, dossier.review, date(2026, 12, 7), "Lars Kvist, Nina Bach")

    text = text_minutes(archive, dossier)
    look_back = section(text, "Opfølgning på sidste års mål")
    assert "det er lovligt" in look_back
    assert "første drøftelse" in look_back
    assert "tillåtet" in section(text_minutes(archive, dossier, "sv"), "Uppföljning av förra årets mål")
    assert "lawful" in section(text_minutes(archive, dossier, "en"), "Follow-up on last year's goals")
    check_minutes("c11", archive, dossier)


def blocking(archive: Archive, review_id: UUID) -> list[findings.Finding]:
    """Return what still stands in the way of approval."""
    now = reviews.load(archive, review_id)
    return [one for one in findings.of_review(now, load_template(now.review.template)) if one.blocks]
