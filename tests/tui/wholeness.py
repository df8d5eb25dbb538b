"""Whether everything on a screen can be seen whole: nothing sticks out, nothing is cut, no line is endless."""

from collections.abc import Iterator
from typing import Any, Final

from textual.content import Content
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from medreview.tui.widgets.bars import KeyBar, TitleBar

LONGEST: Final = 100
"""Columns of a line that is still pleasant to read."""

_MAY_GIVE_WAY: Final = frozenset({"where", "due", "YearStrip"})
"""Cells in which long names that somebody wrote end in an ellipsis, so that what stands beside them is whole."""


def faults(screen: Screen[Any]) -> Iterator[str]:
    """Yield in words what of a screen cannot be seen whole, or is wider than one likes to read."""
    for widget, place in screen._compositor.full_map.items():
        if isinstance(widget, ScrollBar) or not place.region.area or widget is screen:
            continue
        name = f"{'.'.join((type(widget).__name__, *sorted(widget.classes)))} {widget.id or ''}".strip()
        region, clip = place.region, place.clip
        if region.x < clip.x or region.right > clip.right:
            yield f"{name} sticks out sideways: {region} in {clip}"
        if not _scrolls(widget) and (region.y < clip.y or region.bottom > clip.bottom):
            yield f"{name} is cut below: {region} in {clip}"
        if widget.allow_horizontal_scroll and widget.max_scroll_x > 0 and not isinstance(widget, Input):
            yield f"{name} scrolls sideways"
        yield from (f"{name} {fault}" for fault in _text_faults(widget))


def _scrolls(widget: Widget) -> bool:
    """Return whether something around the widget scrolls up and down."""
    around = (one for one in widget.ancestors if isinstance(one, Widget) and not isinstance(one, Screen))
    return any(one.styles.overflow_y in ("auto", "scroll") for one in around)


def _text_faults(widget: Widget) -> Iterator[str]:
    width, height = widget.content_size
    if isinstance(widget, Input | TextArea) and width > LONGEST:
        yield f"is {width} wide"
    if (
        not isinstance(widget, Static)
        or _MAY_GIVE_WAY & {*widget.classes, widget.id, type(widget).__name__}
        or isinstance(widget, KeyBar)
    ):
        return
    content = widget.visual
    if not isinstance(content, Content) or not content.plain.strip():
        return
    lines = content.split("\n", allow_blank=True)
    longest = max(line.cell_length for line in lines)
    if widget.styles.text_wrap == "nowrap":
        if longest > width:
            yield f"is cut: {content.plain!r}"
    elif sum(len(line.wrap(max(width, 1))) or 1 for line in lines) > height:
        yield f"does not fit into {width} × {height}: {content.plain!r}"
    if min(longest, width) > LONGEST and not isinstance(widget.parent, TitleBar):
        yield f"has a line of {min(longest, width)} columns"
