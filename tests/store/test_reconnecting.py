"""A drive that was away and is there again: the archive goes on in the file it left, and in no other."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from medreview.domain.errors import Refusal
from medreview.operations import committees, edit
from medreview.operations.archives import Archive, create_archive, open_archive, open_to_read
from tests.operations.worlds import a_stored_committee

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the open files are found as Linux does")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive with a committee."""
    archive = create_archive(tmp_path / "archive.medreview")
    a_stored_committee(archive)
    return archive


def pull_out(archive: Archive) -> None:
    """Let every read and write of the open file fail, as on a drive that was pulled out."""
    folder = os.open(archive.path.parent, os.O_RDONLY)
    for one in Path("/proc/self/fd").iterdir():
        if one.exists() and one.resolve() == archive.path.resolve():
            os.dup2(folder, int(one.name))
    os.close(folder)


def plug_in(archive: Archive, from_copy: Path) -> None:
    """Let a file lie at the path that has another number, and a lock file that nobody holds."""
    for path in archive.path.parent.glob(".*.lock"):
        path.unlink()
        path.touch()
    from_copy.replace(archive.path)


def rename(archive: Archive, name: str) -> None:
    [committee] = committees.list_committees(archive)
    edit.change(archive, committee, name=name)


def name_in(path: Path) -> str:
    with closing(open_to_read(path)) as archive:
        [committee] = committees.list_committees(archive)
        return committee.name


def test_it_goes_on_where_it_was_left(archive: Archive, tmp_path: Path) -> None:
    rename(archive, "before")
    copy = Path(shutil.copy(archive.path, tmp_path / "drive"))
    pull_out(archive)
    archive.path.unlink()
    with pytest.raises(Refusal, match="archive_vanished"):
        rename(archive, "while away")
    plug_in(archive, copy)
    rename(archive, "after")
    assert name_in(archive.path) == "after"
    with pytest.raises(Refusal, match="open_elsewhere"):
        open_archive(archive.path)
    archive.close()
    with closing(open_archive(archive.path)) as again:
        rename(again, "later")


def test_the_same_file_is_taken_again(archive: Archive) -> None:
    pull_out(archive)
    with pytest.raises(Refusal, match="disk_error"):
        rename(archive, "while away")
    rename(archive, "after")
    assert name_in(archive.path) == "after"


def test_an_older_state_is_not_written_to(archive: Archive, tmp_path: Path) -> None:
    copy = Path(shutil.copy(archive.path, tmp_path / "drive"))
    rename(archive, "newer")
    pull_out(archive)
    plug_in(archive, copy)
    before = archive.path.read_bytes()
    for _ in range(2):
        with pytest.raises(Refusal, match="disk_error"):
            rename(archive, "after")
    assert archive.path.read_bytes() == before


def test_what_somebody_else_has_by_now_is_left_to_them(archive: Archive, tmp_path: Path) -> None:
    copy = Path(shutil.copy(archive.path, tmp_path / "drive"))
    pull_out(archive)
    plug_in(archive, copy)
    with closing(open_archive(archive.path)) as other:
        for _ in range(2):
            with pytest.raises(Refusal, match="disk_error"):
                rename(archive, "ours")
        rename(other, "theirs")
    assert name_in(archive.path) == "theirs"
