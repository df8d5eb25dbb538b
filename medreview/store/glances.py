"""What home showed last, kept for the next start, as long as it is still true."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from functools import partial
from types import NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints
from uuid import UUID

from medreview.domain.cleaning import clean_text
from medreview.domain.glance import Glance, GoingKey, StepKey, YearKey
from medreview.i18n import LANGUAGES
from medreview.i18n.terms import TERMS
from medreview.store import journal, settings
from medreview.store.session import Session

_KEY: Final = "home"

_FIGURE: Final = re.compile(r"-?\d{1,13}(\.\d{1,6})?")


def _key_of(*kinds: str) -> Callable[[str], str]:
    """Return what reads the key of a word of these kinds; LookupError where it is none of them."""

    def read(text: str) -> str:
        if TERMS[text] and text.split(".")[0] in kinds:
            return text
        raise LookupError(text)

    return read


def _figure(text: str) -> Decimal:
    """Return a figure; ValueError where no entity could hold it: to write it in full might take the whole memory."""
    if not _FIGURE.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _written(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


_READERS: Final[Mapping[Any, Any]] = {
    YearKey: _key_of("State"),
    StepKey: _key_of("StepState"),
    GoingKey: _key_of("Course", "Outcome"),
    str: clean_text,
    int: int,
    UUID: UUID,
    Decimal: _figure,
    date: date.fromisoformat,
    time: time.fromisoformat,
}
"""How the values are read that JSON has as text."""


def keep(session: Session, glance: Glance, as_of: journal.Mark) -> None:
    """Keep what home showed of a committee as it was at `as_of`, where nothing was stored since."""
    if as_of != journal.mark_of(session.connection):
        return
    text = json.dumps([as_of, glance], default=_written, ensure_ascii=False)
    if text != settings.get(session, _KEY):
        settings.note(session, _KEY, text)


def kept(session: Session, committee_id: UUID) -> Glance | None:
    """Return what home shows of a committee; None where that is not known, or something was stored since."""
    text = settings.get(session, _KEY)
    try:
        as_of, found = json.loads(text or "[]")
        if tuple(as_of) != journal.mark_of(session.connection):
            return None
        glance: Glance = _read(Glance, found)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None  # another program wrote it, or an earlier version of this one
    return glance if glance.committee_id == committee_id else None


def forget(session: Session) -> None:
    """Forget what home showed."""
    settings.forget(session, _KEY)


def _read(kind: Any, value: Any) -> Any:
    """Return a value of JSON as what it was before."""
    if hasattr(kind, "_fields"):
        return kind(*(_read(*one) for one in zip(get_type_hints(kind).values(), value, strict=True)))
    if get_origin(kind) is tuple:
        return tuple(map(partial(_read, get_args(kind)[0]), value))
    if get_origin(kind) is Mapping:
        return {language: clean_text(value[language]) for language in LANGUAGES}
    if NoneType in get_args(kind):
        return None if value is None else _read(next(one for one in get_args(kind) if one is not NoneType), value)
    return _READERS[kind](value)
