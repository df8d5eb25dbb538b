"""PDF by Typst: for archives (PDF/A-3a) and screen readers (PDF/UA-1), with nothing fetched from elsewhere."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from functools import lru_cache
from importlib.resources import as_file, files
from types import ModuleType
from typing import Any, Final

from medreview.domain.base import REPLACEMENT
from medreview.domain.errors import Refusal
from medreview.minutes.document import Block, Document, Heading

_APART: Final = ("day", "letterhead")
"""The fields of a document that reach the template in another shape."""

_UNDATED: Final = date(1970, 1, 1)

_FIRST_DOUBTFUL: Final = "\N{LATIN SMALL LETTER B WITH STROKE}"
"""Below it lie Latin-1 and Latin Extended-A, which the fonts have in every style."""

_PROBE: Final = b"""
#let content = json(bytes(sys.inputs.content))
#set document(title: "Probe", date: datetime(year: 1970, month: 1, day: 1))
#set text(font: "Libertinus Serif")
#par(content) #par(strong(content)) #par(emph(content))
"""


@dataclass(frozen=True)
class Replaced:
    """Characters that the fonts do not have; a replacement character stands for each."""

    place: str
    """The heading under which they stand, else the document's title."""
    text: str
    """The text as it is shown."""
    characters: str
    """What was replaced, in order, as often as it stood there."""


@dataclass(frozen=True)
class Pdf:
    """A document as PDF, and what in it could not be shown, in reading order."""

    content: bytes
    replaced: tuple[Replaced, ...]


def to_pdf(document: Document) -> Pdf:
    """Return the document as PDF; the same document gives the same bytes.

    The document's day stands in the file's properties; archives do not take a file without one.

    Raises:
        Refusal: `pdf_unavailable` where there is no Typst for this kind of machine.
    """
    error = _typst().TypstError
    try:
        return Pdf(_typeset(document), ())
    except error:
        shown = _Shown(document)
        return Pdf(_typeset(shown.document), tuple(shown.replaced))


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise Refusal("pdf_unavailable") from error
    return typst


def _typeset(document: Document) -> bytes:
    day = document.day or _UNDATED
    template = files(__package__).joinpath("minutes.typ").read_bytes()
    content = {
        **{one.name: getattr(document, one.name) for one in fields(document) if one.name not in _APART},
        "blocks": [{"block": type(block).__name__, **asdict(block)} for block in document.blocks],
        "dated": (day.year, day.month, day.day),
    }
    return _compile(template, content)


def _compile(template: bytes, content: object) -> bytes:
    """Typst gets the content as JSON text: nothing in it can become markup."""
    with as_file(files(__package__)) as folder:
        pdf = _typst().compile(
            template,
            root=folder,
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"content": json.dumps(content, default=sorted)},
            pdf_standards=["a-3a", "ua-1"],
            timestamp=0,
        )
    return bytes(pdf)


class _Shown:
    """A document in which every character can be shown, and what was replaced for that."""

    def __init__(self, document: Document) -> None:
        self.replaced: list[Replaced] = []
        self._place = document.title
        self.document = replace(
            document,
            banner=tuple(map(self._clean, document.banner)),
            title=self._clean(document.title),
            subject=self._clean(document.subject),
            blocks=tuple(map(self._block, document.blocks)),
        )

    def _block(self, block: Block) -> Block:
        if isinstance(block, Heading):
            self._place = block.text
        values: dict[str, Any] = {one.name: self._value(getattr(block, one.name)) for one in fields(block)}
        return type(block)(**values)

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self._clean(value)
        return tuple(map(self._value, value)) if isinstance(value, tuple) else value

    def _clean(self, text: str) -> str:
        shown = _showable(text)
        if shown != text:
            lost = "".join(old for old, new in zip(text, shown, strict=True) if old != new)
            self.replaced.append(Replaced(self._place, shown, lost))
        return shown


def _showable(text: str) -> str:
    """Return as much of the text as can be shown; some characters are fine alone but not beside each other."""
    keeps: tuple[Callable[[str], bool], ...] = (bool, _is_shown, _is_plain)
    attempts = ("".join(one if keep(one) else REPLACEMENT for one in text) for keep in keeps)
    return next(filter(_is_shown, attempts))


def _is_plain(text: str) -> bool:
    printable = text.replace("\n", "").isprintable()
    return printable and all(one < _FIRST_DOUBTFUL or one == REPLACEMENT for one in text)


@lru_cache(maxsize=4096)
def _is_shown(text: str) -> bool:
    """Whether the fonts have what the text needs; only Typst knows, as it looks into each of its fonts in turn."""
    if _is_plain(text):
        return True
    try:
        _compile(_PROBE, text)
    except _typst().TypstError:
        return False
    return True
