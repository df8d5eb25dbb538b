"""The guide: how to prepare, hold and finish the discussion, one file in each language, for screen and paper alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from textwrap import wrap
from typing import Final

_NARROWEST: Final = 20
_UNDERLINES: Final = {1: "=", 2: "-"}


@dataclass(frozen=True)
class Passage:
    """A heading (`level` 1 to 3), a point of a list, or a paragraph."""

    text: str
    level: int = 0
    is_point: bool = False

    def lines(self, width: int) -> list[str]:
        """Return the passage in lines of at most that many characters, a point hanging from its mark."""
        first, others = ("- ", "  ") if self.is_point else ("", "")
        return wrap(
            self.text,
            max(width, _NARROWEST),
            initial_indent=first,
            subsequent_indent=others,
            break_on_hyphens=False,
        )


def read_guide(language: str) -> tuple[Passage, ...]:
    """Return the guide in a language of the screens."""
    text = files(__name__).joinpath(f"{language}.md").read_text(encoding="utf-8")
    return tuple(map(_passage, re.split(r"\n{2,}|\n(?=- )", text.strip())))


def spaced(passages: Sequence[Passage]) -> Iterator[tuple[bool, Passage]]:
    """Yield the passages, each with whether an empty line belongs before it."""
    yield from ((False, first) for first in passages[:1])
    for before, passage in pairwise(passages):
        yield not _belongs_to(before, passage), passage


def plain_text(passages: Sequence[Passage], width: int) -> str:
    """Return the guide as plain text, its upper headings underlined."""
    return "\n".join(line for gap, passage in spaced(passages) for line in _plain(gap, passage, width))


def _plain(gap: bool, passage: Passage, width: int) -> Iterator[str]:
    lines = passage.lines(width)
    yield from [""] if gap else []
    yield from lines
    if passage.level in _UNDERLINES:
        yield _UNDERLINES[passage.level] * max(map(len, lines))


def _belongs_to(before: Passage, passage: Passage) -> bool:
    return passage.is_point and (before.is_point or before.level > 0)


def _passage(source: str) -> Passage:
    """Return a block of the file; its line breaks are only those of the file, a no-break space stays."""
    text = re.sub(r"[ \n]+", " ", source)
    mark, _, rest = text.partition(" ")
    if mark == "-":
        return Passage(rest, is_point=True)
    return Passage(rest, len(mark)) if mark.strip("#") == "" else Passage(text)
