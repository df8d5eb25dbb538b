"""Looking texts up in the catalogues and writing dates, times and numbers as the language does."""

import datetime as dt
import gettext
import string
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.resources import as_file, files
from typing import Final

from medreview.i18n import calendar_words, sentences, terms

LANGUAGES: Final = ("da", "sv", "en")


class Translator:
    """Everything written in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def tr(self, message: str, **params: object) -> str:
        """Return the text in this language, its `{names}` filled in."""
        return _fill(self._catalogue.gettext(message), params) if message else ""

    def ntr(self, one: str, many: str, count: int, **params: object) -> str:
        """Return the singular or plural text in this language, `{count}` and other `{names}` filled in."""
        return _fill(self._catalogue.ngettext(one, many, count), {"count": count, **params})

    def term(self, member: Enum) -> str:
        """Return the field's word for an enum member, for example *delvist nået*."""
        return self.term_of(terms.key_of(member))

    def term_of(self, key: str) -> str:
        """Return the field's word for a choice by its key, for example of `Outcome.PARTLY`."""
        return self.tr(terms.TERMS[key])

    def field(self, entity: str, name: str) -> str:
        """Return the label of an entity's field, for example of Goal and `criterion`."""
        return self.tr(terms.FIELDS[f"{entity}.{name}"])

    def refusal(self, code: str, **params: object) -> str:
        """Return a refusal's sentence."""
        return self.tr(sentences.REFUSALS[code], **params)

    def finding(self, code: str, **params: object) -> str:
        """Return a finding's sentence; enum members and dates among its parameters become words."""
        words = {name: self._in_words(value) for name, value in params.items()}
        return self.tr(sentences.FINDINGS[code], **words)

    def _in_words(self, value: object) -> object:
        match value:
            case Enum():
                return self.term(value)
            case dt.date():
                return self.date(value)
        return value

    def hint(self, code: str) -> str:
        """Return the advice for a goal that lacks this quality."""
        return self.tr(sentences.HINTS[code])

    def date(self, day: dt.date | None, *, weekday: bool = False) -> str:
        """Return a date in words: "22. november 2026"; an empty text for none."""
        return "" if day is None else calendar_words.date_in_words(day, self.language, weekday=weekday)

    def short_date(self, day: dt.date | None) -> str:
        """Return a date in figures as the language writes it: "22.11.2026" or "2026-11-22"."""
        return "" if day is None else calendar_words.date_in_figures(day, self.language)

    def time(self, moment: dt.time | None) -> str:
        """Return a time of day: "9.00" in Danish, "9:00" in English; an empty text for none."""
        return "" if moment is None else calendar_words.time_in_figures(moment, self.language)

    def number(self, value: Decimal | int | None, decimals: int | None = None, *, grouped: bool = True) -> str:
        """Return a number with the language's marks for decimals and, from 10000 on, thousands: "1.250.000,5".

        `decimals` None keeps those it has.
        """
        if value is None:
            return ""
        group = "," if grouped and abs(Decimal(value)) >= _GROUPED_FROM else ""
        text = f"{value:z{group}.{decimals}f}" if decimals is not None else f"{Decimal(value):z{group}f}"
        return text.translate(_MARKS[self.language])


_GROUPED_FROM: Final = 10_000
"""Shorter figures are read at a glance, and years are no amounts."""

_MARKS: Final = {
    "da": str.maketrans({"-": "−", ".": ",", ",": "."}),
    "sv": str.maketrans({"-": "−", ".": ",", ",": "\N{NO-BREAK SPACE}"}),
    "en": str.maketrans({"-": "−"}),
}

_current: Translator | None = None


def use(language: str) -> Translator:
    """Make this the language of the screens."""
    global _current
    _current = Translator(language)
    return _current


def current() -> Translator:
    """Return the translator of the screens; English until `use` was called."""
    return _current or use("en")


def tr(message: str, **params: object) -> str:
    """Return the text in the language of the screens."""
    return current().tr(message, **params)


def ntr(one: str, many: str, count: int, **params: object) -> str:
    """Return the singular or plural text in the language of the screens."""
    return current().ntr(one, many, count, **params)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    with as_file(files("medreview.i18n").joinpath(f"{language}.mo")) as path, path.open("rb") as file:
        return gettext.GNUTranslations(file)


def _fill(text: str, params: dict[str, object]) -> str:
    """Fill in `{names}`; user text in the parameters is never itself a template."""
    return string.Formatter().vformat(text, (), params) if params else text
