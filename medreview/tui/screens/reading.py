"""Reading a document as plain text, in lines as wide as the window has room for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import ClassVar, Final

from rich.cells import cell_len, chop_cells
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from medreview.domain.cleaning import clean_text
from medreview.domain.dossier import Dossier
from medreview.minutes import Document, text
from medreview.tui.commands import BACK, Command
from medreview.tui.fitting import FEWEST
from medreview.tui.screens.page import Page
from medreview.tui.widgets.bars import KeyBar, TitleBar

WIDEST: Final = 100
"""Columns of text that is read; in longer lines the eye loses its place."""


class ReadingScreen(Page):
    """A document to read, as plain text; nothing can be changed."""

    OPENED_BY: ClassVar[str] = "read"
    LEAST: ClassVar[Size] = FEWEST
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = BACK
    DEFAULT_CSS = f"""
    ReadingScreen > VerticalScroll {{ padding: 1 0 1 1; background: $field; }}
    ReadingScreen PlainText {{ width: 1fr; max-width: {WIDEST}; margin: 0 1 0 0; }}
    """

    def __init__(self, dossier: Dossier, title: str, document: Document) -> None:
        """`dossier` and `title` say above the text where one is."""
        super().__init__()
        self._dossier = dossier
        self._title = title
        self._document = document

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll():
            yield PlainText(self._document)
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        committee, year = self._dossier.committee, str(self._dossier.review.year)
        self.query_one(TitleBar).say_where(committee.name, year, here=self._title)
        self.query_one(VerticalScroll).focus()


class PlainText(Static):
    """A document as plain text, broken anew whenever the window changes; what is read on top stays there."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._known: tuple[int, list[str]] = (0, [])
        self._before = 0
        """The letters before the line on top."""
        self._top = 0
        """The line on top, when it was last counted or looked for."""
        self._seeks = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of lines at a width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the lines at the present width."""
        return Content("\n".join(self._lines(self.content_size.width)))

    def _lines(self, width: int) -> list[str]:
        if self._known[0] != width:
            self._remember_place()
            self._known = (width, list(_broken(self._document, max(width, 1))))
        return self._known[1]

    def _remember_place(self) -> None:
        """Count the letters before the line on top, where somebody scrolled since, and look for it in the new lines."""
        if self._seeks or not self._known[1] or not isinstance(self.parent, VerticalScroll):
            return
        top = round(self.parent.scroll_y)
        if top != self._top:
            self._before = sum(map(_letters, self._known[1][:top]))
        self._seeks = True
        self.call_after_refresh(self._find_place)

    def _find_place(self) -> None:
        self._seeks = False
        at = bisect_right(list(accumulate(map(_letters, self._known[1]))), self._before) if self._before else 0
        if isinstance(self.parent, VerticalScroll):
            self._top = min(at, self.parent.max_scroll_y)
            self.parent.scroll_to(y=self._top, animate=False)


def _letters(line: str) -> int:
    return sum(map(str.isalnum, line))


def _broken(document: Document, width: int) -> Iterator[str]:
    """Yield the lines; one that is still wider, such as a checksum or text in wide letters, is cut."""
    for line in clean_text(text.render(document, width)).split("\n"):
        yield from [line] if cell_len(line) <= width else chop_cells(line, width)
