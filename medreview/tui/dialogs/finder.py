"""Find one of many by typing a part of its words; arrows, mouse or digit pick it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from medreview.domain.folding import fold
from medreview.i18n import tr
from medreview.tui.dialogs.base import Dialog
from medreview.tui.text import hanging

_AROUND: Final = 4
"""Rows of the dialog that are none of the list's."""

_BEFORE_NAME: Final = 5
"""Cells of the digit and the mark before a name."""

_TOLD: Final = 3
"""Rows of what is told of the chosen one."""


@dataclass(frozen=True)
class Entry:
    """A row: what it returns, what it shows, and the words by which it is found."""

    key: str
    label: Content
    words: str


class Typed(Input):
    """The words to look for; the arrows move in the list below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.step(-1)", show=False),
        Binding("down", "screen.step(1)", show=False),
        Binding("pageup", "screen.step(-8)", show=False),
        Binding("pagedown", "screen.step(8)", show=False),
        Binding("ctrl+a", "select_all", show=False),
    ]

    def on_key(self, event: events.Key) -> None:
        """Leave the digits that pick a row to the dialog."""
        if isinstance(self.screen, Finder) and self.screen.picks(event):
            event.stop()
            event.prevent_default()


class Finder(Dialog[str]):
    """Return the key of the row that was picked; None where nothing was.

    With `by_digit` the first nine rows carry a digit that picks them as long as nothing else is typed.
    """

    DEFAULT_CSS = """
    Finder Typed, Finder Typed.-textual-compact { background: $field; padding: 0 1; margin: 0 0 1 0; }
    Finder Typed:focus { background: $field-focus; background-tint: $field-focus 0%; }
    Finder Typed > .input--placeholder { color: $muted; }
    Finder .told { height: auto; min-height: 2; color: $muted; margin: 1 0 0 0; }
    Finder OptionList > .option-list--option-highlighted { background: $cursor; color: $text; }
    Finder .hint { display: none; }
    Finder.-nothing .hint { display: block; }
    Finder.-nothing OptionList, Finder.-nothing .told { display: none; }
    """

    MOST_ROWS: ClassVar[int] = 16
    TELLS: ClassVar[bool] = False
    """Whether the chosen row is told in full below the list."""

    def __init__(self, title: str, entries: Sequence[Entry], *, by_digit: bool = False) -> None:
        super().__init__()
        self._title = title
        self._entries = entries
        self._by_digit = by_digit
        self._found: Sequence[Entry] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            yield Typed(placeholder=tr("Type to search"), compact=True)
            yield Static(Content(self.hint), classes="hint")
            rows = OptionList(compact=True, markup=False)
            rows.can_focus = False
            yield rows
            if self.TELLS:
                yield Static(classes="told")

    @property
    def hint(self) -> str:
        """What is said where there is no row to show."""
        return tr("Nothing found. Delete a letter or two.")

    def on_mount(self) -> None:
        """Show all rows."""
        self.find("")

    def on_resize(self, event: events.Resize) -> None:
        """Let the list scroll where there is no room for all of it."""
        room = event.size.height * 94 // 100 - _AROUND - (_TOLD if self.TELLS else 0)
        self.query_one(OptionList).styles.max_height = max(min(self.MOST_ROWS, room), 1)
        if self._by_digit:
            self.call_after_refresh(self._break_rows)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.find(event.value)

    def find(self, text: str) -> None:
        """Show the rows that fit what is typed."""
        self.show_rows(found(self._entries, text))

    def show_rows(self, entries: Sequence[Entry]) -> None:
        """Show these rows, the first one chosen."""
        self._found = entries
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(Option(self._row(number, entry)) for number, entry in enumerate(self._found, start=1))
        rows.highlighted = 0 if self._found else None
        self.set_class(not self._found, "-nothing")

    def _row(self, number: int, entry: Entry) -> Content:
        if not self._by_digit:
            return entry.label
        row = Content.assemble((f"{number if number <= 9 else ' '}  ", "$muted"), entry.label)
        return hanging(row, _BEFORE_NAME, self.query_one(OptionList).scrollable_content_region.width)

    def _break_rows(self) -> None:
        """Let what is too long for its line go on below the name; the chosen row stays chosen."""
        rows = self.query_one(OptionList)
        for at, entry in enumerate(self._found):
            if rows.get_option_at_index(at).prompt != (row := self._row(at + 1, entry)):
                rows.replace_option_prompt_at_index(at, row)

    def action_step(self, by: int) -> None:
        """Move in the list."""
        rows = self.query_one(OptionList)
        if self._found:
            rows.highlighted = max(0, min((rows.highlighted or 0) + by, len(self._found) - 1))

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the chosen row; the message may be of a longer list that typing has shortened since."""
        if event.option_index < len(self._found):
            for told in self.query(".told").results(Static):
                told.update(self.told(self._found[event.option_index]))

    def told(self, entry: Entry) -> Content:
        """Return what is told of a row in full."""
        return entry.label

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.enter()

    def enter(self) -> None:
        """Pick the chosen row."""
        self._pick(self.query_one(OptionList).highlighted)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._pick(event.option_index)

    def _pick(self, index: int | None) -> None:
        if index is not None and index < len(self._found):
            self.dismiss(self._found[index].key)

    def picks(self, event: events.Key) -> bool:
        """Return whether the key is a digit that picks a row, and pick it."""
        digit = int(event.character) if event.character and event.character.isdecimal() else 0
        if not self._by_digit or self.query_one(Typed).value or not 1 <= digit <= len(self._found):
            return False
        self._pick(digit - 1)
        return True


def found(entries: Sequence[Entry], text: str) -> list[Entry]:
    """Return the entries whose words hold each typed word, those that begin with it first."""
    wanted = fold(text).split()
    folded = [(fold(entry.words), entry) for entry in entries]
    fitting = [(words, entry) for words, entry in folded if all(word in words for word in wanted)]
    return [entry for _, entry in sorted(fitting, key=lambda one: not one[0].startswith(tuple(wanted) or ("",)))]
