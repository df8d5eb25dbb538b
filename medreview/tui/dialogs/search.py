"""Find words in all years and committees: what is found shows while one types."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from medreview.i18n import current, ntr, tr
from medreview.operations.search import LEAST, LIMIT, Hit, search
from medreview.tui.dialogs.finder import Entry, Finder, Typed
from medreview.tui.screens.base import Asking
from medreview.tui.text import one_line, say, without_commands

_MARGINS: Final = 4
"""Columns that a row has less than the line above it: for the scroll bar, and for what tells that a text goes on."""


class Search(Finder, Asking):
    """Return the number, in `hits`, of the one that was picked; None where none was."""

    DEFAULT_CSS = """
    Search > #box { border-subtitle-color: $muted; }
    Search OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    MOST_ROWS = 30

    def __init__(self) -> None:
        super().__init__(tr("Search in all years and committees"), ())
        self.hits: Sequence[Hit] = ()
        self._answered: str | None = None
        """What was typed when the present hits were looked for."""
        self._goes_at_once = False
        """Whether Enter was pressed before the hits came."""

    @property
    def _text(self) -> str:
        return self.query_one(Typed).value

    @property
    def hint(self) -> str:
        """What to type; and what to do where nothing is found."""
        if not self.is_mounted or len(self._text.strip()) < LEAST:
            return tr(
                "Finds goals, decisions, actions, notes and all else that is written. A part of a word is enough."
            )
        return tr("Nothing found. All words must stand in the same place: try fewer of them, or a part of one.")

    def find(self, text: str) -> None:
        """Look for what is typed, in the place of what was typed before."""
        self._goes_at_once = False
        self.soon(partial(self._search, text), "search")

    async def _search(self, text: str) -> None:
        width = max(self.query_one(Typed).size.width - _MARGINS, 1)
        hits = await self.ask(search, self.medreview.archive, text, width=width)
        if hits is None:
            return
        self.hits, self._answered = hits, text
        self.show_rows([_entry(number, hit) for number, hit in enumerate(hits)])
        say(self.query_one(".hint", Static), Content(self.hint))
        self.query_one("#box", Vertical).border_subtitle = Content(_count(len(hits)))
        if self._goes_at_once:
            self.enter()

    def enter(self) -> None:
        """Pick the chosen hit, as soon as those of what is typed are there."""
        self._goes_at_once = self._answered != self._text
        if not self._goes_at_once:
            super().enter()


def _count(count: int) -> str:
    if count >= LIMIT:
        return tr("The newest {count} are shown; another word narrows it down", count=count)
    return ntr("{count} found", "{count} found", count) if count else ""


def _entry(number: int, hit: Hit) -> Entry:
    """Where the words stand, and below it the text around them with each of them marked."""
    words = current()
    year = "" if hit.is_on_wheel else str(hit.year)
    named = (hit.committee, year, _step(hit), words.field(hit.kind, hit.field))
    where = " · ".join(dict.fromkeys(filter(None, named)))
    text = Content(without_commands(hit.excerpt.text))
    for start, end in hit.excerpt.marks:
        text = text.stylize("bold underline", start, end)
    return Entry(str(number), Content("\n").join((one_line(where, "$muted"), text)), "")


def _step(hit: Hit) -> str:
    """Return in which step of the review it is written, or where else."""
    if hit.is_on_wheel:
        return tr("Annual wheel")
    if hit.title:
        return hit.title.in_language(current().language)
    return "" if hit.is_followed_up else hit.step
