"""Facts in two columns: what each is called, and beside it what it is."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

Fact = tuple[str, Content]
"""What it is called, and what it is."""

_GAP = 2


class Facts(Static):
    """Facts below each other; a long one goes on under itself, not under its name."""

    DEFAULT_CSS = """
    Facts { height: auto; width: 100%; }
    """

    def __init__(self, facts: Sequence[Fact] = (), *, names: str = "$muted", classes: str = "") -> None:
        """`names` is the style of what each is called."""
        super().__init__(classes=classes)
        self._facts = facts
        self._style = names

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts; the same ones need no layout."""
        if not _are_same(facts, self._facts):
            self._facts = facts
            self.on_resize()

    def on_resize(self) -> None:
        """Break the lines anew."""
        room = self.content_size.width or 60
        names = max((Content(name).cell_length for name, _ in self._facts), default=0) + _GAP
        names = min(names, max(room // 4, 14))
        lines = [line for fact in self._facts for line in _lines(fact, names, room - names, self._style)]
        self.update(Content("\n").join(lines))


def _are_same(ones: Sequence[Fact], others: Sequence[Fact]) -> bool:
    pairs = zip(ones, others, strict=False)
    return len(ones) == len(others) and all(one[0] == other[0] and one[1].is_same(other[1]) for one, other in pairs)


def _lines(fact: Fact, names: int, room: int, style: str) -> list[Content]:
    """Return one fact as lines, its name on the first."""
    name, text = fact
    shown = [line for part in text.split("\n", allow_blank=True) for line in part.wrap(max(room, 1))]
    called = [Content.styled(line.rstrip().plain, style) for line in Content(name).wrap(max(names - _GAP, 1))]
    blank = Content("")
    height = max(len(shown), len(called))
    pairs = zip(called + [blank] * (height - len(called)), shown + [blank] * (height - len(shown)), strict=True)
    return [Content.assemble(left.pad_right(names - left.cell_length), right.rstrip()) for left, right in pairs]
