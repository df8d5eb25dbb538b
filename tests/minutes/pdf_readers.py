"""Reading a PDF back: its texts, its tags and what it says of itself."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from pypdf import PageObject, PdfReader
from pypdf.generic import DecodedStreamObject, NameObject

from medreview.minutes.pdf import Pdf

_INVISIBLE: Final = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}"))
"""What may be put into a long word so that it can go on in the next line."""

_ARTIFACT: Final = re.compile(rb"/Artifact\s*<<.*?>>\s*BDC.*?\bEMC\b", re.DOTALL)
_FIGURE: Final = re.compile(rb"/Span\s*<</MCID \d+/Alt.*?>>\s*BDC.*?\bEMC\b", re.DOTALL)


def reader(pdf: Pdf) -> PdfReader:
    """Return the PDF opened."""
    return PdfReader(BytesIO(pdf.content), strict=True)


def pdf_text(pdf: Pdf) -> str:
    """Return what is read, in order: all but the pictures and the heads and feet of the pages, without white space."""
    return "".join("".join(_read(page, artifacts=False) for page in reader(pdf).pages).translate(_INVISIBLE).split())


def margins(pdf: Pdf) -> list[str]:
    """Return what stands at the head and foot of each page."""
    return [" ".join(_read(page, artifacts=True).split()) for page in reader(pdf).pages]


def heights(pdf: Pdf) -> list[float]:
    """Return how many points above the foot of its page each text stands and each line is drawn."""
    found: list[float] = []
    for page in reader(pdf).pages:
        page.extract_text(visitor_operand_before=lambda operator, given, cm, _tm: _note(found, operator, given, cm))
    return found


def _note(found: list[float], operator: bytes, given: list[float], matrix: list[float]) -> None:
    if operator in (b"TJ", b"Tj"):
        found.append(matrix[5])
    if operator == b"m":
        found.append(matrix[1] * given[0] + matrix[3] * given[1] + matrix[5])


def _read(page: PageObject, *, artifacts: bool) -> str:
    """Return either what is marked as an artifact of the page or what is not."""
    contents: Any = page["/Contents"]
    data = contents.get_object().get_data()
    kept = b"".join(_ARTIFACT.findall(data)) if artifacts else _FIGURE.sub(b"", _ARTIFACT.sub(b"", data))
    stream = DecodedStreamObject()
    stream.set_data(kept)
    page[NameObject("/Contents")] = stream
    return page.extract_text()


def root_of(pdf: Pdf) -> Any:
    """Return the catalogue, which says what the file is."""
    return reader(pdf).trailer["/Root"]


def bookmarks(pdf: Pdf) -> list[str]:
    """Return the titles of the outline from first to last, of every level."""
    return list(_titles(reader(pdf).outline))


def _titles(outline: Any) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield str(one.title)


def descriptors(pdf: Pdf) -> Iterator[Any]:
    """Yield the descriptor of every font on every page."""
    for page in reader(pdf).pages:
        fonts: Any = page["/Resources"]
        for font in fonts["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            yield descendant.get_object()["/FontDescriptor"]


def tags(pdf: Pdf) -> list[dict[str, Any]]:
    """Return every structure element in reading order."""
    return list(_elements(root_of(pdf)["/StructTreeRoot"]))


def _elements(node: Any) -> Iterator[dict[str, Any]]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])
