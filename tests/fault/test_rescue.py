"""What can be read of a damaged archive comes through, and what cannot is told."""

import os
import random
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from medreview.domain.errors import Refusal
from medreview.example import create_example
from medreview.operations import drafts, example_mark
from medreview.operations.archives import open_archive
from medreview.operations.rescue import Rescue, rescue, rescue_lines
from medreview.store import entities, queries
from tests.fault.damage import DAMAGES, PAGE, Spoil, become, cut, execute, halve, overwrite
from tests.fault.reading import all_reviews, folder, read_all

pytestmark = pytest.mark.fault


SEEDS: Final = 3 if "MEDREVIEW_FAULT_ROUNDS" in os.environ else 1

Examples = Callable[[int], Path]
"""Returns the example archive whose ids come of a seed: what a page holds differs with them, but is no matter of luck.
"""


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Examples:
    """The example archives in Danish, each made once."""
    root = tmp_path_factory.mktemp("examples")

    @cache
    def made(seed: int) -> Path:
        path = root / f"{seed}.medreview"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "urandom", random.Random(seed).randbytes)  # noqa: S311
            create_example(path, "da", date(2026, 11, 15))
        return path

    return made


@pytest.fixture
def archive_file(examples: Examples, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of one of them for one test, alone in its folder; tests of many cases take turns with the seeds."""
    folder = tmp_path / "archive"
    folder.mkdir()
    name = getattr(request.node, "callspec", None) and request.node.callspec.params.get("name")
    seed = list(RESCUED).index(name) % SEEDS if name else 0
    return Path(shutil.copy(examples(seed), folder / "archive.medreview"))


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
    assert {name for name in known if known[name] != found[name]} <= _told(rescued)


def _told(rescued: Rescue) -> set[tuple[str, int]]:
    """Return the reviews of which is told that something is lost or may be wrong, be it in their committee."""
    return {
        (one.committee, one.year)
        for one in rescued.reviews
        if one.doubtful or one.lost or one.committee in rescued.doubtful
    }


def test_a_member_who_left_after_minutes_were_approved_stays_as_the_table_knows_them(archive_file: Path) -> None:
    """What an approved version knows of a member may be old; where the journal lost the change, too, that is told."""
    with closing(open_archive(archive_file)) as archive:
        known = all_reviews(archive)
    execute("DELETE FROM journal_change WHERE entry = 'member' AND before IS NOT NULL")(archive_file)
    rescued = rescue(archive_file)
    with closing(open_archive(rescued.path)) as archive:
        assert all_reviews(archive) == known
    assert rescued.doubtful
    assert any("please check the committee and its members" in line for line in rescue_lines(rescued))


def test_a_member_of_whom_only_an_approved_version_is_left_may_be_old(archive_file: Path) -> None:
    execute(
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM member WHERE name = 'Peter Strand'",
        "DELETE FROM journal_change WHERE entry = 'member'",
    )(archive_file)
    rescued = rescue(archive_file)
    with closing(open_archive(rescued.path)) as archive:
        members = {member.name for dossier in all_reviews(archive).values() for member in dossier.members}
    assert "Peter Strand" in members
    assert rescued.doubtful


def test_what_the_journal_half_lost_and_the_table_still_has_is_not_left_out(archive_file: Path) -> None:
    """A row that was removed and put back: where only the removal is left in the journal, the row itself counts."""
    with closing(open_archive(archive_file)) as archive:
        known = all_reviews(archive)
    execute(
        "UPDATE journal_change SET before = '{' WHERE id = 1",
        "UPDATE journal_change SET after = NULL WHERE id = (SELECT max(id) FROM journal_change WHERE entry = 'goal')",
    )(archive_file)
    rescued = rescue(archive_file)
    with closing(open_archive(rescued.path)) as archive:
        found = all_reviews(archive)
    assert {name: one.goals for name, one in known.items()} == {name: one.goals for name, one in found.items()}


def test_what_was_typed_and_not_stored_yet_comes_along(archive_file: Path) -> None:
    with closing(open_archive(archive_file)) as archive:
        drafts.keep(archive, drafts.Draft.at("Approve"), fields={"amendments": "not yet [/b]"})
    overwrite(0.5)(archive_file)
    with closing(open_archive(rescue(archive_file).path)) as archive:
        assert drafts.load(archive)["Approve"].fields == {"amendments": "not yet [/b]"}
        assert not example_mark.is_example(archive)


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
