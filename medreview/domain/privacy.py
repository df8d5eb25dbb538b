"""Personal numbers in what is written: advice to take them out; nothing here blocks.

Danish: DDMMYY-XXXX, the year told by the seventh digit as the CPR office does; the checksum is not asked for, since
numbers given out from 2007 on need not have it. Swedish: YYMMDD-XXXX or YYYYMMDD-XXXX with its checksum (Luhn).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.wheel import WheelMatter

_BEFORE: Final = r"(?<![\w+])(?<![\w+][-/.,:])"
_AFTER: Final = r"(?!\w)(?![-/.,:]\w)"

_DANISH: Final = re.compile(rf"{_BEFORE}(\d\d)(\d\d)(\d\d)(?:( ?[-–] ?| )(\d{{4}})|(\d{{4}})){_AFTER}")
_SWEDISH: Final = re.compile(rf"{_BEFORE}(\d\d)?(\d\d)(\d\d)(\d\d)( ?[-–+] ?)?(\d{{4}}){_AFTER}")
_SERIAL: Final = re.compile(r"\d{4}")
"""What every number has, and few texts do: found in a fifth of the time."""

_OTHERWISE: Final = re.compile(
    r"\b(?:p-?(?:nr|nummer|number)|cvr|ean|gln|tlf|telefon|tel|mobil|mobile|phone|sag|sags\w+|dnr|diarie\w+|case|"
    r"faktura\w*|invoice|konto\w*|account|bestillings\w+|ordre\w*|order)\b[^\d\n]{0,12}$",
    re.IGNORECASE,
)
"""What stands before ten digits in a row that are no personal number."""

_SWEDISH_MOBILE: Final = ("070", "072", "073", "076", "079")
_WEIGHTS: Final = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


@dataclass(frozen=True)
class Place:
    """A field in which a personal number may stand."""

    entity: Entity
    field: str
    step: str

    @property
    def key(self) -> str:
        """What tells this field from every other."""
        return f"{self.entity.id.hex}.{self.field}"


def has_personal_number(text: str) -> bool:
    """Return whether something in the text looks like a Danish or Swedish personal number."""
    if not _SERIAL.search(text):
        return False
    return any(map(_is_danish, _DANISH.finditer(text))) or any(map(_is_swedish, _SWEDISH.finditer(text)))


def places(dossier: Dossier, matters: Iterable[WheelMatter] = ()) -> tuple[Place, ...]:
    """Return the fields of a review in which a personal number may stand, in the order of its steps.

    After them come those of the `matters` of the annual wheel.
    """
    found = [
        Place(entity, field, step_of(part, entity))
        for part, entity in (*_entities(dossier), *((WHEEL, matter) for matter in matters))
        for field, value in entity
        if isinstance(value, str) and has_personal_number(value)
    ]
    order = {step: number for number, step in enumerate(dict.fromkeys(_STEPS.values()))}
    return tuple(sorted(found, key=lambda place: order.get(place.step, len(order))))


WHEEL: Final = "wheel"
"""In the place of a step: the annual wheel."""

FOLLOW_UP: Final = "follow_up"
"""In the place of a step: what is noted between the meetings and no review has looked back on yet."""

_STEPS: Final = {
    "committee": "preparation",
    "members": "preparation",
    "preparation": "preparation",
    "meetings": "preparation",
    "agenda": "preparation",
    "attendance": "attendance",
    "guests": "attendance",
    "timed_lines": "attendance",
    "time_spans": "attendance",
    "last_goals": "look_back",
    "evaluations": "look_back",
    "follow_ups": "look_back",
    "status": "status",
    "indicators": "status",
    "figures": "status",
    "content": "content",
    "focus_areas": "content",
    "cooperation": "cooperation",
    "planned_meetings": "cooperation",
    "goals": "goals",
    "activities": "goals",
    "later_follow_ups": FOLLOW_UP,
    "expertise": "expertise",
    "training": "expertise",
    "decisions": "decisions",
    "actions": "decisions",
    "disagreements": "decisions",
    "raised_matters": "decisions",
    "closing": "closing",
    "review": "closing",
    "addenda": "closing",
    WHEEL: WHEEL,
}
"""The step in which each part of a review is written."""


def step_of(part: str, entity: Entity) -> str:
    """Return the step in which an entity of that part of a review is written."""
    return str(getattr(entity, "step", "")) if part == "notes" else _STEPS.get(part, "closing")


def _entities(dossier: Dossier) -> Iterator[tuple[str, Entity]]:
    for part, held in dossier:
        for entity in held if isinstance(held, tuple) else (held,):
            yield part, entity


def _is_danish(match: re.Match[str]) -> bool:
    day, month, year, _, after_mark, in_a_row = match.groups()
    serial = after_mark or in_a_row
    if not _is_date(_danish_year(int(year), int(serial[0])), int(month), int(day)):
        return False
    if after_mark:
        return True
    digits = match[0]
    if digits.startswith(_SWEDISH_MOBILE) and not _has_danish_checksum(digits):
        return False
    return _OTHERWISE.search(match.string[: match.start()]) is None


def _danish_year(year: int, seventh: int) -> int:
    """Return the year of birth in full: the seventh digit tells the century."""
    if seventh <= 3:
        return 1900 + year
    if seventh in (4, 9):
        return (2000 if year <= 36 else 1900) + year
    return (2000 if year <= 57 else 1800) + year


def _has_danish_checksum(digits: str) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _is_swedish(match: re.Match[str]) -> bool:
    century, year, month, day, mark, serial = match.groups()
    if not mark and not century:  # ten digits in a row are telephone numbers, too
        return False
    if century and century not in ("18", "19", "20"):
        return False
    in_full = int(f"{century or '20'}{year}")
    born = int(day) - 60 if int(day) > 60 else int(day)  # 60 more in a coordination number
    return _is_date(in_full, int(month), born) and _luhn(f"{year}{month}{day}{serial}")


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
