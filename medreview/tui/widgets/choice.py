"""Choosing one of a few words, all of them in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from medreview.tui.text import capitalised
from medreview.tui.widgets.flow import Flow


class Choice(Flow, can_focus=True):
    """A row of words of which one is chosen: arrows, digits or the mouse choose at once.

    Letters and Space are for a field that one writes in. Whoever types them here believes to be in one: the digits
    that follow choose nothing then, until an arrow does or the row is entered again.
    """

    DEFAULT_CSS = """
    Choice { background: $field; padding: 0 1; }
    Choice:focus { background: $field-focus; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)", show=False),
        Binding("right,down", "step(1)", show=False),
    ]

    index: reactive[int] = reactive(0)
    _is_written_on = False

    @dataclass
    class Changed(Message):
        """Somebody chose another word."""

        choice: "Choice"

        @property
        def control(self) -> "Choice":
            """The choice that changed."""
            return self.choice

    @dataclass
    class WrittenOn(Message):
        """Somebody types here as in a field for words."""

    def __init__(
        self,
        options: Sequence[tuple[str, object]],
        *,
        first_digit: int = 1,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._options = options
        self._first_digit = first_digit

    @property
    def value(self) -> object:
        """What was chosen."""
        return self._options[self.index][1]

    def choose(self, member: object) -> None:
        """Show a member as chosen without telling anybody."""
        index = next(index for index, (_, one) in enumerate(self._options) if one == member)
        self.set_reactive(Choice.index, index)
        self._draw()

    def on_mount(self) -> None:
        self._draw()

    def watch_index(self) -> None:
        self._draw()

    def action_step(self, by: int) -> None:
        """Choose the next or previous word."""
        self._is_written_on = False
        self._pick((self.index + by) % len(self._options))

    def on_focus(self) -> None:
        """Hear digits again."""
        self._is_written_on = False

    def on_key(self, event: events.Key) -> None:
        """Choose by digit; where the first word says nothing yet, it is 0, as in the list and in the room."""
        if not event.is_printable or event.character is None:
            return
        digit = int(event.character) if event.character.isdecimal() else -1
        if digit < 0 or self._is_written_on:
            self._is_written_on = True
            self.post_message(self.WrittenOn())
        elif 0 <= digit - self._first_digit < len(self._options):
            self._pick(digit - self._first_digit)
            event.stop()

    def on_click(self, event: events.Click) -> None:
        index = event.style.meta.get("option")
        if isinstance(index, int):
            self._pick(index)

    def _pick(self, index: int) -> None:
        if index != self.index and not self.disabled:
            self.index = index
            self.post_message(self.Changed(self))

    def _draw(self) -> None:
        self.show_words([self._word(index, label) for index, (label, _) in enumerate(self._options)])

    def _word(self, index: int, label: str) -> Content:
        chosen = index == self.index
        text = f"{'(•)' if chosen else '( )'} {capitalised(label)}"
        style = Style.from_meta({"option": index})
        return Content(text).stylize(style).stylize("bold $text" if chosen else "$text")
