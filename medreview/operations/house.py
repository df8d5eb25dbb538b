"""What a municipality sets once for all its documents: its letterhead, and what it calls a case number."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from medreview.domain.errors import Refusal
from medreview.minutes.document import Letterhead
from medreview.minutes.letterhead import logo_kind
from medreview.minutes.pdf import can_draw
from medreview.operations.files import replace_bytes

LOGO_LIMIT: Final = 2_000_000
"""Bytes; a logo larger than this was meant for a poster."""


@dataclass(frozen=True)
class House:
    """The municipality's own look, and its label for the case number (empty for the usual one)."""

    letterhead: Letterhead = field(default_factory=Letterhead)
    case_label: str = ""


PLAIN: Final = House()


def read_logo(path: Path) -> bytes:
    """Return the picture in a file.

    Raises:
        Refusal: `file_missing`, `cannot_open`, `logo_too_large`, or `no_logo` where it is neither PNG nor SVG.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LOGO_LIMIT + 1)
    except FileNotFoundError as error:
        raise Refusal("file_missing", path=path) from error
    except OSError as error:
        raise Refusal("cannot_open", path=path) from error
    if len(content) > LOGO_LIMIT:
        raise Refusal("logo_too_large", path=path)
    if logo_kind(content) is None:
        raise Refusal("no_logo", path=path)
    return content


def keep_logo(source: Path, folder: Path) -> str:
    """Copy a logo to the program's own folder, so that it is there when the stick it came from is not.

    Returns the name it has there.

    Raises:
        Refusal: those of `read_logo` and `files.replace_bytes`; an earlier logo is untouched.
    """
    content = read_logo(source)
    if not _can_be_printed(content):
        raise Refusal("no_logo", path=source)
    name = f"logo.{logo_kind(content)}"
    replace_bytes(folder / name, content)
    return name


def kept_logo(path: Path) -> bytes:
    """Return the logo that was kept; nothing where it is gone."""
    try:
        return read_logo(path)
    except Refusal:
        return b""


def _can_be_printed(logo: bytes) -> bool:
    """Where PDF cannot be made, a picture only has to be one."""
    try:
        return can_draw(logo)
    except Refusal:
        return True
