"""The data inside a PDF: minutes carry the review that they show as an attached exchange file.

A PDF may come from anybody, so nothing is repaired, and what takes too long to read is given up.
"""

import logging
import re
import struct
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Final

from medreview.domain.errors import Refusal
from medreview.operations.strict_json import SIZE_LIMIT, bytes_of

NAME: Final = "medreview.json"
"""What the attached exchange file is called."""

_START: Final = b"%PDF-"
_SECONDS: Final = 5.0
_END: Final = re.compile(rb"startxref\s+\d{1,10}\s+%%EOF\s*\Z")
_END_WITHIN: Final = 1024
"""Bytes; a reader that finds no end there would search the whole file for one, line by line."""

_BROKEN: Final = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError),
    *(RuntimeError, OSError, EOFError, MemoryError, zlib.error, struct.error),
)
"""What a library runs into that believes what a damaged file says of itself."""


class _TooSlow(BaseException):
    """Reading has taken too long; no handler on the way may take it for an ordinary error."""


def is_pdf(content: bytes) -> bool:
    """Return whether the content of a file begins as a PDF does."""
    return content.startswith(_START)


def attached_json(source: Path | bytes, path: Path | None = None) -> bytes:
    """Return the exchange file inside a PDF, given as a file or as the content of the file at `path`.

    Raises:
        Refusal: `pdf_without_data`, `pdf_damaged` (encrypted ones too), `too_large`, those of `bytes_of` for a file.
    """
    if isinstance(source, Path):
        return attached_json(bytes_of(source, SIZE_LIMIT), source)
    found = _attached(source, path or Path("PDF"))
    if not found:
        raise Refusal("pdf_without_data", path=path or "PDF")
    if len(found) > 1:
        raise Refusal("pdf_damaged", path=path or "PDF")
    if len(found[0]) > SIZE_LIMIT:
        raise Refusal("too_large", path=path or "PDF")
    return found[0]


def _attached(content: bytes, path: Path) -> list[bytes]:
    """Return the attachments of that name."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of a file is taken from that file
    if not is_pdf(content) or not _END.search(content[-_END_WITHIN:]):
        raise Refusal("pdf_damaged", path=path)
    try:
        with _at_most(_SECONDS):
            reader = PdfReader(BytesIO(content), strict=True)
            if not reader.is_encrypted:
                return list(reader.attachments.get(NAME, ()))
    except LimitReachedError as error:
        raise Refusal("too_large", path=path) from error
    except (*_BROKEN, PyPdfError, DependencyError, _TooSlow) as error:
        raise Refusal("pdf_damaged", path=path) from error
    raise Refusal("pdf_damaged", path=path)


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Stop what is done here when the time is up, at the next call of any function."""
    ends = monotonic() + seconds
    before = sys.getprofile()

    def look(_frame: FrameType, _event: str, _called: object) -> None:
        if monotonic() > ends:
            raise _TooSlow

    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(before)
