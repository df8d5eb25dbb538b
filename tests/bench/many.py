"""Archives of any size, stored in bulk: what the app costs must not grow with them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from medreview.domain.carry_over import first_review, next_review
from medreview.domain.committee import Committee, Member, Role
from medreview.domain.decision import Action, ActionStatus, Decision
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Activity, Evaluation, Goal, Outcome
from medreview.domain.review import State, StepNote
from medreview.domain.status import Figure, Indicator
from medreview.operations.archives import create_archive
from medreview.store import dossiers
from medreview.templates import load_template

LAST_YEAR: Final = 2026
GOALS: Final = 8
GOAL_WORDS: Final = "Færre forflytninger alene"
"""How the text of every goal begins: what the home screen shows when it shows data."""

_ROLES: Final = (
    *(Role.MANAGEMENT, Role.SUPERVISOR) * 3,
    *(Role.SHOP_STEWARD, Role.SAFETY_REPRESENTATIVE) * 4,
    *(Role.EMPLOYEE,) * 2,
)
_INDICATORS: Final = ("Sygefravær", "Arbejdsulykker", "Personaleomsætning", "Social kapital", "Nærved-hændelser")
_LEARNED: Final = ("Øv én forflytning ad gangen, og lad den, der kan, vise den, der skal lære.", "")
"""Of every other goal others can learn something."""

_NOTE: Final = "Vi talte om vagtplanen, om rundstykker til nattevagten og om, hvem der tager imod nye kolleger. " * 3


def create_many(path: Path, committees: int, years: int) -> None:
    """Create an archive of so many committees with reviews of so many years; all but the last year are approved."""
    archive = create_archive(path)
    for number in range(1, committees + 1):
        with archive.transaction() as session:
            for dossier in _reviews(number, years):
                dossiers.insert(session, dossier)
    archive.close()


def _reviews(number: int, years: int) -> Iterator[Dossier]:
    """The reviews of one committee, oldest first, each carried over from the one before."""
    template = load_template("dk-med")
    committee = Committee(municipality="Bjergby Kommune", name=f"Lokal-MED {number:02}", level_name="lokalt niveau")
    members = [
        Member(committee_id=committee.id, position=position, name=f"Medlem {position + 1}", role=role, side=role.side)
        for position, role in enumerate(_ROLES)
    ]
    first = LAST_YEAR - years + 1
    dossier = _first(first_review(committee, members, template, first, "da"))
    for year in range(first, LAST_YEAR):
        approved = {"state": State.APPROVED, "approved_on": date(year, 12, 1), "approved_by": "Medlem 1"}
        yield dossier.model_copy(update={"review": dossier.review.model_copy(update=approved)})
        dossier = _judged(_discussed(next_review(dossier, template, year + 1, "da")))
    yield dossier


def _first(dossier: Dossier) -> Dossier:
    """The first review ever, with goals and figures that later years carry on."""
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    goals = tuple(_goal(dossier, position) for position in range(GOALS))
    activities = tuple(
        Activity(goal_id=goal.id, position=position, what="Prøv på én gang først", responsible="Medlem 3")
        for goal in goals
        for position in range(2)
    )
    indicators = tuple(Indicator(**owner, position=position, name=name) for position, name in enumerate(_INDICATORS))
    started = dossier.model_copy(update={"goals": goals, "activities": activities, "indicators": indicators})
    return _discussed(started)


def _goal(dossier: Dossier, position: int) -> Goal:
    return Goal(
        committee_id=dossier.committee.id,
        year=dossier.review.year,
        position=position,
        text=f"{GOAL_WORDS}, mål {position + 1}: ingen flytter en beboer uden hjælpemiddel eller en kollega",
        unit="%",
        baseline=Decimal("12.5"),
        target=Decimal("5"),
        criterion="Mindre end fem procent i den halvårlige optælling.",
        responsible="Medlem 2",
        runs_until=date(dossier.review.year + 1, 12, 1),
    )


def _discussed(dossier: Dossier) -> Dossier:
    """The review with this year's figures, a note at each step, and what was decided."""
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    year = dossier.review.year
    figures = (Figure(indicator_id=one.id, year=year, value=Decimal("4.2")) for one in dossier.indicators)
    steps = load_template(dossier.review.template).steps
    return dossier.model_copy(
        update={
            "figures": (*dossier.figures, *figures),
            "notes": tuple(StepNote(**owner, step=step.key, note=_NOTE) for step in steps),
            "decisions": tuple(
                Decision(**owner, position=position, agenda_item_id=item.id, discussion=_NOTE, text="Godkendt.")
                for position, item in enumerate(dossier.agenda)
            ),
            "actions": tuple(
                Action(**owner, position=position, what="Bestil kursus", status=ActionStatus.DONE)
                for position in range(6)
            ),
        }
    )


def _judged(dossier: Dossier) -> Dossier:
    """The review with a judgement of each of last year's goals."""
    return dossier.model_copy(
        update={
            "evaluations": tuple(
                Evaluation.model_validate(
                    {**one.model_dump(), "outcome": Outcome.PARTLY, "done": _NOTE, "learned": _LEARNED[number % 2]}
                )
                for number, one in enumerate(dossier.evaluations)
            )
        }
    )
