"""The terminal on macOS and Linux, as Textual drives it, except when its window is closed under the program."""

import os
import select
import signal
import threading
from contextlib import suppress
from io import TextIOWrapper
from typing import Final, TextIO, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_GLANCE: Final = 500
"""Milliseconds after which it is looked whether keys are still read."""


class LastingFile:
    """What is written to a terminal; once the terminal is gone, to nowhere.

    Textual's thread that writes would end with the first error, and the program then wait for it for ever.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write the text."""
        try:
            self._file.write(text)
        except OSError:
            self._let_go()

    def flush(self) -> None:
        """Write what was held back."""
        try:
            self._file.flush()
        except OSError:
            self._let_go()

    def fileno(self) -> int:
        """Return the number of the file."""
        return self._file.fileno()

    def _let_go(self) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._file.fileno())
        os.close(nowhere)


class LastingDriver(LinuxDriver):
    """Goes on without a terminal until everything is stored; the signal that the window was closed ends the program."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._file = cast("TextIOWrapper", LastingFile(self._file))

    def run_input_thread(self) -> None:
        """Read keys as long as there is a terminal to read from."""
        threading.Thread(target=self._await_the_end, args=(threading.current_thread(),), daemon=True).start()
        with suppress(OSError):
            super().run_input_thread()

    def _await_the_end(self, reader: threading.Thread) -> None:
        """End the program when its terminal is gone, while keys are read.

        The system tells that by a signal only to the program that owns the terminal; another would read nothing for
        ever, without ever waiting, and keep the archive for itself.
        """
        terminal = select.poll()
        terminal.register(self.fileno, 0)
        while reader.is_alive() and not self.exit_event.is_set():
            if any(event & select.POLLHUP for _, event in terminal.poll(_GLANCE)):
                self.exit_event.set()
                signal.raise_signal(signal.SIGHUP)
