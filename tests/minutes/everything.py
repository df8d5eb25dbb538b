"""A review with something in every field that minutes show."""

from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from medreview.domain.attendance import Attendance, Movement, Presence, TimedLine
from medreview.domain.committee import Role
from medreview.domain.cooperation import FocusArea, PlannedMeeting
from medreview.domain.decision import Action, ActionStatus, Decision, Result
from medreview.domain.dossier import Dossier
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.goal import Activity, Continuation, Goal
from medreview.domain.review import AgendaItem, ItemType, StepNote
from medreview.domain.status import Answer, Better, Figure, Indicator
from tests import builders
from tests.builders import YEAR
from tests.minutes.worlds import approved, with_

REASONS: Final = "Tolv uger giver for mange byttevagter."


def everything() -> Dossier:
    """Return an approved review with something in every field that minutes show."""
    dossier = builders.a_full_dossier()
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    dossier = _with_people(_with_agenda(dossier))
    return approved(
        with_(
            dossier,
            **_plans(dossier, owner),
            **_figures(dossier, owner),
            **_outcome(dossier, owner),
            committee={
                "level_name": "Lokalt niveau",
                "parent_name": "Sektor-MED Ældre",
                "management_side": "Ledersiden",
                "employee_side": "Medarbejdersiden",
                "longest_interval": 3,
            },
            preparation={
                "case_number": "2026-118",
                "leader": "Karen Lund",
                "minute_taker": "Ida Krog",
                "heard": "Runde i alle teams i uge 44.",
            },
        ),
        amendments="Under punkt 4 er tallet for 2025 rettet.",
    )


def _with_agenda(dossier: Dossier) -> Dossier:
    """A closed item of the committee's own, and one that stands for a step, with all its texts."""
    review = dossier.review.id
    own = AgendaItem(
        review_id=review,
        position=len(dossier.agenda),
        title="Ny vagtplan",
        type=ItemType.DECISION,
        minutes=20,
        closed=True,
        case_number="2026-131",
        presentation="Vagtplanen lægges otte uger frem.\nDen gælder fra marts.",
        recommendation="At planen drøftes.",
        annexes="Udkast til vagtplan\n\nHøringssvar",
    )
    decisions = (
        *dossier.decisions,
        Decision(
            review_id=review,
            position=1,
            agenda_item_id=own.id,
            discussion="Begge sider ser behovet.",
            text="Planen prøves i seks måneder.",
            result=Result.ENDORSED,
        ),
    )
    disagreements = tuple(
        one.model_copy(
            update={
                "agenda_item_id": own.id,
                "reasons_given_on": date(YEAR, 12, 1),
                "reasons": REASONS,
            }
        )
        for one in dossier.disagreements
    )
    guests = tuple(guest.model_copy(update={"agenda_item_id": own.id}) for guest in dossier.guests)
    return with_(
        dossier, agenda=(*dossier.agenda, own), decisions=decisions, disagreements=disagreements, guests=guests
    )


def _with_people(dossier: Dossier) -> Dossier:
    """Two more seats, one absent and one vacant, and somebody who left early."""
    absent = builders.a_member(dossier.committee, "Eva Dam", Role.EMPLOYEE, position=6)
    vacant = builders.a_member(dossier.committee, "", Role.SHOP_STEWARD, position=7, vacant=True)
    meeting = dossier.meetings[0].id
    left = TimedLine(meeting_id=meeting, at=time(11, 5), person="Åse Bæk", movement=Movement.LEFT)
    return with_(
        dossier,
        members=(*dossier.members, absent, vacant),
        attendance=(
            *dossier.attendance,
            Attendance(meeting_id=meeting, member_id=absent.id, presence=Presence.ABSENT),
            Attendance(meeting_id=meeting, member_id=vacant.id),
        ),
        timed_lines=(left, *dossier.timed_lines),
    )


