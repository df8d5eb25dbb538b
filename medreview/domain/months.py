"""The months of a year."""

from typing import Final

MONTHS: Final = range(1, 13)
