"""Advice while a goal is written: what makes it easy to follow and to judge; nothing here blocks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from medreview.domain.goal import Activity, Goal

FEWEST_WORDS: Final = 3
MOST_WORDS: Final = 60

_WISHING: Final = """
    bedre bedst mere mindre øge øget øges styrke styrket styrkes forbedre forbedret forbedres fokus god godt gode
    fremme optimere løfte sænke nedbringe
    bättre bäst mer mera mindre öka ökad ökas stärka stärkt stärks förbättra förbättrad förbättras bra gott goda
    främja optimera höja sänka minska
    better best more less improve improved increase increased strengthen strengthened focus good promote optimise
    enhance raise lower reduce
"""

VAGUE: Final = frozenset(_WISHING.split())
"""Words in Danish, Swedish and English that wish for more or less of something without saying how much."""


@dataclass(frozen=True)
class Hint:
    """One quality of a goal, by its code, and whether the goal has it."""

    code: str
    satisfied: bool


def hints(goal: Goal, activities: Iterable[Activity], has_focus_areas: bool) -> tuple[Hint, ...]:
    """Return the qualities of a goal; `linked` only where there are focus areas to link to."""
    found = {
        "clear": _is_clear(goal),
        "measurable": _is_measurable(goal),
        "responsible": bool(goal.responsible),
        "deadline": _has_time_left(goal),
        "activities": any(activity.what.strip() for activity in activities),
    }
    if has_focus_areas:
        found["linked"] = goal.focus_area_id is not None
    return tuple(Hint(code, satisfied) for code, satisfied in found.items())


def _has_time_left(goal: Goal) -> bool:
    """A goal carried on needs a deadline of its own: last year's has passed or is about to."""
    if goal.runs_until is None:
        return False
    return goal.predecessor_id is None or goal.runs_until.year > goal.year


def _is_measurable(goal: Goal) -> bool:
    return goal.target is not None or bool(goal.criterion.strip())


def _is_clear(goal: Goal) -> bool:
    words = re.findall(r"\w+", goal.text.casefold())
    return FEWEST_WORDS <= len(words) <= MOST_WORDS and (_says_how_much(goal) or VAGUE.isdisjoint(words))


def _says_how_much(goal: Goal) -> bool:
    return _is_measurable(goal) or any(character.isdigit() for character in goal.text)
