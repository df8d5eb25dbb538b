"""A whole year: from an empty archive over two years to approved minutes, and the third year starting from them.

Three goals are judged and three set, there is a disagreement and an apology with a substitute.
"""

from datetime import date, time
from decimal import Decimal
from typing import Any

from medreview.domain.attendance import Guest, Movement, TimedLine
from medreview.domain.committee import Committee, Office, Role
from medreview.domain.cooperation import FocusArea, PlannedMeeting
from medreview.domain.decision import Action, ActionStatus, Decision, Disagreement, RaisedMatter, Result
from medreview.domain.dossier import Dossier, after_last
from medreview.domain.goal import Activity, Continuation, Outcome
from medreview.domain.review import State
from medreview.domain.status import Figure, Indicator
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from tests.cases.acts import (
    check_minutes,
    hold,
    item_of,
    judge,
    nothing_to_note,
    section,
    set_goal,
    set_up,
    text_minutes,
)

SEATS = {
    "Dorthe Vinter": (Role.MANAGEMENT, Office.CHAIR),
    "Kasper Lund": (Role.SUPERVISOR, Office.NONE),
    "Merete Olsen": (Role.SHOP_STEWARD, Office.VICE_CHAIR),
    "Adnan Hadzic": (Role.SHOP_STEWARD, Office.NONE),
    "Ellen Bro": (Role.SAFETY_REPRESENTATIVE, Office.NONE),
    "Jytte Skov": (Role.MINUTE_TAKER, Office.NONE),
}
ABSENCE = "Sygefraværet er under 5,0 %"
PAIRS = "Faste makkerpar i alle vagter"
ACCIDENTS = "Arbejdsulykker med fravær halveres"
SWAPS = "Byttede vagter aftales senest dagen før"
LIFTS = "Alle løft sker med hjælpemiddel"
BREAKS = "Alle holder deres pause"


def test_from_an_empty_archive_to_approved_minutes_and_on(archive: Archive) -> None:
    committee = set_up(
        archive,
        SEATS,
        municipality="Eksempelby Kommune",
        name="Lokal-MED Hjemmeplejen Øst",
        level_name="lokalt niveau",
        parent_name="Hoved-MED",
        longest_interval=3,
    )
    hold_first_year(archive, committee)
    second = reviews.start_review(archive, committee.id, 2026)
    assert [goal.text for goal in second.last_goals] == [ABSENCE, PAIRS, ACCIDENTS]
    prepare(archive, second)
    look_back(archive, second)
    plan(archive, second)
    set_three_goals(archive, second)
    decide(archive, second)
    reviews.set_state(archive, second.review, State.FOR_APPROVAL)
    draft = text_minutes(archive, second)
    assert draft.startswith("UDKAST")
    approval.approve(archive, second.review, date(2026, 12, 1), "Dorthe Vinter, Merete Olsen")

    text = text_minutes(archive, second)
    assert "UDKAST" not in text
    assert "Pia Nord mødte for Adnan Hadzic" in text
    assert "3 mål: 1 nået, 1 delvist nået, 1 ikke nået." in text
    assert "Begrundelse senest: 15. december 2026" in section(text, "Mål for det kommende år")
    assert "ikke opfyldt" not in text.lower()
    check_minutes("whole_year", archive, second)
    check_minutes("whole_year_with_discussion", archive, second, discussion=True, signatures=True)

    third = reviews.start_review(archive, committee.id, 2027)
    check_third_year(archive, reviews.load(archive, second.review.id), third)


