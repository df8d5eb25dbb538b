"""How long it takes to find words, and what others can learn, in all years and committees."""

from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from medreview.domain.learned import matching
from medreview.operations import learning
from medreview.operations.archives import Archive, open_archive
from medreview.operations.search import search

LIMIT: Final = 0.05
"""Seconds from the key to what is found."""

LIMIT_OF_LIST: Final = 0.1
"""Seconds until a list of all committees is there to be read."""

_TYPED: Final = ("en", "aa", "vagt", "støj", "natte kolleger", "Aabenraa", "hjælpemiddel uden", "zqx")
"""Letters and words that stand everywhere, in many places, and nowhere."""


def slowest(path: Path, rounds: int) -> tuple[str, float]:
    """Return which of the words takes longest, and the median of its seconds after the first time."""
    with closing(open_archive(path, whole=False)) as archive:
        times = {typed: median([_seconds(archive, typed) for _ in range(rounds + 1)][1:]) for typed in _TYPED}
    return max(times.items(), key=lambda one: one[1])


def learned(path: Path, rounds: int) -> tuple[int, float]:
    """Return how many learned points there are, and the median of the seconds to read them and find among them."""
    with closing(open_archive(path, whole=False)) as archive:
        times = [_seconds_for_points(archive) for _ in range(rounds + 1)][1:]
        return len(learning.learned(archive)), median(times)


def _seconds_for_points(archive: Archive) -> float:
    begun = perf_counter()
    matching(learning.learned(archive), "vise øv")
    return perf_counter() - begun


def _seconds(archive: Archive, typed: str) -> float:
    begun = perf_counter()
    search(archive, typed)
    return perf_counter() - begun
