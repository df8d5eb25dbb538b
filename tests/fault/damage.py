"""Ways to spoil an archive, by name, and the code with which each is refused."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final
from zipfile import ZipFile

PAGE: Final = 4096

Spoil = Callable[[Path], None]
"""Changes the file at a path."""


def cut(size: int) -> Spoil:
    """Keep so many bytes; negative leaves out so many at the end."""
    return lambda path: _put(path, path.read_bytes()[:size])


def halve(path: Path) -> None:
    """Keep the first half, in the middle of a page."""
    _put(path, path.read_bytes()[: path.stat().st_size // 2 + 77])


def overwrite(part: float) -> Spoil:
    """Put garbage in the place of a page: 0 is the first, 1 the last."""

    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        start = int((len(content) // PAGE - 1) * part) * PAGE
        content[start : start + PAGE] = b"\xa5" * PAGE
        _put(path, bytes(content))

    return spoil


def header(start: int, value: int) -> Spoil:
    """Put another number of four bytes into the header."""

    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[start : start + 4] = value.to_bytes(4, "big")
        _put(path, bytes(content))

    return spoil


def become(content: bytes) -> Spoil:
    """Have other content, as a file of another program that was renamed."""
    return lambda path: _put(path, content)


def zipped(path: Path) -> None:
    """Become a zip archive, as a Word document is one, with the archive inside."""
    whole = path.read_bytes()
    with ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/archive.medreview", whole)


def execute(*statements: str) -> Spoil:
    """Do what another program might do with SQLite."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return spoil


def change_a_letter(path: Path) -> None:
    """Change a letter of a member's name in its row alone, as a bit that flips on the disk does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (trigger,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'member_update_journal'").fetchone()
        connection.execute("DROP TRIGGER member_update_journal")
        connection.execute("UPDATE member SET name = 'x' || substr(name, 2) WHERE rowid = 1")
        connection.execute(trigger)


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


DAMAGES: Final[Mapping[str, tuple[Spoil, str]]] = {
    "empty": (become(b""), "archive_empty"),
    "cut after 1 byte": (cut(1), "not_an_archive"),
    "cut after 15 bytes": (cut(15), "not_an_archive"),
    "cut after 16 bytes": (cut(16), "archive_damaged"),
    "cut after 100 bytes": (cut(100), "archive_damaged"),
    "cut after 1000 bytes": (cut(1000), "archive_damaged"),
    "cut in half": (halve, "archive_damaged"),
    "without its last byte": (cut(-1), "archive_damaged"),
    "without its last page": (cut(-PAGE), "archive_damaged"),
    "garbage at the beginning": (overwrite(0), "not_an_archive"),
    "garbage in the schema": (overwrite(0.03), "archive_damaged"),
    "garbage in the middle": (overwrite(0.5), "archive_damaged"),
    "garbage at the end": (overwrite(1), "archive_damaged"),
    "zeros": (become(bytes(PAGE * 20)), "not_an_archive"),
    "a text": (become("Referat af mødet, æøå [/b]\n".encode() * 300), "not_an_archive"),
    "a JPEG": (become(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" * 2000), "not_an_archive"),
    "a PDF": (become(b"%PDF-1.7\n" * 2000), "not_an_archive"),
    "a zip or Word document": (zipped, "not_an_archive"),
    "another program's database": (execute("PRAGMA application_id = 1"), "not_an_archive"),
    "no application id": (header(68, 0), "not_an_archive"),
    "a newer schema": (header(60, 99), "archive_newer"),
    "no schema number": (header(60, 0), "archive_damaged"),
    "an extra trigger": (
        execute("CREATE TRIGGER x AFTER UPDATE ON goal BEGIN DELETE FROM review; END"),
        "archive_altered",
    ),
    "a missing trigger": (execute("DROP TRIGGER goal_update_sealed"), "archive_altered"),
    "an extra column": (execute("ALTER TABLE goal ADD COLUMN extra TEXT"), "archive_altered"),
    "a missing column": (execute("ALTER TABLE setting DROP COLUMN value"), "archive_altered"),
    "a renamed column": (execute("ALTER TABLE setting RENAME COLUMN value TO wert"), "archive_altered"),
    "an extra table": (execute("CREATE TABLE addresses (name TEXT)"), "archive_altered"),
    "a missing table": (execute("DROP TABLE setting"), "archive_altered"),
    "a missing index": (execute("DROP INDEX ix_goal_year"), "archive_altered"),
    "a view": (execute("CREATE VIEW x AS SELECT * FROM goal"), "archive_altered"),
    "a row without its owner": (
        execute("PRAGMA foreign_keys = OFF", "UPDATE member SET committee_id = 'x'"),
        "archive_damaged",
    ),
    "a letter that became another": (change_a_letter, "archive_damaged"),
}
