"""The calendar file (iCalendar, RFC 5545): the meetings planned, what the review wants done by when, the wheel."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier, in_order
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import is_done_since, noted_since
from medreview.domain.goal import Activity, Goal
from medreview.domain.wheel import WheelMatter, planned_year
from medreview.i18n import Translator
from medreview.minutes.context import capital
from medreview.minutes.document import with_colon

if TYPE_CHECKING:
    from icalendar import Calendar, Event
    from icalendar.prop import vUnknown

ZONE: Final = "Europe/Copenhagen"
"""The clock of Danish committees; that of Stockholm shows the same time all year."""

_ZONE_RULES: Final = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
X-LIC-LOCATION:{ZONE}
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
"""The rule of the EU since 1996 (directive 2000/84/EC), in the form Outlook reads: one rule for each half-year."""

_ASSUMED_LENGTH: Final = timedelta(hours=1)
"""A meeting without an end gets what calendars give a new entry: otherwise Outlook keeps no time free."""

_SUMMARY_LIMIT: Final = 120

_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")

_EPOCH: Final = datetime(2020, 1, 1, tzinfo=UTC)

_LARGEST_SEQUENCE: Final = 2**31 - 1


@dataclass(frozen=True)
class _Entry:
    """One entry of the calendar; `starts` is a day, or a day and time on the clock of `ZONE`."""

    key: UUID
    starts: date
    summary: str
    description: str
    place: str = ""
    ends: date | None = None
    """A day and time on the same clock, later than `starts`; None where it is not decided."""
    is_yearly: bool = False
    """Whether it comes back on the first Monday of that month every year."""


def to_ics(
    dossier: Dossier,
    words: Translator,
    *,
    names: bool,
    stamped: datetime,
    matters: Sequence[WheelMatter] = (),
) -> bytes:
    """Return the planned meetings and the deadlines of open goals, their activities and open actions as a calendar.

    `matters` of the annual wheel come back every year, from the one that the review plans. Each entry keeps its id, so
    that a file made later updates what an earlier one brought. `stamped` is the moment the file is made, with its time
    zone; it alone decides which of two files is the newer.
    """
    calendar = _calendar(dossier.committee.name)
    plan = _Plan(dossier.without_blanks(), words, names)
    for entry in (*plan.entries(), *plan.wheel(matters)):
        calendar.add_component(_event(entry, stamped.astimezone(UTC)))
    return bytes(calendar.to_ical())


def _calendar(name: str) -> "Calendar":
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    calendar.add("prodid", "-//medreview//medreview//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _text(name))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(Timezone.from_ical(_ZONE_RULES))
    return calendar


def _event(entry: _Entry, stamped: datetime) -> "Event":
    """What has a time of day keeps it free; a whole day stays free for other things."""
    from icalendar import Event

    event = Event()
    is_timed = isinstance(entry.starts, datetime)
    zone = {"TZID": ZONE} if is_timed else {}
    event.add("uid", str(entry.key))
    event.add("dtstamp", stamped)
    event.add("last-modified", stamped)
    event.add("sequence", _sequence(stamped))
    event.add("dtstart", entry.starts, parameters=zone)
    assumed = entry.starts + (_ASSUMED_LENGTH if is_timed else timedelta(days=1))
    event.add("dtend", entry.ends or assumed, parameters=zone)
    if entry.is_yearly:
        event.add("rrule", {"freq": "yearly", "bymonth": entry.starts.month, "byday": "1MO"})
    event.add("summary", _text(entry.summary))
    event.add("description", _text(entry.description))
    if entry.place:
        event.add("location", _text(entry.place))
    event.add("transp", "OPAQUE" if is_timed else "TRANSPARENT")
    return event


def _text(text: str) -> "vUnknown":
    """Return a TEXT value (RFC 5545, 3.3.11), escaped here: the library's own would break a line at the N of a path."""
    from icalendar.prop import vUnknown

    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return vUnknown("\\n".join(_LINE_BREAK.split(escaped)))


def _sequence(stamped: datetime) -> int:
    """Seconds, so that a correction exported at once counts as newer; 32 bits hold them until 2088."""
    return min(max(int((stamped - _EPOCH).total_seconds()), 0), _LARGEST_SEQUENCE)


