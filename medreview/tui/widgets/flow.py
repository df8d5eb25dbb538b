"""Words in a row that breaks between them, never inside one."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static


class Flow(Static):
    """Words side by side, on as many lines as they need at the width there is."""

    DEFAULT_CSS = """
    Flow { height: auto; }
    """

    def __init__(self, words: Sequence[Content] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = words

    def show_words(self, words: Sequence[Content]) -> None:
        """Show other words; only where they need more lines or fewer is the screen laid out anew."""
        width = self.content_size.width
        before, self._words = len(self._lines(width)), words
        self._write(is_other_height=not width or len(self._lines(width)) != before)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - so Textual asks
        """Return the lines that the words need at that width: what stands here may still be broken for another."""
        return len(self._lines(width)) if width else 0

    def on_resize(self) -> None:
        """Break the row anew."""
        self._write(is_other_height=False)

    def _write(self, *, is_other_height: bool) -> None:
        lines = (Content("  ").join(line) for line in self._lines(self.content_size.width))
        text = Content("\n").join(lines)
        if not (isinstance(self.content, Content) and text.is_same(self.content)):
            self.update(text, layout=is_other_height)

    def _lines(self, width: int) -> list[list[Content]]:
        lines: list[list[Content]] = [[]]
        for word in self._words:
            used = sum(one.cell_length + 2 for one in lines[-1])
            if lines[-1] and used + word.cell_length > width:
                lines.append([])
            lines[-1].append(word)
        return lines
