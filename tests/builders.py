"""Small worlds for tests: a committee with members, a template, and reviews from empty to full."""

from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from medreview.domain.attendance import Guest, Movement, Presence, TimedLine
from medreview.domain.carry_over import first_review, next_review
from medreview.domain.committee import Committee, Member, Office, Role
from medreview.domain.cooperation import FocusArea, PlannedMeeting
from medreview.domain.decision import Action, Decision, Disagreement, RaisedMatter, Result
from medreview.domain.dossier import Dossier
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.goal import Activity, Evaluation, Goal, Outcome
from medreview.domain.review import ItemType, StepNote
from medreview.domain.status import Answer, Figure, Indicator
from medreview.domain.template import Duty, Item, Step, Template, Wording
from medreview.domain.timing import TimeSpan

YEAR: Final = 2026
"""The year of the reviews built here; the goals looked back on were set the year before."""

LAW_FROM: Final = date(2024, 2, 1)

STEPS: Final = (
    "preparation",
    "attendance",
    "look_back",
    "status",
    "content",
    "cooperation",
    "goals",
    "expertise",
    "decisions",
    "closing",
)

_DUTIES: Final = {
    "L1": ("content_planned", "content"),
    "L2": ("form_and_intervals_decided", "cooperation"),
    "L3": ("goals_assessed", "look_back"),
    "L4": ("goals_set", "goals"),
    "L5": ("expertise_discussed", "expertise"),
    "L6": ("held_in_writing", "attendance"),
    "L7": ("reasons_promised", "decisions"),
    "AA-6a": ("methods_assessed", "look_back"),
    "AA-6b": ("figures_known", "status"),
    "AA-11": ("workplace_assessed", "status"),
    "AA-12": ("guideline_followed", "status"),
    "AA-13": ("absence_prevented", "status"),
}


def wording(text: str) -> Wording:
    """Return a text that differs in each language: "mål (da)", "mål (sv)", "mål (en)"."""
    return Wording(da=f"{text} (da)", sv=f"{text} (sv)", en=f"{text} (en)")


def a_template(**values: Any) -> Template:
    """Return a template with the ten steps, an opening and an ending item, and one duty for every check."""
    steps = tuple(
        Step(
            key=key,
            title=wording(key),
            short=wording(key),
            purpose=wording(f"purpose of {key}"),
            item=None if key == "preparation" else Item(title=wording(f"item {key}"), minutes=10),
        )
        for key in STEPS
    )
    duties = tuple(
        Duty(id=key, text=wording(f"duty {key}"), source="BEK 1838/2023", as_of=LAW_FROM, check=check, steps=(step,))
        for key, (check, step) in _DUTIES.items()
    )
    opening = Item(title=wording("approval of the agenda"), type=ItemType.DECISION, minutes=5)
    ending = Item(title=wording("any other business"), minutes=5)
    defaults = {"key": "test", "title": wording("test"), "opening": (opening,), "ending": (ending,)}
    return Template(**{**defaults, "steps": steps, "duties": duties, **values})


def a_committee(**values: Any) -> Committee:
    """Return the local committee of an invented care home."""
    return Committee(**{"municipality": "Nordø Kommune", "name": "Lokal-MED Strandhaven", **values})


def a_member(committee: Committee, name: str, role: Role, **values: Any) -> Member:
    """Return a member on the side that the role normally sits on."""
    return Member(**{"committee_id": committee.id, "name": name, "role": role, "side": role.side, **values})


