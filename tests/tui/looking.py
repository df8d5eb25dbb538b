"""Looking at what is on the screen, and typing into fields by their names."""

from typing import Any

from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from tests.tui.waiting import wait_until


def shown(widget: Widget) -> str:
    """Return the text of a widget or screen as the terminal gets it, line by line."""
    width, height = widget.app.size
    strips = widget.app.screen._compositor.render_strips()
    region = widget.region if not isinstance(widget, Screen) else Region(0, 0, width, height)
    lines = [strip.crop(region.x, region.right).text.rstrip() for strip in strips[region.y : region.bottom]]
    return "\n".join(lines)


def said(app: App[Any]) -> str:
    """Return what the app has said in passing; tests run without these messages on the screen."""
    return "\n".join(one.message for one in app._notifications)


async def shows(pilot: Pilot[Any], kind: type[Screen[Any]]) -> None:
    """Wait until a screen of that kind is on top and all in it is mounted."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    await pilot.pause()


async def typed_into(pilot: Pilot[Any], field: str, text: str, within: str = "Screen") -> None:
    """Put the focus into a field's control and type; nothing there is deleted."""
    pilot.app.screen.query(f"{within} Field.{field} Input, {within} Field.{field} TextArea").first().focus()
    await pilot.pause()
    for character in text:
        await pilot.press("space" if character == " " else character)
    await pilot.pause()
