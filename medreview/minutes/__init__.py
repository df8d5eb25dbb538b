"""Minutes: a review becomes one format-free document, and the document becomes files in several formats."""

from collections.abc import Callable
from typing import Final

from medreview.minutes import html, markdown, text
from medreview.minutes.build import build
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.document import Document

__all__ = ["FORMATS", "TEXT_FORMATS", "Choices", "Document", "Kind", "build", "render", "render_bytes"]


def _docx(document: Document) -> bytes:
    from medreview.minutes.docx import render

    return render(document)


TEXT_FORMATS: Final[dict[str, Callable[[Document], str]]] = {
    "md": markdown.render,
    "html": html.render,
    "txt": text.render,
}
"""The formats that are text, by their file name ending."""

_BINARY_FORMATS: Final[dict[str, Callable[[Document], bytes]]] = {"docx": _docx}

FORMATS: Final = (*_BINARY_FORMATS, *TEXT_FORMATS)
"""All formats, by their file name ending."""


def render(document: Document, format_name: str) -> str:
    """Return the document as text, in one of the `TEXT_FORMATS`."""
    return TEXT_FORMATS[format_name](document)


def render_bytes(document: Document, format_name: str) -> bytes:
    """Return the document as the content of a file, in one of the `FORMATS`."""
    binary = _BINARY_FORMATS.get(format_name)
    return binary(document) if binary else render(document, format_name).encode()
