"""What is measured, always in pairs with what it is compared to, so that a busy machine is busy for both."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import sleep
from typing import Final

from medreview.domain.dossier import Dossier
from medreview.example import create_example
from medreview.operations import committees, reviews
from medreview.operations.archives import Archive, open_archive
from tests.bench import finding, formats
from tests.bench.many import GOAL_WORDS, create_many
from tests.bench.programs import app, bare
from tests.bench.terminal import Terminal

_F5, _ESCAPE, _TAB, _SHIFT_TAB, _END, _ENTER = "\x1b[15~", "\x1b", "\t", "\x1b[Z", "\x1b[F", "\r"
_REVIEW_SHOWN: Final = "0/9"
"""What the title bar says when a review is shown at its first step."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"

Times = tuple[float, ...]


@dataclass(frozen=True)
class Size:
    """How much is measured: rounds of starts, keys typed, and how many committees and years are many."""

    rounds: int
    keys: int
    committees: int
    years: int


FULL: Final = Size(rounds=11, keys=200, committees=60, years=10)
QUICK: Final = Size(rounds=1, keys=40, committees=5, years=4)


@dataclass(frozen=True)
class Figure:
    """One line of the table: seconds of the app, seconds of what it is compared to, their ratio and its limit."""

    name: str
    ours: float
    theirs: float
    ratio: float
    limit: float


def figures(folder: Path, size: Size) -> Iterator[Figure]:
    """Measure everything with archives made in this folder."""
    example = folder / "example.medreview"
    create_example(example, "da", date.today())
    yield from _starts(example, size.rounds)
    yield _typing(example, size.keys)
    few, many = folder / "few.medreview", folder / "many.medreview"
    create_many(few, committees=1, years=2)
    create_many(many, size.committees, size.years)
    yield from _sizes(few, many, size.rounds)
    word, seconds = finding.slowest(many, size.rounds)
    yield Figure(f"search, large archive: {word}", seconds, finding.LIMIT, seconds / finding.LIMIT, 1.0)
    yield from _formats(example, folder, size.rounds)


def _starts(example: Path, rounds: int) -> Iterator[Figure]:
    """From the command to the first frame, and to the home screen with its data."""
    goal = _goal_on_home(example)
    pairs = _in_pairs(lambda: _start(app(example), goal), lambda: _start(bare("bare_app"), "READY"), rounds)
    yield _compared("first frame", [(ours[0], theirs[0]) for ours, theirs in pairs], 1.5)
    yield _compared("home with data", [(ours[1], theirs[1]) for ours, theirs in pairs], 2.5)


def _start(program: Terminal, words: str) -> Times:
    with program as terminal:
        return tuple(terminal.wait_for(shown) - terminal.started for shown in ("", words))


def _sizes(few: Path, many: Path, rounds: int) -> Iterator[Figure]:
    """The home screen and a review in a large archive, against those in a small one."""
    pairs = _in_pairs(lambda: _visit(app(many)), lambda: _visit(app(few)), rounds)
    for index, name in enumerate(("home", "newest review", "oldest review")):
        yield _compared(f"{name}, large archive", [(ours[index], theirs[index]) for ours, theirs in pairs], 1.3)


def _visit(program: Terminal) -> Times:
    """Start, open the newest review, go home, open the oldest one at the end of the list of years, and go home."""
    with program as terminal:
        home = terminal.wait_for(GOAL_WORDS) - terminal.started
        terminal.idle(1)
        newest = _seconds(terminal, _F5, _REVIEW_SHOWN)
        _go_home(terminal)
        for key in (_SHIFT_TAB, _END):
            terminal.press(key)
            terminal.idle(0.2)
        oldest = _seconds(terminal, _ENTER, _REVIEW_SHOWN)
        _go_home(terminal)
    return home, newest, oldest


def _formats(example: Path, folder: Path, rounds: int) -> Iterator[Figure]:
    """All formats of a ten-page set of minutes against one second, and each format's share of the time."""
    measured = formats.seconds_by_format(example, folder, rounds)
    total = sum(measured.values())
    yield Figure("minutes in all formats", total, formats.LIMIT, total / formats.LIMIT, 1.0)
    for name, seconds in sorted(measured.items(), key=lambda one: -one[1]):
        yield Figure(f"  {name}, share", seconds, total, seconds / total, 1.0)


def _go_home(terminal: Terminal) -> None:
    terminal.idle(0.3)
    _seconds(terminal, _ESCAPE, GOAL_WORDS)
    terminal.idle(0.5)


def _seconds(terminal: Terminal, keys: str, words: str) -> float:
    """Press keys and return how long it took until the words were shown."""
    pressed = terminal.press(keys)
    return terminal.wait_for(words) - pressed


def _typing(example: Path, keys: int) -> Figure:
    """A key in a form until it is on the screen, 95 of 100 times, while what is typed is stored again and again."""
    archive = Path(shutil.copy(example, example.with_stem("typing")))
    _remember_step(archive, "cooperation")
    with app(archive) as form, bare("bare_input") as field:
        form.wait_for("5/9")
        field.wait_for("READY")
        form.idle(1.5)
        form.press(_TAB * 3)
        form.idle(0.3)
        typed = [(_type(form, number), _type(field, number)) for number in range(keys)]
    ours, theirs = (quantiles(times, n=20)[-1] for times in zip(*typed, strict=True))
    return Figure("key in a form, p95", ours, theirs, ours / theirs, 1.5)


def _type(terminal: Terminal, number: int) -> float:
    """Type the next letter, not in step with the program's own timers."""
    sleep(random.uniform(0.01, 0.03))  # noqa: S311 - nothing to keep secret
    letters = (_LETTERS * (number // len(_LETTERS) + 1))[: number + 1]
    return _seconds(terminal, letters[-1], letters[-3:])


def _in_pairs(ours: Callable[[], Times], theirs: Callable[[], Times], rounds: int) -> list[tuple[Times, Times]]:
    """Measure both in turn, first one and then the other first; the first round only warms up."""
    pairs = []
    for number in range(rounds + 1):
        first, second = (ours, theirs) if number % 2 else (theirs, ours)
        one, other = first(), second()
        pairs.append((one, other) if number % 2 else (other, one))
    return pairs[1:]


def _compared(name: str, pairs: list[tuple[float, float]], limit: float) -> Figure:
    """Return the medians of both, and the median of the ratios within each pair."""
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    return Figure(name, ours, theirs, median(one / other for one, other in pairs), limit)


def _goal_on_home(path: Path) -> str:
    """How the first goal on the home screen begins: what is shown when there is data."""
    with closing(open_archive(path)) as archive:
        dossier = _newest(archive)
    return " ".join(dossier.open_goals[0].text.split()[:3])


def _remember_step(path: Path, step: str) -> None:
    with closing(open_archive(path)) as archive:
        review = _newest(archive).review
        reviews.remember_place(archive, review.committee_id, review.id, step)


def _newest(archive: Archive) -> Dossier:
    """The newest review of the committee on which the archive opens."""
    place = reviews.last_place(archive)
    newest = committees.overview(archive, place[0]).newest if place else None
    if newest is None:
        raise LookupError("the archive opens on no review")
    return newest
