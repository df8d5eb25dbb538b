"""A container that is as high as what is in it."""

from textual.geometry import Size
from textual.layout import DockArrangeResult
from textual.widget import Widget


class Pile(Widget):
    """A container in which all is as high as it needs to be or so many lines high, never a share of the container.

    Textual lays out what is in it to learn how high it gets, and once more for that height; of containers in one
    another each does so for each around it. Here the height of the room changes nothing, and once is enough.
    """

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        """Place what is inside in a room of this width, however high that is."""
        return super().arrange(Size(size.width, 0), optimal)
