"""Markdown (CommonMark with GitHub's tables), in which user text never turns into markup."""

import re
from collections.abc import Iterable
from typing import Final

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

_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>|~#]|&(?=[#\w])")
_AT_START: Final = re.compile(r"^(?:(?=[-+=:])|\d{1,9}(?=[.)](?:\s|$)))")
_OUTER_SPACE: Final = re.compile(r"^\s+|\s+$")
_BLANK_LINE: Final = re.compile(r"(?<!\n)\n\n(?!\n)")
_RULE: Final = "---"


def render(document: Document) -> str:
    """Return the document as Markdown."""
    parts = [
        *(f"**{_inline(word)}**" for word in document.banner),
        f"# {_inline(document.title)}",
        _paragraph(document.subject),
        *([_paragraph(document.seal)] if document.seal else []),
        *(_block(block) for block in document.blocks),
        *([f"<!-- {document.stamp} -->"] if document.stamp else []),
    ]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_inline(text)}"
        case Byline(text) | Paragraph(text):
            return _paragraph(text)
        case Facts(rows):
            return "\n".join(_item(f"**{_inline(with_colon(label))}** ", value) for label, value in rows)
        case Table():
            return _table(block)
        case BulletList(texts):
            return "\n".join(_item("", text) for text in texts)
        case Note(text):
            return "\n".join(f"> {line}" for line in _paragraph(text).split("\n"))
        case Resolution(verb, text):
            return _paragraph(text, f"**{_inline(verb)}.** ").rstrip()
        case WritingRoom(prompt, lines):
            return "\n\n".join([_paragraph(prompt), *[_RULE] * lines])
        case SignatureLines(signers):
            return "\n\n".join(f"{_RULE}\n\n{_paragraph(signer)}" for signer in signers)
        case Chart(title, _, summary):
            return f"**{_inline(title)}**\n\n{_paragraph(summary)}"


def _table(table: Table) -> str:
    rules = ("--:" if column in table.numbers else "---" for column in range(len(table.header)))
    rows = [_row(map(_inline, table.header)), _row(rules), *(_row(map(_cell, row)) for row in table.rows)]
    caption = [f"**{_inline(table.caption)}**\n"] if table.caption else []
    return "\n".join([*caption, *rows])


def _paragraph(text: str, before: str = "") -> str:
    """A blank line parts two paragraphs; every other line break is a hard one."""
    first, *others = (lines_of(part) for part in _BLANK_LINE.split(text.strip("\n")))
    return "\n\n".join([before + _lines(first, free=not before), *map(_lines, others)])


def _item(before: str, text: str) -> str:
    return f"- {before}{_lines(lines_of(text), free=not before)}".replace("\n", "\n  ")


def _lines(lines: list[str], *, free: bool = True) -> str:
    """Join lines with hard breaks; `free` says that nothing stands before the first."""
    first, *others = lines
    return "\\\n".join([_line(first) if free else _inline(first), *map(_line, others)])


def _line(text: str) -> str:
    """A line of its own, whose start could be taken for a list, an underline or a table."""
    return _AT_START.sub(r"\g<0>\\", _inline(text))


def _inline(text: str) -> str:
    """Escape what is markup anywhere, and keep spaces at either end that Markdown would drop."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", text.replace("\n", " "))
    return _OUTER_SPACE.sub(lambda space: "".join(f"&#{ord(one)};" for one in space.group()), escaped)


def _cell(text: str) -> str:
    return "<br>".join(map(_inline, lines_of(text)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
