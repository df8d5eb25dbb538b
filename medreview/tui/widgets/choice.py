"""Choosing one of a few words, all of them in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from medreview.i18n import tr
from medreview.tui.text import capitalised
from medreview.tui.widgets.bars import TitleBar
from medreview.tui.widgets.flow import Flow


class Choice(Flow, can_focus=True):
    """A row of words of which one is chosen: by its digit or the mouse, or by arrows to it and then Enter or Space.

    Arrows alone choose nothing: whoever goes on with them has not said anything yet. Up and down end at the last word,
    so that the page scrolls. Letters are for a field that one writes in, and Space where no arrow came before it.
    Whoever types them here believes to be in one: nothing chooses then until an arrow is pressed or the row is entered
    again.
    """

    DEFAULT_CSS = """
    Choice { background: $field; padding: 0 1; }
    Choice:focus { background: $field-focus; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("up", "climb(-1)", show=False),
        Binding("down", "climb(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    index: reactive[int] = reactive(0)
    _at: int | None = None
    """The word to which arrows went, until it is chosen or the row is left."""
    _is_written_on = False

    @dataclass
    class Changed(Message):
        """Somebody chose another word."""

        choice: "Choice"

        @property
        def control(self) -> "Choice":
            """The choice that changed."""
            return self.choice

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
        self._at = None
        self._draw()

    def on_mount(self) -> None:
        self._draw()

    def watch_index(self) -> None:
        self._draw()

    def action_step(self, by: int) -> None:
        """Go to the next or previous word, round at the ends."""
        self._go((self._here + by) % len(self._options))
        self._say_how()

    def action_climb(self, by: int) -> None:
        """Go to the next or previous word, and at the ends out of the row."""
        if not 0 <= self._here + by < len(self._options):
            raise SkipAction
        self._go(self._here + by)
        self._say_how()

    def action_take(self) -> None:
        """Choose the word to which arrows went."""
        if self._at is None or self._is_written_on:
            raise SkipAction
        self._pick(self._at)

    def on_focus(self) -> None:
        """Hear digits again."""
        self._is_written_on = False

    def on_blur(self) -> None:
        """Forget where arrows went."""
        self._go(None)

    def on_key(self, event: events.Key) -> None:
        """Choose by digit; where the first word says nothing yet, it is 0, as in the list and in the room."""
        if not event.is_printable or event.character is None:
            return
        digit = int(event.character) if event.character.isdecimal() else -1
        if event.character == " " and self._at is not None and not self._is_written_on:
            self._pick(self._at)
            event.stop()
        elif digit < 0 or self._is_written_on:
            self._is_written_on = True
            self._say_how()
        elif 0 <= digit - self._first_digit < len(self._options):
            self._pick(digit - self._first_digit)
            event.stop()

    def on_click(self, event: events.Click) -> None:
        index = event.style.meta.get("option")
        if isinstance(index, int):
            self._pick(index)

    @property
    def _here(self) -> int:
        return self.index if self._at is None else self._at

    def _go(self, at: int | None) -> None:
        self._is_written_on = False
        if at != self._at:
            self._at = at
            self._draw()

    def _say_how(self) -> None:
        """Say what chooses, where it is otherwise said that everything is stored: nothing was chosen by this key."""
        for bar in self.screen.children:
            if isinstance(bar, TitleBar):
                bar.say_in_passing(tr("← → Enter choose · Tab goes on"))

    def _pick(self, index: int) -> None:
        self._go(None)
        if index != self.index and not self.disabled:
            self.index = index
            self.post_message(self.Changed(self))

    def _draw(self) -> None:
        self.show_words([self._word(index, label) for index, (label, _) in enumerate(self._options)])

    def _word(self, index: int, label: str) -> Content:
        chosen = index == self.index
        is_here = index == self._at
        mark = "•" if chosen else "►" if is_here else " "
        style = "bold underline $text" if is_here else "bold $text" if chosen else "$text"
        return Content(f"({mark}) {capitalised(label)}").stylize(Style.from_meta({"option": index})).stylize(style)
