"""The example's story as data: every text in three languages, every date and year relative to today.

A story file is TOML. `{Y-1}` stands for last year, `{today+9}` for the day in nine days; a text is a table with
`da`, `sv` and `en`; a meeting or a decision that would fall on a weekend moves to the Monday after it.
"""

import re
import tomllib
from calendar import SATURDAY, SUNDAY
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any, Final

from medreview.domain.committee import Language

DAYS_TO_MEETING: Final = 9
"""How many days lie between today and this year's meeting."""

_PLACEHOLDER: Final = re.compile(r"\{(Y|today)([+-]\d+)?\}")
_ON_WORKING_DAYS: Final = ("held_on", "decided_on", "reasons_given_on", "on", "due")
_LANGUAGES: Final = set(Language)


@dataclass(frozen=True)
class Reader:
    """Reads story files for one language and one day."""

    language: Language
    today: date

    @property
    def year(self) -> int:
        """The year of the review that is being prepared: that of its meeting, even when today is in December."""
        return (self.today + timedelta(days=DAYS_TO_MEETING)).year

    def __call__(self, name: str) -> dict[str, Any]:
        """Return the story file of that name with its texts in the language and its dates as dates."""
        text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
        told: dict[str, Any] = self._told(tomllib.loads(_PLACEHOLDER.sub(self._moment, text)))
        return told

    def _moment(self, match: re.Match[str]) -> str:
        distance = int(match[2] or 0)
        if match[1] == "Y":
            return str(self.year + distance)
        return str(self.today + timedelta(days=distance))

    def _told(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            if value.keys() == _LANGUAGES:
                return value[self.language]
            return {key: self._told(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._told(inner) for inner in value]
        return _working_day(date.fromisoformat(value)) if name in _ON_WORKING_DAYS else value


def _working_day(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() in (SATURDAY, SUNDAY) else day
