"""The clock of the meeting in words: on the title bar in short, in the room in full."""

from datetime import datetime, timedelta
from typing import Final

from textual.content import Content

from medreview.domain import timing
from medreview.domain.dossier import Dossier
from medreview.domain.review import Meeting, State
from medreview.domain.timing import Clock
from medreview.i18n import current, ntr, tr

MINUTE: Final = timedelta(minutes=1)


def now() -> datetime:
    """Return the time on the wall where the meeting is held."""
    return datetime.now()


def until_next_minute() -> float:
    """Return the seconds until another minute stands on the clock."""
    at = now()
    return (at.replace(second=0, microsecond=0) + MINUTE - at).total_seconds()


def meeting_on(dossier: Dossier) -> Meeting | None:
    """Return the meeting that is held just now; None unless the review is in session on this very day."""
    if dossier.review.state is not State.IN_SESSION:
        return None
    today = now().date()
    return next((meeting for meeting in dossier.meetings if meeting.held_on == today), None)


def clock_of(dossier: Dossier) -> Clock | None:
    """Return how the meeting stands now; None where none is held."""
    meeting = meeting_on(dossier)
    return timing.clock(dossier.agenda, dossier.time_spans, meeting, now().time()) if meeting else None


def in_short(clock: Clock) -> str:
    """Return "9.41 · 12/15 min" for a place without room."""
    return " · ".join(part for part in (current().time(clock.now), _used_in_short(clock)) if part)


def in_full(clock: Clock, width: int) -> Content:
    """Return the time, what is used of the item, how far it is over, and when the meeting will end.

    The end has its own line where all of it is wider than `width` cells.
    """
    parts = [Content(current().time(clock.now)), Content(_used(clock))]
    if clock.over:
        parts.append(Content.styled(f"! {over_words(clock.over)}", "bold $bad"))
    stand, end = Content(" · ").join(part for part in parts if part), _end(clock)
    fits = stand.cell_length + end.cell_length + 3 <= width
    return Content(" · " if fits else "\n").join(part for part in (stand, end) if part)


def over_words(minutes: int) -> str:
    """Return how far an item is beyond its plan."""
    return ntr("{count} minute over", "{count} minutes over", minutes)


def _used_in_short(clock: Clock) -> str:
    if clock.in_break:
        return tr("Break {count} min", count=clock.used)
    if clock.over:
        return f"! {tr('{count} min over', count=clock.over)}"
    if clock.item is None:
        return ""
    used = f"{clock.used}/{clock.planned}" if clock.planned else clock.used
    return tr("{count} min", count=used)


def _used(clock: Clock) -> str:
    if clock.in_break:
        return tr("Break {count} min", count=clock.used)
    if clock.item is None:
        return ""
    if clock.planned:
        return tr("{used} of {planned} min", used=clock.used, planned=clock.planned)
    return tr("{count} min", count=clock.used)


def _end(clock: Clock) -> Content:
    """The predicted end; later than planned it is said in words and colour."""
    if clock.ends is None:
        return Content("")
    ends = tr("ends about {time}", time=current().time(clock.ends))
    if not clock.late or clock.late < 0:
        return Content(ends)
    late = ntr("{count} minute late", "{count} minutes late", clock.late)
    return Content.styled(f"! {ends}, {late}", "bold $warn")
