"""Which year to start."""

from contextlib import suppress
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label

from medreview.domain.errors import Refusal
from medreview.domain.parsing import parse_count
from medreview.i18n import current, tr
from medreview.tui.dialogs.base import Dialog
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.row import Row


class Year(Dialog[int]):
    """Return the year to start; None where none is."""

    DEFAULT_CSS = """
    Year Input { background: $field; width: 12; }
    Year .wrong { color: $bad; }
    """

    def __init__(self, proposed: int, *, is_first: bool) -> None:
        super().__init__()
        self._proposed = proposed
        self._is_first = is_first

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(tr("Start the annual discussion of"))
            yield LineInput(str(self._proposed), compact=True)
            yield Label("", classes="wrong", markup=False)
            yield Label(self._what_comes_along(), classes="hint", markup=False)
            with Row(classes="buttons"):
                yield Button(Content(tr("Start")), classes="main", id="start", compact=True)
                yield Button(Content(tr("Not now (Esc)")), id="close", compact=True)

    def _what_comes_along(self) -> str:
        if not self._is_first:
            return tr("Goals, open actions, key figures and the form of cooperation come along from the year before.")
        return tr(
            "Did you have goals last year? Then start {last} here and write them under Goals; they come along when you "
            "start {year} after it.",
            last=self._proposed - 1,
            year=self._proposed,
        )

    @on(Button.Pressed, "#close")
    def _close(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#start")
    @on(Input.Submitted)
    def _start(self) -> None:
        year = None
        with suppress(Refusal):
            year = parse_count(self.query_one(Input).value, current().language)
        this_year = date.today().year
        if year is None or not this_year - 30 <= year <= this_year + 1:
            self._complain(tr("Write a year between {first} and {last}.", first=this_year - 30, last=this_year + 1))
            return
        self.dismiss(year)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._complain("")

    def _complain(self, sentence: str) -> None:
        self.query_one(".wrong", Label).update(Content(sentence))