def members_of(committee: Committee) -> tuple[Member, ...]:
    """Return chair, supervisor, shop steward (vice chair), AMR, employee, and a minute-taker who is no member."""
    return (
        a_member(committee, "Karen Lund", Role.MANAGEMENT, position=0, office=Office.CHAIR, joined=date(2019, 8, 1)),
        a_member(committee, "Åse Bæk", Role.SUPERVISOR, position=1, joined=date(2022, 1, 1)),
        a_member(committee, "Bo Ørsted", Role.SHOP_STEWARD, position=2, office=Office.VICE_CHAIR),
        a_member(
            committee,
            "Mia Holm",
            Role.SAFETY_REPRESENTATIVE,
            position=3,
            joined=date(2025, 3, 1),
            mandatory_training_on=date(2025, 5, 12),
        ),
        a_member(committee, "Ali Demir", Role.EMPLOYEE, position=4),
        a_member(committee, "Ida Krog", Role.MINUTE_TAKER, position=5),
    )


def an_empty_dossier(committee: Committee | None = None, year: int = YEAR, language: str = "da") -> Dossier:
    """Return the first review ever: members and agenda, nothing answered."""
    committee = committee or a_committee()
    return first_review(committee, members_of(committee), a_template(), year, language)


def a_goal(dossier: Dossier, text: str = "Højst 4,5 % sygefravær i 2027", **values: Any) -> Goal:
    """Return a goal that the review sets."""
    return Goal(**{"committee_id": dossier.committee.id, "year": dossier.review.year, "text": text, **values})


def with_goals(dossier: Dossier, *goals: Goal) -> Dossier:
    """Return the review with these goals set."""
    return dossier.model_copy(update={"goals": goals})


def a_second_year() -> Dossier:
    """Return the review of `YEAR` as it starts from the year before: two goals to judge, nothing answered yet."""
    first = an_empty_dossier(year=YEAR - 1)
    absence = a_goal(
        first, unit="%", baseline=Decimal("5.2"), baseline_year=YEAR - 2, target=Decimal("4.5"), position=0
    )
    meetings = a_goal(first, "Fire møder med dagsorden to uger før", position=1)
    activity = Activity(goal_id=absence.id, what="Omsorgssamtaler", responsible="Åse Bæk")
    previous = with_goals(first, absence, meetings).model_copy(update={"activities": (activity,)})
    return next_review(previous, a_template(), YEAR, "da")


def a_full_dossier() -> Dossier:
    """Return a review of a second year with something in every part, all duties covered and nobody missing."""
    return _with_follow_ups(_a_held_dossier())


def _with_follow_ups(dossier: Dossier) -> Dossier:
    """Last year's first goal was followed up twice; since the meeting its successor and the action were."""
    owner: dict[str, Any] = {"committee_id": dossier.committee.id}
    before, now, action = dossier.last_goals[0].id, dossier.goals[0].id, dossier.actions[0].id
    return dossier.model_copy(
        update={
            "follow_ups": (
                FollowUp(**owner, goal_id=before, noted_on=date(YEAR, 2, 3), course=Course.BEHIND, line="To ledige."),
                FollowUp(**owner, goal_id=before, noted_on=date(YEAR, 6, 9), course=Course.ON_TRACK),
            ),
            "later_follow_ups": (
                FollowUp(**owner, goal_id=now, noted_on=date(YEAR + 1, 1, 12), line="Alle samtaler er holdt."),
                FollowUp(**owner, action_id=action, noted_on=date(YEAR + 1, 1, 8), course=Course.DONE, line="Bestilt."),
            ),
        }
    )


def _a_held_dossier() -> Dossier:
    dossier = a_second_year()
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    indicator = Indicator(**owner, name="Sygefravær", unit="%", is_absence=True)
    area = FocusArea(**owner, title="Trivsel", source="Hoved-MED")
    return dossier.model_copy(
        update={
            **_held(dossier),
            **_judged(dossier),
            **_decided(dossier),
            "indicators": (indicator,),
            "figures": (
                Figure(indicator_id=indicator.id, year=YEAR - 1, value=Decimal("5.2")),
                Figure(indicator_id=indicator.id, year=YEAR, value=Decimal("4.9")),
            ),
            "focus_areas": (area,),
            "goals": tuple(goal.model_copy(update={"focus_area_id": area.id}) for goal in dossier.goals),
            "planned_meetings": (PlannedMeeting(**owner, held_on=date(2027, 2, 9), starts=time(9)),),
            "notes": (StepNote(**owner, step="content", note="Enighed om retningen."),),
        }
    )


