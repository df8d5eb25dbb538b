"""The annual wheel in two or three lines, for home: which months have something, and what is taken up now and next."""

from datetime import date
from typing import Final

from textual.content import Content
from textual.widgets import Static

from medreview.domain.wheel import MONTHS, Wheel, WheelMonth
from medreview.i18n import current, tr
from medreview.i18n.calendar_words import month_name
from medreview.tui.commands import key_of
from medreview.tui.text import capitalised, one_line, say
from medreview.tui.widgets.months import short_month

SOMETHING: Final = "●"
NOTHING: Final = "·"
_CELL: Final = 5
"""Columns of a month, brackets around the present one included."""


class YearStrip(Static):
    """Twelve months with a dot where there is something, where they have room; a click opens the wheel."""

    DEFAULT_CSS = """
    YearStrip { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._wheel = Wheel()
        self._today = date.today()

    def show_wheel(self, wheel: Wheel, today: date) -> None:
        """Show another wheel, or another day."""
        self._wheel, self._today = wheel, today
        self.on_resize()

    def on_resize(self) -> None:
        """Show the months side by side where there is room."""
        months = self._wheel.year(self._today.year)
        has_room = self.content_size.width >= _CELL * len(MONTHS)
        lines = [*(_strip(months, self._today.month) if has_room else ()), *self._words(months)]
        say(self, Content("\n").join(lines))

    async def on_click(self) -> None:
        """Open the wheel."""
        await self.app.run_action("app.wheel")

    def _words(self, months: tuple[WheelMonth, ...]) -> list[Content]:
        if not self._wheel.matters:
            said = tr("No matters yet: {key} begins the wheel.", key=key_of("app.wheel"))
            return [Content.styled(said, "$muted")]
        now = self._today.month
        coming = now % len(MONTHS) + 1
        return [_month_words(months[number - 1]) for number in (now, coming)]


def _strip(months: tuple[WheelMonth, ...], now: int) -> list[Content]:
    """The names of the months, the present one in brackets, and their dots below."""
    names = [f"[{short_month(one.number)}]" if one.number == now else f" {short_month(one.number)} " for one in months]
    dots = [f"{NOTHING if one.is_empty else SOMETHING:^{_CELL}}" for one in months]
    style = ["bold $accent" if one.number == now else "$muted" for one in months]
    return [
        Content.assemble(*zip(names, style, strict=True)),
        Content.assemble(*zip(dots, style, strict=True)),
    ]


def _month_words(month: WheelMonth) -> Content:
    name = capitalised(month_name(month.number, current().language))
    matters = " · ".join(one.text.strip() for one in month.matters if one.text.strip())
    return Content.assemble((f"{name}: ", "$muted"), one_line(matters or tr("no matters")))
