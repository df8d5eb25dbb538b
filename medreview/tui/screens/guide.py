"""The guide for the day before: how to prepare, hold and finish the discussion, on one page to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from medreview.guide import Passage, read_guide, spaced
from medreview.i18n import current, tr
from medreview.tui.commands import BACK, Command
from medreview.tui.fitting import FEWEST
from medreview.tui.screens.page import Page
from medreview.tui.widgets.bars import KeyBar, TitleBar

_STYLES: Final = {0: "", 1: "bold underline $accent", 2: "bold $accent", 3: "bold"}
"""The styles of the headings by level; they differ by more than colour."""


class GuideScreen(Page):
    """The guide in the language of the screens."""

    LEAST: ClassVar[Size] = FEWEST
    OPENED_BY: ClassVar[str] = "guide"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = BACK
    DEFAULT_CSS = """
    GuideScreen > VerticalScroll { padding: 1 0 1 2; }
    GuideScreen Passages { padding: 0 2 0 0; }
    """

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll():
            yield Passages(read_guide(current().language))
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(TitleBar).say_where("medreview", here=tr("Guide"))
        self.query_one(VerticalScroll).focus()


class Passages(Static):
    """The passages, wrapped to the width there is; points hang from their marks."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        super().__init__()
        self._passages = passages

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of lines at a width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the lines at the present width."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        lines = []
        for has_gap, passage in spaced(self._passages):
            lines += [Content()] if has_gap else []
            lines += [Content.styled(line, _STYLES[passage.level]) for line in passage.lines(width)]
        return lines
