"""What can be read of a damaged archive comes through, and what cannot is told."""

import os
import random
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from medreview.domain.errors import Refusal
from medreview.example import create_example
from medreview.operations.archives import open_archive
from medreview.operations.rescue import rescue, rescue_lines
from medreview.store import entities, queries
from tests.fault.damage import DAMAGES, PAGE, Spoil, become, cut, halve, overwrite
from tests.fault.reading import all_reviews, folder, read_all

pytestmark = pytest.mark.fault


@pytest.fixture(scope="module")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example archive in Danish, with the same ids each time: which page is hit is no matter of luck."""
    path = tmp_path_factory.mktemp("example") / "example.medreview"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "urandom", random.Random(1).randbytes)  # noqa: S311
        create_example(path, "da", date(2026, 11, 15))
    return path


@pytest.fixture
def archive_file(example_file: Path, tmp_path: Path) -> Path:
    """A copy of it for one test, alone in its folder."""
    folder = tmp_path / "archive"
    folder.mkdir()
    return Path(shutil.copy(example_file, folder / "archive.medreview"))


RESCUED: Final[dict[str, Spoil]] = {
    "garbage at the beginning": overwrite(0),
    "garbage in the schema": overwrite(0.03),
    **{f"garbage at {part} of the file": overwrite(part) for part in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)},
    "without its last byte": cut(-1),
    "a letter that became another": DAMAGES["a letter that became another"][0],
}


@pytest.mark.parametrize("name", RESCUED)
def test_one_bad_page_loses_nothing(archive_file: Path, name: str) -> None:
    with closing(open_archive(archive_file)) as archive:
        known = all_reviews(archive)
    RESCUED[name](archive_file)
    damaged = archive_file.read_bytes()
    rescued = rescue(archive_file)
    assert archive_file.read_bytes() == damaged
    assert rescued.kept.read_bytes() == damaged
    assert all(one.is_there for one in rescued.reviews)
    assert "9 of 9 reviews came through." in rescue_lines(rescued)
    with closing(open_archive(rescued.path)) as archive:
        read_all(archive)
        found = all_reviews(archive)
    changed = {name for name in known if known[name] != found[name]}
    assert changed <= {(one.committee, one.year) for one in rescued.reviews if one.doubtful or one.lost}


def test_of_half_a_file_comes_through_what_is_there(archive_file: Path) -> None:
    halve(archive_file)
    rescued = rescue(archive_file)
    assert any(one.is_there for one in rescued.reviews)
    assert not all(one.is_whole for one in rescued.reviews)
    with closing(open_archive(rescued.path)) as archive:
        read_all(archive)
        with archive.transaction() as session:
            assert entities.find(session, type(queries.committees(session)[0]))


@pytest.mark.parametrize("spoil", [become(b""), become(b"text" * PAGE), cut(1000)])
def test_where_nothing_can_be_read_no_archive_is_made(archive_file: Path, spoil: Spoil) -> None:
    spoil(archive_file)
    before = folder(archive_file)
    with pytest.raises(Refusal, match="nothing_to_rescue"):
        rescue(archive_file)
    assert folder(archive_file) == before


def test_a_second_rescue_makes_another_archive(archive_file: Path) -> None:
    overwrite(0.5)(archive_file)
    first, second = rescue(archive_file), rescue(archive_file)
    assert first.path != second.path
    assert first.kept == second.kept
