"""Text that is only text: nothing in it that a terminal would obey, hides or turns around."""

import re
import unicodedata
from typing import Final

LINE_LIMIT: Final = 300
TEXT_LIMIT: Final = 20_000
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_LINE_BREAK: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""Every system's line break; word processors paste their soft ones as a vertical tab or U+2028."""
_BIDI_CONTROLS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_INVISIBLE: Final = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
"""Soft hyphens, spaces of no width and hidden marks, which come along with pasted text and break columns and searches.

Of the joiners one stays everywhere and the other between picture characters, which need it.
"""
_PICTURES: Final = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_LOOSE_JOINER: Final = re.compile(f"(?<![{_PICTURES}])\u200d|\u200d(?![{_PICTURES}])")
"""One between letters: terminals show them side by side, while libraries count them as one."""


def clean_text(text: str) -> str:
    """Return the text in NFC without hidden marks; control, bidi and surrogate characters are replaced.

    Line breaks stay.
    """
    text = _LINE_BREAK.sub("\n", text).replace("\t", "    ")
    if text.replace("\n", "").isprintable():  # no control, hidden or bidi mark is
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    text = _LOOSE_JOINER.sub("", _INVISIBLE.sub("", text))
    kept = "".join(REPLACEMENT if is_unsafe(character) else character for character in text)
    return unicodedata.normalize("NFC", kept)


def clean_line(text: str) -> str:
    """Return the text cleaned and on one line."""
    return clean_text(text).replace("\n", " ").strip()


def is_unsafe(character: str) -> bool:
    """Return whether a terminal would obey a character, turn text around for it, or cannot show it."""
    if character == "\n":
        return False
    return unicodedata.category(character) in ("Cc", "Cs") or character in _BIDI_CONTROLS
