"""What home says of a committee: its steps, goals, next meeting and what is due, each in a row."""

from datetime import date

from textual.content import Content

from medreview.domain.dossier import Dossier
from medreview.domain.due import DueItem, next_meeting
from medreview.domain.following import newest_note
from medreview.domain.goal import Goal
from medreview.domain.progress import step_state
from medreview.domain.review import State
from medreview.i18n import current, ntr, tr
from medreview.templates import load_template
from medreview.tui.steps.words import MARKS, marked
from medreview.tui.text import capitalised, one_line


def steps(dossier: Dossier) -> list[Content]:
    """Return every step with its symbol."""
    language = current().language
    found = []
    for step in load_template(dossier.review.template).steps:
        symbol, colour = MARKS[step_state(dossier, step.key)]
        found.append(Content.assemble((f"{symbol} ", colour), step.short.in_language(language)))
    return found


def goal_row(dossier: Dossier, goal: Goal) -> Content:
    """Return the goal with its newest status, or the judgement of the goal it carries on, and its figures."""
    words = current()
    figures = " → ".join(words.number(one) for one in (goal.baseline, goal.target) if one is not None)
    figures = f"{figures} {goal.unit}".strip()
    return Content("  ").join(
        [_latest(dossier, goal), one_line(goal.text, limit=60), Content.styled(figures, "$muted")]
    )


def _latest(dossier: Dossier, goal: Goal) -> Content:
    """What was noted between the meetings, where it is newer than what the committee judged."""
    if note := newest_note(dossier, goal):
        return marked(note.course)
    judged = next((one for one in dossier.evaluations if one.goal_id == goal.predecessor_id), None)
    return marked(judged.outcome) if judged else Content.styled(f"○ {tr('New')}", "$muted")


def next_words(dossier: Dossier | None) -> Content:
    """Return when, in how many days and where the committee meets next."""
    meeting = next_meeting(dossier, date.today()) if dossier else None
    if meeting is None:
        return Content.styled(tr("No date yet."), "$muted")
    words = current()
    start = tr("at {time}", time=words.time(meeting.starts)) if meeting.starts else ""
    days = (meeting.day - date.today()).days
    when = tr("today") if days == 0 else ntr("in {count} day", "in {count} days", days)
    first = " ".join(part for part in (words.date(meeting.day, weekday=True), start) if part)
    return Content("\n").join(
        [Content(capitalised(first)), one_line(" · ".join(x for x in (when, meeting.place) if x))]
    )


def due_row(item: DueItem) -> Content:
    """Return what is due on the first line, since when and by whom on the second."""
    mark, colour = ("!", "$bad") if item.overdue else ("○", "$warn")
    day = current().short_date(item.due)
    when = tr("overdue since {date}", date=day) if item.overdue else tr("due {date}", date=day)
    after = " · ".join(part for part in (when, item.responsible) if part)
    return Content.assemble((f"{mark} ", colour), one_line(item.text), (f"\n  {after}", "$muted"))


def state_words(dossier: Dossier | None) -> Content:
    """Return how far the newest review has come."""
    if dossier is None:
        return Content(tr("Start one with F9."))
    return Content.styled(capitalised(current().term(dossier.review.state)), "bold")


def go_on_words(dossier: Dossier | None) -> str:
    """Return what going on means now."""
    if dossier is None:
        return tr("Start the first discussion")
    if dossier.review.state is State.APPROVED:
        return tr("Start {year}", year=dossier.review.year + 1)
    return tr("Continue the discussion")
