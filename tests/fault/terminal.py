"""The real program in a pseudo-terminal: type, look, kill, close the window."""

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
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Final, Self

import pyte

from tests.fault.fair import FairClock

LONGEST: Final = 60.0
"""Seconds until a test gives up waiting for a screen; a busy machine gets there in less."""

AT_ONCE: Final = 2.0
"""Fair seconds within which the program is gone once it is told to end."""

F4, F5, F9, ESCAPE, ENTER = "\x1bOS", "\x1b[15~", "\x1b[20~", "\x1b", "\r"
"""Keys as a terminal sends them."""

_MODE: Final = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_ON_BY_ITSELF: Final = {"25", "7"}
"""The modes that are on while no program changes them, cursor and line wrap; all others are off."""

_UNSEEN: Final = re.compile("[\u200c\u200d]|\x1b\\[[0-9;]*m")
"""What is not drawn: colours, of which pyte makes most of its work, and joiners, for which it throws away what follows
one in the same piece of text."""

_BEGUN: Final = re.compile(r"\x1b(?:\[[0-9;]*)?$")
"""The beginning of a command of which the rest has not come yet."""


class Terminal:
    """medreview in a pseudo-terminal of 80 × 24, or of another size; `raw` is all that it wrote.

    Another `module` gets the same words; what is not `drawn` is faster, but nothing can be seen of it. One that is not
    the `owner` of its terminal, as behind `setsid`, hears nothing from the system when the window is closed.
    """

    def __init__(
        self,
        archive: Path,
        home: Path,
        *,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        module: str = "medreview",
        is_drawn: bool = True,
        is_owner: bool = True,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self.raw = bytearray()
        self._stream = pyte.Stream(self.screen)
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")
        self._begun = ""
        self._is_drawn = is_drawn
        self._clock = FairClock()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            if not is_owner:
                _disown_terminal()
            words = [sys.executable, "-m", module, "--language", "en", "--archive", str(archive)]
            places = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home}
            own = {"TERM": "xterm-256color", **{key: str(path) for key, path in places.items()}, **(environment or {})}
            os.execve(sys.executable, words, {**os.environ, **own})  # noqa: S606 - the program under test
        self._tell_size(*size)
        self._settings = termios.tcgetattr(self._master)
        self._status: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill(signal.SIGKILL)
        self.close_window()

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size, as somebody who pulls at its corner does."""
        self.screen.resize(lines, columns)
        self._tell_size(columns, lines)

    def _tell_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def shows(self, words: str) -> bool:
        """Return whether these words stand on the screen."""
        return words in "\n".join(self.screen.display)

    def wait_for(self, words: str) -> None:
        """Look at the screen until these words stand on it.

        Raises:
            TimeoutError: they never did; the screen is in the message.
        """
        until = monotonic() + LONGEST
        while not self.shows(words):
            if monotonic() > until:
                raise TimeoutError("\n".join([words, *self.screen.display]))
            self.look(0.05)

    def settle(self) -> None:
        """Look on until the screen has stayed the same for a moment, but for a cursor that blinks."""
        until = monotonic() + LONGEST
        seen: list[str] = []
        while seen != self.screen.display and monotonic() < until:
            seen = self.screen.display
            self.pass_time(0.15)

    def now(self) -> float:
        """Return the fair seconds since the start."""
        return self._clock.read()

    def pass_time(self, seconds: float) -> None:
        """Take in what the program writes for so many fair seconds."""
        until, longest = self.now() + seconds, monotonic() + LONGEST
        while self.now() < until and monotonic() < longest:
            self.look(0.05)

    def look(self, seconds: float) -> None:
        """Take in what the program writes for so long."""
        self.now()
        if self._master < 0:
            sleep(seconds)
            return
        until = monotonic() + seconds
        while (rest := until - monotonic()) > 0:
            ready, _, _ = select.select([self._master], [], [], rest)
            if not ready:
                return
            try:
                piece = os.read(self._master, 65536)
            except OSError:  # the program has ended
                sleep(min(rest, 0.01))
                return
            self.raw += piece
            if self._is_drawn:
                self._draw(self._begun + self._decoder.decode(piece))

    def _draw(self, text: str) -> None:
        begun = _BEGUN.search(text)
        self._begun = begun[0] if begun else ""
        self._stream.feed(_UNSEEN.sub("", text.removesuffix(self._begun)))

    def look_on(self, seconds: float) -> None:
        """Take in what the program writes until it has ended.

        Raises:
            TimeoutError: it had not after so long.
        """
        until = monotonic() + seconds
        while not self._has_ended(os.WNOHANG):
            if monotonic() > until:
                raise TimeoutError
            self.look(0.1)

    def kill(self, number: signal.Signals) -> int | None:
        """Send a signal and return the exit code (see `ended`), None when it had ended before."""
        if self._status is not None:
            return None
        os.kill(self.pid, number)
        return self.ended(number.name)

    def close_window(self) -> None:
        """Close the window; nothing can be typed or seen any more."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def ended(self, why: str) -> int:
        """Wait until the program has ended and return its exit code, below 0 for the signal that ended it.

        Raises:
            TimeoutError: it had not after two fair seconds, and was killed.
        """
        until, longest = self.now() + AT_ONCE, monotonic() + LONGEST
        while self.now() < until and monotonic() < longest:
            if self._has_ended(os.WNOHANG):
                self.look(0.02)
                return os.waitstatus_to_exitcode(self._status or 0)
            self.look(0.02)
        os.kill(self.pid, signal.SIGKILL)
        self._has_ended(0)
        raise TimeoutError("\n".join([f"not ended two fair seconds after {why}", *self.screen.display]))

    def left_as_found(self) -> list[str]:
        """Return what the program changed in the terminal and did not put back; it should be nothing."""
        found = [] if _lasting(termios.tcgetattr(self._master)) == _lasting(self._settings) else ["settings"]
        modes = {one.decode(): end == b"h" for names, end in _MODE.findall(self.raw) for one in names.split(b";")}
        found += [f"mode {name}" for name, is_on in modes.items() if is_on is not (name in _ON_BY_ITSELF)]
        if self.raw.count(b"\x1b[>1u") > self.raw.count(b"\x1b[<u"):
            found.append("keyboard")
        return found

    def _has_ended(self, options: int) -> bool:
        ended, status = os.waitpid(self.pid, options)
        if ended:
            self._status = status
        return bool(ended)


def _disown_terminal() -> None:
    """Go on in a terminal that is not ours; giving it up sends the signal of a closed window once."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    fcntl.ioctl(0, termios.TIOCNOTTY)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _lasting(settings: list[Any]) -> list[Any]:
    """Return what `stty` shows of a terminal's settings, without what the kernel notes there for itself."""
    return [*settings[:3], settings[3] & ~termios.PENDIN, *settings[4:]]
