"""One month of the annual wheel: its matters, meetings and deadlines as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from medreview.domain.wheel import Dated, WheelMatter, WheelMonth
from medreview.i18n import current, tr
from medreview.i18n.calendar_words import month_name
from medreview.tui.text import capitalised, one_line

Row = WheelMatter | Dated

ROUND = 7
"""Columns that a month with a border and its scroll bar takes beside the words of its rows."""

FIXED, OWN, MEETING, DUE, OVERDUE = "■", "□", "●", "○", "!"
_INDENT = 2


class MonthList(OptionList):
    """The rows of a month; the arrows go on into the months around it."""

    DEFAULT_CSS = """
    MonthList {
        height: auto; background: $background; padding: 0 1; border-title-color: $text; border-title-style: bold;
        scrollbar-size-vertical: 1;
    }
    MonthList:focus {
        background-tint: $background 0%; border-title-color: $on-chosen; border-title-background: $chosen;
    }
    MonthList > .option-list--option-highlighted { background: $background; color: $text; text-style: none; }
    MonthList:focus > .option-list--option-highlighted { background: $cursor; color: $text; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "leave(-1, False)", show=False),
        Binding("right", "leave(1, False)", show=False),
        Binding("plus", "screen.new_matter", show=False),
        Binding("delete", "screen.take_out", show=False),
    ]

    @dataclass
    class Left(Message):
        """An arrow leads out of the month: across to the next ones, or down and up past its rows."""

        months: MonthList
        by: int
        is_vertical: bool

    def __init__(self, number: int) -> None:
        super().__init__(markup=False)
        self.number = number
        self._rows: tuple[Row, ...] = ()
        self._row_heights: list[int] = []
        self._today = date.today()
        self.comes_on_top = False
        """Whether this is the first month that is seen, until the focus leaves it."""

    @property
    def chosen(self) -> Row | None:
        """The row on which the cursor is."""
        return self._rows[self.highlighted] if self.highlighted is not None and self._rows else None

    @property
    def longest_word(self) -> int:
        """How many columns the longest word takes, which is not broken where there is room for it."""
        words = (word for row in self._rows for word in row_words(row, self._today).plain.split())
        return max(map(cell_len, words), default=0)

    def show(self, month: WheelMonth, today: date, *, is_now: bool) -> None:
        """Show what there is in the month; the cursor stays where it was."""
        place = self.highlighted
        self._rows = (*month.matters, *month.meetings, *month.deadlines)
        self._today = today
        self.set_class(is_now, "-now")
        self.set_class(not self._rows, "-empty")
        name = capitalised(month_name(self.number, current().language))
        self.border_title = Content(f"► {name} · {tr('now')}" if is_now else name)
        self._draw()
        if place is not None and self._rows:
            self.highlighted = min(place, len(self._rows) - 1)

    def choose(self, matter: WheelMatter) -> None:
        """Put the cursor on a matter."""
        ids = [one.id if isinstance(one, WheelMatter) else None for one in self._rows]
        if matter.id in ids:
            self.highlighted = ids.index(matter.id)

    def choose_end(self, by: int) -> None:
        """Put the cursor on the first row for whoever comes from above, on the last for whoever comes from below."""
        if self._rows:
            self.highlighted = 0 if by > 0 else len(self._rows) - 1

    def come_into_sight(self) -> None:
        """Let the list of months scroll until the row of the cursor is seen, with the first one the whole month."""
        at, months = self.highlighted or 0, self.parent
        if not self._row_heights or not isinstance(months, VerticalScroll):
            self.scroll_visible(animate=False)
            return
        first = sum(self._row_heights[:at]) + self.gutter.top
        top = 0 if at == 0 else first
        place = self.virtual_region
        is_whole = at == 0 and place.height <= months.scrollable_content_region.height
        height = place.height if is_whole else first + self._row_heights[at] - top
        region = Region(0, place.y + top, place.width, height)
        months.scroll_to_region(region, top=self.comes_on_top, animate=False)

    def on_resize(self) -> None:
        """Break the rows anew."""
        self._draw()

    def on_focus(self) -> None:
        if self.highlighted is None and self._rows:
            self.highlighted = 0
        self.call_after_refresh(self.come_into_sight)

    def on_blur(self) -> None:
        self.comes_on_top = False

    def on_option_list_option_highlighted(self) -> None:
        if self.has_focus:
            self.call_after_refresh(self.come_into_sight)

    def action_cursor_down(self) -> None:
        """Go to the next row, past the last one out of the month."""
        if self.highlighted is None or self.highlighted >= len(self._rows) - 1:
            self.action_leave(1, True)
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the row before, past the first one out of the month."""
        if not self.highlighted:
            self.action_leave(-1, True)
        else:
            super().action_cursor_up()

    def action_leave(self, by: int, is_vertical: bool) -> None:
        """Go to another month."""
        self.post_message(self.Left(self, by, is_vertical))

    def _draw(self) -> None:
        place = self.highlighted
        room = max(self.scrollable_content_region.width or self.content_size.width, _INDENT + 1)
        lines = [_hanging(row_words(row, self._today), room) for row in self._rows]
        self._row_heights = [line.plain.count("\n") + 1 for line in lines]
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(map(Option, lines))
            self.highlighted = place if place is not None and place < len(self._rows) else None


def row_words(row: Row, today: date) -> Content:
    """Return a matter, a meeting or a deadline with its sign."""
    if isinstance(row, WheelMatter):
        known = row.text.strip()
        text = one_line(known) if known else Content.styled(tr("Not written yet"), "$muted")
        return Content.assemble((f"{FIXED if row.fixed else OWN} ", "$accent"), text)
    if row.step in ("preparation", "cooperation"):
        return Content.assemble((f"{MEETING} ", "bold $good"), one_line(" ".join(_meeting_words(row)), "bold"))
    is_late = row.day < today
    mark, colour = (OVERDUE, "bold $bad") if is_late else (DUE, "$warn")
    what = one_line(f"{row.day.day}. {row.text}")
    after = Content.assemble(" · ", (tr("overdue"), "$bad")) if is_late else ""
    return Content.assemble((f"{mark} ", colour), what, after)


def _meeting_words(row: Dated) -> Iterator[str]:
    yield f"{row.day.day}. {tr('Meeting')}"
    if row.starts:
        yield tr("at {time}", time=current().time(row.starts))


def _hanging(text: Content, room: int) -> Content:
    """Return the text with what does not fit under itself, not under its sign."""
    sign, rest = text[:_INDENT], text[_INDENT:]
    lines = rest.wrap(max(room - _INDENT, 1))
    return Content("\n").join(
        [Content.assemble(sign if not at else "  ", line.rstrip()) for at, line in enumerate(lines)]
    )
