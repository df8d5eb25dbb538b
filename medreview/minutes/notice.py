"""The notice for the notice board (*opslag*): one page in plain words, and no word of closed items."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from medreview.domain.committee import Office
from medreview.domain.decision import Decision, Result
from medreview.domain.dossier import in_order
from medreview.domain.due import next_meeting
from medreview.domain.goal import Goal
from medreview.domain.review import AgendaItem
from medreview.minutes.context import Context, Row, capital, facts
from medreview.minutes.decision_minutes import under
from medreview.minutes.decisions import made_under
from medreview.minutes.document import Block, BulletList, Paragraph
from medreview.minutes.shortened import shortened

LISTED: Final = 5
"""Decisions and goals that are listed at most: with the lengths below, more would not fit on a page."""

_LINE: Final = 170
_ANSWER: Final = 350
"""Characters of an entry, and of a longer answer."""

_SAYS_NOTHING: Final = (Result.NOTED, Result.DISCUSSED)
"""Verbs that decide nothing on their own."""


def notice(context: Context) -> list[Block]:
    """Return what everybody at the workplace should know of the meeting."""
    tr = context.words.tr
    goals = [_goal(context, goal) for goal in in_order(context.dossier.open_goals) if goal.text.strip()]
    return [
        *facts(_meeting(context)),
        Paragraph(
            tr(
                "Once a year the committee goes through the work environment and the cooperation: "
                "what came of last year's goals, and what we will work with in the coming year."
            )
        ),
        *under(tr("What was decided"), _decided(context)),
        *under(tr("Our goals for the coming year"), _listed(context, goals)),
        *under(tr("What goes out from the meeting"), _answer(context.dossier.closing.communication)),
        *under(tr("What comes next"), [*facts(_next(context))]),
    ]


def _meeting(context: Context) -> list[Row]:
    words, meetings = context.words, in_order(context.dossier.meetings)
    held = [(words.date(one.held_on, weekday=True), shortened(one.place, _LINE)) for one in meetings if one.held_on]
    return [(words.tr("The committee met"), "\n".join(", ".join(filter(None, one)) for one in held[:LISTED]))]


def _decided(context: Context) -> list[Block]:
    """Each open item's decisions; where none says anything, the committee's own summing-up."""
    open_items = [item for _, item in context.agenda if not item.closed and not _is_formality(context, item)]
    entries = [_decision(context, item, one) for item in open_items for one in _telling(context, item)]
    entries += [_sentence(context, one) for one in made_under(context, None) if _tells(one)]
    return _listed(context, entries) or _answer(context.dossier.closing.what_was_decided)


def _is_formality(context: Context, item: AgendaItem) -> bool:
    """The approval of the agenda and of the last minutes concerns nobody else."""
    titles = (opening.title for opening in context.template.opening)
    return any(item.title in (title.da, title.sv, title.en) for title in titles)


def _telling(context: Context, item: AgendaItem) -> list[Decision]:
    return [one for one in made_under(context, item.id) if _tells(one)]


def _tells(one: Decision) -> bool:
    return bool(one.text.strip()) or one.result not in _SAYS_NOTHING


def _decision(context: Context, item: AgendaItem, one: Decision) -> str:
    return f"{shortened(context.title_of(item), _LINE // 2)}: {_sentence(context, one)}"


def _sentence(context: Context, one: Decision) -> str:
    """The verb is told where it is more than "decided"."""
    text, verb = shortened(one.text, _LINE), context.text(one.result)
    if one.result is Result.DECIDED:
        return text
    return f"{verb}. {text}" if text else f"{verb}."


def _goal(context: Context, goal: Goal) -> str:
    """The goal with its target figure, where the text does not give it itself."""
    text, target = shortened(goal.text, _LINE), context.words.number(goal.target).replace(".", ",")
    if goal.target is None or target in goal.text.replace(".", ","):
        return text
    amount = context.amount(goal.target, goal.unit)
    return context.words.tr("{goal} (target: {amount})", goal=text, amount=amount)


def _listed(context: Context, entries: Iterable[str]) -> list[Block]:
    texts = [*entries]
    more = len(texts) - LISTED
    last = [context.words.ntr("and {count} more in the minutes", "and {count} more in the minutes", more)]
    return [BulletList((*texts[:LISTED], *(last if more > 0 else [])))] if texts else []


def _answer(text: str) -> list[Block]:
    kept = shortened(text, _ANSWER)
    return [Paragraph(kept)] if kept else []


def _next(context: Context) -> list[Row]:
    words, closing = context.words, context.dossier.closing
    return [
        (words.tr("Next meeting"), _next_meeting(context)),
        (words.tr("Ask"), _whom_to_ask(context)),
        (words.tr("Read more"), shortened(closing.where_found, _LINE) or words.tr("In the minutes of the meeting.")),
    ]


def _next_meeting(context: Context) -> str:
    """The first planned meeting after the last date of the review."""
    held = max((one.held_on for one in context.dossier.meetings if one.held_on), default=None)
    coming = next_meeting(context.dossier, held + timedelta(days=1) if held else date.min)
    if coming is None:
        return ""
    when = context.words.date(coming.day, weekday=True), context.clock(coming.starts)
    return ", ".join(filter(None, (*when, shortened(coming.place, _LINE))))


def _whom_to_ask(context: Context) -> str:
    """Who holds the two offices; by name only where names are chosen."""
    words = context.words
    if not context.choices.names:
        return words.tr("The committee's chair or vice chair")
    holders = [(context.holder(office), office) for office in (Office.CHAIR, Office.VICE_CHAIR)]
    named = [f"{holder.name} ({words.term(office)})" for holder, office in holders if holder]
    return capital(", ".join(named)) or words.tr("The committee's chair or vice chair")
