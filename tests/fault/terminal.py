"""The real program in a pseudo-terminal: type, look, kill."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Final, Self

import pyte

LONGEST: Final = 20.0
"""Seconds until a test gives up waiting for a screen."""

_JOINERS: Final = re.compile("[\u200c\u200d]")
"""pyte throws away what follows one in the same piece of text."""


class Terminal:
    """medreview in a pseudo-terminal of 80 × 24, or of another size; `raw` is all that it wrote."""

    def __init__(
        self,
        archive: Path,
        home: Path,
        *,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self.raw = bytearray()
        self._stream = pyte.Stream(self.screen)
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            words = [sys.executable, "-m", "medreview", "--language", "en", "--archive", str(archive)]
            places = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home}
            own = {"TERM": "xterm-256color", **{key: str(path) for key, path in places.items()}, **(environment or {})}
            os.execve(sys.executable, words, {**os.environ, **own})  # noqa: S606 - the program under test
        self._tell_size(*size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill(signal.SIGKILL)

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size, as somebody who pulls at its corner does."""
        self.screen.resize(lines, columns)
        self._tell_size(columns, lines)

    def _tell_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def wait_for(self, words: str) -> None:
        """Look at the screen until these words stand on it.

        Raises:
            TimeoutError: they never did; the screen is in the message.
        """
        until = monotonic() + LONGEST
        while words not in "\n".join(self.screen.display):
            if monotonic() > until:
                raise TimeoutError("\n".join([words, *self.screen.display]))
            self.look(0.05)

    def look(self, seconds: float) -> None:
        """Take in what the program writes for so long."""
        until = monotonic() + seconds
        while (rest := until - monotonic()) > 0:
            ready, _, _ = select.select([self._master], [], [], rest)
            if not ready:
                return
            try:
                piece = os.read(self._master, 65536)
            except OSError:  # the program has ended
                return
            self.raw += piece
            self._stream.feed(_JOINERS.sub("", self._decoder.decode(piece)))

    def kill(self, number: signal.Signals) -> int | None:
        """Send a signal and return the exit status, None when it had ended before; waits at most two seconds."""
        try:
            os.kill(self.pid, number)
        except ProcessLookupError:
            return None
        until = monotonic() + 2
        while monotonic() < until:
            self.look(0.02)
            try:
                ended, status = os.waitpid(self.pid, os.WNOHANG)
            except ChildProcessError:
                return None
            if ended:
                return status
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        raise TimeoutError(f"not ended two seconds after {number.name}")
