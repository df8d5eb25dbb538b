"""The log of unexpected errors: where in the program they happened, and nothing of what anybody wrote.

The text of an exception is left out on purpose: pydantic's, for example, holds what stood in the field.
"""

import platform
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Final, Self

from medreview import __version__
from medreview.i18n import tr

LARGEST: Final = 500_000
"""Bytes after which the log goes on in a new file; the one before is kept, so that both are at most 1 MB."""

CRASHED: Final = 3
"""The exit code after an unexpected error."""

_DEEPEST: Final = 200
"""Places of one stack that are noted, the innermost ones: a recursion without end would fill the log."""

_MOST_CAUSES: Final = 10


class Caught(AbstractContextManager["Caught"]):
    """Keeps an unexpected error, noted in the log, in the place of raising it."""

    def __init__(self, logs: Path) -> None:
        self.error: Exception | None = None
        self._logs = logs

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> bool:
        if not isinstance(error, Exception):
            return False
        self.error = error
        note_error(self._logs, error)
        return True


def log_file(folder: Path) -> Path:
    """Return where the log is."""
    return folder / "errors.log"


def note_error(folder: Path, error: BaseException) -> bool:
    """Add an unexpected error to the log; return whether that could be done."""
    path = log_file(folder)
    text = "\n".join(_lines(error)).encode()[:LARGEST] + b"\n\n"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists() and path.stat().st_size + len(text) > LARGEST:
            path.replace(path.with_suffix(".1.log"))
        path.touch(mode=0o600)
        with path.open("ab") as file:
            file.write(text)
    except OSError:
        return False
    return True


def say_crashed(logs: Path, archive: Path) -> None:
    """Say in plain words that an unexpected error ended the program."""
    words = (
        tr("medreview ended because of an error of its own."),
        tr("What is stored is safe: {path}", path=archive),
        tr("Log: {path}", path=log_file(logs)),
    )
    with suppress(OSError):
        sys.stderr.write("\n".join(words) + "\n")


def _lines(error: BaseException) -> Iterator[str]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    yield f"{now}  medreview {__version__}  Python {platform.python_version()}  {platform.system()}"
    for one in _with_causes(error):
        yield f"{type(one).__module__}.{type(one).__qualname__}"
        frames = list(walk_tb(one.__traceback__))[-_DEEPEST:]
        yield from (f"  {frame.f_globals.get('__name__')}:{frame.f_code.co_qualname}:{line}" for frame, line in frames)


def _with_causes(error: BaseException) -> list[BaseException]:
    """Return the error and what led to it, each once; a worker's failure holds the error itself."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(found) < _MOST_CAUSES:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and not any(one is other for other in found):
            found.append(one)
            waiting += [getattr(one, "error", None), one.__cause__, one.__context__]
            waiting += one.exceptions if isinstance(one, BaseExceptionGroup) else ()
    return found