def hold_first_year(archive: Archive, committee: Committee) -> None:
    first = reviews.start_review(archive, committee.id, 2025)
    hold(archive, first, date(2025, 11, 25))
    absence = set_goal(
        archive,
        first,
        text=ABSENCE,
        unit="%",
        baseline=Decimal("5.8"),
        baseline_year=2024,
        target=Decimal("5.0"),
        responsible="Dorthe Vinter",
        runs_until=date(2026, 12, 31),
    )
    edit.add(archive, Activity(goal_id=absence.id, what="Samtale efter tredje fravær", responsible="Kasper Lund"))
    set_goal(archive, first, text=PAIRS, criterion="Vagtplanen viser det.", responsible="Kasper Lund")
    set_goal(
        archive,
        first,
        text=ACCIDENTS,
        unit="ulykker",
        baseline=Decimal(12),
        baseline_year=2024,
        target=Decimal(6),
        responsible="Ellen Bro",
    )
    edit.add(
        archive,
        Action(review_id=first.review.id, what="Bestil glidestykker", responsible="Ellen Bro", due=date(2026, 2, 1)),
    )
    nothing_to_note(archive, first, "status", "content", "cooperation", "expertise")
    approval.approve(archive, first.review, date(2025, 12, 2), "Dorthe Vinter, Merete Olsen")


def prepare(archive: Archive, dossier: Dossier) -> None:
    edit.change(
        archive,
        dossier.preparation,
        case_number="26/4711",
        leader="Dorthe Vinter",
        minute_taker="Jytte Skov",
        heard="Runde i alle tre grupper i uge 45.",
    )
    hold(
        archive,
        dossier,
        date(2026, 11, 24),
        ends=time(11, 30),
        exceptions={"Adnan Hadzic": {"presence": "apology", "substitute": "Pia Nord"}},
    )
    meeting = dossier.meetings[0]
    edit.change(archive, meeting, place="Mødelokale 1")
    guest_at = item_of(dossier, "status").id
    edit.add(
        archive,
        Guest(meeting_id=meeting.id, name="Nanna Friis", capacity="HR-konsulent", agenda_item_id=guest_at),
        TimedLine(meeting_id=meeting.id, at=time(9, 20), person="Kasper Lund", movement=Movement.ARRIVED),
    )
    edit.change(archive, item_of(dossier, "status"), annexes="Fraværsstatistik 2025\nUlykkesoversigt 2025")


def look_back(archive: Archive, dossier: Dossier) -> None:
    judge(
        archive,
        dossier,
        ABSENCE,
        outcome=Outcome.PARTLY,
        reached=Decimal("5.2"),
        done="Samtale efter tredje fravær i alle grupper.",
        methods_judged="Tidlig kontakt virker.",
        learned="Ring for at hjælpe.",
    )
    judge(
        archive,
        dossier,
        PAIRS,
        outcome=Outcome.MET,
        done="Alle vagter har makkerpar siden maj.",
        learned="Lad grupperne vælge selv.",
        continuation=Continuation.CLOSE,
    )
    judge(
        archive,
        dossier,
        ACCIDENTS,
        outcome=Outcome.NOT_MET,
        reached=Decimal(11),
        done="Glidestykker i alle biler.",
        why="De fleste ulykker sker om vinteren på trapper.",
        continuation=Continuation.CLOSE,
    )
    edit.change(archive, dossier.cooperation, judged="Fire gode møder; dagsordenen kom til tiden.")
    edit.change(archive, dossier.actions[0], status=ActionStatus.DONE)


def plan(archive: Archive, dossier: Dossier) -> None:
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    absence = Indicator(**owner, name="Sygefravær", unit="%", is_absence=True)
    edit.add(
        archive,
        absence,
        *(
            Figure(indicator_id=absence.id, year=year, value=Decimal(value))
            for year, value in ((2023, "5.6"), (2024, "5.8"), (2025, "5.2"))
        ),
    )
    edit.change(archive, dossier.status, apv_raised=14, apv_solved=9, apv_planned=5, apv_done=3, apv_open=2)
    edit.change(
        archive,
        dossier.status,
        guideline_adapted="yes",
        guideline_on=date(2026, 4, 14),
        absence_prevention="Lederen ringer på tredje dag.",
    )
    edit.add(archive, FocusArea(**owner, title="Sikre løft", source="Hoved-MED", starts=date(2027, 1, 1)))
    edit.change(archive, dossier.content, works_well="Makkerparrene.", plan="Sikre løft, pauser og vagtbytte.")
    edit.change(
        archive,
        dossier.cooperation,
        form="Lokal-MED hvert kvartal, TRIO hver måned.",
        meetings=4,
        interval=3,
        called_by="Formanden",
    )
    edit.add(archive, PlannedMeeting(**owner, held_on=date(2027, 2, 23), starts=time(9), place="Mødelokale 1"))
    edit.change(archive, dossier.expertise, present="yes")


