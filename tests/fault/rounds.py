"""A meeting that is written into the real program and killed at a random moment, round after round.

Each round opens the archive as the round before left it. The normal test run does a few rounds; many of them:
`MEDREVIEW_FAULT_ROUNDS=50 pytest -m fault`, or `python -m tests.fault.rounds 50`, which prints the figures.
"""

import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copy, rmtree
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Final

from medreview.domain.attendance import Presence
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Outcome
from medreview.example import create_example
from medreview.i18n import Translator
from medreview.operations import reviews, whereabouts
from medreview.operations.archives import open_archive
from medreview.tui.text import capitalised
from medreview.tui.widgets.field import STORE_WITHIN
from tests.fault.left import leave_at
from tests.fault.terminal import ENTER, ESCAPE, F4, F9, LONGEST, Terminal

ROUNDS: Final = int(os.environ.get("MEDREVIEW_FAULT_ROUNDS", "2"))
"""How many rounds a test does; the seeds count from 1, so that a round can be played again."""

GRACE: Final = 1.0
"""Seconds after which what was typed may not be lost any more."""

LASTS: Final = (0.3, 4.0)
"""Between how many seconds after its start the work of a round is cut off."""

IN_MIDST: Final = 0.5
"""How likely the kill of a round is aimed at the moment at which something is stored."""

_SAVED: Final = "Saved "
"""How the status cell says that something was stored, with the time."""

_WORDS: Final = Translator("en")
_PRESENCE: Final = {"1": Presence.PRESENT, "2": Presence.APOLOGY, "3": Presence.ABSENT}
_OUTCOME: Final = {"1": Outcome.MET, "3": Outcome.PARTLY, "4": Outcome.NOT_MET, "5": Outcome.TOO_EARLY}


@dataclass(frozen=True)
class Edit:
    """Something written, and when it was typed and seen on the screen (fair seconds since the start)."""

    where: Callable[[Dossier], str]
    what: str
    place: str
    """What a later digit in the same place replaces; empty where nothing is replaced."""
    typed: float
    seen: float
    was_saved: bool
    """Whether the status cell said so before; if not, and then it does, it means this edit or an earlier one."""

    def is_in(self, dossier: Dossier) -> bool:
        """Return whether the review holds it."""
        return self.what in self.where(dossier)


@dataclass(frozen=True)
class Outcomes:
    """What came of one round."""

    seed: int
    edits: int
    due: int
    """Edits that the status cell called saved or that are older than a second, the slowness of the machine allowed
    for: none of these may be lost."""
    lost: tuple[str, ...]
    """What of these is not in the archive."""
    in_midst: bool
    """Whether the kill struck while something was being stored."""


class Meeting:
    """Somebody who writes minutes, a seeded choice at a time, until the program is killed."""

    def __init__(self, terminal: Terminal, dossier: Dossier, seed: int) -> None:
        self.edits: list[Edit] = []
        self._terminal = terminal
        self._dossier = dossier
        self._chance = random.Random(seed)  # noqa: S311
        self._words = (f"w{seed}x{count}" for count in range(10_000))
        self._row = 0
        self.is_saved = False
        """Whether the status cell said so at the end."""

    def hold(self) -> float:
        """Write until the program is killed; return when that was."""
        until = self._terminal.now() + self._chance.uniform(*LASTS)
        deeds = (self._attend, self._judge, self._set_goal, self._decide, self._close)
        while self._terminal.now() < until:
            self._chance.choice(deeds)()
            self._terminal.look(min(self._chance.uniform(0, 0.4), max(0.0, until - self._terminal.now())))
        if self._chance.random() < IN_MIDST:
            self._close()
            self._terminal.look(STORE_WITHIN + self._chance.uniform(-0.05, 0.1))
        killed = self._terminal.now()
        self._terminal.kill(signal.SIGKILL)
        self.is_saved = self._terminal.shows(_SAVED)
        return killed

    def _go_to(self, step: str) -> None:
        self._terminal.type(F4)
        self._terminal.wait_for("Go to step")
        self._terminal.type(step)
        self._terminal.wait_for(f"{step}/9")
        self._terminal.settle()

    def _attend(self) -> None:
        """Note with a digit who is there, one member after the other."""
        self._go_to("1")
        row, digit = self._row, self._chance.choice(list(_PRESENCE))
        if row < 4:
            self._row += 1
            (member, _) = self._dossier.attendance_at(self._dossier.meetings[0])[row]
            said = f"{capitalised(_WORDS.term(_PRESENCE[digit]))}  {member.name}"
            self._write(digit, said, lambda one: _presence(one, row), _PRESENCE[digit].name, f"member {row}")

    def _judge(self) -> None:
        """Judge last year's first goal with a digit."""
        self._go_to("2")
        digit = self._chance.choice(list(_OUTCOME))
        said = f"{capitalised(_WORDS.term(_OUTCOME[digit]))}  {self._dossier.last_goals[0].text[:12]}"
        self._write(digit, said, _outcome, _OUTCOME[digit].name, "goal")

    def _set_goal(self) -> None:
        """Write into the text of a goal."""
        self._go_to("6")
        self._terminal.type(ENTER)
        self._terminal.settle()
        word = next(self._words)
        self._write(f"{word} ", word, lambda one: one.goals[0].text, word)

    def _decide(self) -> None:
        """Write a decision in its dialog."""
        self._go_to("8")
        self._terminal.type(F9)
        self._terminal.wait_for("Done (Esc)")
        self._terminal.settle()
        word = next(self._words)
        self._write(word, word, lambda one: " ".join(decision.text for decision in one.decisions), word)
        self._terminal.type(ESCAPE)
        self._terminal.wait_for("8/9")

    def _close(self) -> None:
        """Answer the first of the closing questions."""
        self._go_to("9")
        word = next(self._words)
        self._write(f"{word} ", word, lambda one: one.closing.how_we_cooperate, word)

    def _write(self, keys: str, echo: str, where: Callable[[Dossier], str], what: str, place: str = "") -> None:
        """Press keys and wait until the screen shows what became of them."""
        typed, was_saved = self._terminal.now(), self._terminal.shows(_SAVED)
        self._terminal.type(keys)
        self._terminal.wait_for(echo)
        self.edits.append(Edit(where, what, place, typed, self._terminal.now(), was_saved))


