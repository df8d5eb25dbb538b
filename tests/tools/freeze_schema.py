"""Write the golden files of the present schema: `python -m tests.tools.freeze_schema`.

Only until that schema is released; afterwards its files and its fingerprint never change, and a change of the tables is
a new number with a migration.
"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from medreview.domain.wheel import WheelMatter
from medreview.operations import edit, exchange, reviews, whereabouts
from medreview.store import journal, schema
from medreview.store.archive import Archive, create_archive
from tests.archives import an_approved_review
from tests.store.golden import FOLDER, create_all, rows_of, schema_statements


def main() -> None:
    """Write the schema, a small archive of it, and its fingerprint into the source."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, patch.object(schema, "FINGERPRINTS", {}):
        _write_statements(Path(folder, "new"))
        path = Path(folder, "archive.medreview")
        with closing(create_archive(path)) as archive, patch.object(journal, "node", lambda: "laptop"):
            _fill(archive)
        with closing(sqlite3.connect(path)) as connection:
            _write("archive", "\n".join(rows_of(connection)))
            fingerprint = schema.fingerprint(connection)
    source = Path(schema.__file__)
    line = f'    {schema.SCHEMA}: "{fingerprint}",'
    known = re.sub(rf"\n    {schema.SCHEMA}: .*", "", source.read_text(encoding="utf-8"))
    opening = "FINGERPRINTS: Final[Mapping[int, str]] = {"
    source.write_text(
        re.sub(rf"({re.escape(opening)}(?:\n    .*)*?)\n?}}", rf"\1\n{line}\n}}", known), encoding="utf-8"
    )


def _write_statements(path: Path) -> None:
    """Write what creates the tables, indexes and triggers as the program describes them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        create_all(connection)
        text = "\n\n".join(schema_statements(connection))
    Path(schema.__file__).with_name("schema.sql").write_text(text + "\n", encoding="utf-8")
    _write("schema", text)


def _fill(archive: Archive) -> None:
    """An approved year with something in every part, the next one begun, and a matter of the annual wheel."""
    dossier = an_approved_review()
    exchange.store_review(archive, dossier)
    begun = reviews.start_review(archive, dossier.committee.id, dossier.review.year + 1)
    edit.change(archive, begun.content, works_well="Vi taler om det, som er svært.")
    edit.change(archive, begun.committee, level_name="lokalt niveau")
    edit.add(archive, WheelMatter(committee_id=dossier.committee.id, text="Sygefraværsstatistik", months=(2, 8)))
    whereabouts.remember_place(archive, dossier.committee.id, begun.review.id, "goals")


def _write(name: str, text: str) -> None:
    (FOLDER / f"{name}-{schema.SCHEMA}.sql").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
