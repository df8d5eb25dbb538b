"""Minutes: a review becomes one format-free document, and the document becomes files in several formats."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from medreview.minutes import html, markdown, text
from medreview.minutes.build import build
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.document import Document

if TYPE_CHECKING:
    from medreview.minutes.pdf import Attachment, Replaced

__all__ = ["FORMATS", "TEXT_FORMATS", "Choices", "Document", "Kind", "Rendered", "build", "render", "render_file"]


@dataclass(frozen=True)
class Rendered:
    """The content of a file, and what of the document its fonts could not show."""

    content: bytes
    replaced: "tuple[Replaced, ...]" = ()


def _docx(document: Document, _attachment: "Attachment | None") -> Rendered:
    from medreview.minutes.docx import render

    return Rendered(render(document))


def _pdf(document: Document, attachment: "Attachment | None") -> Rendered:
    from medreview.minutes.pdf import to_pdf

    pdf = to_pdf(document, attachment)
    return Rendered(pdf.content, pdf.replaced)


TEXT_FORMATS: Final[dict[str, Callable[[Document], str]]] = {
    "md": markdown.render,
    "html": html.render,
    "txt": text.render,
}
"""The formats that are text, by their file name ending."""

_BINARY_FORMATS: Final[dict[str, Callable[[Document, "Attachment | None"], Rendered]]] = {"docx": _docx, "pdf": _pdf}

FORMATS: Final = (*_BINARY_FORMATS, *TEXT_FORMATS)
"""All formats, by their file name ending."""


def render(document: Document, format_name: str) -> str:
    """Return the document as text, in one of the `TEXT_FORMATS`."""
    return TEXT_FORMATS[format_name](document)


def render_file(document: Document, format_name: str, attachment: "Attachment | None" = None) -> Rendered:
    """Return the document as the content of a file, in one of the `FORMATS`; only a PDF holds the attachment.

    Raises:
        Refusal: `pdf_unavailable` where PDF cannot be made on this kind of computer.
    """
    binary = _BINARY_FORMATS.get(format_name)
    return binary(document, attachment) if binary else Rendered(render(document, format_name).encode())
