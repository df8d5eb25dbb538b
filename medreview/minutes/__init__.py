"""Minutes: a review becomes one format-free document, and the document becomes files in several formats."""

from collections.abc import Callable
from typing import Final

from medreview.minutes import html, markdown, text
from medreview.minutes.build import build
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.document import Document

__all__ = ["FORMATS", "Choices", "Document", "Kind", "build", "render"]

FORMATS: Final[dict[str, Callable[[Document], str]]] = {
    "md": markdown.render,
    "html": html.render,
    "txt": text.render,
}
"""The formats by their file name ending."""


def render(document: Document, format_name: str) -> str:
    """Return the document in one of the `FORMATS`."""
    return FORMATS[format_name](document)
