"""Write a decision or an action without leaving the step."""

from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from medreview.domain.decision import Action, Decision
from medreview.domain.dossier import Dossier
from medreview.i18n import current, tr
from medreview.operations import edit
from medreview.tui.dialogs.base import Dialog
from medreview.tui.screens.storing import Storing
from medreview.tui.steps.words import agenda_items, names
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.form import Form, Layout
from medreview.tui.widgets.part import Scope

_LAYOUTS: Final[dict[type[Decision] | type[Action], Layout]] = {
    Decision: ("text", "result", "discussion", "agenda_item_id"),
    Action: ("what", ("responsible", "due"), "agenda_item_id"),
}

_AROUND: Final = 3
"""Rows of the screen that are the frame and the button."""

_AIRY: Final = 20
"""Rows from which on there is an empty one above the button."""


class Entry(Dialog[None], Storing):
    """The form of one decision or action; it is stored as it is written."""

    DEFAULT_CSS = """
    Entry #scroll { height: auto; scrollbar-size-vertical: 1; }
    Entry Field.agenda_item_id { margin: 0 1 0 0; }
    Entry #box > Button { margin: 1 0 0 0; }
    Entry.-short #box > Button { margin: 0; }
    """

    def __init__(self, entity: Decision | Action, dossier: Dossier) -> None:
        super().__init__()
        self._entity = entity
        self._dossier = dossier

    def compose(self) -> ComposeResult:
        kind = type(self._entity)
        with Vertical(id="box") as box:
            box.border_title = Content(current().field(kind.__name__, "text" if kind is Decision else "what"))
            with VerticalScroll(id="scroll", can_focus=False):
                yield Form(
                    kind,
                    _LAYOUTS[kind],
                    lambda scope: scope.owner,
                    options={"agenda_item_id": agenda_items},
                    names={"responsible": names},
                )
            yield Button(Content(tr("Done (Esc)")), classes="main", compact=True)

    def on_mount(self) -> None:
        """Show the entity, from its first label on: the focus alone scrolls only as far as the cursor's line."""
        self.query_one(Form).show(Scope(self._dossier, self._entity))
        self.call_after_refresh(self.query_one("#scroll").scroll_home, animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Let the form scroll above the button, and only where it is longer than the screen."""
        is_short = event.size.height < _AIRY
        self.set_class(is_short, "-short")
        self.query_one("#scroll").styles.max_height = max(event.size.height - _AROUND - (not is_short), 1)

    @on(Button.Pressed)
    async def action_close(self) -> None:
        """Store what is typed and close; where nothing is, nothing is left behind."""
        await self.flush()
        if not any(map(_says_something, self.query_one(Form).fields)):
            await self.stored(edit.remove, self._entity)
        self.dismiss(None)


def _says_something(field: Field) -> bool:
    """Return whether anything is typed, or another word chosen than stands there by itself."""
    chosen = isinstance(field.control, Choice) and field.control.index != 0
    return chosen or bool(field.typed.strip())
