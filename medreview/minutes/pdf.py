"""PDF by Typst: for archives (PDF/A-3a) and screen readers (PDF/UA-1), with nothing fetched from elsewhere."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from functools import lru_cache
from importlib.resources import as_file, files
from types import ModuleType
from typing import Any, Final, TypeVar

from medreview.domain.cleaning import REPLACEMENT
from medreview.domain.errors import Refusal
from medreview.minutes.columns import shares
from medreview.minutes.document import Block, Chart, Document, Heading, Letterhead, Point, Table
from medreview.minutes.pictures import gathered, svg

_AS_THEY_ARE: Final = ("kind", "language", "title", "subject", "banner", "seal", "stamp")
"""The fields of a document that reach the template in the shape that they have."""

_UNDATED: Final = date(1970, 1, 1)

_FIRST_DOUBTFUL: Final = "\N{LATIN SMALL LETTER B WITH STROKE}"
"""Below it lie Latin-1 and Latin Extended-A, which the fonts have in every style."""

_PROBE: Final = b"""
#let content = json(bytes(sys.inputs.content))
#set document(title: "Probe", date: datetime(year: 1970, month: 1, day: 1))
#set text(font: "Libertinus Serif")
#par(content) #par(strong(content)) #par(emph(content))
"""

_LOGO_PROBE: Final = b"""
#let content = json(bytes(sys.inputs.content))
#set document(title: "Probe", date: datetime(year: 1970, month: 1, day: 1))
#set text(font: "Libertinus Serif")
#pdf.artifact(image(bytes(content)))
"""

_LOGO_ALONE: Final = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(json(bytes(sys.inputs.content))), height: float(sys.inputs.height) * 1mm)
"""

_SHARP: Final = 300
"""Pixels per inch."""


@dataclass(frozen=True)
class Attachment:
    """A file inside the PDF: the data that the document was made from, as JSON in UTF-8."""

    name: str
    """In ASCII; of the two places that a PDF has for it, one holds no more."""
    content: bytes
    description: str


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


def to_pdf(document: Document, attachment: Attachment | None = None) -> Pdf:
    """Return the document as PDF, the attachment inside; the same document gives the same bytes.

    The document's day stands in the file's properties; archives do not take a file without one. A logo that cannot
    be drawn is left out.

    Raises:
        Refusal: `pdf_unavailable` where there is no Typst for this kind of machine.
    """
    error = _typst().TypstError
    try:
        return Pdf(_typeset(document, attachment), ())
    except error:
        shown = _Shown(document)
        return Pdf(_typeset(shown.document, attachment), tuple(shown.replaced))


def can_draw(logo: bytes) -> bool:
    """Return whether a PNG or SVG can be printed in a PDF for archives; a letter that no font has is one reason not.

    Raises:
        Refusal: `pdf_unavailable` where there is no Typst for this kind of machine.
    """
    return _compiles(_LOGO_PROBE, list(logo))


def as_png(logo: bytes, height: float) -> bytes:
    """Return a picture as PNG so high in millimetres, sharp in print; nothing where it cannot be drawn.

    Raises:
        Refusal: `pdf_unavailable` where there is no Typst for this kind of machine.
    """
    inputs = {"content": json.dumps(list(logo)), "height": str(height)}
    try:
        png = _typst().compile(_LOGO_ALONE, format="png", ppi=_SHARP, ignore_system_fonts=True, sys_inputs=inputs)
    except _typst().TypstError:
        return b""
    return bytes(png)


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise Refusal("pdf_unavailable") from error
    return typst


def _typeset(document: Document, attachment: Attachment | None) -> bytes:
    day = document.day or _UNDATED
    template = files(__package__).joinpath("minutes.typ").read_bytes()
    content = {
        **{name: getattr(document, name) for name in _AS_THEY_ARE},
        "blocks": list(_blocks(document)),
        "dated": (day.year, day.month, day.day),
        "letterhead": {**asdict(document.letterhead), "logo": list(document.letterhead.logo)},
        "attachment": attachment and {"name": attachment.name, "description": attachment.description},
    }
    return _compile(template, content, attached=attachment.content.decode() if attachment else "")


def _blocks(document: Document) -> Iterator[dict[str, Any]]:
    """Yield the blocks as the template takes them, charts with their pictures."""
    for name, block in gathered(document.blocks):
        if isinstance(block, tuple):
            charts = [one for one in block if isinstance(one, Chart)]
            yield {"block": name, "charts": [{**asdict(one), "picture": svg(one)} for one in charts]}
        else:
            yield {"block": name, **asdict(block), **({"shares": shares(block)} if isinstance(block, Table) else {})}


def _compile(template: bytes, content: object, attached: str = "") -> bytes:
    """Typst gets the content as JSON text: nothing in it can become markup."""
    with as_file(files(__package__)) as folder:
        pdf = _typst().compile(
            template,
            root=folder,
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"content": json.dumps(content, default=sorted), "attached": attached},
            pdf_standards=["a-3a", "ua-1"],
            timestamp=0,
        )
    return bytes(pdf)


def _compiles(template: bytes, content: object) -> bool:
    try:
        _compile(template, content)
    except _typst().TypstError:
        return False
    return True


P = TypeVar("P", Block, Point)


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
            seal=self._clean(document.seal),
            letterhead=self._letterhead(document.letterhead),
            blocks=tuple(map(self._block, document.blocks)),
        )

    def _letterhead(self, letterhead: Letterhead) -> Letterhead:
        texts = {name: self._clean(getattr(letterhead, name)) for name in ("name", "unit", "footer")}
        return Letterhead(**texts, logo=letterhead.logo if can_draw(letterhead.logo) else b"")

    def _block(self, block: Block) -> Block:
        if isinstance(block, Heading):
            self._place = block.text
        return self._cleaned(block)

    def _cleaned(self, part: P) -> P:
        values: dict[str, Any] = {one.name: self._value(getattr(part, one.name)) for one in fields(part)}
        return type(part)(**values)

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self._clean(value)
        if isinstance(value, Point):
            return self._cleaned(value)
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
    return _is_plain(text) or _compiles(_PROBE, text)
