"""A box to tick."""

from textual.content import Content
from textual.widgets import Checkbox


class Tick(Checkbox):
    """A box to tick, with the brackets that stand on a printed form."""

    DEFAULT_CSS = """
    Tick { background: transparent; color: $text; padding: 0; border: none; width: 100%; height: auto; }
    Tick:focus { background: $field-focus; background-tint: $field-focus 0%; border: none; text-style: bold; }
    """

    def __init__(self, label: str, ticked: bool = False, *, name: str | None = None) -> None:
        super().__init__(Content(label), ticked, name=name, compact=True)
        self._words = label

    def render(self) -> Content:
        """Return the box and its label."""
        return Content(f"[{'x' if self.value else ' '}] {self._words}")
