"""The words in which two texts differ, each with the words around it."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

SHORT: Final = 100
"""Letters of a text that is shown whole."""

_AROUND: Final = 5
"""Words that stay around a change."""

_ENDS: Final = 12
"""Words that stay at either end of a long run of changed words."""

_STRAY: Final = 2
"""As many equal words between two changes say nothing: in a text written anew there is always an "and"."""

_WORD: Final = re.compile(r"\S{1,100}")
"""A longer word is taken in pieces, so that no line is endless."""

_LEFT_OUT: Final = "…"

Opcode = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]
Run = tuple[bool, int, int]
"""Whether words from one place to another are the same in both texts."""


def passages(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the passages in which two texts differ, each as it was and as it is; none where only spaces differ.

    Texts that are both short are one passage; an empty text is an empty passage.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    if before == after:
        return
    if max(len(old), len(new)) <= SHORT:
        yield " ".join(before), " ".join(after)
        return
    if not before or not after:
        yield _shortened(before), _shortened(after)
        return
    for group in _Matcher(None, before, after).get_grouped_opcodes(_AROUND):
        was = [(tag == "equal", start, end) for tag, start, end, _, _ in group]
        now = [(tag == "equal", start, end) for tag, _, _, start, end in group]
        shown = _passage(before, was), _passage(after, now)
        yield shown if shown[0] != shown[1] else (_passage(before, was, whole=True), _passage(after, now, whole=True))


def in_short(text: str) -> str:
    """Return a text on one line, the middle of a long one left out."""
    return _shortened(_WORD.findall(text))


class _Matcher(SequenceMatcher[str]):
    """Compares word by word; changes with only stray words between them are one change."""

    def get_opcodes(self) -> list[Opcode]:
        found = super().get_opcodes()
        codes = found[:1]
        for code in found[1:]:
            tag, was, was_end, _, now_end = code
            is_kept = tag == "equal" and (was_end - was > _STRAY or code is found[-1])
            if is_kept or codes[-1][0] == "equal":
                codes.append(code)
            else:
                codes[-1] = ("replace", codes[-1][1], was_end, codes[-1][3], now_end)
        return codes


def _shortened(words: Sequence[str]) -> str:
    if len(words) <= 2 * _ENDS + 1:
        return " ".join(words)
    return " ".join([*words[:_ENDS], _LEFT_OUT, *words[-_ENDS:]])


def _passage(words: Sequence[str], runs: Sequence[Run], *, whole: bool = False) -> str:
    """The runs on one line, with a mark where the text goes on at either end.

    `whole` leaves nothing out of a long run: the difference may lie in its middle.
    """
    first, last = runs[0][1], runs[-1][2]
    shown = (" ".join(words[start:end]) if same or whole else _shortened(words[start:end]) for same, start, end in runs)
    ends = (_LEFT_OUT if first > 0 else "", _LEFT_OUT if last < len(words) else "")
    return " ".join(filter(None, (ends[0], *shown, ends[1])))
