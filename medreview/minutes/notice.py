"""The notice for the notice board (*opslag*): one page in plain words, and no word of closed items."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from medreview.domain.committee import Office
from medreview.domain.decision import Decision, Result
from medreview.domain.dossier import in_order
from medreview.domain.due import next_meeting
from medreview.domain.goal import Goal
from medreview.domain.review import AgendaItem
from medreview.minutes.context import Context, Row, facts
from medreview.minutes.decision_minutes import under
from medreview.minutes.decisions import made_under
from medreview.minutes.document import Block, BulletList, Facts, Heading, Paragraph
from medreview.minutes.look_back import outcomes
from medreview.minutes.shortened import shortened

_SAYS_NOTHING: Final = (Result.NOTED, Result.DISCUSSED)
"""Verbs that decide nothing on their own."""

_PAGE: Final = 36
"""Lines that a page holds for sure, with a letterhead on top and a seal at the foot."""

_WIDTH: Final = 95
_VALUE_WIDTH: Final = 65
_HEADING: Final = 3
"""Characters in a line of text and of a fact, and lines that a heading takes."""


@dataclass(frozen=True)
class _Room:
    """How many entries a list has at most, and the characters of an entry and of a longer answer."""

    listed: int
    line: int
    answer: int


_ROOMS: Final = (_Room(10, 200, 500), _Room(7, 170, 350), _Room(5, 120, 250), _Room(4, 90, 200), _Room(3, 90, 200))
"""The most generous one with which all stands on one page is taken."""


def notice(context: Context) -> list[Block]:
    """Return what everybody at the workplace should know of the meeting, cut so that it fits on one page."""
    sizes = [_Notice(context, room).blocks() for room in _ROOMS]
    return next((blocks for blocks in sizes if _lines(blocks) <= _PAGE), sizes[-1])


@dataclass(frozen=True)
class _Notice:
    """The notice with a given room for its texts."""

    context: Context
    room: _Room

    def blocks(self) -> list[Block]:
        """Return the whole notice."""
        tr = self.context.words.tr
        intro = tr(
            "Once a year the committee goes through the work environment and the cooperation: "
            "what came of last year's goals, and what we will work with in the coming year."
        )
        return [
            Paragraph(intro),
            *facts([*self._met(), (tr("Last year's goals"), outcomes(self.context))]),
            *under(tr("What was decided"), self._decided()),
            *under(tr("Our goals for the coming year"), self._goals()),
            *under(tr("What comes next"), [*facts(self._next())]),
        ]

    def _met(self) -> list[Row]:
        words, meetings = self.context.words, in_order(self.context.dossier.meetings)
        held = [(words.date(one.held_on, weekday=True), self._line(one.place)) for one in meetings if one.held_on]
        dates = [", ".join(filter(None, one)) for one in held]
        return [(words.tr("The committee met"), "\n".join(dates[: self.room.listed]))]

    def _decided(self) -> list[Block]:
        """What open items decided, else the committee's own summing-up."""
        summed_up = shortened(self.context.dossier.closing.what_was_decided, self.room.answer)
        return self._list(self._decisions()) or ([Paragraph(summed_up)] if summed_up else [])

    def _decisions(self) -> Iterator[str]:
        for _, item in self.context.agenda:
            if not item.closed and not _is_formality(self.context, item):
                title = shortened(self.context.title_of(item), self.room.line // 2)
                yield from (f"{title}: {self._sentence(one)}" for one in _telling(self.context, item))
        yield from (self._sentence(one) for one in _telling(self.context, None))

    def _sentence(self, one: Decision) -> str:
        """The verb is told where it is more than "decided"."""
        text, verb = self._line(one.text), self.context.text(one.result)
        if one.result is Result.DECIDED:
            return text
        return f"{verb}. {text}" if text else f"{verb}."

    def _goals(self) -> list[Block]:
        goals = in_order(self.context.dossier.open_goals)
        return self._list(self._goal(goal) for goal in goals if goal.text.strip())

    def _goal(self, goal: Goal) -> str:
        """The goal with its target figure, where the text does not give it itself."""
        text, target = self._line(goal.text), self.context.words.number(goal.target).replace(".", ",")
        if goal.target is None or target in goal.text.replace(".", ","):
            return text
        amount = self.context.amount(goal.target, goal.unit)
        return self.context.words.tr("{goal} (target: {amount})", goal=text, amount=amount)

    def _next(self) -> list[Row]:
        tr, closing = self.context.words.tr, self.context.dossier.closing
        return [
            (tr("What goes out"), shortened(closing.communication, self.room.answer)),
            (tr("Next meeting"), self._next_meeting()),
            (tr("Ask"), _whom_to_ask(self.context)),
            (tr("Read more"), self._line(closing.where_found) or tr("In the minutes of the meeting.")),
        ]

    def _next_meeting(self) -> str:
        """The first planned meeting after the last date of the review."""
        words, dossier = self.context.words, self.context.dossier
        held = max((one.held_on for one in dossier.meetings if one.held_on), default=None)
        coming = next_meeting(dossier, held + timedelta(days=1) if held else date.min)
        if coming is None:
            return ""
        when = words.date(coming.day, weekday=True), self.context.clock(coming.starts)
        return ", ".join(filter(None, (*when, self._line(coming.place))))

    def _list(self, entries: Iterable[str]) -> list[Block]:
        texts = [*entries]
        more = len(texts) - self.room.listed
        last = self.context.words.ntr("and {count} more in the minutes", "and {count} more in the minutes", more)
        return [BulletList((*texts[: self.room.listed], *([last] if more > 0 else [])))] if texts else []

    def _line(self, text: str) -> str:
        return shortened(text, self.room.line)


def _is_formality(context: Context, item: AgendaItem) -> bool:
    """The approval of the agenda and of the last minutes concerns nobody else."""
    titles = (opening.title for opening in context.template.opening)
    return any(item.title in (title.da, title.sv, title.en) for title in titles)


def _telling(context: Context, item: AgendaItem | None) -> list[Decision]:
    made = made_under(context, item.id if item else None)
    return [one for one in made if one.text.strip() or one.result not in _SAYS_NOTHING]


def _whom_to_ask(context: Context) -> str:
    """Who holds the two offices; by name only where names are chosen."""
    words = context.words
    holders = [(context.holder(office), office) for office in (Office.CHAIR, Office.VICE_CHAIR)]
    named = [f"{holder.name} ({words.term(office)})" for holder, office in holders if holder]
    return (context.choices.names and ", ".join(named)) or words.tr("The committee's chair or vice chair")


def _lines(blocks: Iterable[Block]) -> int:
    """About how many lines the blocks take on a page."""
    return sum(map(_height, blocks))


def _height(block: Block) -> int:
    match block:
        case Heading():
            return _HEADING
        case Facts(rows):
            return sum(_wrapped(line, _VALUE_WIDTH) for _, value in rows for line in value.split("\n"))
    return sum(_wrapped(text, _WIDTH) for text in block.texts())


def _wrapped(text: str, width: int) -> int:
    return -(-len(text) // width)
