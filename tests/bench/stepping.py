"""Opening the steps of a review and coming back to them, against bare forms of the same widgets."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.figure import Figure, against, compared, p95
from tests.bench.places import remember_step
from tests.bench.programs import app, bare, environment
from tests.bench.terminal import Terminal

_NEXT, _BACK = "\x0e", "\x02"
_AGAIN: Final = 0.06
"""Seconds after which a step that has been shown before stands there again."""

_SILENCE: Final = 0.45
"""Seconds without output after which everything is drawn."""


def figures(archive: Path, steps: int, rounds: int) -> Iterator[Figure]:
    """Measure with an archive that opens at home; afterwards it opens at the first step of its newest review."""
    forms = archive.with_name("forms.json")
    command = [sys.executable, "-m", "tests.bench.widget_trees", str(archive)]
    forms.write_text(
        subprocess.run(
            command, env=environment(archive.parent), capture_output=True, text=True, check=True, timeout=60
        ).stdout
    )
    remember_step(archive, "preparation")
    forward: list[list[tuple[float, float]]] = []
    again: list[tuple[float, float, float]] = []
    for _ in range(rounds):
        with ExitStack() as stack:
            programs = app(archive), bare("bare_form", str(forms)), bare("bare_screens")
            ours, theirs, empty = (stack.enter_context(one) for one in programs)
            for terminal in (ours, theirs, empty):
                terminal.idle(2.5)
            forward.append([(_shown(ours, _NEXT), _shown(theirs, _NEXT)) for _ in range(steps)])
            again += [(_shown(ours, _BACK), _shown(theirs, _BACK), _shown(empty, _BACK)) for _ in range(steps)]
    yield _opening(forward)
    yield _coming_back(again)


def _coming_back(again: list[tuple[float, float, float]]) -> Figure:
    """Return the figure of steps that were shown before, with what the least there is costs: an empty screen."""
    ours, forms, screens = zip(*again, strict=True)
    medians = f"medians {median(ours) * 1000:.0f} ms, of an empty screen {median(screens) * 1000:.0f}"
    remark = f"{medians}, of the bare forms {median(forms) * 1000:.0f}"
    return against("a step again, p95", p95(ours), _AGAIN, remark=remark)


def _opening(rounds: list[list[tuple[float, float]]]) -> Figure:
    """Return the figure of all steps, with the step that is slowest for what is in it."""
    by_step = [[one / other for one, other in pairs] for pairs in zip(*rounds, strict=True)]
    ratios = [median(of_step) for of_step in by_step]
    worst = max(range(len(ratios)), key=lambda number: ratios[number])
    pairs = [pair for of_round in rounds for pair in of_round]
    return replace(
        compared("opening a step", pairs, 1.3), remark=f"step {worst + 1} is the slowest for it: {ratios[worst]:.2f}"
    )


def _shown(terminal: Terminal, key: str) -> float:
    """Press a key and return how long it took until nothing more was drawn."""
    pressed = terminal.press(key)
    return terminal.settle(_SILENCE) - pressed
