"""Symbol, word and colour together: nothing on a screen is said by colour alone.

A state is known here by the key of its word, `Outcome.MET`, so that home can be shown before the models are loaded.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from textual.content import Content

from medreview.i18n import current
from medreview.i18n.terms import key_of
from medreview.tui.text import capitalised

MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "Presence.UNKNOWN": ("–", "$muted"),
    "Presence.PRESENT": ("√", "$good"),
    "Presence.APOLOGY": ("○", "$warn"),
    "Presence.ABSENT": ("×", "$bad"),
    "Outcome.NOT_ASSESSED": ("–", "$muted"),
    "Outcome.MET": ("√", "$good"),
    "Outcome.MET_EARLY": ("√", "$good"),
    "Outcome.PARTLY": ("≈", "$warn"),
    "Outcome.NOT_MET": ("×", "$bad"),
    "Outcome.TOO_EARLY": ("…", "$muted"),
    "Outcome.DROPPED": ("–", "$muted"),
    "ActionStatus.OPEN": ("○", "$warn"),
    "ActionStatus.STARTED": ("≈", "$warn"),
    "ActionStatus.DONE": ("√", "$good"),
    "ActionStatus.DROPPED": ("–", "$muted"),
    "Course.NOT_SAID": ("–", "$muted"),
    "Course.ON_TRACK": ("►", "$good"),
    "Course.BEHIND": ("!", "$warn"),
    "Course.STUCK": ("×", "$bad"),
    "Course.DONE": ("√", "$good"),
    "StepState.EMPTY": ("○", "$muted"),
    "StepState.CARRIED_OVER": ("»", "$warn"),
    "StepState.ANSWERED": ("√", "$good"),
    "StepState.NOTHING_TO_NOTE": ("–", "$text"),
    "StepState.POSTPONED": ("…", "$warn"),
    "Coverage.COVERED": ("√", "$good"),
    "Coverage.NOTHING_TO_NOTE": ("–", "$muted"),
    "Coverage.POSTPONED": ("…", "$bad"),
    "Coverage.NOT_COVERED": ("○", "$bad"),
}


def mark_of(member: Enum) -> tuple[str, str]:
    """Return a state's symbol and its colour."""
    return MARKS[key_of(member)]


def marked(member: Enum) -> Content:
    """Return a state as symbol and word, for example "√ Met"."""
    return marked_as(key_of(member))


def marked_as(key: str) -> Content:
    """Return the state with that key as symbol and word."""
    symbol, colour = MARKS[key]
    return Content.styled(f"{symbol} {capitalised(current().term_of(key))}", colour)
