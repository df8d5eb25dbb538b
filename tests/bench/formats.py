"""How long it takes to write a set of minutes in all formats, and the share of each."""

from contextlib import closing
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from medreview.domain.dossier import Dossier
from medreview.minutes import Choices, Kind
from medreview.operations.archives import Archive, open_archive
from medreview.operations.export import FORMATS, MAIL, export
from medreview.operations.selection import select_reviews

_ORDER: Final = (*(name for name in FORMATS if name != MAIL), MAIL)

LIMIT: Final = 1.0
"""Seconds for all formats together, after the first time."""


class _Watch:
    """Notes when each file was begun."""

    def __init__(self) -> None:
        self.marks: list[float] = []

    def note(self, _done: int = 0, _count: int = 0) -> None:
        """Note that something begins now."""
        self.marks.append(perf_counter())

    @property
    def laps(self) -> list[float]:
        """The seconds from each mark to the next."""
        return [after - before for before, after in pairwise(self.marks)]


def seconds_by_format(example: Path, folder: Path, rounds: int) -> dict[str, float]:
    """Return the median seconds of each format of the example's longest minutes, after the first time.

    The e-mail draft comes last, with the others in it, and has the writing of all files in its time.
    """
    with closing(open_archive(example)) as archive:
        longest = max(select_reviews(archive, None, None), key=lambda one: len(one.model_dump_json()))
        laps = [_laps(archive, longest, folder / str(number)) for number in range(rounds + 1)][1:]
    return {name: median(column) for name, column in zip(_ORDER, zip(*laps, strict=True), strict=True)}


def _laps(archive: Archive, dossier: Dossier, folder: Path) -> list[float]:
    watch = _Watch()
    export(
        archive,
        dossier,
        kind=Kind.MINUTES,
        formats=_ORDER,
        language="da",
        choices=Choices(discussion=True),
        folder=folder,
        say=watch.note,
    )
    watch.note()
    return watch.laps
