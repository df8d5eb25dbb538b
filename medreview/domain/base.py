"""What every entity shares: a frozen model, an id that never clashes, and text that is only text."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID, uuid4

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

LINE_LIMIT: Final = 300
TEXT_LIMIT: Final = 20_000
AMOUNT_LIMIT: Final = 10**12
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2200
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


def _clean_if_text(clean: Callable[[str], str]) -> BeforeValidator:
    def cleaned(value: object) -> object:
        if isinstance(value, (bytes, bytearray)):  # pydantic would take them for text, and past the cleaning
            raise ValueError("string_type")
        return clean(value) if isinstance(value, str) else value

    return BeforeValidator(cleaned)


def _without_zone(moment: time) -> time:
    """Return the time; raise ValueError where it has a time zone, which times of a meeting never have."""
    if moment.tzinfo is not None:
        raise ValueError("time_parsing")
    return moment


def not_blank(text: str) -> str:
    """Return the text; raise ValueError `blank` where it holds nothing but space."""
    if not text.strip():
        raise ValueError("blank")
    return text


Line = Annotated[str, Field(max_length=LINE_LIMIT), _clean_if_text(clean_line)]
"""Text on one line, at most 300 characters."""

Name = Annotated[Line, AfterValidator(not_blank)]
"""A line that must not be empty."""

Text = Annotated[str, Field(max_length=TEXT_LIMIT), _clean_if_text(clean_text)]
"""Text over several lines, at most 20,000 characters."""

Amount = Annotated[Decimal, Field(ge=-AMOUNT_LIMIT, le=AMOUNT_LIMIT, decimal_places=6)]
"""A figure with at most six decimals; bounded, so that arithmetic on it never overflows."""

Count = Annotated[int, Field(ge=0, le=1_000_000)]
"""A number of things."""

Position = Annotated[int, Field(ge=0, le=100_000)]
"""The place in a list, from 0."""

Year = Annotated[int, Field(ge=1950, le=2200)]
"""A calendar year."""

Day = Annotated[date, Field(ge=date(EARLIEST_YEAR, 1, 1), le=date(LATEST_YEAR, 12, 31))]
"""A date; bounded, so that weeks and months before and after it are dates too."""

Moment = Annotated[time, AfterValidator(_without_zone)]
"""A time of day where the meeting is held."""


class Entity(BaseModel):
    """One thing the archive stores; frozen, so a change is always a new object through an operation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UUID = Field(default_factory=uuid4)
