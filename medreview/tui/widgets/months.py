"""Choosing any of the twelve months, all of them in sight."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style

from medreview.domain.months import MONTHS
from medreview.i18n import current
from medreview.i18n.calendar_words import month_name
from medreview.tui.widgets.flow import Flow

SHORT: Final = 3
"""Letters by which a month is known."""


def short_month(month: int) -> str:
    """Return a month in three letters in the language of the screens."""
    return month_name(month, current().language)[:SHORT]


class Months(Flow, can_focus=True):
    """Twelve boxes in a row: arrows go from one to the next, the space bar, Enter or the mouse ticks them.

    One is always ticked: the last tick cannot be taken away.
    """

    DEFAULT_CSS = """
    Months { background: $field; padding: 0 1; }
    Months:focus { background: $field-focus; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("space,enter", "tick", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Somebody ticked a month or took its tick away."""

        months: "Months"

        @property
        def control(self) -> "Months":
            """The boxes that changed."""
            return self.months

    def __init__(self) -> None:
        super().__init__()
        self._ticked = {MONTHS.start}
        self._at = MONTHS.start

    @property
    def value(self) -> tuple[int, ...]:
        """The months that are ticked."""
        return tuple(sorted(self._ticked))

    def choose(self, months: Iterable[int]) -> None:
        """Show these months as ticked without telling anybody."""
        self._ticked = set(months)
        self._at = min(self._ticked, default=MONTHS.start)
        self._draw()

    def on_mount(self) -> None:
        self._draw()

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    def action_step(self, by: int) -> None:
        """Go to the next month or the one before."""
        self._at = (self._at - 1 + by) % len(MONTHS) + 1
        self._draw()

    def action_tick(self) -> None:
        """Tick the month, or take its tick away."""
        self._tick(self._at)

    def on_click(self, event: events.Click) -> None:
        month = event.style.meta.get("month")
        if isinstance(month, int):
            self._at = month
            self._tick(month)

    def _tick(self, month: int) -> None:
        if self.disabled:
            return
        wanted = self._ticked ^ {month}
        if wanted:
            self._ticked = wanted
            self.post_message(self.Changed(self))
        self._draw()

    def _draw(self) -> None:
        self.show_words([self._word(month) for month in MONTHS])

    def _lines(self, width: int) -> list[list[Content]]:
        """Return the lines, each with as many months, so that they stand below each other."""
        words = self._words
        fitting = max((width + 2) // (max((word.cell_length for word in words), default=0) + 2), 1)
        each = max(count for count in range(1, len(MONTHS) + 1) if len(MONTHS) % count == 0 and count <= fitting)
        return [list(words[at : at + each]) for at in range(0, len(words), each)]

    def _word(self, month: int) -> Content:
        is_here = self.has_focus and month == self._at
        is_ticked = month in self._ticked
        text = f"{'►' if is_here else ' '}[{'x' if is_ticked else ' '}] {short_month(month)}"
        style = "bold underline $text" if is_here else "bold $text" if is_ticked else "$text"
        return Content(text).stylize(Style.from_meta({"month": month})).stylize(style)
