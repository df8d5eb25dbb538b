"""Who was there: both sides, apologies, substitutes, guests, and who came late or left early."""

from collections.abc import Callable, Iterable
from datetime import date, time
from uuid import UUID

from medreview.domain.attendance import Attendance, Guest, Presence, TimedLine
from medreview.domain.committee import Member, Office, Side
from medreview.domain.dossier import in_order
from medreview.domain.review import Meeting
from medreview.minutes.context import Context, Row, capital, facts
from medreview.minutes.document import Block, Heading, Note

Seat = tuple[Member, Attendance]

SIDES = (Side.MANAGEMENT, Side.EMPLOYEES)


def attendance(context: Context) -> list[Block]:
    """Return the attendance of each meeting date, and a note where nobody from a side was there."""
    return _by_meeting(context, _rows)


def attendance_in_short(context: Context) -> list[Block]:
    """Return the same by name alone, and only who was there, who was not, and who came instead."""
    return _by_meeting(context, _short_rows)


def represented(context: Context) -> list[Block]:
    """Return how many of each side were there, for an agenda item of its own."""
    return [*facts(_counts(context, *context.dossier.meetings))]


def members(context: Context) -> list[Block]:
    """Return who is called to the meeting, side by side."""
    day = context.dossier.held_on
    seated = [member for member in context.dossier.members if not member.vacant and _is_seated(member, day)]
    rows = [
        (capital(_side_name(context, side)), "\n".join(person(context, one) for one in seated if one.side is side))
        for side in Side
    ]
    return [*facts(rows)] if context.choices.names else []


def person(context: Context, member: Member) -> str:
    """Return "Bo Ørsted, shop steward (vice chair)"."""
    words = context.words
    name = words.tr("Vacant seat") if member.vacant else member.name.strip()
    office = "" if member.office is Office.NONE else f" ({words.term(member.office)})"
    return ", ".join(filter(None, (name, words.term(member.role)))) + office


def _by_meeting(context: Context, rows_of: Callable[[Context, Meeting], list[Row]]) -> list[Block]:
    blocks: list[Block] = []
    for meeting in in_order(context.dossier.meetings):
        rows = facts(rows_of(context, meeting))
        blocks += [Heading(2, _heading(context, meeting)), *rows] if rows else []
    return [*blocks, *_missing_sides(context)]


def _short_rows(context: Context, meeting: Meeting) -> list[Row]:
    if not context.choices.names:
        return _counts(context, meeting)
    words, seats = context.words, context.dossier.attendance_at(meeting)
    there = [member for member, one in seats if one.presence is Presence.PRESENT]
    sides = [
        (_present_label(context, side), _names(context, (one for one in there if one.side is side))) for side in Side
    ]
    return [
        *sides,
        (words.tr("Apologies"), _names(context, _who(seats, Presence.APOLOGY))),
        (words.tr("Absent"), _names(context, _who(seats, Presence.ABSENT))),
        (words.tr("Substitutes"), _substitutes(context, seats)),
    ]


def _who(seats: Iterable[Seat], presence: Presence) -> Iterable[Member]:
    return (member for member, one in seats if one.presence is presence)


def _names(context: Context, members: Iterable[Member]) -> str:
    return ", ".join(_name(context, member) for member in members)


def _name(context: Context, member: Member) -> str:
    """The role where nobody wrote a name."""
    return member.name.strip() or context.words.term(member.role)


def _rows(context: Context, meeting: Meeting) -> list[Row]:
    if not context.choices.names:
        return _counts(context, meeting)
    seats = context.dossier.attendance_at(meeting)
    words = context.words
    return [
        *_present(context, seats),
        (words.tr("Apologies"), _people(context, seats, lambda one: one.presence is Presence.APOLOGY)),
        (words.tr("Absent"), _people(context, seats, lambda one: one.presence is Presence.ABSENT)),
        (words.tr("Substitutes"), _substitutes(context, seats)),
        (words.tr("Attendance not noted"), _not_noted(context, meeting, seats)),
        (words.tr("Vacant seats"), "\n".join(capital(words.term(member.role)) for member, _ in seats if member.vacant)),
        (words.tr("Guests"), _guests(context, meeting)),
        (words.tr("Came late or left early"), _movements(context, meeting)),
    ]