def set_three_goals(archive: Archive, dossier: Dossier) -> None:
    area = reviews.load(archive, dossier.review.id).focus_areas[0]
    lifts = set_goal(
        archive,
        dossier,
        focus_area_id=area.id,
        text=LIFTS,
        criterion="Stikprøve i marts og oktober.",
        responsible="Ellen Bro",
        runs_until=date(2027, 10, 31),
    )
    edit.add(
        archive,
        Activity(goal_id=lifts.id, what="Trappelift prøves af", responsible="Ellen Bro", resources="20.000 kr."),
    )
    set_goal(archive, dossier, text=BREAKS, unit="%", baseline=Decimal(60), baseline_year=2026, target=Decimal(90))
    set_goal(archive, dossier, kind="cooperation", text=SWAPS, responsible="Merete Olsen")


def decide(archive: Archive, dossier: Dossier) -> None:
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    goals = item_of(dossier, "goals").id
    edit.add(
        archive,
        Decision(**owner, agenda_item_id=dossier.agenda[0].id, text="Uden ændringer.", result=Result.APPROVED),
        Decision(
            **owner,
            position=1,
            agenda_item_id=goals,
            discussion="Pausen ryger, når der er travlt mellem 11 og 13.",
            text="Tre nye mål; fraværet fortsætter.",
        ),
        Disagreement(
            **owner,
            agenda_item_id=goals,
            topic="Hvem godkender byttede vagter",
            management_view="Lederen skal sige ja til hvert bytte.",
            employee_view="Det er nok at give besked.",
            management_decision="Lederen godkender bytte samme dag; ellers er besked nok.",
            decided_on=date(2026, 11, 24),
        ),
        Action(
            **owner,
            position=after_last(dossier.actions),
            agenda_item_id=goals,
            what="Lån en trappelift",
            responsible="Ellen Bro",
            due=date(2027, 1, 15),
        ),
        RaisedMatter(**owner, matter="Parkering ved borgere i midtbyen", raised_to="Hoved-MED"),
    )
    edit.change(
        archive,
        dossier.closing,
        communication="Kort nyt i alle grupper i uge 49.",
        how_we_cooperate="Fire møder og TRIO hver måned.",
        what_was_decided="Fire mål og en opgave.",
        how_followed_up="Mål og opgaver står på hver dagsorden.",
        where_found="I mappen Lokal-MED.",
        how_judged="Fravær, stikprøver og en kort rundspørge.",
    )


def check_third_year(archive: Archive, second: Dossier, third: Dossier) -> None:
    assert third.review.previous_year == 2026
    assert [goal.text for goal in third.last_goals] == [ABSENCE, LIFTS, BREAKS, SWAPS]
    assert [goal.predecessor_id for goal in third.goals] == [goal.id for goal in third.last_goals]
    assert [one.what for one in third.actions] == ["Lån en trappelift"]
    assert third.cooperation.form == second.cooperation.form
    assert [area.title for area in third.focus_areas] == ["Sikre løft"]
    assert {figure.value for figure in third.figures} == {figure.value for figure in second.figures}
    history = reviews.goal_history(archive, third.goals[0])
    assert [one.goal.year for one in history] == [2025, 2026, 2027]
    assert [one.evaluation.outcome for one in history if one.evaluation] == [Outcome.PARTLY, Outcome.NOT_ASSESSED]
