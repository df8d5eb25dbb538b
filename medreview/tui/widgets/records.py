"""A list of entities with the chosen one's form below it: goals, members, actions, guests …"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from medreview.domain.base import Entity
from medreview.i18n import tr
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.listing import Listing, RowList
from medreview.tui.widgets.part import Part, Scope
from medreview.tui.widgets.pile import Pile
from medreview.tui.widgets.row import Row

FOLLOWS_AFTER: Final = 0.05
"""Seconds without another arrow after which the form follows: longer than a key that is held takes to repeat."""


class Inside(Vertical, Pile):
    """The form and the parts that show the chosen entity."""


class Records(Vertical, Pile):
    """A list of entities; the form and the parts inside show the chosen one."""

    DEFAULT_CSS = """
    Records { height: auto; margin: 0 0 1 0; }
    Records > .title { text-style: bold; color: $accent; height: auto; }
    Records > RowList {
        height: auto; max-height: 12; border: none; background: $background; padding: 0; scrollbar-size-vertical: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    Records > RowList:focus { border: none; background-tint: $background 0%; }
    Records > .none { color: $muted; height: auto; display: none; }
    Records.-none > .none { display: block; }
    Records.-none > RowList { display: none; }
    Records > .inside { height: auto; padding: 0 0 0 2; border-left: solid $panel; }
    Records.-none > .inside { display: none; }
    Records.-none > .buttons > .up, Records.-none > .buttons > .down, Records.-none > .buttons > .remove {
        display: none;
    }
    Records > .buttons { height: auto; }
    Records > .inside { margin: 1 0 0 0; }
    Records > .buttons Button {
        min-width: 0; width: auto; margin: 0 1 0 0; padding: 0 1; background: $panel; color: $text; border: none;
    }
    Records > .buttons Button:focus { background: $chosen; color: $on-chosen; text-style: bold; }
    Records.-read-only > .buttons { display: none; }
    """

    @dataclass
    class Added(Message):
        """Somebody wants another entity in the list."""

        records: "Records"
        entity: Entity

    @dataclass
    class Removed(Message):
        """Somebody wants the entity away."""

        records: "Records"
        entity: Entity

    @dataclass
    class Moved(Message):
        """Somebody put the list into this order."""

        records: "Records"
        ordered: list[Entity]

    @dataclass
    class Quick(Message):
        """A digit pressed on a row sets these values."""

        records: "Records"
        entity: Entity
        values: dict[str, object]

    _list: RowList

    def __init__(self, listing: Listing, *inside: Widget) -> None:
        super().__init__()
        self.listing = listing
        self.scope: Scope | None = None
        self._inside = inside
        self._rows: list[Entity] = []
        self._deed_buttons: list[Button] = []
        self._following: Timer | None = None
        """What lets the form follow in a moment."""
        self._form_of: UUID | None = None
        """The entity whose form is shown."""
        self._wanted: UUID | None = None
        """The entity to choose as soon as it is in the list."""
        self._is_coming = False
        """Whether a new entity is on its way and its form not yet ready to be written in."""
        self._typed_ahead = ""
        """What was typed meanwhile."""

    def compose(self) -> ComposeResult:
        yield Static(Content(tr(self.listing.title)), classes="title")
        yield Static(Content(tr(self.listing.empty)), classes="none")
        self._list = rows = RowList(compact=True, markup=False)
        rows.takes_digits = self.listing.quick is not None
        rows.obey = self._obey
        yield rows
        self._deed_buttons = list(self._deeds())
        for buttons in (list(self._buttons()), self._deed_buttons):
            if buttons:
                yield Row(*buttons, classes="buttons")
        with Inside(classes="inside"):
            yield from self._inside

    def _buttons(self) -> Iterator[Button]:
        if self.listing.new:
            yield Button(Content("+ " + tr(self.listing.add_label)), classes="add", compact=True)
        if self.listing.movable:
            yield Button("▲", classes="up", compact=True)
            yield Button("▼", classes="down", compact=True)
        if not self.listing.fixed:
            yield Button(Content(tr("Remove")), classes="remove", compact=True)

    def _deeds(self) -> Iterator[Button]:
        for deed in self.listing.deeds:
            yield Button(Content(tr(deed.label)), action=deed.action, compact=True)

    def on_mount(self) -> None:
        """Let whoever goes into the form find that of the chosen entity there, before the next key is looked at."""
        self.watch(self.screen, "focused", self._catch_up, init=False)

    @property
    def row_list(self) -> RowList:
        """The list itself."""
        return self._list

    @property
    def chosen(self) -> Entity | None:
        """The entity whose form is shown."""
        index = self.row_list.highlighted
        return self._rows[index] if index is not None and index < len(self._rows) else None

    def show(self, scope: Scope) -> None:
        """Show the scope's entities; the chosen one stays chosen."""
        before, place = self.chosen, self.row_list.highlighted
        place = self.listing.first(scope) if place is None else place
        self.scope = scope
        self._rows = list(self.listing.rows(scope))
        self.set_class(not self._rows, "-none")
        self.set_class(scope.is_read_only, "-read-only")
        for deed, button in zip(self.listing.deeds, self._deed_buttons, strict=True):
            button.display = deed.when(scope)
        ids = [entity.id for entity in self._rows]
        chosen = self._wanted if self._wanted in ids else (before.id if before else None)
        arrived = self._wanted in ids
        if arrived:
            self._wanted = None
        with self.prevent(OptionList.OptionHighlighted):
            self._draw_rows(scope, ids)
            self.row_list.highlighted = _place(ids, chosen, place)
        self._show_chosen()
        if arrived:
            self.call_after_refresh(self._write_chosen)

    def choose(self, key: UUID) -> None:
        """Choose an entity, now or as soon as it is in the list."""
        self._wanted = key
        if self.scope is not None:
            self.show(self.scope)

    def add(self) -> None:
        """Add an entity and go into its form."""
        self._do("add")

    def remove_chosen(self) -> None:
        """Remove the chosen entity."""
        self._do("remove")

    @property
    def takes_more(self) -> bool:
        """Whether the list is shown and something can be added to it."""
        return self.scope is not None and not self.scope.is_read_only and bool(self.listing.new) and _is_displayed(self)

    def highlight(self, key: UUID) -> bool:
        """Choose an entity of the list without going into its form; False where it is not in it."""
        ids = [entity.id for entity in self._rows]
        if key not in ids:
            return False
        with self.prevent(OptionList.OptionHighlighted):
            self.row_list.highlighted = ids.index(key)
        self._show_chosen()
        return True

    def step(self, by: int) -> bool:
        """Choose the next or previous entity; False at the end of the list.

        Where a digit says the most important, the list gets the focus, so that it can be pressed at once.
        """
        rows = self.row_list
        index = (rows.highlighted or 0) + by
        if not 0 <= index < len(self._rows):
            return False
        if not self.listing.quick:
            return self.highlight(self._rows[index].id)
        rows.highlighted = index
        rows.focus()
        return True

    def _draw_rows(self, scope: Scope, ids: list[UUID]) -> None:
        rows = self.row_list
        labels = [self.listing.label(entity, scope) for entity in self._rows]
        if [option.id for option in rows.options] == [str(key) for key in ids]:
            for index, label in enumerate(labels):
                if rows.get_option_at_index(index).prompt != label:
                    rows.replace_option_prompt_at_index(index, label)
            return
        rows.clear_options()
        rows.add_options(Option(label, id=str(key)) for label, key in zip(labels, ids, strict=True))

    def _show_chosen(self) -> None:
        if self._following is not None:
            self._following.stop()
            self._following = None
        if self.scope is None or self.chosen is None:
            return
        self._form_of = self.chosen.id
        inner = self.scope.inside(self.chosen)
        for part in self.query_one(".inside").children:
            if isinstance(part, Part):
                part.show(inner)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Let the form follow when no other arrow comes: rows are shown at once, and ten of them cost one form."""
        if event.option_list is not self.row_list:
            return
        event.stop()
        if self._following is not None:
            self._following.stop()
        self._following = self.set_timer(FOLLOWS_AFTER, self._catch_up)

    def _catch_up(self) -> None:
        """Show the form of the chosen row where it is still that of another; the list may not have told of it yet."""
        if self.chosen is not None and self.chosen.id != self._form_of:
            self._show_chosen()

    def _write_chosen(self) -> None:
        """Put the focus into the first field of the chosen entity that is shown and that no digit fills already."""
        self._catch_up()
        shown = (field for field in self.query_one(".inside").query("Field") if _is_displayed(field))
        fields = (control for field in shown for control in field.query("*"))
        left = (one for one in fields if not (self.listing.quick and isinstance(one, Choice)))
        first = next((control for control in left if control.focusable), None)
        is_new, self._is_coming = self._is_coming, False
        if first is not None:
            self.screen.set_focus(first)  # at once, for the next key may already wait
            if is_new and isinstance(first, Input):
                first.select_all()  # what is proposed gives way to what is typed
            self._type_ahead_into(first)

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed after asking for a new entry: it belongs into its first field."""
        if self._is_coming and event.is_printable:
            self._typed_ahead += event.character or ""
            event.stop()

    def _type_ahead_into(self, control: Widget) -> None:
        text, self._typed_ahead = self._typed_ahead, ""
        match control:
            case Input() if text:
                control.replace(text, *control.selection)
            case TextArea():
                control.insert(text)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        for deed in ("add", "up", "down", "remove"):
            if event.button.has_class(deed):
                self._do(deed)

    def _obey(self, deed: str) -> None:
        """Do what a key in the list asks for; Enter on a row goes into its form."""
        if deed == "enter":
            self._write_chosen()
        else:
            self._do(deed)

    def _do(self, deed: str) -> None:
        if self.scope is None or self.scope.is_read_only:
            return
        match deed:
            case "add":
                self._add(self.scope)
            case "remove":
                self._remove()
            case "up":
                self._move(-1)
            case "down":
                self._move(1)
            case digit:
                self._set_quickly(int(digit))

    def _set_quickly(self, digit: int) -> None:
        values = self.listing.quick(digit) if self.listing.quick else None
        if values and self.chosen is not None:
            self.post_message(self.Quick(self, self.chosen, values))
            if self.listing.rushes:
                self.step(1)

    def _add(self, scope: Scope) -> None:
        if self.listing.new is None:
            return
        entity = self.listing.new(scope)
        if "position" in type(entity).model_fields:
            last = max((getattr(one, "position", 0) for one in self._rows), default=-1)
            entity = entity.model_copy(update={"position": last + 1})
        self._wanted, self._is_coming = entity.id, True
        self.screen.set_focus(self.query_one("Button.add"), scroll_visible=False)  # where no digit chooses anything
        self.post_message(self.Added(self, entity))

    def _remove(self) -> None:
        """Removing asks nothing: whatever is removed can be brought back."""
        if self.chosen is not None and not self.listing.fixed:
            self.post_message(self.Removed(self, self.chosen))

    def _move(self, by: int) -> None:
        chosen = self.chosen
        if chosen is None or not self.listing.movable:
            return
        index = self._rows.index(chosen)
        if not 0 <= index + by < len(self._rows):
            return
        ordered = [one for one in self._rows if one is not chosen]
        ordered.insert(index + by, chosen)
        self.post_message(self.Moved(self, ordered))


def _is_displayed(widget: Widget) -> bool:
    """Return whether nothing around a widget is hidden: a list inside that has no rows hides its form."""
    return all(one.display for one in widget.ancestors_with_self if isinstance(one, Widget))


def _place(ids: list[UUID], chosen: UUID | None, place: int) -> int | None:
    """Return which row to choose: the chosen entity's, otherwise the one that came into its place."""
    if chosen in ids:
        return ids.index(chosen)
    return min(place, len(ids) - 1) if ids else None
