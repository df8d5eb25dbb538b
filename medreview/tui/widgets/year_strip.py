"""The annual wheel in two or three lines, for home: which months have something, and what is taken up now and next."""

from datetime import date
from typing import Final

from textual.content import Content
from textual.widgets import Static

from medreview.domain.glance import Glance
from medreview.domain.months import MONTHS
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
        self._glance: Glance | None = None
        self._today = date.today()

    def show_wheel(self, glance: Glance, today: date) -> None:
        """Show the wheel of another committee, or of another day."""
        self._glance, self._today = glance, today
        self.on_resize()

    def on_resize(self) -> None:
        """Show the months side by side where there is room."""
        if self._glance is None:
            return
        has_room = self.content_size.width >= _CELL * len(MONTHS)
        lines = [*(_strip(self._glance, self._today) if has_room else ()), *_words(self._glance, self._today.month)]
        say(self, Content("\n").join(lines))

    async def on_click(self) -> None:
        """Open the wheel."""
        await self.app.run_action("app.wheel")


def _words(glance: Glance, now: int) -> list[Content]:
    if not glance.matters:
        return [Content.styled(tr("No matters yet: {key} begins the wheel.", key=key_of("app.wheel")), "$muted")]
    return [_month_words(glance, month) for month in (now, now % len(MONTHS) + 1)]


def _strip(glance: Glance, today: date) -> list[Content]:
    """The names of the months, the present one in brackets, and their dots below."""
    names = [f"[{short_month(one)}]" if one == today.month else f" {short_month(one)} " for one in MONTHS]
    dots = [f"{NOTHING if glance.is_empty(today.year, one) else SOMETHING:^{_CELL}}" for one in MONTHS]
    style = ["bold $accent" if one == today.month else "$muted" for one in MONTHS]
    return [
        Content.assemble(*zip(names, style, strict=True)),
        Content.assemble(*zip(dots, style, strict=True)),
    ]


def _month_words(glance: Glance, month: int) -> Content:
    name = capitalised(month_name(month, current().language))
    matters = " · ".join(one.text.strip() for one in glance.matters_of(month) if one.text.strip())
    return Content.assemble((f"{name}: ", "$muted"), one_line(matters or tr("no matters")))
