"""What Textual draws of its own, of characters that the fonts of every terminal have."""

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class HalfBlocks(ScrollBarRender):
    """A scroll bar whose ends fall on half cells: Consolas has no finer blocks."""

    VERTICAL_BARS: ClassVar[list[str]] = ["▄", " "]
    HORIZONTAL_BARS: ClassVar[list[str]] = ["▌", " "]


def use_common_glyphs() -> None:
    """Let every scroll bar be drawn so."""
    ScrollBar.renderer = HalfBlocks
