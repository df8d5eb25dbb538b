"""The schema: which one a file has, and whether it is exactly ours.

A file with a trigger, table or column more or less than ours would do with the words of a meeting what no test of ours
has ever seen, so its schema is compared as a whole before anything else is read from it.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Final

APPLICATION_ID: Final = 0x4D454452
"""`MEDR`, so that another program's file is never taken for an archive."""

SCHEMA: Final = 1
"""The schema this program writes, kept in `PRAGMA user_version`."""

FINGERPRINTS: Final[Mapping[int, str]] = {
    1: "cb1a01e2160992fd5e9c1e094bc603e3234fd87a180990ee8a97b9c5e87d2d41",
}
"""The fingerprint of every schema that was ever released, by its number; none of them ever changes."""

_WORD_OR_MARK: Final = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|\w+|[^\w\s]""")


def statements() -> list[str]:
    """Return what creates the schema in an empty file: tables, then indexes, then triggers.

    They are kept as text, so that a new archive is the same whatever library describes its tables later.
    """
    text = files("medreview.store").joinpath("schema.sql").read_text(encoding="utf-8")
    return text.strip().split("\n\n")


def is_ours(connection: sqlite3.Connection, version: int) -> bool:
    """Return whether the file has the schema of that number, no more and no less."""
    return version not in FINGERPRINTS or fingerprint(connection) == FINGERPRINTS[version]


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of all tables, indexes and triggers; spaces and the order of columns are no difference."""
    return sha256("\n".join(sorted(_parts(connection))).encode()).hexdigest()


def _parts(connection: sqlite3.Connection) -> Iterator[str]:
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
        if not name.startswith("sqlite_stat"):
            yield f"{kind} {name} {table} {_normalised(kind, sql or '')}"


def _normalised(kind: str, sql: str) -> str:
    """Return a statement with its words one space apart; a table's columns sorted, as a later one may stand last."""
    if kind != "table":
        return " ".join(sql.split())
    words = _WORD_OR_MARK.findall(sql)
    head, columns = words[: words.index("(")], _columns(words[words.index("(") + 1 :])
    return " ".join(head) + "\n\t" + "\n\t".join(sorted(columns))


def _columns(words: list[str]) -> Iterator[str]:
    """Yield what stands between the outer commas, then what stands after the bracket that closes the table."""
    depth, column = 1, list[str]()
    for word in words:
        depth += (word == "(") - (word == ")")
        if (depth == 1 and word == ",") or (depth == 0 and word == ")"):
            yield " ".join(column)
            column = []
        else:
            column.append(word)
    yield " ".join(column)
