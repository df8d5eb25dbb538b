"""The format-free document: what minutes say and in which order, never how they look."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from medreview.minutes.choices import Kind


@dataclass(frozen=True)
class Heading:
    """A heading on one line; level 1 is the document's title, so blocks use 2 to 4."""

    level: int
    text: str

    def texts(self) -> Iterator[str]:
        """Yield the heading."""
        yield self.text


@dataclass(frozen=True)
class Byline:
    """One line of small print under a heading, such as an item's type and case number."""

    text: str

    def texts(self) -> Iterator[str]:
        """Yield the line."""
        yield self.text


@dataclass(frozen=True)
class Facts:
    """Pairs of label and value; values may run over several lines."""

    rows: tuple[tuple[str, str], ...]

    def texts(self) -> Iterator[str]:
        """Yield label and value of every row."""
        for row in self.rows:
            yield from row


@dataclass(frozen=True)
class Table:
    """A table with one header row; `numbers` names the columns (from 0) that hold figures."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    numbers: frozenset[int] = frozenset()

    def texts(self) -> Iterator[str]:
        """Yield caption, header and cells, row by row, without the empty ones."""
        yield from filter(None, (self.caption, *self.header))
        for row in self.rows:
            yield from filter(None, row)


@dataclass(frozen=True)
class Paragraph:
    """Running text; its line breaks are kept."""

    text: str

    def texts(self) -> Iterator[str]:
        """Yield the text."""
        yield self.text


@dataclass(frozen=True)
class BulletList:
    """A list without an order."""

    items: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield the items."""
        yield from self.items


@dataclass(frozen=True)
class Note:
    """A remark of the program, such as "nothing to note"; `warns` where something is missing or odd."""

    text: str
    warns: bool = False

    def texts(self) -> Iterator[str]:
        """Yield the remark."""
        yield self.text


@dataclass(frozen=True)
class Resolution:
    """A decision: the verb of the minutes (*godkendt*) and its text, which may be empty."""

    verb: str
    text: str = ""

    def texts(self) -> Iterator[str]:
        """Yield verb and text."""
        yield from filter(None, (self.verb, self.text))


@dataclass(frozen=True)
class WritingRoom:
    """A prompt with empty lines to write on by hand."""

    prompt: str
    lines: int = 3

    def texts(self) -> Iterator[str]:
        """Yield the prompt."""
        yield self.prompt


@dataclass(frozen=True)
class SignatureLines:
    """A line to sign on for each of these persons."""

    signers: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield who signs."""
        yield from self.signers


@dataclass(frozen=True)
class Point:
    """One place on a chart's axis: what it is called (a year), its value, and the value as it is written."""

    label: str
    value: float | None = None
    """None where there is no figure; the axis keeps its place."""
    shown: str = ""


@dataclass(frozen=True)
class Chart:
    """The course of one indicator; `summary` tells in words what the picture shows, where there can be no picture."""

    title: str
    points: tuple[Point, ...]
    summary: str

    def texts(self) -> Iterator[str]:
        """Yield title and summary; the figures themselves stand in the table of indicators."""
        yield from (self.title, self.summary)


Block = (
    Heading | Byline | Facts | Table | Paragraph | BulletList | Note | Resolution | WritingRoom | SignatureLines | Chart
)


@dataclass(frozen=True)
class Letterhead:
    """What a municipality prints around its documents; no part of their text."""

    name: str = ""
    unit: str = ""
    footer: str = ""
    logo: bytes = b""
    """A picture, PNG or SVG; empty for none."""


@dataclass(frozen=True)
class Document:
    """One document in one language; `banner` says DRAFT or EXAMPLE on every page."""

    kind: Kind
    language: str
    title: str
    subject: str
    """The committee's full own name and the municipality."""
    banner: tuple[str, ...]
    blocks: tuple[Block, ...]
    day: date | None = None
    """The day that a file of it bears as its own: of the approval, of the meeting, or none yet."""
    seal: str = ""
    """Version and SHA-256 of the approved content in a sentence, printed on every page; empty for a draft."""
    stamp: str = ""
    """What a program needs to tell which content and choices a file shows (see `stamp`); ASCII, never printed."""
    letterhead: Letterhead = Letterhead()

    def texts(self) -> Iterator[str]:
        """Yield every text in the order in which it is read."""
        yield from self.banner
        yield self.title
        yield self.subject
        if self.seal:
            yield self.seal
        for block in self.blocks:
            yield from block.texts()


def lines_of(text: str) -> list[str]:
    """Return the text's lines without blank ones at either end."""
    return text.strip("\n").split("\n")


def with_colon(label: str) -> str:
    """Return a label as it stands before its value; a question keeps its own mark."""
    return label if label.endswith(("?", ":")) else f"{label}:"
