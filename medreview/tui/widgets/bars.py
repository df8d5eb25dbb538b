"""The bar above every screen and the bar of keys below it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style
from textual.timer import Timer
from textual.widgets import Static

from medreview.i18n import tr
from medreview.tui.commands import Command
from medreview.tui.text import one_line, say


class Where(Static):
    """A path from the large to the small whose end stays readable when there is little room."""

    SHORTEST_NAME = 10

    def __init__(self, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._around: tuple[str, ...] = ()
        self._here = ""

    def show(self, around: tuple[str, ...], here: str) -> None:
        """Show the path; without `here` its beginning is what stays."""
        self._around, self._here = around, here
        self._draw()

    def on_resize(self) -> None:
        """Let the first name have what the rest leaves."""
        self._draw()

    def _draw(self) -> None:
        words = [one_line(word) for word in (*self._around, self._here) if word]
        room = self.content_size.width
        rest = sum(word.cell_length + len(" · ") for word in words[1:])
        if self._here and room and len(words) > 1:
            words[:1] = [words[0].truncate(room - rest, ellipsis=True)] if room - rest >= self.SHORTEST_NAME else []
        say(self, Content(" · ").join(words))


_FOR_A_MOMENT: Final = 8.0
"""Seconds that something stands in the place of the status."""


class TitleBar(Horizontal):
    """Where one is, and whether everything is stored."""

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $panel; color: $text; padding: 0 1; dock: top; }
    TitleBar > .where { width: 1fr; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    TitleBar > .clock, TitleBar > .stored { width: auto; padding: 0 0 0 2; }
    TitleBar > .clock { display: none; }
    TitleBar > .-bad { color: $bad; text-style: bold; }
    """

    _stored = ""
    _in_passing = ""
    _timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Where(classes="where")
        yield Static(classes="clock")
        yield Static(classes="stored")

    def say_where(self, *around: str, here: str = "") -> None:
        """Show where one is, from the large to the small; of `here` nothing is cut while a name can be shorter."""
        for cell in self.query(Where):
            cell.show(tuple(word for word in around if word), here)

    def say_clock(self, words: str, *, bad: bool = False) -> None:
        """Show how the meeting stands to its plan; nothing while none is held."""
        for cell in self.query(".clock").results(Static):
            cell.display = bool(words)
            cell.set_class(bad, "-bad")
            say(cell, Content(words))

    def say_stored(self, words: str, *, bad: bool = False) -> None:
        """Show whether everything is stored; what is bad is said at once."""
        self._stored = words
        if bad:
            self._in_passing = ""
        for cell in self.query(".stored").results(Static):
            cell.set_class(bad, "-bad")
        self._draw_stored()

    def say_in_passing(self, words: str) -> None:
        """Show something for a moment in the place of the status; an empty text ends that."""
        if self._timer is not None:
            self._timer.stop()
        self._in_passing = words
        self._timer = self.set_timer(_FOR_A_MOMENT, partial(self.say_in_passing, "")) if words else None
        self._draw_stored()

    def _draw_stored(self) -> None:
        for cell in self.query(".stored").results(Static):
            say(cell, Content(self._in_passing or self._stored))


_STAYS: Final = ("app.help", "app.palette")
"""What is never left out of the bar: from these two everything else is found, by the mouse too."""


_WIDE: Final = "  "
_NARROW: Final = " "
"""What stands between two hints; the narrow one before a hint of the screen itself is left out."""

_NEVER, _OF_THE_SCREEN, _WORKS_EVERYWHERE = range(3)
"""How readily a hint gives way where there is no room for all."""

Hint = tuple[int, Content]
"""How readily it gives way, and the key with what it does."""


def _gives_way(command: Command) -> int:
    if command.action in _STAYS:
        return _NEVER
    return _WORKS_EVERYWHERE if command.action.startswith("app.") else _OF_THE_SCREEN


def _without(hints: Sequence[Hint], kind: int, has_room: Callable[[Sequence[Hint]], bool]) -> Sequence[Hint]:
    """Return the hints without the last ones of a kind, as many as must go."""
    while not has_room(hints) and (places := [at for at, (one, _) in enumerate(hints) if one == kind]):
        hints = [*hints[: places[-1]], *hints[places[-1] + 1 :]]
    return hints


def _width(hints: Sequence[Hint], between: str) -> int:
    return sum(hint.cell_length + len(between) for _, hint in hints) - len(between)


class KeyBar(Static):
    """At most six keys with what they do; a click does the same."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $text; padding: 0 1; dock: bottom; text-wrap: nowrap; }
    """
    LIMIT = 6

    def __init__(self) -> None:
        super().__init__()
        self._hints: Sequence[Hint] = ()

    def show(self, commands: Iterable[Command]) -> None:
        """Show those commands that belong into the bar."""
        shown = [command for command in commands if command.bar and command.key]
        others = [command for command in shown if command.action not in _STAYS]
        left_out = others[self.LIMIT - len(shown) + len(others) :]
        self._hints = [(_gives_way(command), self._hint(command)) for command in shown if command not in left_out]
        self._draw()

    def on_resize(self) -> None:
        """Show as many hints as there is room for."""
        self._draw()

    def _draw(self) -> None:
        room = self.content_size.width or 80
        hints = _without(self._hints, _WORKS_EVERYWHERE, lambda left: _width(left, _WIDE) <= room)
        hints = _without(hints, _OF_THE_SCREEN, lambda left: _width(left, _NARROW) <= room)
        between = _WIDE if _width(hints, _WIDE) <= room else _NARROW
        say(self, Content(between).join(hint for _, hint in hints))

    def on_click(self, event: events.Click) -> None:
        """Do what the hint under the mouse says."""
        key = event.style.meta.get("key")
        if isinstance(key, str):
            self.app.simulate_key(key)

    @staticmethod
    def _hint(command: Command) -> Content:
        words = Content.assemble((command.key_name, "bold $accent"), " ", tr(command.label))
        return words.stylize(Style.from_meta({"key": command.key}))
