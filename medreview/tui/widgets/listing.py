"""What a list of entities shows and what may be done with it, and the rows themselves."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import OptionList

from medreview.domain.base import Entity
from medreview.i18n import N_
from medreview.tui.widgets.part import Scope


@dataclass(frozen=True)
class Deed:
    """A button of its own below a list, with the action of the screen it calls, and when there is any use in it."""

    label: str
    action: str
    when: Callable[[Scope], bool] = lambda _scope: True


@dataclass(frozen=True)
class Listing:
    """What a list shows and what may be done with it.

    `new` returns the entity to add (None: nothing can be added), `fixed` says that nothing can be removed,
    `quick` returns the values that a digit pressed on a row sets, `rushes` says that the next row is chosen then,
    `first` is the row that is chosen to begin with.
    """

    title: str
    rows: Callable[[Scope], Sequence[Any]]
    label: Callable[[Any, Scope], Content]
    new: Callable[[Scope], Entity] | None = None
    movable: bool = False
    fixed: bool = False
    empty: str = N_("Nothing here yet.")
    add_label: str = N_("Add")
    quick: Callable[[int], dict[str, object] | None] | None = None
    rushes: bool = False
    first: Callable[[Scope], int] = lambda _scope: 0
    deeds: tuple[Deed, ...] = ()


class RowList(OptionList):
    """The rows of a list; letters work here because nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "add", show=False),
        Binding("delete", "remove", show=False),
    ]

    obey: Callable[[str], None]
    """Does what a key asks for: what a button does, the quick values of a digit, or to go into the form. It does so at
    once: the next key may already wait, and is meant for the row after this one, or for the form."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """What the rows need is asked for when there are others; to know how wide they are changes nothing around."""

    _DEEDS: ClassVar[Mapping[str, Callable[["RowList"], None]]]

    takes_digits = False
    """Whether a digit says the most important of a row: a click then only chooses it, so that it can be pressed."""

    _was = Size()

    def on_click(self, event: events.Click) -> None:
        """Choose a row that takes digits without going into its form, where the digit would be typed."""
        row = event.style.meta.get("option")
        if self.takes_digits and row is not None:
            event.prevent_default()
            self.highlighted = row

    def on_resize(self, event: events.Resize) -> None:
        """Keep the rows as they are drawn when the list is only shown again, as wide and as high as before."""
        if event.size == self._was:
            event.prevent_default()
        self._was = event.size

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: ARG002
        """Draw the bar to scroll again where the list has another size: how many rows there are it knows itself."""
        return super()._size_updated(size, self.virtual_size, self.container_size, layout)

    def action_add(self) -> None:
        """Add a row."""
        self.obey("add")

    def action_remove(self) -> None:
        """Remove the chosen row."""
        self.obey("remove")

    def action_select(self) -> None:
        """Go into the form of the chosen row."""
        if self.highlighted is not None:
            self.obey("enter")

    def _forward_event(self, event: events.Event) -> None:
        """Do what a key asks for and do not put it into the queue: Tab and the keys of the screen do not wait there,
        so that they would be done for the row before, and what is typed then be written there.
        """
        if isinstance(event, events.Key) and self._takes(event):
            event.prevent_default()
        else:
            super()._forward_event(event)

    def _takes(self, event: events.Key) -> bool:
        """Do what a key asks for; a digit sets the quick values of the chosen row."""
        if event.character and event.character.isdigit():
            self.obey(event.character)
        elif deed := self._DEEDS.get(event.key):
            deed(self)
        else:
            return False
        return True


RowList._DEEDS = {
    "down": RowList.action_cursor_down,
    "up": RowList.action_cursor_up,
    "home": RowList.action_first,
    "end": RowList.action_last,
    "pagedown": RowList.action_page_down,
    "pageup": RowList.action_page_up,
    "enter": RowList.action_select,
    "plus": RowList.action_add,
    "delete": RowList.action_remove,
}
