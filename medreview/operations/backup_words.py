"""Times and sizes of backups in words."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from medreview.i18n import current, tr

_UNITS: Final = ((10**9, "GB"), (10**6, "MB"))


def moment_words(at: datetime) -> str:
    """Return a date and time of day in the language of the screens."""
    words = current()
    return tr("{date} at {time}", date=words.date(at.date()), time=words.time(at.time()))


def size_words(size: int) -> str:
    """Return a number of bytes in MB or GB, with one decimal."""
    factor, unit = next((one for one in _UNITS if size >= one[0]), _UNITS[-1])
    return f"{current().number(Decimal(size) / factor, 1)} {unit}"
