"""A language that nobody speaks: the English texts two fifths longer, with accents, between marks.

A text that does not carry the marks was never translated; one that lost its end was cut off.
"""

import gettext
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Collapsible, Input, OptionList, Select, Static

from medreview.domain.template import Wording
from medreview.i18n import calendar_words, translator
from medreview.tui.widgets.bars import Where
from medreview.tui.widgets.listing import RowList
from medreview.tui.widgets.tick import Tick

BEGIN: Final = "«"
END: Final = "»"

_ACCENTED: Final = str.maketrans({"a": "áà", "e": "éè", "i": "íì", "o": "óò", "u": "úù", "y": "ýÿ", "c": "ç", "n": "ñ"})
_WORD: Final = re.compile(r"\b[^\W\d_]{2,}\b(?!…)")
_FINGERPRINT: Final = re.compile(r"(\b[0-9a-f]{4}\b\s*){8,}")
"""A SHA-256 in groups, of which some happen to have letters only."""
_SAME_EVERYWHERE: Final = {
    "Ctrl",
    "Esc",
    "Enter",
    "Tab",
    "Delete",
    "medreview",
    "GB",
    "AA",
    "Dansk",
    "Svenska",
    "English",
}
"""Keys, units, the numbers of duties, and what languages call themselves."""
_DOCUMENTS: Final = frozenset({"text"})
"""What shows a document in its own language."""


def pseudo(text: str) -> str:
    """Return the text in the language that nobody speaks; `{names}` stay as they are."""
    parts = re.split(r"(\{[^}]*\})", text)
    return BEGIN + "".join(part if part.startswith("{") else part.translate(_ACCENTED) for part in parts) + END


class _Pseudo(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


@contextmanager
def speaking_pseudo() -> Iterator[None]:
    """Let English be the language that nobody speaks, on the screens and in the agenda template."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(translator, "_catalogue", lambda _language: _Pseudo())
        patch.setattr(Wording, "in_language", lambda wording, _language: pseudo(wording.en))
        yield


def words_of_archive(path: Path) -> set[str]:
    """Return every word that stands anywhere in an archive."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = (row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"'))  # noqa: S608
        return words(str(value) for row in rows for value in row)


def words_of_calendar() -> set[str]:
    """Return the words in which English writes dates."""
    months = calendar_words._MONTHS["en"]
    return words([*months, *(month[:3] for month in months), *calendar_words._WEEKDAYS["en"]])


def words(texts: Iterable[str]) -> set[str]:
    """Return the words of texts."""
    return {word for text in texts for word in _WORD.findall(text)}


def untranslated(screen: Screen[Any], known: set[str]) -> Iterator[str]:
    """Yield what is shown on a screen without marks and is no word that somebody wrote."""
    for widget, text in _texts(screen):
        if isinstance(widget, Where) or widget.id in _DOCUMENTS:
            continue
        if unknown := words([outside_marks(_FINGERPRINT.sub("", text))]) - known - _SAME_EVERYWHERE:
            yield f"{type(widget).__name__}: {sorted(unknown)} in {text[:90]!r}"


def outside_marks(text: str) -> str:
    """Return what stands outside every pair of marks."""
    depth, kept = 0, []
    for letter in text:
        depth += letter == BEGIN
        if depth <= 0:
            kept.append(letter)
        depth -= letter == END and depth > 0
    return "".join(kept)


def cut_off(screen: Screen[Any]) -> Iterator[str]:
    """Yield what of the program's own words in lists, inputs and titles ends before its mark.

    Rows of records and commands may: of the chosen one everything stands in full below.
    """
    for widget in screen.query("*"):
        width = widget.content_size.width
        if not widget.region.area:
            continue
        if isinstance(widget, OptionList) and not isinstance(widget, RowList) and not getattr(screen, "TELLS", False):
            if widget.styles.text_wrap == "nowrap":
                lines = [line for option in widget.options for line in str(option.prompt).splitlines()]
                yield from (f"row {line!r}" for line in lines if line.find(BEGIN) < width <= line.rfind(END))
        elif isinstance(widget, Input) and BEGIN in widget.placeholder and len(widget.placeholder) > width:
            yield f"placeholder {widget.placeholder!r}"
        if widget.border_title and Content(str(widget.border_title)).cell_length > widget.region.width - 4:
            yield f"title {widget.border_title!r}"


def _texts(screen: Screen[Any]) -> Iterator[tuple[Widget, str]]:
    for widget in screen.query("*"):
        match widget:
            case Static():
                yield widget, str(widget.content)
            case OptionList():
                yield from ((widget, str(option.prompt)) for option in widget.options)
            case Tick():
                yield widget, widget._words
            case Collapsible():
                yield widget, str(widget.title)
            case Input():
                yield widget, widget.placeholder
            case Select():
                yield widget, widget.prompt
            case _:
                yield widget, str(widget.border_title or "")
