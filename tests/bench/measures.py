"""What is measured, always in pairs with what it is compared to, so that a busy machine is busy for both."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median
from time import sleep
from typing import Final

from medreview.example import create_example
from tests.bench import finding, formats, standing, stepping
from tests.bench.figure import Figure, Times, against, compared, in_pairs, slowest
from tests.bench.many import GOAL_WORDS, create_many
from tests.bench.places import goal_on_home, remember_step
from tests.bench.programs import app, bare, environment
from tests.bench.terminal import Terminal
from tests.bench.watcher import LONGEST

_F5, _ESCAPE, _TAB, _SHIFT_TAB, _END, _ENTER = "\x1b[15~", "\x1b", "\t", "\x1b[Z", "\x1b[F", "\r"
_DOWN, _UP = "\x1b[B", "\x1b[A"
_REVIEW_SHOWN: Final = "0/9"
"""What the title bar says when a review is shown at its first step."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Size:
    """How much is measured: rounds of starts, keys typed, and how many committees and years are many."""

    rounds: int
    keys: int
    committees: int
    years: int
    steps: int = 9
    seconds: float = 10
    """Seconds in which it is watched doing nothing."""


FULL: Final = Size(rounds=11, keys=200, committees=60, years=10)
QUICK: Final = Size(rounds=1, keys=40, committees=5, years=4, steps=2, seconds=1)


def figures(folder: Path, size: Size) -> Iterator[Figure]:
    """Measure everything with archives made in this folder."""
    example = folder / "example.medreview"
    create_example(example, "da", date.today())
    few, many = folder / "few.medreview", folder / "many.medreview"
    create_many(few, committees=1, years=2)
    create_many(many, size.committees, size.years)
    yield from _starts(example, size.rounds)
    yield _typing(_copy(example, "typing"), size.keys)
    yield _choosing(_copy(few, "choosing"), size.keys)
    yield from stepping.figures(_copy(example, "stepping"), size.steps, max(1, size.rounds // 2))
    yield from standing.figures(example, max(1, size.rounds // 4), size.seconds)
    yield _meeting(_copy(example, "meeting"), max(1, size.rounds // 4), size.steps + 1)
    yield from _sizes(few, many, size.rounds, 1.3)
    word, seconds = finding.slowest(many, size.rounds)
    yield against(f"search, large archive: {word}", seconds, finding.LIMIT)
    count, seconds = finding.learned(many, size.rounds)
    yield against(f"learned points, large archive: {count}", seconds, finding.LIMIT_OF_LIST)
    yield from _formats(example, folder, size.rounds)


def figures_of_the_largest(folder: Path) -> Iterator[Figure]:
    """Measure an archive of 500 committees and 20 years, whose making takes minutes and 600 MB."""
    few, many = folder / "few.medreview", folder / "largest.medreview"
    create_many(few, committees=1, years=2)
    create_many(many, committees=500, years=20)
    yield from _sizes(few, many, FULL.rounds, 1.6)


def _copy(archive: Path, name: str) -> Path:
    return Path(shutil.copy(archive, archive.with_stem(name)))


def _starts(example: Path, rounds: int) -> Iterator[Figure]:
    """From the command to the first frame, and to the home screen with its data, as it was left.

    Where it is not as it was left, because another program or a crash changed something, all has to be read before.
    """
    goal = goal_on_home(example)
    changed, left = _copy(example, "changed"), _copy(example, "left")
    anew = in_pairs(lambda: _start(app(changed), goal), lambda: _start(bare("bare_app"), "READY"), max(1, rounds // 3))
    with app(left) as terminal:
        terminal.wait_for(goal)
        terminal.idle(1)
        terminal.leave()
    pairs = in_pairs(lambda: _start(app(left), goal), lambda: _start(bare("bare_app"), "READY"), rounds)
    yield compared("first frame", [(ours[0], theirs[0]) for ours, theirs in pairs], 1.2)
    remark = f"read anew: {median(ours[1] / theirs[1] for ours, theirs in anew):.2f}"
    yield replace(compared("home with data", [(ours[1], theirs[1]) for ours, theirs in pairs], 1.6), remark=remark)


def _start(program: Terminal, words: str) -> Times:
    with program as terminal:
        return tuple(terminal.wait_for(shown) - terminal.started for shown in ("", words))


def _sizes(few: Path, many: Path, rounds: int, limit: float) -> Iterator[Figure]:
    """The home screen and a review in a large archive, against those in a small one."""
    pairs = in_pairs(lambda: _visit(app(many)), lambda: _visit(app(few)), rounds)
    for index, name in enumerate(("home", "newest review", "oldest review")):
        yield compared(f"{name}, large archive", [(ours[index], theirs[index]) for ours, theirs in pairs], limit)


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
    yield against("minutes in all formats", total, formats.LIMIT)
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


def _typing(archive: Path, keys: int) -> Figure:
    """A key in a form until it is on the screen, 95 of 100 times, while what is typed is stored again and again."""
    remember_step(archive, "cooperation")
    with app(archive) as form, bare("bare_input") as field:
        form.wait_for("5/9")
        field.wait_for("READY")
        form.idle(3)
        form.press(_TAB * 3)
        form.idle(0.3)
        typed = [(_type(form, number), _type(field, number)) for number in range(keys)]
    return slowest("key in a form, p95", typed, 1.5)


def _type(terminal: Terminal, number: int) -> float:
    """Type the next letter."""
    _wait()
    letters = (_LETTERS * (number // len(_LETTERS) + 1))[: number + 1]
    return _seconds(terminal, letters[-1], letters[-3:])


def _choosing(archive: Path, keys: int) -> Figure:
    """An arrow in the list of goals until the screen follows, 95 of 100 times; the form below shows the chosen goal."""
    remember_step(archive, "goals")
    with ExitStack() as stack:
        ours, theirs = (stack.enter_context(one) for one in (app(archive), bare("bare_list")))
        for terminal in (ours, theirs):
            terminal.idle(3)
        chosen = [(_choose(ours, number), _choose(theirs, number)) for number in range(keys // 2)]
    return slowest("key in a list, p95", chosen, 1.5)


def _choose(terminal: Terminal, number: int) -> float:
    """Go down a list and up again."""
    terminal.idle(0.15)
    _wait()
    return _seconds(terminal, _DOWN if number // 4 % 2 == 0 else _UP, "")


def _wait() -> None:
    """Do nothing for a moment, not in step with the program's own timers."""
    sleep(random.uniform(0.01, 0.03))  # noqa: S311 - nothing to keep secret


def _meeting(archive: Path, rounds: int, steps: int) -> Figure:
    """The longest block of the event loop in a whole meeting: of several meetings the middle one."""
    held = sorted((_longest_block(_copy(archive, f"meeting {number}"), steps) for number in range(rounds)), key=_length)
    seconds, what = held[len(held) // 2]
    return against("longest block in a meeting", seconds, LONGEST, remark=what)


def _length(block: tuple[float, str]) -> float:
    return block[0]


def _longest_block(archive: Path, steps: int) -> tuple[float, str]:
    command = [sys.executable, "-m", "tests.bench.meeting", str(archive), str(steps)]
    told = subprocess.run(command, env=environment(archive.parent), capture_output=True, check=True, timeout=600).stdout
    blocks = json.loads(told)
    over = sum(block["seconds"] > LONGEST for block in blocks)
    longest = max(blocks, key=lambda block: float(block["seconds"]))
    worked = f"{longest['worked'] * 1000:.0f} ms at work; {over} blocks over {LONGEST * 1000:.0f} ms"
    return longest["seconds"], f"{worked}; {longest['what']}: {longest['where']}"
