"""Ticking any of a few things, below a heading."""

from collections.abc import Collection, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label

from medreview.i18n import tr
from medreview.tui.widgets.tick import Tick


class Ticks(Vertical):
    """A heading with boxes below it; the texts are translated here."""

    DEFAULT_CSS = """
    Ticks { height: auto; margin: 0 0 1 0; }
    Ticks > Label { color: $muted; height: auto; }
    Ticks:focus-within > Label { color: $text; text-style: bold; }
    """

    def __init__(self, heading: str, labels: Mapping[str, str], ticked: Collection[str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._heading = heading
        self._labels = labels
        self._first_ticked = ticked

    def compose(self) -> ComposeResult:
        yield Label(tr(self._heading), markup=False)
        for name, label in self._labels.items():
            yield Tick(tr(label), name in self._first_ticked, name=name)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names of what is ticked, in their order."""
        return tuple(box.name for box in self.query(Tick) if box.value and box.name is not None)

    def offer(self, names: Collection[str]) -> None:
        """Show only these boxes; what is hidden keeps its tick, and without any box the heading is hidden, too."""
        for box in self.query(Tick):
            box.display = box.name in names
        self.display = bool(names)

    def tick(self, name: str, ticked: bool) -> None:
        """Tick a box, or take its tick away."""
        for box in self.query(Tick):
            if box.name == name:
                box.value = ticked
