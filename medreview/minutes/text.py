"""Plain text in 78 columns, with tables whose long cells run on below each other."""

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from medreview.minutes.columns import column_widths
from medreview.minutes.document import (
    Block,
    BulletList,
    Byline,
    Chart,
    Document,
    Facts,
    Heading,
    Note,
    Paragraph,
    Resolution,
    SignatureLines,
    Table,
    WritingRoom,
    lines_of,
    with_colon,
)

WIDTH: Final = 78

_GAP: Final = "  "
_LABEL_WIDTH: Final = 30
_UNDERLINES: Final = {1: "=", 2: "-", 3: "."}


def render(document: Document) -> str:
    """Return the document as plain text."""
    parts = [
        *([" · ".join(document.banner)] if document.banner else []),
        _heading(1, document.title),
        _wrapped(document.subject),
        *([_wrapped(document.seal)] if document.seal else []),
        *(_block(block) for block in document.blocks),
    ]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return _heading(level, text)
        case Byline(text) | Paragraph(text):
            return _wrapped(text)
        case Facts(rows):
            return "\n".join(_facts(rows))
        case Table():
            return "\n".join(_table(block))
        case BulletList(texts):
            return "\n".join(_hanging("- ", text) for text in texts)
        case Note(text):
            return _hanging("> ", text)
        case Resolution(verb, text):
            return _wrapped(f"{verb.upper()}. {text}".rstrip())
        case WritingRoom(prompt, lines):
            return "\n\n".join([_wrapped(prompt), *["_" * WIDTH] * lines])
        case SignatureLines(signers):
            return "\n\n".join(f"\n{'_' * (WIDTH // 2)}\n{_wrapped(signer)}" for signer in signers)
        case Chart(title, _, summary):
            return f"{_wrapped(title)}\n{_wrapped(summary)}"


def _heading(level: int, text: str) -> str:
    """Headings are underlined, the main ones with a line of air above."""
    lines = _wrap(text, WIDTH)
    if level in _UNDERLINES:
        lines.append(_UNDERLINES[level] * max(map(len, lines)))
    return "\n".join(["", *lines] if level == 2 else lines)


def _facts(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Values stand in a column; a label too long for its own stands on a line above."""
    width = min(max(len(with_colon(label)) for label, _ in rows), _LABEL_WIDTH)
    for label, value in rows:
        name = with_colon(label)
        if len(name) > width:
            yield from _wrap(name, WIDTH)
            name = ""
        yield _hanging(f"{name:{width}}{_GAP}", value)


def _hanging(first: str, text: str) -> str:
    """Lines of which the first begins with `first` and the others are as far in."""
    lines = _wrap(text, WIDTH - len(first))
    return "\n".join((first if number == 0 else " " * len(first)) + line for number, line in enumerate(lines)).rstrip()


def _wrapped(text: str) -> str:
    return "\n".join(_wrap(text, WIDTH))


def _wrap(text: str, width: int, *, hard: bool = False) -> list[str]:
    """Wrap every line of the text; only `hard` breaks a word, such as a long address, that is wider."""
    return [part for line in lines_of(text) for part in _wrap_line(line, width, hard) or [""]]


def _wrap_line(line: str, width: int, hard: bool) -> list[str]:
    return wrap(line, width, replace_whitespace=False, break_long_words=hard, break_on_hyphens=False)


def _table(table: Table) -> Iterator[str]:
    """Caption, header, a rule, and the rows; a blank line between rows where one of them has several lines."""
    widths = column_widths(table, WIDTH - len(_GAP) * (len(table.header) - 1))
    rows = [_row(row, widths, table.numbers) for row in table.rows]
    if table.caption:
        yield from [*_wrap(table.caption, WIDTH), ""]
    yield from _row(table.header, widths, table.numbers)
    yield _GAP.join("-" * width for width in widths)
    between = "\n\n" if any(len(row) > 1 for row in rows) else "\n"
    yield between.join("\n".join(row) for row in rows)


def _row(cells: tuple[str, ...], widths: list[int], numbers: frozenset[int]) -> list[str]:
    columns = [_wrap(cell, width, hard=True) for cell, width in zip(cells, widths, strict=True)]
    return [
        _GAP.join(
            f"{part:>{width}}" if column in numbers else f"{part:{width}}"
            for column, (part, width) in enumerate(zip(parts, widths, strict=True))
        ).rstrip()
        for parts in zip_longest(*columns, fillvalue="")
    ]
