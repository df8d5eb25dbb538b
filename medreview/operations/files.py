"""Writing files: whole under their final name or not at all, and never over another file unawares."""

import errno
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final
from uuid import uuid4

from medreview.domain.errors import Refusal

NAME_LIMIT: Final = 120
"""Characters in a file name: Windows refuses paths over 260."""

_BYTE_LIMIT: Final = 240
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_DAY: Final = 24 * 60 * 60
_UNFINISHED: Final = re.compile(r"\.[0-9a-f]{32}\.tmp(-journal)?")
_ROOM_FOR_NUMBER: Final = len(" (999)")
_OWN_FILE: Final = 0o600
_OWN_FOLDER: Final = 0o700
_ANY_FOLDER: Final = 0o777
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0) if os.name == "nt" else ()
"""Seconds between attempts on Windows, where a virus scanner or an index holds a new file for a moment."""


def safe_name(stem: str, suffix: str) -> str:
    """Return a file name that Windows, macOS and Linux take; `suffix` with its dot is kept whole."""
    visible = "".join(
        "-" if character in _FORBIDDEN or not character.isprintable() else character for character in stem
    )
    name = " ".join(visible.split()).strip(" .")
    if name.partition(".")[0].rstrip().casefold() in _RESERVED:
        name = f"_{name}"
    return _shortened(name, NAME_LIMIT - _ROOM_FOR_NUMBER - len(suffix)) + suffix


def write_new_files(folder: Path, contents: Mapping[str, bytes], *, private: bool = False) -> tuple[Path, ...]:
    """Write files that were not there before, all of them or none, and return where they are.

    Where one of the names is taken, all get the same next free number: "Referat (2).md" and "Referat (2).html". What is
    `private` only its owner can read, as all that is not finished yet.

    Raises:
        Refusal: `cannot_write`, `not_a_folder`, `file_exists` (it came meanwhile) or `no_room`; nothing was written.
    """
    _make_folder(folder, private=private)
    names = _free_names(folder, contents)
    written: list[Path] = []
    try:
        for name, content in zip(names, contents.values(), strict=True):
            with _refusals(folder / name), _temporary(folder, content, private=private) as temporary:
                _place_new(temporary, folder / name)
            written.append(folder / name)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return tuple(written)


def replace_file(path: Path, content: str) -> None:
    """Write a text file of the program's own in the place of its earlier version, with its folder.

    Raises:
        Refusal: `cannot_write` or `no_room`; the earlier version is untouched.
    """
    replace_bytes(path, content.encode())


def replace_bytes(path: Path, content: bytes) -> None:
    """Write a file of the program's own in the place of its earlier version, with its folder.

    Raises:
        Refusal: `cannot_write` or `no_room`; the earlier version is untouched.
    """
    _make_folder(path.parent, private=True)
    with _refusals(path), _temporary(path.parent, content, private=True) as temporary:
        _patiently(lambda: temporary.replace(path))


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a finished file its name, in the place of what had it before; it outlasts a power failure.

    Raises:
        Refusal: `cannot_write` or `no_room`; what had the name before is untouched.
    """
    with _refusals(path):
        _patiently(lambda: temporary.replace(path))
    with suppress(OSError):  # Windows, and some file systems, cannot sync a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def make_private_folder(folder: Path) -> None:
    """Make a folder for its owner alone, where it is not there yet.

    Raises:
        Refusal: `not_a_folder` or `cannot_write`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError as error:
        raise Refusal("not_a_folder", path=folder) from error
    except OSError as error:
        raise Refusal("cannot_write", path=folder) from error


def sweep(folder: Path) -> None:
    """Remove what a program that was killed in the middle of a copy left in the folder a day ago or earlier."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _UNFINISHED.fullmatch(path.name) and abs(time.time() - path.stat().st_mtime) > _DAY:
                path.unlink()


def _shortened(name: str, limit: int) -> str:
    kept = name[: max(limit, 1)].encode()[:_BYTE_LIMIT].decode(errors="ignore")
    return kept.rstrip(" .") or "_"


def _free_names(folder: Path, contents: Mapping[str, bytes]) -> list[str]:
    for number in count(1):
        names = [_numbered(Path(name), number) for name in contents]
        if not any(os.path.lexists(folder / name) for name in names):
            return names
    raise AssertionError  # pragma: no cover - counting never ends


def _numbered(name: Path, number: int) -> str:
    return name.name if number == 1 else f"{name.stem} ({number}){name.suffix}"


def _make_folder(folder: Path, *, private: bool) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=_OWN_FOLDER if private else _ANY_FOLDER)
    except FileExistsError as error:
        raise Refusal("not_a_folder", path=folder) from error
    except OSError as error:
        raise _refusal(error, folder) from error


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise Refusal("file_exists", path=path) from error
    except OSError as error:
        raise _refusal(error, path) from error


def _refusal(error: OSError, path: Path) -> Refusal:
    return Refusal("no_room" if error.errno in _FULL else "cannot_write", path=path)


@contextmanager
def _temporary(folder: Path, content: bytes, *, private: bool) -> Iterator[Path]:
    """Yield a file in the folder with the content safely on the disk; it is gone afterwards.

    Nobody but its owner reads it before it is whole; then others may as far as is usual on this computer.
    """
    path = folder / f".{uuid4().hex}.tmp"
    try:
        path.touch(exist_ok=False)
        usual = path.stat().st_mode
        _permit(path, _OWN_FILE)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            _permit(path, usual)
        yield path
    finally:
        with suppress(OSError):
            path.unlink()


def _permit(path: Path, mode: int) -> None:
    with suppress(OSError):  # a file system that knows no owners, as on many USB sticks
        path.chmod(mode)


def _place_new(temporary: Path, path: Path) -> None:
    """Give the file its final name; a file that came there meanwhile is left alone."""
    if sys.platform == "win32":
        _patiently(lambda: temporary.rename(path))
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, as on many USB sticks
        path.touch(exist_ok=False)
        try:
            temporary.replace(path)
        except OSError:
            path.unlink()
            raise


def _patiently(move: Callable[[], object]) -> None:
    for pause in _PAUSES:
        try:
            move()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    move()
