"""Reading JSON from somebody else's file: nothing is guessed, nothing is overlooked."""

import json
from pathlib import Path
from typing import Any, Final, NoReturn

from medreview.domain.cleaning import clean_line
from medreview.domain.errors import Refusal

SIZE_LIMIT: Final = 20_000_000
"""Bytes; a full review is well under one million."""

_DIGITS: Final = 18
"""Longer whole numbers mean nothing here and only take time to read."""

_NAME_LIMIT: Final = 80


class _NameTwiceError(ValueError):
    """An object that has the same name twice."""


def parsed_strictly(data: bytes, path: Path) -> Any:
    """Return the value in the JSON of a file.

    Raises:
        Refusal: `not_json` (with the line; also for a wrong encoding, NaN or Infinity), `exchange_twice` for a name
            that stands twice, `not_exchange` for absurd nesting.
    """
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_refused, parse_int=_whole_number
        )
    except UnicodeDecodeError as error:
        raise Refusal("not_json", path=path, line=data.count(b"\n", 0, error.start) + 1) from error
    except json.JSONDecodeError as error:
        raise Refusal("not_json", path=path, line=error.lineno) from error
    except _NameTwiceError as error:
        raise Refusal("exchange_twice", path=path, where=str(error)) from error
    except (ValueError, RecursionError) as error:
        raise Refusal("not_exchange", path=path) from error


def bytes_of(path: Path, limit: int) -> bytes:
    """Return the content of a file of at most `limit` bytes.

    Raises:
        Refusal: `file_missing`, `cannot_open`, `too_large`, `not_exchange` for what is no file.
    """
    try:
        if not path.exists():
            raise Refusal("file_missing", path=path)
        if not path.is_file():
            raise Refusal("not_exchange", path=path)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise Refusal("cannot_open", path=path) from error
    if len(data) > limit:
        raise Refusal("too_large", path=path)
    return data


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _NameTwiceError(clean_line(name)[:_NAME_LIMIT])
        found[name] = value
    return found


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)


def _whole_number(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise ValueError(digits[:_DIGITS])
    return int(digits)