@dataclass(frozen=True)
class _Plan:
    """What of a review has a date ahead, in the words of one language."""

    dossier: Dossier
    words: Translator
    names: bool

    def entries(self) -> Iterator[_Entry]:
        """Yield the meetings, then each goal with its activities, then the actions."""
        yield from self._meetings()
        for goal in in_order(self.dossier.open_goals):
            yield from self._deadline(goal, goal.runs_until, "text", "criterion", "responsible")
            for activity in self._coming(goal):
                about = (self.words.field("Goal", "text"), goal.text)
                yield from self._deadline(activity, activity.deadline, "what", "resources", "responsible", about=about)
        for action in in_order(self.dossier.actions):
            if action.is_open:
                yield from self._deadline(action, action.due, "what", "responsible")

    def wheel(self, matters: Iterable[WheelMatter]) -> Iterator[_Entry]:
        """Yield every matter once for each of its months: Outlook knows no rule with several."""
        year = planned_year(self.dossier)
        for matter in matters:
            for month in matter.months:
                if text := matter.text.strip():
                    key = uuid5(matter.id, str(month))
                    title = self.words.tr("Annual wheel: {matter}", matter=_short(text))
                    about = "\n".join((text, self.words.tr("To be taken up this month."), self._whose()))
                    yield _Entry(key, _first_monday(year, month), title, about, is_yearly=True)

    def _meetings(self) -> Iterator[_Entry]:
        summary = self.words.tr("Meeting: {committee}", committee=self.dossier.committee.name)
        for meeting in self.dossier.planned_meetings:
            if meeting.held_on is not None:
                starts = _moment(meeting.held_on, meeting.starts)
                ends = _moment(meeting.held_on, meeting.ends) if _has_length(meeting) else None
                yield _Entry(meeting.id, starts, summary, self._about(meeting), meeting.place.strip(), ends)

    def _about(self, meeting: PlannedMeeting) -> str:
        tr = self.words.tr
        undecided = tr("The end is not decided yet.") if meeting.starts else tr("The time is not decided yet.")
        return "\n".join(filter(None, (meeting.note.strip(), "" if _has_length(meeting) else undecided)))

    def _coming(self, goal: Goal) -> Iterator[Activity]:
        """What a goal that is carried on had planned for earlier years is history, and of one that is done, too."""
        if is_done_since(self.dossier, goal):
            return
        for activity in in_order(self.dossier.activities_of(goal)):
            if activity.deadline is not None and activity.deadline.year >= self.dossier.review.year:
                yield activity

    def _deadline(
        self, entity: Goal | Activity | Action, day: date | None, *fields: str, about: tuple[str, str] = ("", "")
    ) -> Iterator[_Entry]:
        """The first of the fields is the entity's text."""
        if day is None:
            return
        kind = type(entity).__name__
        rows = [
            (self.words.field(kind, name), str(getattr(entity, name)).strip())
            for name in fields
            if self.names or name != "responsible"
        ]
        facts = [f"{with_colon(label)} {text}" for label, text in (*rows, about) if text.strip()]
        label, text = rows[0]
        note = None if isinstance(entity, Activity) else noted_since(self.dossier, entity)
        title = f"{with_colon(self._begins(note))} {_short(text) or label}"
        noted = [self._noted(note)] if note else []
        yield _Entry(entity.id, day, title, "\n".join((*facts, *noted, self._whose())))

    def _begins(self, note: FollowUp | None) -> str:
        """An entry that stands in somebody's calendar already says there that it is done."""
        is_done = note is not None and note.course is Course.DONE
        return capital(self.words.term(Course.DONE)) if is_done else self.words.field("Goal", "runs_until")

    def _noted(self, note: FollowUp) -> str:
        said = " – ".join(filter(None, (self.words.term(note.course), note.line)))
        return f"{with_colon(self.words.date(note.noted_on))} {said}"

    def _whose(self) -> str:
        committee = self.dossier.committee
        return f"{committee.name}, {committee.municipality}"


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


def _has_length(meeting: PlannedMeeting) -> bool:
    """Whether it begins and ends later; an end alone, or one at the same moment, says nothing to a calendar."""
    return meeting.starts is not None and meeting.ends is not None and meeting.starts < meeting.ends


def _moment(day: date, starts: time | None) -> date:
    return day if starts is None else datetime.combine(day, starts.replace(tzinfo=None))


def _short(text: str) -> str:
    """A calendar shows one line; the whole text stands in the description."""
    line = " ".join(text.split())
    return line if len(line) <= _SUMMARY_LIMIT else line[: _SUMMARY_LIMIT - 1].rstrip() + "…"
