"""The example archive: an invented municipality with three committees, two finished years and one prepared."""

from datetime import date
from pathlib import Path
from typing import Final

from medreview.domain.committee import Language
from medreview.example import story
from medreview.example.telling import tell_committee
from medreview.operations import example_mark, whereabouts
from medreview.operations.archives import Archive, create_archive

COMMITTEES: Final = ("main", "depot", "solgarden")
"""The committees by the name of their story; the last is the one the example opens on."""


def create_example(path: Path, language: str, today: date) -> None:
    """Create the example archive in that language at `path`, its years lying around `today`.

    Raises:
        Refusal: `file_exists`, `cannot_write` or `disk_full`; nothing is left behind.
    """
    archive = create_archive(path)
    try:
        _fill(archive, language, today)
    except BaseException:
        archive.close()
        path.unlink(missing_ok=True)
        raise
    archive.close()


def _fill(archive: Archive, language: str, today: date) -> None:
    read = story.Reader(Language(language), today)
    example_mark.begin_example(archive)
    for name in COMMITTEES:
        committee_id = tell_committee(archive, read, name)
    whereabouts.remember_place(archive, committee_id, None, "preparation")
    example_mark.mark_as_example(archive)