def _is_seated(member: Member, day: date | None) -> bool:
    return member.sits_on(day) if day else member.left is None


def _present(context: Context, seats: Iterable[Seat]) -> list[Row]:
    there = [(member, one) for member, one in seats if one.presence is Presence.PRESENT]
    return [
        (
            _present_label(context, side),
            "\n".join(person(context, member) for member, _ in there if member.side is side),
        )
        for side in Side
    ]


def _present_label(context: Context, side: Side) -> str:
    return context.words.tr("Present ({side})", side=_side_name(context, side))


def _people(context: Context, seats: Iterable[Seat], chosen: Callable[[Attendance], bool]) -> str:
    return "\n".join(person(context, member) for member, one in seats if chosen(one))


def _substitutes(context: Context, seats: Iterable[Seat]) -> str:
    tr = context.words.tr
    return "\n".join(
        tr("{substitute} attended for {member}", substitute=one.substitute, member=_name(context, member))
        for member, one in seats
        if one.substitute
    )


def _not_noted(context: Context, meeting: Meeting, seats: Iterable[Seat]) -> str:
    unknown = (member for member, one in seats if one.presence is Presence.UNKNOWN and not one.substitute)
    return "\n".join(person(context, member) for member in unknown if not member.vacant and _sat_on(member, meeting))


def _sat_on(member: Member, meeting: Meeting) -> bool:
    return meeting.held_on is None or member.sits_on(meeting.held_on)


def _guests(context: Context, meeting: Meeting) -> str:
    own = (guest for guest in in_order(context.dossier.guests) if guest.meeting_id == meeting.id)
    return "\n".join(_guest(context, guest) for guest in own)


def _guest(context: Context, guest: Guest) -> str:
    return ", ".join(filter(None, (guest.name, guest.capacity))) + _during(context, guest.agenda_item_id)


def _during(context: Context, item_id: UUID | None) -> str:
    """Return " (item 4)"; nothing where it is about no item alone."""
    number = context.numbered(item_id)
    return f" ({context.words.tr('item {number}', number=number)})" if number else ""


def _movements(context: Context, meeting: Meeting) -> str:
    own = [line for line in context.dossier.timed_lines if line.meeting_id == meeting.id]
    return "\n".join(_movement(context, line) for line in sorted(own, key=lambda line: line.at or time.max))


def _movement(context: Context, line: TimedLine) -> str:
    said = f"{line.person} {context.words.term(line.movement)}".strip() + _during(context, line.agenda_item_id)
    return f"{context.clock(line.at)}: {said}" if line.at else said


def _counts(context: Context, *meetings: Meeting) -> list[Row]:
    """How many of each side were at one of these meetings or more: "2 of 3"."""
    seats = [seat for meeting in meetings for seat in _called(context, meeting)]
    return [(_present_label(context, side), _count(context, seats, side)) for side in SIDES]


def _called(context: Context, meeting: Meeting) -> list[Seat]:
    """Without those of whom nothing is noted because they did not hold their seat that day."""
    return [
        (member, one)
        for member, one in context.dossier.attendance_at(meeting)
        if _sat_on(member, meeting) or one.substitute or one.presence is not Presence.UNKNOWN
    ]


def _count(context: Context, seats: Iterable[Seat], side: Side) -> str:
    own = [(member.id, one) for member, one in seats if member.side is side and not member.vacant]
    there = {member for member, one in own if one.presence is Presence.PRESENT or one.substitute}
    total = len({member for member, _ in own})
    return context.words.tr("{count} of {total}", count=len(there), total=total) if there else ""


def _missing_sides(context: Context) -> list[Block]:
    dossier, words = context.dossier, context.words
    if not dossier.present():
        return []
    missing = (side for side in SIDES if not dossier.present(side))
    return [Note(words.finding("side_missing", side=side), warns=True) for side in missing]


def _heading(context: Context, meeting: Meeting) -> str:
    title = context.words.tr("Attendance")
    if len(context.dossier.meetings) == 1 or meeting.held_on is None:
        return title
    return f"{title}, {context.words.date(meeting.held_on)}"


def _side_name(context: Context, side: Side) -> str:
    """The committee's own name for a side, where it has one."""
    committee = context.dossier.committee
    own = {Side.MANAGEMENT: committee.management_side, Side.EMPLOYEES: committee.employee_side}
    return own.get(side) or context.words.term(side)
