"""Times and sizes of backups in words."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from medreview.i18n import current, tr

_MEGABYTE: Final = 1_000_000


def moment_words(at: datetime) -> str:
    """Return a date and time of day in the language of the screens."""
    words = current()
    return tr("{date} at {time}", date=words.date(at.date()), time=words.time(at.time()))


def size_words(size: int) -> str:
    """Return a number of bytes in MB, with a decimal below a hundred."""
    megabytes = Decimal(size) / _MEGABYTE
    return f"{current().number(megabytes, 1 if megabytes < 100 else 0)} MB"
