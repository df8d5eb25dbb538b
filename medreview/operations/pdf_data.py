"""The data inside a PDF: minutes carry the review that they show as an attached exchange file."""

from pathlib import Path
from typing import Final

from medreview.domain.errors import Refusal
from medreview.minutes.pdf_reading import is_pdf as is_pdf
from medreview.minutes.pdf_reading import read_pdf
from medreview.operations.strict_json import SIZE_LIMIT, bytes_of

NAME: Final = "medreview.json"
"""What the attached exchange file is called."""


def attached_json(source: Path | bytes, path: Path | None = None) -> bytes:
    """Return the exchange file inside a PDF, given as a file or as the content of the file at `path`.

    Raises:
        Refusal: `pdf_without_data`, `pdf_damaged` (encrypted ones too), `too_large`, those of `bytes_of` for a file.
    """
    if isinstance(source, Path):
        return attached_json(bytes_of(source, SIZE_LIMIT), source)
    where = path or Path("PDF")
    try:
        found = read_pdf(source, lambda reader: list(reader.attachments.get(NAME, ())))
    except Refusal as refusal:
        raise Refusal(refusal.code, path=where) from refusal
    if not found:
        raise Refusal("pdf_without_data", path=where)
    if len(found) > 1:
        raise Refusal("pdf_damaged", path=where)
    if len(found[0]) > SIZE_LIMIT:
        raise Refusal("too_large", path=where)
    return found[0]
