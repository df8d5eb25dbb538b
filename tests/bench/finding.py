"""How long it takes to find words in all years and committees."""

from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from medreview.operations.archives import Archive, open_archive
from medreview.operations.search import search

LIMIT: Final = 0.05
"""Seconds from the key to what is found."""

_TYPED: Final = ("en", "aa", "vagt", "støj", "natte kolleger", "Aabenraa", "hjælpemiddel uden", "zqx")
"""Letters and words that stand everywhere, in many places, and nowhere."""


def slowest(path: Path, rounds: int) -> tuple[str, float]:
    """Return which of the words takes longest, and the median of its seconds after the first time."""
    with closing(open_archive(path, whole=False)) as archive:
        times = {typed: median([_seconds(archive, typed) for _ in range(rounds + 1)][1:]) for typed in _TYPED}
    return max(times.items(), key=lambda one: one[1])


def _seconds(archive: Archive, typed: str) -> float:
    begun = perf_counter()
    search(archive, typed)
    return perf_counter() - begun
