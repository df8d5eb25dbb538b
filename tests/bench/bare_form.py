"""The smallest Textual app with forms: Ctrl+N and Ctrl+B go from one to the next as from step to step.

The forms come from a file (the only argument): for each one its widgets as `[kind, texts, children]`.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Final

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Collapsible, Footer, Header, Input, OptionList, Select, Static, TextArea

Node = list[Any]
"""A widget: its kind, the texts in it, the widgets in it."""

MAKERS: Final[dict[str, Callable[[list[str]], Widget]]] = {
    "TextArea": lambda texts: TextArea(texts[0], compact=True, tab_behavior="focus"),
    "Input": lambda texts: Input(texts[0], compact=True),
    "OptionList": lambda texts: OptionList(*texts, compact=True, markup=False),
    "Button": lambda texts: Button(texts[0], compact=True),
    "Checkbox": lambda texts: Checkbox(texts[0], compact=True),
    "Select": lambda texts: Select([(text, text) for text in texts], compact=True),
    "Static": lambda texts: Static(texts[0], markup=False),
}


class BareForm(App[None]):
    """A header, one form after the other, and a footer."""

    CSS = """
    Vertical, Horizontal, VerticalScroll > Static { height: auto; }
    Horizontal > Vertical { width: 1fr; }
    TextArea { height: auto; min-height: 2; max-height: 12; }
    OptionList { max-height: 12; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("ctrl+n", "turn(1)", "Next"),
        ("ctrl+b", "turn(-1)", "Previous"),
    ]

    def __init__(self, forms: list[Node]) -> None:
        super().__init__()
        self._forms = forms
        self._shown: dict[int, Widget] = {}
        self._number = 0

    def compose(self) -> ComposeResult:
        yield Header()
        yield Container()
        yield Footer()

    async def on_mount(self) -> None:
        """Show the first form."""
        await self.action_turn(0)

    async def action_turn(self, by: int) -> None:
        """Show another form, and put the focus into it."""
        self._number += by
        if self._number not in self._shown:
            self._shown[self._number] = VerticalScroll(*map(made, self._forms[self._number][2]), can_focus=False)
            await self.screen.query_one(Container).mount(self._shown[self._number])
        for number, form in self._shown.items():
            form.display = number == self._number
        fields = self._shown[self._number].query("OptionList, Input, TextArea")
        self.screen.set_focus(next((one for one in fields if one.focusable), None))


def made(node: Node) -> Widget:
    """Return a widget with those in it."""
    kind, texts, children = node
    if kind in MAKERS:
        return MAKERS[kind](texts)
    inside = [made(child) for child in children]
    if kind == "Collapsible":
        return Collapsible(*inside, title=texts[0])
    return Horizontal(*inside) if kind == "Horizontal" else Vertical(*inside)


if __name__ == "__main__":
    BareForm(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))).run()