def play(archive: Path, home: Path, seed: int) -> Outcomes:
    """Open the archive, write, kill, and look what is in it."""
    before = stored(as_left(archive, home / "as-left"))
    with Terminal(archive, home, size=(100, 40)) as terminal:
        terminal.wait_for("/9" if seed == 1 else "Resumed at")
        wait_until_in_use(archive)
        meeting = Meeting(terminal, before, seed)
        killed = meeting.hold()
    left = as_left(archive, home / "as-left")
    in_midst = left.with_name(f"{left.name}-journal").exists()
    check_whole(left)
    return _outcomes(meeting, killed, seed, stored(left), in_midst)


def wait_until_in_use(archive: Path) -> None:
    """Wait until the program has noted that it has the archive, which it does behind the first screen."""
    until = monotonic() + LONGEST
    with closing(sqlite3.connect(archive)) as connection:
        while monotonic() < until:
            now = connection.execute("SELECT value FROM setting WHERE key = 'running'").fetchone()
            if now and now[0]:
                return
            sleep(0.05)


def as_left(archive: Path, folder: Path) -> Path:
    """Return a copy of the archive with the journal of a transaction that was cut short, so that the next start of
    the program finds both as the kill left them."""
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path in archive.parent.glob(f"{archive.name}*"):
        copy(path, folder)
    return folder / archive.name


def stored(archive: Path) -> Dossier:
    """Return the review at which the chair was last."""
    with closing(open_archive(archive)) as opened:
        place = whereabouts.last_place(opened)
        assert place is not None
        assert place[1] is not None
        return reviews.load(opened, place[1])


def check_whole(archive: Path) -> None:
    """Raise AssertionError where the database is not whole; SQLite itself takes back what a kill cut short."""
    with closing(sqlite3.connect(archive)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def _presence(dossier: Dossier, row: int) -> str:
    return dossier.attendance_at(dossier.meetings[0])[row][1].presence.name


def _outcome(dossier: Dossier) -> str:
    judged = dossier.evaluation_of(dossier.last_goals[0])
    return judged.outcome.name if judged else ""


def _outcomes(meeting: Meeting, killed: float, seed: int, dossier: Dossier, in_midst: bool) -> Outcomes:
    edits = meeting.edits
    slowest = max((edit.seen - edit.typed for edit in edits), default=0.0)
    promised = edits[:1] if meeting.is_saved and not edits[0].was_saved else []
    due = [edit for edit in edits if edit in promised or edit.seen < killed - GRACE - slowest]
    lost = tuple(edit.what for edit in due if not _is_kept(edit, edits, dossier))
    return Outcomes(seed, len(edits), len(due), lost, in_midst)


def _is_kept(edit: Edit, edits: Sequence[Edit], dossier: Dossier) -> bool:
    """Whether the archive has what was written, or what a later digit put in its place."""
    later = (one for one in edits if edit.place and one.place == edit.place and one.typed > edit.typed)
    return edit.is_in(dossier) or any(one.is_in(dossier) for one in later)


def main(rounds: int) -> None:
    """Play so many rounds and print what came of each."""
    played: list[Outcomes] = []
    with TemporaryDirectory() as folder:
        archive = Path(folder, "archive.medreview")
        create_example(archive, "en", date.today())
        leave_at(archive, "preparation")
        for seed in range(1, rounds + 1):
            played.append(play(archive, Path(folder), seed))
            print(played[-1], flush=True)  # noqa: T201
    edits, due, lost = (sum(one) for one in zip(*((one.edits, one.due, len(one.lost)) for one in played), strict=True))
    midst = sum(one.in_midst for one in played)
    print(f"{rounds} kills, {midst} in the midst of storing; {edits} edits, {due} of them due, {lost} of these lost")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
