"""How words are compared when somebody looks for them: by their letters, however these happen to be written.

Case does not count, and é is e; but æ, ø and å are letters of their own, not a and o with marks. As the Danish alphabet
has it, aa is å (Aabenraa), and the Swedish ä and ö are æ and ø. Accents are taken off where names known here have them:
vowels, c, g, n, s and z; so most letters of a word are written in one way only, and a database can look for those.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from medreview.domain.cleaning import clean_line

_LATIN: Final = "".join(map(chr, (*range(0x21, 0x180), *range(0x1EA0, 0x1EFA))))
"""What is on keyboards, and the letters of European and Vietnamese names."""

_ACCENTED: Final = frozenset("aceginosuyzæø")
_OWN: Final = {"å": "å", "ä": "æ", "ö": "ø"}


@dataclass(frozen=True)
class Excerpt:
    """A piece of a text on one line, and where in it the words stand that were looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def fold(text: str) -> str:
    """Return the text with every letter as it is compared: "Caféen i Aabenraa" is "cafeen i åbenrå"."""
    return text.translate(_FOLDED).lower().replace("aa", "å")


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words to look for, folded, each once, the longest first: it is the least common."""
    return tuple(sorted(dict.fromkeys(fold(clean_line(typed)).split()), key=len, reverse=True))


@lru_cache(maxsize=256)
def pattern(word: str) -> re.Pattern[str]:
    """Return what finds a word, or a part of one, in text as it is written."""
    return re.compile("".join(map(_any_of, fold(word))))


def is_written_one_way(letter: str) -> bool:
    """Return whether a folded letter is only ever written as itself, in lower or upper case."""
    return letter.isascii() and set(_WRITTEN.get(letter, ())) == {letter, letter.upper()}


def excerpt(text: str, words: Sequence[str], width: int) -> Excerpt:
    """Return about `width` characters of the text from shortly before the first of the words; all of it if it fits."""
    line = " ".join(text.split())
    first = min((start for start, _ in _marks(line, words)), default=0)
    begin = _word_before(line, first, width // 3) if len(line) > width else 0
    end = begin + width
    piece = ("…" if begin else "") + line[begin:end] + ("…" if end < len(line) else "")
    return Excerpt(piece, tuple(_marks(piece, words)))


def _word_before(line: str, first: int, most: int) -> int:
    """Return where a word begins at most so many characters before `first`; there itself where none does."""
    if first <= most:
        return 0
    space = line.find(" ", first - most, first)
    return first if space < 0 else space + 1


def _marks(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words stand in the text, in order and never over each other."""
    end = 0
    for start, stop in sorted(found.span() for word in words for found in pattern(word).finditer(text)):
        if stop > end:
            yield max(start, end), stop
            end = stop


def _plain(character: str) -> str:
    """Return a character in lower case without its accents, unless it is a letter of its own."""
    lower = character.lower()[:1]
    plain = unicodedata.normalize("NFD", lower)[0]
    return _OWN.get(lower) or (plain if plain in _ACCENTED else lower)


def _any_of(letter: str) -> str:
    """Return what fits a letter however it is written; sets of characters at the start are found fastest."""
    if letter == "å":
        return f"[{_WRITTEN['a']}{_WRITTEN['å']}](?:(?<=[{_WRITTEN['å']}])|[{_WRITTEN['a']}])"
    return f"[{re.escape(_WRITTEN[letter])}]" if letter in _WRITTEN else f"(?i:{re.escape(letter)})"


def _written() -> dict[str, str]:
    written: defaultdict[str, str] = defaultdict(str)
    for character, plain in _FOLDED.items():
        written[plain] += chr(character)
    return dict(written)


_FOLDED: Final = {ord(character): _plain(character) for character in _LATIN}
_WRITTEN: Final = _written()
"""For each letter the characters that are compared as it."""
