"""What approving, withdrawing and adding have in common: a date and texts that are stored once, and for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar, Final
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Label

from medreview.domain.base import Entity
from medreview.domain.errors import InvalidField, Refusal
from medreview.domain.findings import Finding
from medreview.i18n import current, tr
from medreview.operations.changes import Changes
from medreview.tui.dialogs.base import Dialog
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.row import Row

Operation = Callable[[Any], Changes]
"""What is to be done in an archive."""

_AROUND: Final = 6
"""Rows of the screen that are not for what scrolls: frame, buttons, and a rim that shows what lies below."""

_FIELDS: Final = {
    "approved_by_nobody": "approved_by",
    "approved_before_meeting": "approved_on",
    "reason_needed": "reason",
}
"""The field at which a refusal is said."""


class Statement(Dialog[Changes | Finding]):
    """Return what was changed; None where nothing was. What is refused is said here, so that nothing typed is gone.

    What is typed is kept at every pause, and stands there again the next time, until it is done.
    """

    DEFAULT_CSS = """
    Statement #scroll { height: auto; scrollbar-size-vertical: 1; }
    Statement .said { height: auto; width: 100%; margin: 0 0 1 0; }
    Statement #refused { color: $bad; height: auto; width: 100%; display: none; }
    Statement #refused.-said { display: block; }
    """
    TITLE_WORDS: ClassVar[str] = ""
    DO_WORDS: ClassVar[str] = ""
    """What the button is called that does it."""

    def __init__(self, usual: Entity, about: UUID) -> None:
        super().__init__()
        self._usual = usual
        self._about = about
        """The review it belongs to."""
        self._unchanged: dict[str, str] = {}
        """What stands in each field before anything is typed."""

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(tr(self.TITLE_WORDS))
            with VerticalScroll(id="scroll", can_focus=False):
                yield from self.content()
                yield Label("", id="refused", markup=False)
            with Row(classes="buttons"):
                yield from self.buttons()

    def content(self) -> ComposeResult:
        """Return what stands above the buttons."""
        raise NotImplementedError

    def buttons(self) -> ComposeResult:
        """Return the buttons."""
        yield Button(Content(tr(self.DO_WORDS)), id="do", classes="main", compact=True)
        yield Button(Content(tr("Not now (Esc)")), id="close", compact=True)

    def operation(self, values: Mapping[str, object]) -> Operation:
        """Return what stores these values of the fields."""
        raise NotImplementedError

    def day(self, values: Mapping[str, object], name: str) -> date:
        """Return the date in a field; where nothing is written, today's. It is for good, so none is yet to come."""
        value = values[name]
        on = value if isinstance(value, date) else date.today()
        if on > date.today():
            raise InvalidField(type(self._usual).__name__, name, "yet_to_come")
        return on

    def on_mount(self) -> None:
        """Show what is usual, and in its place what was typed the last time."""
        self.show_usual()
        self._unchanged = {field.field_name: field.typed for field in self.query(Field)}
        again = [(field, text) for field in self.query(Field) if (text := self.kept.get(field.field_name)) is not None]
        for field, text in again:
            field.retype(text)
        if again:
            self.notify(tr("What you wrote here before stands here again."), markup=False)

    def show_usual(self) -> None:
        """Show what stands in the fields before anything is typed."""
        for form in self.query(Form):
            form.show(Scope(owner=self._usual))

    @property
    def place(self) -> str:
        """Under which name the archive keeps what is typed."""
        return f"{type(self).__name__} {self._about.hex}"

    @property
    def kept(self) -> Mapping[str, str]:
        """What was typed the last time, by the names of the fields."""
        return self.medreview.drafts.of(self.place)

    def draft(self) -> tuple[str, Mapping[str, str], tuple[UUID, ...]]:
        """Return what is typed otherwise than it stood here first: its place, its fields and what it belongs to."""
        typed = {field.field_name: field.typed for field in self.query(Field)}
        fields = {name: text for name, text in typed.items() if text != self._unchanged.get(name)}
        return self.place, fields if typed else self.kept, (self._about,)

    async def flush(self) -> None:
        """Keep what is typed; while it is stored for good it is no draft any more."""
        if not self._is_doing:
            place, fields, about = self.draft()
            await self.medreview.drafts.keep(place, fields, *about)

    def on_resize(self, event: events.Resize) -> None:
        """Let what stands above the buttons scroll, so that they are always seen."""
        self.query_one("#scroll").styles.max_height = max(event.size.height - _AROUND, 1)

    @on(Form.Edited)
    @on(Form.Unfinished)
    def _typed(self, event: Message) -> None:
        """Nothing is stored while it is typed; it is only kept."""
        event.stop()
        keep: Callable[[], Any] = self.flush
        self.medreview.run_worker(keep, group="background")

    @on(Button.Pressed, "#close")
    async def action_close(self) -> None:
        """Leave it for now; what is typed is kept."""
        await self.flush()
        self.dismiss(None)

    @on(Button.Pressed, "#do")
    async def _do(self) -> None:
        """Do it, once; a second press while it is done is not heard."""
        values = self._read()
        if self._is_doing or self._is_refused():
            return
        self._is_doing = True
        if refusal := await self.medreview.catch_up():
            self._is_doing = False
            self._say_refused(refusal)
            return
        try:
            changes = await self.medreview.saver.run(self.operation(values), self.medreview.archive)
        except Refusal as refusal:
            self._is_doing = False
            self._say_refused(refusal)
            return
        await self.medreview.drafts.keep(self.place, {})
        self.dismiss(changes)

    def _read(self) -> dict[str, object]:
        """Return what stands in the fields; one that cannot be understood says so and is left out."""
        values: dict[str, object] = {}
        for field in self.query(Field):
            field.stays_dirty()
            values |= field.take()
        return values

    def _is_refused(self) -> bool:
        """Return whether a field cannot be understood, and go there."""
        refused = next((field for field in self.query(Field) if field.is_refused), None)
        if refused is not None:
            refused.control.focus()
        return refused is not None

    def _say_refused(self, refusal: Refusal) -> None:
        sentence = current().refusal(refusal.code, **refusal.params)
        name = refusal.field if isinstance(refusal, InvalidField) else _FIELDS.get(refusal.code)
        field = next((one for one in self.query(Field) if one.field_name == name), None)
        if field is not None:
            field.complain(sentence)
            field.control.focus()
            return
        said = self.query_one("#refused", Label)
        said.update(Content(sentence))
        said.add_class("-said")
        self.call_after_refresh(said.scroll_visible)
