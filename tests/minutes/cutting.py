"""Reviews for the tests of what is cut: with more than is ever shown, marked in every text, or thinned by chance."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from random import Random
from typing import Any, Final

from pydantic import ValidationError

from medreview.domain.addendum import Addendum
from medreview.domain.attendance import Attendance, Presence
from medreview.domain.base import Entity
from medreview.domain.committee import Office, Role
from medreview.domain.dossier import Dossier
from medreview.domain.review import Meeting, State, StepNote
from medreview.domain.status import Figure
from tests import builders
from tests.builders import YEAR
from tests.minutes.everything import everything
from tests.minutes.worlds import with_

NOT_TEXT: Final = ("step", "template")


def whole() -> Dossier:
    """Return the review with everything, and what minutes never show: former members, old figures, loose notes."""
    dossier = everything()
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    committee = dossier.committee
    gone = builders.a_member(committee, "Former", Role.EMPLOYEE, position=8, left=date(YEAR - 1, 5, 1))
    former = builders.a_member(
        committee, "Former chair", Role.MANAGEMENT, position=9, left=date(YEAR - 1, 5, 1), office=Office.CHAIR
    )
    meeting = dossier.meetings[0].id
    indicator = dossier.indicators[0].id
    old = {one.year for one in dossier.figures if one.indicator_id == indicator}
    return with_(
        dossier,
        members=(former, *dossier.members, gone),
        attendance=(
            *dossier.attendance,
            Attendance(meeting_id=meeting, member_id=gone.id),
            Attendance(meeting_id=meeting, member_id=former.id, presence=Presence.ABSENT),
        ),
        figures=(
            *dossier.figures,
            *(Figure(indicator_id=indicator, year=year, value=Decimal(7)) for year in {2008, 2013} - old),
        ),
        notes=(
            *dossier.notes,
            StepNote(**owner, step="preparation", note="Hidden"),
            StepNote(**owner, step="look_back", nothing_to_note=True),
        ),
        addenda=(Addendum(**owner, number=1, made_on=date(YEAR, 12, 9), reason="Error", text="Right", by="Karen"),),
    )


def text_fields(entity: Entity) -> Iterator[str]:
    """Yield the fields of an entity in which somebody writes."""
    for name in type(entity).model_fields:
        if type(getattr(entity, name)) is str and name not in NOT_TEXT:
            yield name


def marked(dossier: Dossier, *, empty_too: bool = True) -> tuple[Dossier, list[str]]:
    """Return the review with a canary of its own in every text field, and the canaries."""
    canaries: list[str] = []

    def changed(entity: Entity) -> Entity:
        values = {}
        for name in text_fields(entity):
            if empty_too or getattr(entity, name):
                canaries.append(f"Zq{len(canaries)}x")
                values[name] = canaries[-1]
        return entity.model_copy(update=values)

    parts: dict[str, Any] = {}
    for part in Dossier.model_fields:
        value = getattr(dossier, part)
        parts[part] = tuple(map(changed, value)) if isinstance(value, tuple) else changed(value)
    return dossier.model_copy(update=parts), canaries


def thinned(dossier: Dossier, random: Random) -> Dossier:
    """Return the review with fields emptied, answers changed and entries removed by chance."""
    parts: dict[str, Any] = {}
    for part in Dossier.model_fields:
        value = getattr(dossier, part)
        if not isinstance(value, tuple):
            parts[part] = thinned_entity(value, random)
            continue
        stays = part in ("members", "meetings", "last_goals", "evaluations", "indicators")
        parts[part] = tuple(thinned_entity(one, random) for one in value if stays or random.random() < 0.8)
    return dossier.model_copy(update=parts)


def thinned_entity(entity: Entity, random: Random) -> Entity:
    """Return the entity with some of its fields emptied or answered otherwise; as it is where that is not valid."""
    values = entity.model_dump()
    share = random.choice((0.1, 0.5, 0.9))
    for name, field in type(entity).model_fields.items():
        if name in ("id", "step", "template", "position", "state") or field.is_required() or random.random() > share:
            continue
        value = values[name]
        values[name] = random.choice(list(type(value))) if isinstance(value, Enum) else field.default
        if isinstance(value, bool):
            values[name] = random.random() < 0.5
    try:
        return type(entity).model_validate(values)
    except ValidationError:
        return entity


def as_state(dossier: Dossier, random: Random) -> Dossier:
    """Return the review approved, or as a draft."""
    review: dict[str, Any] = {"version": 1}
    if random.random() < 0.5:
        review |= {"state": State.APPROVED, "approved_on": date(YEAR, 12, 3), "approved_by": "Somebody"}
    else:
        review |= {"state": State.IN_SESSION}
    addenda = dossier.addenda if review["state"] is State.APPROVED else ()
    return with_(dossier, review=review, addenda=addenda)


def with_second_date(dossier: Dossier, random: Random) -> Dossier:
    """Return the review with a second date, at which some of the members were."""
    if random.random() < 0.5:
        return dossier
    second = Meeting(review_id=dossier.review.id, position=1, held_on=date(YEAR, 12, 1), place="Elsewhere")
    there = (member for member in dossier.members if random.random() < 0.7)
    rows = (Attendance(meeting_id=second.id, member_id=one.id, presence=random.choice([*Presence])) for one in there)
    return with_(dossier, meetings=(*dossier.meetings, second), attendance=(*dossier.attendance, *rows))
