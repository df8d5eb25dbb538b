"""Cutting the people of a review to those whom a document of it names."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar
from uuid import UUID

from medreview.domain.attendance import Attendance, Presence
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member, Office, Role, Side
from medreview.domain.dossier import Dossier
from medreview.domain.expertise import Training
from medreview.domain.review import Meeting
from medreview.minutes.choices import Choices, Kind

E = TypeVar("E", bound=Entity)
Parts = dict[str, Any]

_PLAIN_ROLES: Final = {
    Side.MANAGEMENT: Role.MANAGEMENT,
    Side.EMPLOYEES: Role.EMPLOYEE,
    Side.NEITHER: Role.MINUTE_TAKER,
}
"""The role of somebody of whom only the side is told."""

_MOST_DAYS: Final = Decimal(99)
"""Days of training that one entry can hold."""


def people(dossier: Dossier, kind: Kind, choices: Choices) -> Parts:
    """Return the parts of a review that tell of people, with those alone whom a document of that kind shows."""
    shown = _named(dossier, kind, choices) if choices.names else _counted(dossier, kind)
    officers = ("leader", "minute_taker") if choices.names else ()
    heard = ("heard",) if kind is Kind.MINUTES else ()
    return {
        **shown,
        "committee": _committee(dossier, _labelled(dossier, kind, choices)),
        "preparation": kept(dossier.preparation, "case_number", *officers, *heard),
    }


def kept(entity: E, *names: str) -> E:
    """Return the entity with only these fields, beside its id, its place in a list and what it cannot be without."""
    fields = type(entity).model_fields
    names = ("id", "position", *names)
    return type(entity)(
        **{name: getattr(entity, name) for name, field in fields.items() if name in names or field.is_required()}
    )


def _committee(dossier: Dossier, sides: set[Side]) -> Committee:
    """The committee's own names of the sides stand only before those who were there."""
    names = {Side.MANAGEMENT: "management_side", Side.EMPLOYEES: "employee_side"}
    rule = () if dossier.is_read_only else ("longest_interval",)
    own = (name for side, name in names.items() if side in sides)
    return kept(dossier.committee, "level_name", "parent_name", "language", *rule, *own)


def _labelled(dossier: Dossier, kind: Kind, choices: Choices) -> set[Side]:
    """Return the sides that the document calls by name."""
    if kind is Kind.AGENDA:
        return {one.side for one in _called(dossier)} if choices.names else set()
    counted = {member.side for _, member, one in _seats(dossier) if _is_there(one) and not member.vacant}
    if not choices.names:
        return counted
    named = {member.side for _, member, one in _seats(dossier) if one.presence is Presence.PRESENT}
    return named | counted if _is_represented(dossier, kind) else named


def _seats(dossier: Dossier) -> Iterator[tuple[Meeting, Member, Attendance]]:
    for meeting in dossier.meetings:
        yield from ((meeting, *seat) for seat in dossier.attendance_at(meeting))


def _is_there(one: Attendance) -> bool:
    """Whether the seat was taken, by somebody who came instead too."""
    return one.presence is Presence.PRESENT or bool(one.substitute)


def _is_represented(dossier: Dossier, kind: Kind) -> bool:
    """Whether minutes have an item of their own that counts every seat."""
    return kind is Kind.MINUTES and any(item.step == "attendance" for item in dossier.agenda)


def _called(dossier: Dossier) -> list[Member]:
    """Return who is called to the meeting."""
    day = dossier.held_on
    return [one for one in dossier.members if not one.vacant and (one.sits_on(day) if day else one.left is None)]


def _holders(dossier: Dossier) -> dict[UUID, Office]:
    """Return who is named as chair and vice chair in the head and where minutes are signed."""
    found: dict[Office, UUID] = {}
    for member in _called(dossier):
        found.setdefault(member.office, member.id)
    return {member: office for office, member in found.items() if office is not Office.NONE}


def _named(dossier: Dossier, kind: Kind, choices: Choices) -> Parts:
    is_whole = kind is Kind.MINUTES
    training = tuple(one for one in dossier.training if _is_noted(one)) if is_whole else ()
    counted = _is_represented(dossier, kind)
    rows = [seat for seat in _seats(dossier) if kind is not Kind.AGENDA and (counted or _is_listed(*seat, kind))]
    named = {*_names(dossier, kind), *_holders(dossier), *(one.member_id for one in training)}
    seats = named | {member.id for _, member, _ in rows}
    return {
        "members": tuple(
            _member(dossier, one, kind, choices) if one.id in named or one.vacant else _seat(dossier, one)
            for one in dossier.members
            if one.id in seats
        ),
        "attendance": tuple(one for _, _, one in rows),
        "training": training,
        "guests": dossier.guests if is_whole else (),
        "timed_lines": dossier.timed_lines if is_whole else (),
    }


