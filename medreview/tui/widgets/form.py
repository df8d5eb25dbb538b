"""A form: the fields of one entity, laid out in rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from medreview.domain.base import Entity
from medreview.tui.widgets.field import Field, Names, Options
from medreview.tui.widgets.field_row import FieldRow
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.pile import Pile

Layout = Sequence[str | tuple[str, ...]]
"""The rows of a form: one field, or several side by side."""


class Form(Vertical, Pile):
    """The fields of one entity; what is typed is posted as `Edited`."""

    DEFAULT_CSS = """
    Form { height: auto; }
    """

    @dataclass
    class Edited(Message):
        """A field of the entity got another value."""

        field: Field
        entity: Entity
        values: dict[str, object]
        visit: str
        """The visit to the field during which it got it (see `Field.visit`)."""

    @dataclass
    class Unfinished(Message):
        """A field of the entity holds what cannot be stored; an empty text takes that back."""

        field: Field
        entity: Entity
        text: str

    @dataclass
    class Shown(Message):
        """Another entity is shown now."""

        form: "Form"

    def __init__(
        self,
        kind: type[Entity],
        layout: Layout,
        entity: Callable[[Scope], Entity | None],
        *,
        options: Mapping[str, Options] | None = None,
        names: Mapping[str, Names] | None = None,
    ) -> None:
        super().__init__()
        self.kind = kind
        self.entity: Entity | None = None
        self._layout = layout
        self._entity_of = entity
        self._options = options or {}
        self._names = names or {}
        self.fields: list[Field] = []
        """All fields in their order, remembered: asking the tree for them walks through all it holds."""

    def compose(self) -> ComposeResult:
        self.fields = []
        for row in self._layout:
            if isinstance(row, str):
                yield self._field(row)
                continue
            with FieldRow():
                for name in row:
                    yield self._field(name)

    def show(self, scope: Scope) -> None:
        """Show the scope's entity; another one than before first stores what was typed of that."""
        entity = self._entity_of(scope)
        another = self.entity is None or entity is None or entity.id != self.entity.id
        if another:
            self._leave()
        self.entity = entity
        self.display = entity is not None
        if entity is None:
            return
        for field in self.fields:
            field.shown = entity
            field.show(getattr(entity, field.field_name), scope, another=another)
        if another:
            self._tell(self.Shown(self))

    def take(self) -> list[Edited]:
        """Return what is typed and not yet stored."""
        if self.entity is None:
            return []
        taken = ((field, field.take()) for field in self.fields)
        return [self.Edited(field, self.entity, values, field.visit) for field, values in taken if values]

    def put_back(self, field: Field) -> None:
        """Show in a field what is stored, in the place of what could not be."""
        if self.entity is not None:
            field.put_back(getattr(self.entity, field.field_name))
            self._tell(self.Unfinished(field, self.entity, ""))

    def retry(self) -> None:
        """Post again what was refused and still stands in its field."""
        if self.entity is None:
            return
        for field in self.fields:
            if field.is_refused and (values := field.take()):
                self._tell(self.Edited(field, self.entity, values, field.visit))

    def on_field_changed(self, event: Field.Changed) -> None:
        event.stop()
        entity = self.entity if event.of is None or _are_same(self.entity, event.of) else event.of
        if entity is not None:
            self._tell(self.Edited(event.field, entity, event.values, event.visit))

    def on_field_unfinished(self, event: Field.Unfinished) -> None:
        event.stop()
        entity = event.of or self.entity
        if entity is not None:
            self._tell(self.Unfinished(event.field, entity, event.text))

    def _tell(self, message: Message) -> None:
        """Post a message of this form, whoever lets it speak: one of a list around it would go no further than that."""
        self.post_message(message.set_sender(self))

    def _leave(self) -> None:
        """Post what was typed for the entity that is shown until now."""
        for edited in self.take():
            self._tell(edited)
        for field in self.fields:
            if self.entity is not None and field.is_refused:
                self._tell(self.Unfinished(field, self.entity, field.typed))

    def _field(self, name: str) -> Field:
        field = Field(self.kind, name, options=self._options.get(name), names=self._names.get(name))
        self.fields.append(field)
        return field


def forms_in(widget: Widget) -> Iterator[Form]:
    """Yield the forms in a widget, in their order; a query would try its selector on every widget there is."""
    for child in widget.children:
        if isinstance(child, Form):
            yield child
        else:
            yield from forms_in(child)


def _are_same(one: Entity | None, other: Entity) -> bool:
    return one is not None and one.id == other.id