def _held(dossier: Dossier) -> dict[str, object]:
    """The meeting took place: all present but the AMR, who had a substitute, and one guest."""
    meeting = dossier.meetings[0].model_copy(
        update={"held_on": date(YEAR, 11, 24), "starts": time(9), "ends": time(11, 30), "place": "Store sal"}
    )
    away = next(member for member in dossier.members if member.role is Role.SAFETY_REPRESENTATIVE)
    apology = {"presence": Presence.APOLOGY, "substitute": "Per Friis"}
    there = {"presence": Presence.PRESENT}
    return {
        "meetings": (meeting,),
        "attendance": tuple(
            one.model_copy(update=apology if one.member_id == away.id else there) for one in dossier.attendance
        ),
        "guests": (Guest(meeting_id=meeting.id, name="Lise Rask", capacity="arbejdsmiljøkonsulent"),),
        "timed_lines": (
            TimedLine(meeting_id=meeting.id, at=time(9, 20), person="Ali Demir", movement=Movement.ARRIVED),
        ),
        "time_spans": tuple(
            TimeSpan(meeting_id=meeting.id, agenda_item_id=item_id, starts=starts, ends=ends)
            for item_id, starts, ends in (
                (dossier.agenda[0].id, time(9), time(9, 35)),
                (None, time(9, 35), time(9, 45)),
                (dossier.agenda[1].id, time(9, 45), time(11, 30)),
            )
        ),
    }


def _judged(dossier: Dossier) -> dict[str, object]:
    """Last year's goals are judged: the first met, the second not met and explained."""
    met, not_met = dossier.last_goals
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    status = {
        "apv_raised": 7,
        "apv_open": 2,
        "guideline_adapted": Answer.YES,
        "guideline_on": date(2025, 6, 3),
        "absence_prevention": "Samtaler efter 14 dage.",
    }
    form = {"form": "Fire møder om året", "meetings": 4, "interval": 3, "notice_weeks": 4, "agenda_weeks": 2}
    return {
        "evaluations": (
            Evaluation(**owner, goal_id=met.id, outcome=Outcome.MET, reached=Decimal("4.4"), done="Samtaler holdt."),
            Evaluation(**owner, goal_id=not_met.id, outcome=Outcome.NOT_MET, done="Tre møder.", why="Vakant formand."),
        ),
        "status": dossier.status.model_copy(update=status),
        "content": dossier.content.model_copy(update={"plan": "Trivsel og forebyggelse af vold."}),
        "cooperation": dossier.cooperation.model_copy(update=form),
        "expertise": dossier.expertise.model_copy(update={"present": Answer.YES}),
    }


def _decided(dossier: Dossier) -> dict[str, object]:
    """One decision, one action, one disagreement with its decision, one matter raised, and the closing."""
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    item = dossier.agenda[0].id
    return {
        "decisions": (
            Decision(**owner, agenda_item_id=item, text="Dagsordenen blev godkendt.", result=Result.APPROVED),
        ),
        "actions": (Action(**owner, what="Bestil kursus", responsible="Karen Lund", due=date(2027, 1, 15)),),
        "disagreements": (
            Disagreement(
                **owner,
                topic="Vagtplan",
                management_view="Otte uger frem.",
                employee_view="Tolv uger frem.",
                management_decision="Otte uger.",
                decided_on=date(YEAR, 11, 24),
            ),
        ),
        "raised_matters": (RaisedMatter(**owner, matter="Parkering ved depotet", raised_to="Sektor-MED"),),
        "closing": dossier.closing.model_copy(update={"how_judged": "På mødet i september."}),
    }
