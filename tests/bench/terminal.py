"""A program in a pseudo-terminal, with the moment at which words appear on its screen."""

import fcntl
import os
import re
import select
import struct
import subprocess
import termios
from codecs import getincrementaldecoder
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Final, Self

LONGEST: Final = 30.0
"""Seconds until a measurement is given up."""

_ROWS, _COLUMNS = 40, 120

_ESCAPE: Final = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^X].*?(?:\x1b\\|\x07)|[ -/]*[0-OQ-WYZ\\`-~=>])|[\x00-\x1a]", re.DOTALL
)
_MODE_QUERY: Final = re.compile(r"\x1b\[\?(\d+)\$p")
_MOVE: Final = re.compile(r"\x1b\[(\d+);\d+H")
_CURSOR: Final = 3
"""Rows of a frame in which nothing but a cursor blinks: up to two of a text, and where the terminal's own one stays."""

_FRAMES: Final = "2026"
"""The mode in which a terminal shows a frame only when it is complete (synchronised output)."""

_FRAME: Final = re.compile(rf"(?=\x1b\[\?{_FRAMES}h)")


class Terminal:
    """A program in a terminal of 120 × 40; moments are seconds of `time.monotonic`.

    A piece of output is stamped when it is read. Queries are answered at once, so that the program never waits for
    this end; words count as shown when the frame that holds them is complete.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")
        self._half = ""
        """An escape sequence of which the end is still to come."""
        self._in_frame = False
        self._rows: set[str] = set()
        """The rows in which the frame that came last, or comes now, draws."""
        self._shown = ""
        self._stamp = 0.0
        self._drawn = 0.0
        """When something larger than a cursor was drawn last."""
        self._is_turned = False
        """Whether more than half of the screen was drawn since a key was pressed."""
        self.started = monotonic()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=True
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def press(self, keys: str) -> float:
        """Press keys and return the moment; what was shown before counts no more."""
        self.idle(0)
        self._shown, self._drawn, self._is_turned = "", 0.0, False
        moment = monotonic()
        os.write(self._master, keys.encode())
        return moment

    def wait_for(self, words: str) -> float:
        """Wait until these words are shown, any words where they are empty, and return the moment.

        Raises:
            TimeoutError: they never were; what was shown is in the message.
        """
        until = monotonic() + LONGEST
        while self._in_frame or not (words in self._shown if words else self._shown.strip()):
            if monotonic() > until or (self._has_output(LONGEST) and not self._read()):
                raise TimeoutError(f"{words!r} is not in {self._shown!r}")
        return self._stamp

    def idle(self, seconds: float) -> None:
        """Take in what the program writes for so long."""
        until = monotonic() + seconds
        while self._has_output(max(0.0, until - monotonic())) and self._read():
            pass

    def leave(self) -> None:
        """Close the program by its key and wait until it has ended."""
        self.press("\x11")
        while self._read():
            pass
        self._process.wait(LONGEST)

    def settle(self, silence: float) -> float:
        """Wait until another screen is there and nothing was drawn for so many seconds, blinking apart.

        Return when the last frame was complete.
        """
        until = monotonic() + LONGEST
        while self._in_frame or not self._is_turned or monotonic() - self._drawn < silence:
            if monotonic() > until or (self._has_output(silence / 4) and not self._read()):
                raise TimeoutError(f"{self._shown!r} is never at rest")
        return self._drawn

    def seconds_worked(self) -> float:
        """Return the seconds of a processor that the program has used, threads included."""
        threads = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9

    def bytes_held(self) -> float:
        """Return the bytes that the program holds in memory."""
        pages = Path(f"/proc/{self._process.pid}/statm").read_text().split()[1]
        return int(pages) * float(os.sysconf("SC_PAGE_SIZE"))

    def _has_output(self, seconds: float) -> bool:
        return bool(select.select([self._master], [], [], seconds)[0])

    def _read(self) -> bool:
        """Read a piece of output; False when the program has ended."""
        try:
            piece = os.read(self._master, 65536)
        except OSError:
            return False
        self._stamp = monotonic()
        text = self._half + self._decoder.decode(piece)
        for mode in _MODE_QUERY.findall(text):
            os.write(self._master, f"\x1b[?{mode};{2 if mode == _FRAMES else 0}$y".encode())
        self._take_in(text)
        return True

    def _take_in(self, text: str) -> None:
        last = text.rfind("\x1b")
        complete = last < 0 or _ESCAPE.match(text, last) is not None
        text, self._half = (text, "") if complete else (text[:last], text[last:])
        begun, ended = (text.rfind(f"\x1b[?{_FRAMES}{end}") for end in "hl")
        if begun != ended:
            self._in_frame = begun > ended
        self._shown += _ESCAPE.sub("", text)
        for piece in filter(None, _FRAME.split(text)):
            if piece.startswith(f"\x1b[?{_FRAMES}h"):
                self._rows.clear()
            self._rows.update(_MOVE.findall(piece))
            self._is_turned = self._is_turned or len(self._rows) > _ROWS // 2
            if len(self._rows) > _CURSOR:
                self._drawn = self._stamp
