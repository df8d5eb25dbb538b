"""The cursor of a control in which one writes, where the text changes by itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from textual.widget import Widget
from textual.widgets import Input, TextArea

from medreview.tui.text import end_of_change


@contextmanager
def following(control: Widget) -> Iterator[None]:
    """Put the cursor behind what changes meanwhile in the text of a control."""
    before = _text(control)
    yield
    after = _text(control)
    head = after[: end_of_change(before, after)]
    match control:
        case TextArea():
            control.move_cursor((head.count("\n"), len(head) - head.rfind("\n") - 1))
        case Input():
            control.cursor_position = len(head)


def _text(control: Widget) -> str:
    match control:
        case TextArea():
            return control.text
        case Input():
            return control.value
    return ""
