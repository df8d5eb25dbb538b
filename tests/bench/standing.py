"""What the app holds and does while nobody touches it: memory and processor time, as the kernel counts them."""

from pathlib import Path
from typing import Final

from tests.bench.figure import Figure, Times, against, compared, in_pairs
from tests.bench.programs import app, bare
from tests.bench.terminal import Terminal

_LOADED: Final = 5.0
"""Seconds after which everything is loaded that is loaded by itself."""

_MOST_IDLE: Final = 0.01


def figures(archive: Path, rounds: int, seconds: float) -> list[Figure]:
    """Measure the memory against the bare app's, and the share of a processor in so many idle seconds."""
    pairs = in_pairs(lambda: _standing(app(archive), seconds), lambda: _standing(bare("bare_app"), seconds), rounds)
    idle = compared("", [(ours[1], 1.0) for ours, _ in pairs], 1.0).ours
    memory = compared("memory", [(ours[0], theirs[0]) for ours, theirs in pairs], 2.2, "MB")
    return [memory, against("idle", idle, _MOST_IDLE, "%")]


def _standing(program: Terminal, seconds: float) -> Times:
    """Return the bytes a program holds when it is loaded, and the share of a processor it then takes."""
    with program as terminal:
        terminal.idle(_LOADED)
        before = terminal.seconds_worked()
        terminal.idle(seconds)
        return terminal.bytes_held(), (terminal.seconds_worked() - before) / seconds
