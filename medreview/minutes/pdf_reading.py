"""Reading PDF files that may come from anybody: nothing is repaired, and what takes too long is given up."""

import logging
import re
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, Final, TypeVar

from medreview.domain.errors import Refusal

if TYPE_CHECKING:
    from pypdf import PdfReader

T = TypeVar("T")

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


def read_pdf(content: bytes, use: "Callable[[PdfReader], T]") -> T:
    """Return what `use` finds in a PDF.

    Raises:
        Refusal: `pdf_damaged` (encrypted ones too), or `too_large` for one that grows beyond all limits.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of a file is taken from that file
    if not is_pdf(content) or not _END.search(content[-_END_WITHIN:]):
        raise Refusal("pdf_damaged", path="PDF")
    try:
        with _at_most(_SECONDS):
            reader = PdfReader(BytesIO(content), strict=True)
            if not reader.is_encrypted:
                return use(reader)
    except LimitReachedError as error:
        raise Refusal("too_large", path="PDF") from error
    except (*_BROKEN, PyPdfError, DependencyError, _TooSlow) as error:
        raise Refusal("pdf_damaged", path="PDF") from error
    raise Refusal("pdf_damaged", path="PDF")


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