def _plans(dossier: Dossier, owner: dict[str, Any]) -> dict[str, object]:
    """What is planned for next year: focus areas, cooperation, meetings, training."""
    own = FocusArea(**owner, position=1, title="Ro ved måltiderne", text="Støjen slider.", own=True)
    announced = dossier.focus_areas[0].model_copy(
        update={"text": "Alle arbejder med trivsel.", "starts": date(2026, 1, 1), "ends": date(2027, 12, 31)}
    )
    return {
        "focus_areas": (announced, own),
        "content": {"works_well": "Makkerparrene.", "problems": "Løft i weekenden."},
        "cooperation": {
            "judged": "Fire møder som planlagt.",
            "called_by": "Formanden",
            "information_between": "Kort nyt på mail.",
            "information_staff": "Referat på intranettet.",
            "working_groups": "Måltidsgruppen.",
            "composed": Answer.PARTLY,
            "composed_comment": "Natten mangler.",
        },
        "planned_meetings": (
            PlannedMeeting(**owner, held_on=date(2027, 5, 11), starts=time(9), note="Med måltidsgruppen"),
            PlannedMeeting(**owner, held_on=date(2027, 2, 9), starts=time(9), place="Store sal"),
        ),
        "expertise": {"missing": "Viden om støj.", "plan": "Fælles temadag."},
        "training": tuple(
            one.model_copy(update={"offered": Decimal("1.5"), "taken": Decimal(1), "wish": "Støj"})
            for one in dossier.training
        ),
        "goals": tuple(_full_goal(goal) for goal in dossier.goals),
        "activities": tuple(_full_activity(one) for one in dossier.activities),
    }


def _full_goal(goal: Goal) -> Goal:
    return goal.model_copy(
        update={
            "criterion": "Årets tal i statistikken.",
            "methods": "Tidlig kontakt.",
            "responsible": "Åse Bæk",
            "runs_until": date(2027, 12, 31),
            "unit": "%",
            "baseline": Decimal("5.2"),
            "baseline_year": 2024,
            "target": Decimal("4.5"),
        }
    )


def _full_activity(activity: Activity) -> Activity:
    return activity.model_copy(update={"deadline": date(2027, 3, 1), "resources": "En dag"})


def _figures(dossier: Dossier, owner: dict[str, Any]) -> dict[str, object]:
    """A gap in the first indicator, a second one with a figure that is not yet available, and the whole status."""
    capital = Indicator(**owner, position=1, name="Social kapital", unit="point", decimals=0, better=Better.HIGHER)
    figures = (
        Figure(indicator_id=dossier.indicators[0].id, year=YEAR - 4, value=Decimal("5.6")),
        *(Figure(indicator_id=capital.id, year=YEAR - 3 + at, value=Decimal(58 + at)) for at in range(2)),
        Figure(indicator_id=capital.id, year=YEAR - 1, value=Decimal(61)),
        Figure(indicator_id=capital.id, year=YEAR, pending=True),
    )
    return {
        "indicators": (*(one.model_copy(update={"note": "Hele huset."}) for one in dossier.indicators), capital),
        "figures": (*dossier.figures, *figures),
        "status": {
            "apv_solved": 3,
            "apv_planned": 2,
            "apv_done": 2,
            "apv_comment": "Lifte er bestilt.",
            "guideline_effort": "Psykisk førstehjælp er øvet.",
        },
    }


def _outcome(dossier: Dossier, owner: dict[str, Any]) -> dict[str, object]:
    """Every answer about last year's goals, a carried action, and the five closing answers."""
    judged = {
        "methods_judged": "Virkede.",
        "activities_judged": "Kom sent i gang.",
        "why": "Ny ledelse.",
        "learned": "Start tidligt.",
        "continuation": Continuation.CHANGE,
        "reason": "Målet var for stort.",
    }
    carried = Action(
        **owner,
        position=1,
        predecessor_id=dossier.review.id,
        agenda_item_id=dossier.agenda[4].id,
        what="Skriv til intranettet",
        responsible="Mia Holm",
        due=date(2026, 9, 1),
        status=ActionStatus.DONE,
    )
    note = FollowUp(
        committee_id=dossier.committee.id,
        action_id=carried.predecessor_id,
        noted_on=date(2026, 8, 20),
        course=Course.DONE,
        line="Teksten er lagt ud.",
    )
    return {
        "follow_ups": (*dossier.follow_ups, note),
        "evaluations": tuple(one.model_copy(update=judged) for one in dossier.evaluations),
        "actions": (*dossier.actions, carried),
        "notes": (
            StepNote(**owner, step="content", note="Enighed om retningen."),
            StepNote(**owner, step="closing", note="Godt møde."),
        ),
        "closing": {
            "communication": "Kort nyt på tavlen.",
            "how_we_cooperate": "Fire møder.",
            "what_was_decided": "To mål.",
            "how_followed_up": "Fast punkt.",
            "where_found": "På intranettet.",
        },
    }
