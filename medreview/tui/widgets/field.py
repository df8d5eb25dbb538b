"""One field of a form: a label, a control that fits what the field holds, and room for what is wrong."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label, Select, TextArea

from medreview.domain.attendance import Presence
from medreview.domain.base import Entity
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import Course
from medreview.domain.goal import Outcome
from medreview.domain.privacy import has_personal_number
from medreview.i18n import current, tr
from medreview.tui.text import literal, one_line
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.cursor import following
from medreview.tui.widgets.field_values import kind_of, parsed, plain_type, written, year_meant
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.months import Months
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.pile import Pile
from medreview.tui.widgets.text_box import TextBox
from medreview.tui.widgets.tick import Tick

Options = Callable[[Scope], Sequence[tuple[str, UUID]]]
Names = Callable[[Scope], Sequence[str]]

_NOTHING_SAID: Final = (Outcome.NOT_ASSESSED, Presence.UNKNOWN, Course.NOT_SAID)
"""First words of choices that say nothing yet; in the lists above them a digit chooses too, and 0 takes it back."""

STORE_WITHIN = 0.6
"""Seconds after the first unsaved key press until what is typed is stored."""


class Field(Vertical, Pile):
    """One field of an entity; posts `Changed` when there is a value to store."""

    DEFAULT_CSS = """
    Field { height: auto; width: 1fr; margin: 0 1 1 0; }
    Field > .label { color: $muted; width: 100%; height: auto; }
    Field:focus-within { width: 1fr; }
    Field:focus-within > .label { color: $text; text-style: bold; }
    Field > .wrong { color: $bad; display: none; height: auto; width: 100%; }
    Field.-wrong > .wrong { display: block; }
    Field > .personal { color: $warn; height: auto; width: 100%; }
    Field Input, Field Input.-textual-compact { background: $field; padding: 0 1; }
    Field Input:focus { background: $field-focus; background-tint: $field-focus 0%; }
    Field Input > .input--placeholder, Field Input > .input--suggestion { color: $muted; }
    Field Input > .input--suggestion { text-style: italic; }
    Field TextArea {
        background: $field; height: auto; min-height: 2; max-height: 12; padding: 0 1; border: none;
        scrollbar-size-vertical: 1;
    }
    Field TextArea:focus { background: $field-focus; background-tint: $field-focus 0%; border: none; }
    Field TextArea > .text-area--placeholder { color: $muted; }
    Field TextArea > .text-area--cursor-line { background: $field-focus; }
    Field Select SelectCurrent { background: $field; padding: 0 1; color: $text; }
    Field Select:focus > SelectCurrent { background: $field-focus; background-tint: $field-focus 0%; }
    Field SelectCurrent Static#label { color: $text; }
    """

    @dataclass
    class Changed(Message):
        """A value was typed or chosen that should be stored."""

        field: "Field"
        values: dict[str, object]
        of: Entity | None
        """Whose value it is: when this arrives, the field may show that of another entity."""
        visit: str
        """During which visit: when this arrives, the field may have been left."""

    @dataclass
    class Unfinished(Message):
        """What stands in the field cannot be understood, or not yet."""

        field: "Field"
        text: str
        of: Entity | None
        """Whose it is (see `Changed`)."""

    def __init__(
        self, entity: type[Entity], name: str, *, options: Options | None = None, names: Names | None = None
    ) -> None:
        super().__init__(classes=name)
        self.entity = entity
        self.field_name = name
        self.kind = kind_of(entity, name)
        self.is_dirty = False
        """Whether something is typed that is not yet stored."""
        self.shown: Entity | None = None
        """The entity whose value stands here."""
        self.visit = uuid4().hex
        """What is typed until the field is left is undone together; each choice by itself."""
        self.refused = ("", 0)
        """The text that could not be stored, and the number of the last step before it was typed."""
        self._control: Widget | None = None
        self._options = options
        self._names = names
        self._offered: list[tuple[str, UUID]] = []
        self._timer: Timer | None = None
        self._may_change = False
        self._year: int | None = None
        """The year that is meant where a date is typed without one."""
        self._showing: object = None
        self._settled = ""
        """What stood here, to the letter, when it was last written or taken."""

    def compose(self) -> ComposeResult:
        if self.kind != "check":
            yield Label(current().field(self.entity.__name__, self.field_name), classes="label", markup=False)
        self._control = self._make_control()
        yield self._control

    def _make_control(self) -> Widget:
        match self.kind:
            case "text":
                return TextBox(soft_wrap=True, tab_behavior="focus", compact=True, highlight_cursor_line=False)
            case "choice":
                members: type[Enum] = plain_type(self.entity.model_fields[self.field_name].annotation)
                words = [(current().term(member), member) for member in members]
                return Choice(words, first_digit=0 if words[0][1] in _NOTHING_SAID else 1)
            case "months":
                return Months()
            case "check":
                return Tick(current().field(self.entity.__name__, self.field_name))
            case "link":
                return Select[UUID]([], prompt="–", compact=True)
        return LineInput(compact=True, select_on_focus=False)

    @property
    def control(self) -> Widget:
        """The widget that takes the keys."""
        if self._control is None:
            raise NoMatches(f"{self} is not composed yet")
        return self._control

    def show(self, value: object, scope: Scope, *, another: bool = False) -> None:
        """Show a stored value; what is being typed stays, unless it is `another` entity that is shown now."""
        self.disabled = scope.is_read_only
        self._year = year_meant(self.entity, scope)
        if self.kind == "link":
            self._offer(scope)
        if self._names and isinstance(self.control, Input):
            self.control.suggester = SuggestFromList(list(self._names(scope)), case_sensitive=False)
        follows = self._may_change and self.has_focus_within
        self._may_change = False
        self._notice()
        if another or not (self.is_dirty or (self.has_focus_within and not follows) or value == self._showing):
            with following(self.control) if follows else nullcontext():
                self.put_back(value)

    def let_change(self) -> None:
        """Show the next stored value even while the field has the focus: it is newer than what stands here."""
        self._may_change = True

    def put_back(self, value: object) -> None:
        """Show a value in the place of whatever stands in the field."""
        self.is_dirty = False
        self._showing = value
        self._write(value)
        self.complain("")

    @property
    def typed(self) -> str:
        """What stands in a field that is typed into, to the letter; empty in one that is chosen from."""
        control = self.control
        if isinstance(control, TextArea):
            return control.text
        return control.value if isinstance(control, Input) else ""

    def retype(self, text: str) -> None:
        """Let a text stand in the field as if somebody had just typed it."""
        control = self.control
        with self.prevent(Input.Changed, TextArea.Changed):
            if isinstance(control, TextArea):
                control.text = text
            elif isinstance(control, Input):
                control.value = text
        self.is_dirty = True
        self._advise()
        self._store(patient=False)

    def complain(self, sentence: str) -> None:
        """Say what is wrong with what stands in the field; an empty sentence takes that back."""
        self.set_class(bool(sentence), "-wrong")
        said = next((label for label in self.query(Label) if label.has_class("wrong")), None)
        if said is not None:
            said.update(literal(sentence))
        elif sentence:
            self.mount(Label(literal(sentence), classes="wrong"))

    @property
    def is_refused(self) -> bool:
        """Whether what stands in the field could not be stored."""
        return self.is_dirty and self.has_class("-wrong")

    def take(self, *, patient: bool = False) -> dict[str, object]:
        """Return what is typed and not yet stored, by the field's name; empty where there is nothing.

        While somebody still types (`patient`), half a date is no reason to complain.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._notice()
        if not self.is_dirty:
            return {}
        self._advise()
        try:
            value = self._get()
        except Refusal as refusal:
            if not patient:
                self.complain(current().refusal(refusal.code, **refusal.params))
            return {}
        self.complain("")
        self.is_dirty = False
        self._showing = value
        self._settled = self.typed
        return {self.field_name: value}

    def _notice(self) -> None:
        """Take note of what is typed although the message that says so is still on its way."""
        self.is_dirty = self.is_dirty or self.typed != self._settled

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self.is_dirty = True
        if self._timer is None:
            self._timer = self.set_timer(STORE_WITHIN, self._store)

    @on(Choice.Changed)
    @on(Months.Changed)
    @on(Checkbox.Changed)
    @on(Select.Changed)
    def _chosen(self, event: Message) -> None:
        event.stop()
        self.is_dirty = True
        self.visit = uuid4().hex
        self._store(patient=False)

    @on(Input.Submitted)
    def _go_on(self) -> None:
        """Enter in a line goes on to the next field, otherwise two answers come to stand in one.

        It does not go on to a button or a list, where a second Enter would do something.
        """
        chain = self.screen.focus_chain
        after = chain[chain.index(self.control) + 1 :] if self.control in chain else []
        if after and any(isinstance(around, Field) for around in after[0].ancestors):
            self.screen.set_focus(after[0])

    def on_descendant_blur(self) -> None:
        """Leaving a field stores it, and writes dates, times and numbers as they are understood."""
        values = self.take()
        if self.kind in ("date", "time", "number", "count") and not self.is_dirty:
            self._write(self._showing)
        self._post(values)
        self.visit = uuid4().hex

    def _store(self, *, patient: bool = True) -> None:
        self._post(self.take(patient=patient))

    def _post(self, values: dict[str, object]) -> None:
        """Post what is to be stored, or that what stands here cannot be."""
        if values:
            self.post_message(self.Changed(self, values, self.shown, self.visit))
        elif self.is_dirty:
            self.post_message(self.Unfinished(self, self.typed, self.shown))

    def bring_back(self, value: object, of: Entity) -> None:
        """Write what was refused of an entity again, where what is stored came into its place meanwhile."""
        self._notice()
        if self.is_dirty or self.shown is None or self.shown.id != of.id:
            return
        if self._showing == getattr(self.shown, self.field_name):
            self._write(value)

    def stays_dirty(self) -> None:
        """Take note that the value could not be stored; it stays in the field."""
        self.is_dirty = True
        self._showing = None

    def now_stored(self, value: object) -> None:
        """Take note that a value is stored after all, unless something else stands in the field by now."""
        with suppress(Refusal):
            if self._get() == value:
                self.is_dirty = False
                self._showing = value
                self._settled = self.typed

    def _get(self) -> object:
        match self.control:
            case TextArea() as area:
                return area.text
            case Choice() | Months() as choice:
                return choice.value
            case Checkbox() as box:
                return box.value
            case Select() as select:
                return None if select.is_blank() else select.value
            case Input() as line:
                return parsed(self.entity, self.field_name, line.value, self._year)
        raise TypeError(self.control)

    def _write(self, value: object) -> None:
        """Write a value into the control without taking it for typing."""
        with self.prevent(Input.Changed, TextArea.Changed, Checkbox.Changed, Select.Changed):
            self._set(value)
        self._settled = self.typed
        self._advise()

    def _advise(self) -> None:
        """Say below the field while a personal number stands in it, at each pause: a long text takes time to read."""
        found = self.kind in ("line", "text") and has_personal_number(str(self._get()))
        said = next((label for label in self.query(Label) if label.has_class("personal")), None)
        if said is not None and not found:
            said.remove()
        elif found and said is None:
            words = tr("This looks like a personal number. Leave it out: minutes tell principles, no individual cases.")
            self.mount(Label(literal(f"! {words}"), classes="personal"))

    def _set(self, value: Any) -> None:
        match self.control:
            case TextArea() as area:
                area.text = value or ""
            case Choice() | Months() as choice:
                choice.choose(value)
            case Checkbox() as box:
                box.value = bool(value)
            case Select() as select:
                known = any(one == value for _, one in self._offered)
                select.value = value if known else Select.NULL
            case Input() as line:
                line.value = written(self.kind, value)

    def _offer(self, scope: Scope) -> None:
        offered = list(self._options(scope)) if self._options else []
        if offered == self._offered:
            return
        self._offered = offered
        self._showing = object()
        select = self.query_one(Select)
        with self.prevent(Select.Changed):
            select.set_options([(one_line(text, limit=60), key) for text, key in offered])
