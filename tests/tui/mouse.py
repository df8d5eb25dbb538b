"""A mouse: it clicks on what can be read on the screen and turns its wheel to get there."""

from typing import Any, Final

from textual._xterm_parser import XTermParser
from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.looking import shown
from tests.tui.waiting import wait_until

_WHEEL_UP: Final = 64
_WHEEL_DOWN: Final = 65


class Mouse:
    """Knows the screen only by its words, and a field by where it stands."""

    def __init__(self, pilot: Pilot[Any], over: tuple[int, int] = (60, 20)) -> None:
        self._pilot = pilot
        self._over = over
        """Where the wheel is turned."""

    async def click(self, words: str) -> None:
        """Click on these words; they are looked for with the wheel, down and then up."""
        for turn in (_WHEEL_DOWN, _WHEEL_UP):
            for _ in range(60):
                if at := self._place(words):
                    await self._pilot.click(offset=at)
                    await self._pilot.pause()
                    return
                await self._turn(turn)
        raise AssertionError(f"nowhere: {words}\n{shown(self._pilot.app.screen)}")

    async def click_on(self, widget: Widget) -> None:
        """Click on a widget, turning the wheel until it is there."""
        bottom = self._pilot.app.size.height - 2
        for turn in (_WHEEL_DOWN, _WHEEL_UP):
            for _ in range(60):
                if widget.region.height and 1 < widget.region.y < bottom:
                    await self._pilot.click(offset=(widget.region.x + 1, widget.region.y))
                    await self._pilot.pause()
                    return
                await self._turn(turn)
        raise AssertionError(f"nowhere: {widget}")

    async def wait_for(self, words: str) -> None:
        """Wait until these words can be read."""
        await wait_until(self._pilot, lambda: self._place(words))

    def _place(self, words: str) -> tuple[int, int] | None:
        lines = shown(self._pilot.app.screen).split("\n")
        return next(((line.index(words) + len(words) // 2, y) for y, line in enumerate(lines) if words in line), None)

    async def _turn(self, wheel: int) -> None:
        driver = self._pilot.app._driver
        assert driver is not None
        column, row = self._over
        for event in XTermParser().feed(f"\x1b[<{wheel};{column};{row}M"):
            driver.process_message(event)
        await self._pilot.pause()