def _names(dossier: Dossier, kind: Kind) -> Iterator[UUID]:
    """Yield whose names the lists of members hold."""
    if kind is Kind.AGENDA:
        yield from (one.id for one in _called(dossier))
        return
    for meeting, member, one in _seats(dossier):
        is_seat_alone = kind is Kind.MINUTES and member.vacant and not one.substitute
        if _is_listed(meeting, member, one, kind) and not is_seat_alone:
            yield member.id


def _is_listed(meeting: Meeting, member: Member, one: Attendance, kind: Kind) -> bool:
    """Former members are in no list unless somebody was there for them."""
    is_open = member.vacant or _sat(meeting, member, one)
    return one.presence is not Presence.UNKNOWN or bool(one.substitute) or (is_open and kind is Kind.MINUTES)


def _sat(meeting: Meeting, member: Member, one: Attendance) -> bool:
    """Whether the seat was the member's on that day, as far as is known, or something is noted of it."""
    is_noted = one.presence is not Presence.UNKNOWN or bool(one.substitute)
    return is_noted or meeting.held_on is None or member.sits_on(meeting.held_on)


def _is_noted(one: Training) -> bool:
    return one.offered is not None or one.taken is not None or bool(one.wish)


def _member(dossier: Dossier, member: Member, kind: Kind, choices: Choices) -> Member:
    """Return what the document tells of a member: minutes and agenda their role, decision minutes name or role."""
    office = _holders(dossier).get(member.id, Office.NONE)
    is_signer = choices.signatures and office is not Office.NONE
    has_role = kind is not Kind.DECISIONS or is_signer or not member.name.strip()
    noted = (one.member_id for one in dossier.training if _is_noted(one))
    is_trained = kind is Kind.MINUTES and member.id in noted
    has_name = is_trained or member.id in _names(dossier, kind) or office is not Office.NONE
    names = [
        *(["name"] if has_name else []),
        *(["role", "office"] if has_role else []),
        *(["joined", "mandatory_training_on"] if is_trained else []),
    ]
    plain = {} if has_role else {"role": _PLAIN_ROLES[member.side], "office": office}
    return kept(member, *_seat_fields(dossier, member), *names).model_copy(update=plain)


def _seat(dossier: Dossier, member: Member) -> Member:
    """Return a seat of which nothing is told but that it was there to be counted."""
    plain = {"role": _PLAIN_ROLES[member.side]}
    return kept(member, *_seat_fields(dossier, member)).model_copy(update=plain)


def _seat_fields(dossier: Dossier, member: Member) -> tuple[str, ...]:
    dates = () if _always_sits(dossier, member) else ("joined", "left")
    return ("side", "vacant", *dates)


def _always_sits(dossier: Dossier, member: Member) -> bool:
    """Whether the seat was theirs on every day of the review; else only the dates tell why they are not listed."""
    days: list[date] = [one.held_on for one in dossier.meetings if one.held_on]
    return all(map(member.sits_on, days)) if days else member.left is None


def _counted(dossier: Dossier, kind: Kind) -> Parts:
    """Without names there are seats, of which nothing is known but the side and whether somebody was there."""
    if kind is Kind.AGENDA:
        return {}
    training = tuple(_summed(dossier.training)) if kind is Kind.MINUTES else ()
    attendance = tuple(_nameless(one) for meeting, member, one in _seats(dossier) if _sat(meeting, member, one))
    seats = {one.member_id for one in attendance} | {one.member_id for one in training}
    return {
        "members": tuple(
            kept(_seat(dossier, one), "side", "role", "vacant") for one in dossier.members if one.id in seats
        ),
        "attendance": attendance,
        "training": training,
    }


def _nameless(one: Attendance) -> Attendance:
    """Who came instead of a member makes them count as present."""
    return kept(one).model_copy(update={"presence": Presence.PRESENT if _is_there(one) else Presence.UNKNOWN})


def _summed(training: Iterable[Training]) -> Iterator[Training]:
    """Yield the days of all, which is all that is told of them, with as few seats as can hold them."""
    training = tuple(training)
    days = {name: _filled([getattr(one, name) for one in training]) for name in ("offered", "taken")}
    for number, one in enumerate(training):
        values = {name: spread[number] for name, spread in days.items()}
        if any(value is not None for value in values.values()):
            yield kept(one).model_copy(update=values)


def _filled(days: list[Decimal | None]) -> list[Decimal | None]:
    """Return the sum of these days at the front of the list."""
    known = [one for one in days if one is not None]
    rest = sum(known, Decimal(0))
    filled: list[Decimal | None] = []
    for number in range(len(days)):
        part = min(rest, _MOST_DAYS)
        filled.append(part if known and (number == 0 or part) else None)
        rest -= part
    return filled
