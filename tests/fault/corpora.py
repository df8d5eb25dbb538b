"""Text that somebody might plant to command the terminal, the program or the eye, and harmless text as wide."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, Final

from rich.cells import cell_len

from medreview.domain.base import Entity
from medreview.domain.cleaning import LINE_LIMIT, clean_text
from medreview.store.entities import table_of
from medreview.store.tables import ROWS

MARKUP: Final = (
    "[/",
    "[/b]",
    "[red]",
    "[[",
    "\\[",
    "[@click=app.quit]x[/]",
    '{"a":[true]}',
    "$x $error",
    "[$error]z[/]",
    "{name} %s {0}",
    ":warning:",
    "<b>&amp;",
)

ESCAPES: Final = {
    "OSC 52 with BEL": "\x1b]52;c;aGVq\x07",
    "OSC 52 with ST": "\x1b]52;p;aGVq\x1b\\",
    "OSC 0": "\x1b]0;owned\x07",
    "OSC 8": "\x1b]8;;http://x.y\x1b\\here\x1b]8;;\x1b\\",
    "CSI 2J": "\x1b[2J",
    "CSI 6n": "\x1b[6n",
    "CSI H": "\x1b[77;77H",
    "SGR": "\x1b[5;31;47m",
    "DCS": "\x1bP$qm\x1b\\",
    "APC": "\x1b_Gf=32\x1b\\",
    "PM": "\x1b^hush\x1b\\",
    "reset": "\x1bc",
    "mode": "\x1b[?1049l",
    "C1 CSI": "\x9b31m",
    "C1 OSC": "\x9d0;c1\x9c",
    "C1 DCS": "\x90q\x9c",
    "lone ESC": "end\x1b",
    "others": "a\x07b\x08c\x0ed\x0fe\x7ff\x0bg\x0ch",
}

ODD: Final = (
    "\u202eright to left\u202c\u2066x\u2069",
    "zero\u200bwidth\ufeff\u2060s",
    "pa\u200cir\u200ded",
    "so\u00adft",
    "Ba\u030ak A\u030ase o\u0308",
    "漢字 😀 bred",
    "æøå ÆØÅ ß",
    "line\r\nbreak\u2028s\x85t\tab",
    "\U000e0041tag\U000e007f",
)

MARKS: Final = "e" + "\u0301" * 100
"""A letter under a hundred marks."""

NUL: Final = "nul\x00l"
"""What SQLite cuts when it quotes it, so that the journal tells another story than the row."""

HOSTILE: Final = (*MARKUP, *ESCAPES.values(), *ODD, MARKS)

HOSTILE_NAME: Final = "[red]x [@click=app.quit] \x1b]0;owned\x07\x1b[2J \u202e漢 a\u030a {name} \udcff"
"""The name of a file or folder that somebody might bring along; the last character is half of one."""

_KEYS: Final = {"step", "template", "language", "content", "sha256"}
"""Fields whose text is a key or a form of the program's own."""


def text_fields(kind: type[Entity]) -> Iterator[tuple[str, int]]:
    """Yield the fields of an entity that hold free text, with the most characters they take."""
    for name, info in kind.model_fields.items():
        if info.annotation is str and name not in _KEYS:
            limits = (getattr(one, "max_length", None) for one in info.metadata)
            yield name, min([one for one in limits if one], default=LINE_LIMIT)


_LIMITS: Final = {name: limit for kind in ROWS for name, limit in text_fields(kind)}
"""The most characters of each free text, by its name."""


@cache
def mixture(start: int, limit: int = LINE_LIMIT) -> str:
    """Return as many of the hostile texts as fit, from the `start`-th on."""
    text = ""
    for number in range(len(HOSTILE)):
        longer = f"{text} {HOSTILE[(start + number) % len(HOSTILE)]}".strip(" ")
        if len(clean_text(longer)) > limit:
            break
        text = longer
    return text


def mixture_for(number: int, limit: int) -> str:
    """Return hostile text for a field, other text for each; no field gets more than a few lines of it."""
    return mixture(number, min(limit, LINE_LIMIT))


@cache
def harmless(text: str) -> str:
    """Return text of the same shape on a screen in which there is nothing but x and 漢."""
    return "".join(one if one in " \n" else ("", "x", "漢")[cell_len(one)] for one in clean_text(text))


def plant(path: Path, planted: Callable[[int, int], str]) -> None:
    """Write into every free text of an archive, past the program, as a step of its journal.

    `planted` returns a text, given the number of the field and the most characters it takes.
    """
    numbers = count()
    with unguarded(path, "%sealed") as connection:
        step = ("2026-11-22T09:00:00.000+00:00", planted(0, LINE_LIMIT), "edit", "planted")
        connection.execute("INSERT INTO journal_step (at, device, deed, run) VALUES (?, ?, ?, ?)", step)
        for kind in ROWS:
            table = table_of(kind)
            for (key,) in connection.execute(f"SELECT id FROM {table} ORDER BY rowid").fetchall():  # noqa: S608
                values = {name: planted(next(numbers), limit) for name, limit in text_fields(kind)}
                _set(connection, table, values, key)
        for key, content in connection.execute("SELECT id, content FROM version").fetchall():
            text = json.dumps(_planted_in(json.loads(content), planted), ensure_ascii=False)
            _set(connection, "version", {"content": text, "sha256": sha256(text.encode()).hexdigest()}, key)


def spoil(path: Path, table: str, column: str, value: object) -> None:
    """Write one value into a column of every row of a table; the journal, which would tell, is emptied."""
    with unguarded(path) as connection:
        connection.execute(f'UPDATE OR IGNORE {table} SET "{column}" = ?', (value,))  # noqa: S608
        connection.execute("DELETE FROM journal_change")


def _set(connection: sqlite3.Connection, table: str, values: Mapping[str, object], key: str) -> None:
    if values:
        setting = ", ".join(f'"{name}" = ?' for name in values)
        connection.execute(f"UPDATE {table} SET {setting} WHERE id = ?", (*values.values(), key))  # noqa: S608


def _planted_in(value: Any, planted: Callable[[int, int], str], limit: int = 0) -> Any:
    """Return JSON with other texts in it; a text that is `limit` 0 is none of those."""
    if isinstance(value, dict):
        return {name: _planted_in(one, planted, _LIMITS.get(name, 0)) for name, one in value.items()}
    if isinstance(value, list):
        return [_planted_in(one, planted) for one in value]
    return planted(len(value), limit) if limit and isinstance(value, str) else value


@contextmanager
def unguarded(path: Path, triggers: str = "%") -> Iterator[sqlite3.Connection]:
    """Yield a connection to an archive without triggers of such names; they come back at the end as they were."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE ? ORDER BY rowid"
        dropped = connection.execute(query, (triggers,)).fetchall()
        for name, _ in dropped:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, statement in dropped:
            connection.execute(statement)
        connection.execute("COMMIT")
