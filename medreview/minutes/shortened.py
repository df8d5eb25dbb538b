"""Cutting a long text to its first sentences, for documents that have one page."""

import re
from collections.abc import Iterator
from typing import Final

_ABBREVIATIONS: Final = """
    bl.a ca dvs e.l evt f.eks hhv inkl jf m.fl m.m mfl mht o.l osv pga tlf vedr
    d.v.s ev exkl fr.o.m jfr o.d o.s.v t.ex t.o.m
    approx cf dr e.g etc hr i.e incl mr mrs ms prof
"""
"""Danish, Swedish and English words that have a full stop of their own, which ends no sentence."""

_KNOWN: Final = frozenset(_ABBREVIATIONS.split())
_GAP: Final = re.compile(r"(?<=[.!?])[ \t]+(?=\S)")
_MARKER: Final = re.compile(r"^\s*[-–•*]\s+")
_ELLIPSIS: Final = "…"


def shortened(text: str, limit: int) -> str:
    """Return on one line as many of the first sentences as `limit` characters hold, at least a part of the first.

    Every line of the text is a sentence, or several. A first sentence that is too long is cut between two words.
    """
    sentences = [*_sentences(text)]
    kept = next(iter(sentences), "")
    if len(kept) > limit:
        return f"{kept[: limit + 1].rsplit(' ', 1)[0][:limit].rstrip(' .,;:–-')} {_ELLIPSIS}"
    for sentence in sentences[1:]:
        longer = f"{_ended(kept)} {sentence}"
        if len(longer) > limit:
            return _ended(kept)
        kept = longer
    return kept


def _sentences(text: str) -> Iterator[str]:
    for line in filter(None, (_MARKER.sub("", line).strip() for line in text.split("\n"))):
        start = 0
        for gap in _GAP.finditer(line):
            if _is_end(line[start : gap.start()], line[gap.end()]):
                yield line[start : gap.start()]
                start = gap.end()
        yield line[start:]


def _is_end(sentence: str, follows: str) -> bool:
    """A full stop ends nothing before a small letter or a figure, nor after an abbreviation or an initial."""
    if follows.islower() or follows.isdigit():
        return False
    last = sentence.split()[-1].rstrip(".").lstrip("(").casefold()
    return not sentence.endswith(".") or (last not in _KNOWN and not (len(last) == 1 and last.isalpha()))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", ":", ";", ",", _ELLIPSIS)) else f"{sentence}."
