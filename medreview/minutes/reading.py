"""Reading a document back from its file: the words of it in their order, and its stamp.

Letterhead, page numbers and everything else that only surrounds the text is left out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from medreview.domain.errors import Refusal
from medreview.minutes.pdf_reading import read_pdf
from medreview.minutes.stamp import Stamp, read_stamp

if TYPE_CHECKING:
    from pypdf import PdfReader

UNPACKED_LIMIT: Final = 100_000_000
"""Bytes that a file may hold when unpacked; minutes need a thousandth of it."""

_COMMENT: Final = re.compile(r"^<!-- (\{.*\}) -->$", re.MULTILINE)
_ARTIFACT: Final = re.compile(rb"/Artifact\b[^\n]*?\b(?:BDC|BMC)\b.*?\bEMC\b", re.DOTALL)
_INVISIBLE: Final = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}"))
_NOT_READ: Final = frozenset({"style", "title", "svg", "script", "footer"})


@dataclass(frozen=True)
class Reading:
    """What stands in a file: its format, its words, and the stamp it bears."""

    format: str
    words: tuple[str, ...]
    stamp: Stamp | None


def read(content: bytes) -> Reading | None:
    """Return what stands in a file of one of the formats; None for anything else."""
    for begins, name, reader in _READERS:
        if content.lstrip(b"\xef\xbb\xbf \r\n").startswith(begins):
            try:
                text, stamp = reader(content)
            except _Unreadable:
                return None
            return Reading(name, tuple(text.translate(_INVISIBLE).split()), read_stamp(stamp))
    return None


class _Unreadable(Exception):  # noqa: N818 - it never leaves this module
    """The file is damaged, or not what it begins like."""


def _pdf(content: bytes) -> tuple[str, str]:
    try:
        return read_pdf(content, _pages)
    except Refusal as refusal:
        raise _Unreadable from refusal


def _pages(reader: "PdfReader") -> tuple[str, str]:
    text = "\n".join(_page(page) for page in reader.pages)
    return text, (reader.metadata.keywords or "") if reader.metadata else ""


def _page(page: Any) -> str:
    """Return the text of a page without its head and foot, which are marked as artifacts."""
    from pypdf.generic import DecodedStreamObject, NameObject

    stream = DecodedStreamObject()
    stream.set_data(_ARTIFACT.sub(b"", page.get_contents().get_data()))
    page[NameObject("/Contents")] = stream
    return str(page.extract_text())


def _docx(content: bytes) -> tuple[str, str]:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.oxml.ns import qn

    try:
        with ZipFile(BytesIO(content)) as package:
            if sum(one.file_size for one in package.infolist()) > UNPACKED_LIMIT:
                raise _Unreadable
        word = docx.Document(BytesIO(content))
        variables = word.settings.element.iter(qn("w:docVar"))
        stamps = (one.get(qn("w:val"), "") for one in variables if one.get(qn("w:name")) == "medreview")
        body = word.element.body
    except (BadZipFile, PackageNotFoundError, SyntaxError, KeyError, ValueError) as error:
        raise _Unreadable from error
    return "\n".join("".join(_runs(paragraph)) for paragraph in body.iter(qn("w:p"))), next(stamps, "")


def _runs(paragraph: Any) -> Iterator[str]:
    from docx.oxml.ns import qn

    shown = {qn("w:t"): None, qn("w:tab"): " ", qn("w:br"): " ", qn("w:noBreakHyphen"): "-", qn("w:cr"): " "}
    for element in paragraph.iter(*shown):
        yield shown[element.tag] or element.text or ""


def _html(content: bytes) -> tuple[str, str]:
    page = _Page()
    page.feed(_decoded(content))
    page.close()
    return "\n".join(page.texts), page.stamp


class _Page(HTMLParser):
    """The texts of a page, wherever they stand but in its letterhead."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.stamp = ""
        self._skipped = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the stamp, and enter what is not read."""
        given = dict(attrs)
        if tag == "meta" and given.get("name") == "medreview":
            self.stamp = given.get("content") or ""
        if not self._skipped and (tag in _NOT_READ or given.get("class") == "letterhead"):
            self._skipped = tag
        self._depth += tag == self._skipped

    def handle_endtag(self, tag: str) -> None:
        """Leave what is not read."""
        self._depth -= tag == self._skipped
        if not self._depth:
            self._skipped = ""

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if not self._skipped:
            self.texts.append(data)


def _markdown(content: bytes) -> tuple[str, str]:
    text = _decoded(content)
    found = _COMMENT.search(text)
    return _COMMENT.sub("", text), found.group(1) if found else ""


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Unreadable from error


_READERS: Final[tuple[tuple[bytes, str, Callable[[bytes], tuple[str, str]]], ...]] = (
    (b"%PDF", "pdf", _pdf),
    (b"PK", "docx", _docx),
    (b"<", "html", _html),
    (b"", "md", _markdown),
)
"""How a file of each format begins; anything else may be Markdown."""
