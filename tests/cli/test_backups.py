"""backup, restore and check: what they say, what they write, and their exit codes."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from medreview.operations import approval, backups, edit
from medreview.operations.archives import open_archive
from medreview.operations.selection import select_reviews
from medreview.paths import Paths
from medreview.settings import Settings
from tests.archives import a_full_review, an_approved_review, an_archive_with
from tests.cli.conftest import Program


@pytest.fixture
def own(places: Paths) -> Path:
    """The user's own archive, with the full review."""
    return an_archive_with(places.archive, a_full_review())


@pytest.fixture
def backup(own: Path, program: Program) -> Path:
    """A backup of it; something was written since."""
    made = Path(program("backup")[1].strip())
    _write(own, "Vi holder fire møder.")
    return made


def _write(path: Path, words: str) -> None:
    archive = open_archive(path)
    (dossier,) = select_reviews(archive)
    edit.change(archive, dossier.closing, how_we_cooperate=words)
    archive.close()


def _written(path: Path) -> str:
    archive = open_archive(path)
    (dossier,) = select_reviews(archive)
    archive.close()
    return dossier.closing.how_we_cooperate


def test_backup_says_where_it_is(own: Path, program: Program) -> None:
    code, out, err = program("backup")
    assert (code, err) == (0, "")
    [made] = backups.backups(own)
    assert out == f"{made.path}\n"
    assert made.is_verified


def test_backup_to_a_folder_while_the_archive_is_open(own: Path, program: Program, tmp_path: Path) -> None:
    archive = open_archive(own)
    code, out, _ = program("backup", "--output", tmp_path / "stick")
    archive.close()
    assert code == 0
    assert Path(out.strip()).parent == tmp_path / "stick"
    assert not backups.folder_of(own).exists()


def test_a_second_place_that_is_missing_is_said_and_blocks_nothing(
    own: Path, program: Program, settings: Callable[[Settings], None], tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    settings(Settings(language="en", backup_folder=str(stick)))
    code, out, err = program("backup")
    assert (code, len(out.splitlines())) == (0, 1)
    assert err == f"The second place for backups, {stick}, is not there. Connect it; the next backup goes there.\n"
    stick.mkdir()
    code, out, err = program("backup")
    assert (code, err) == (0, "")
    assert Path(out.splitlines()[1]).parent.parent == stick


@pytest.mark.parametrize("content", [None, b"", b"not an archive"])
def test_there_is_no_backup_of_what_is_no_archive(places: Paths, program: Program, content: bytes | None) -> None:
    if content is not None:
        places.archive.parent.mkdir(parents=True)
        places.archive.write_bytes(content)
    code, out, err = program("backup")
    assert (code, out) == (1, "")
    assert str(places.archive) in err
    assert not backups.folder_of(places.archive).exists()


def test_restore_says_what_it_takes_back_and_needs_a_yes_where_nobody_can_be_asked(
    own: Path, backup: Path, program: Program
) -> None:
    code, out, err = program("restore", "--language", "en", backup)
    assert code == 2
    assert "“Vi holder fire møder.”" in out
    assert "--yes" in err
    assert _written(own) == "Vi holder fire møder."
    code, out, err = program("restore", "--yes", "--language", "en", backup)
    assert (code, err) == (0, "")
    assert "“Vi holder fire møder.”" in out
    assert "The state before is kept: " in out
    assert _written(own) != "Vi holder fire møder."
    assert "Nothing was changed." in program("restore", "--yes", "--language", "en", backup)[1]


@pytest.mark.parametrize(("answer", "code"), [("ja", 0), ("Yes", 0), ("nej", 1), ("", 1), (None, 1)])
def test_restore_asks_at_a_terminal(
    own: Path, backup: Path, program: Program, monkeypatch: pytest.MonkeyPatch, answer: str | None, code: int
) -> None:
    def answered(_question: str) -> str:
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr("medreview.cli._is_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", answered)
    assert program("restore", backup)[0] == code
    assert (_written(own) != "Vi holder fire møder.") == (code == 0)


def test_a_damaged_backup_is_not_restored(own: Path, backup: Path, program: Program) -> None:
    os.truncate(backup, 5000)
    code, out, err = program("restore", "--yes", backup)
    assert (code, out) == (1, "")
    assert str(backup) in err
    assert _written(own) == "Vi holder fire møder."
    assert program("restore", "--yes", backup.with_name("gone"))[0] == 1


def test_restore_in_the_place_of_a_damaged_archive(own: Path, backup: Path, program: Program) -> None:
    own.write_bytes(b"")
    code, out, _ = program("restore", "--yes", "--language", "en", backup)
    assert code == 0
    assert "cannot be told" in out
    assert program("check")[0] == 0


@pytest.mark.parametrize("spoil", [Path.unlink, lambda own: own.write_bytes(b""), lambda own: own.write_bytes(b"x")])
def test_show_of_an_archive_that_is_lost_names_the_newest_backup(
    own: Path, backup: Path, program: Program, spoil: Callable[[Path], object]
) -> None:
    spoil(own)
    code, _, err = program("show", "--language", "en", "--archive", own)
    assert code == 1
    assert f'medreview restore --archive "{own}" "{backup}" goes back to the newest backup.' in err


def test_restore_of_an_archive_that_is_open_is_refused(own: Path, backup: Path, program: Program) -> None:
    archive = open_archive(own)
    assert program("restore", "--yes", backup)[0] == 1
    archive.close()
    assert _written(own) == "Vi holder fire møder."


def test_check_of_a_sound_archive_says_what_it_holds(own: Path, program: Program) -> None:
    code, out, err = program("check", "--language", "en")
    assert (code, err) == (0, "")
    assert out == f"{own} is sound: 1 committee, 1 review.\nThere is no backup of it yet.\n"
    made = Path(program("backup")[1].strip())
    assert "The newest backup, of " in program("check", "--language", "en")[1]
    assert program("check", made)[0] == 0


def test_check_beside_the_open_program(own: Path, program: Program) -> None:
    archive = open_archive(own)
    assert program("check")[0] == 0
    archive.close()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", None])
def test_check_of_a_damaged_archive_names_the_backup(
    own: Path, backup: Path, program: Program, content: bytes | None
) -> None:
    own.write_bytes(own.read_bytes()[:9000] if content is None else content)
    before = own.read_bytes()
    code, out, _ = program("check", "--language", "en")
    assert code == 1
    assert str(backup) in out
    assert own.read_bytes() == before


def test_check_sees_a_damaged_backup(own: Path, backup: Path, program: Program) -> None:
    os.truncate(backup, 5000)
    code, out, _ = program("check", "--language", "en")
    assert code == 1
    assert f"The backup {backup} is damaged.\nThere is no sound backup of it." in out


def test_check_sees_a_changed_approved_version(places: Paths, program: Program) -> None:
    path = an_archive_with(places.archive, an_approved_review())
    assert program("check")[0] == 0
    archive = open_archive(path)
    (dossier,) = select_reviews(archive)
    [version] = approval.versions(archive, dossier.review.id)
    archive.close()
    content = path.read_bytes()
    place = content.index(version.sha256.encode())
    path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
    assert program("check")[0] == 1


@pytest.mark.parametrize("kind", ["gone", "text", "folder"])
def test_check_of_what_is_no_archive(tmp_path: Path, program: Program, kind: str) -> None:
    path = tmp_path / "x"
    if kind == "text":
        path.write_text("hello")
    if kind == "folder":
        path.mkdir()
    code, out, _ = program("check", path)
    assert code == 2
    assert str(path) in out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_the_archive_and_its_backups_are_for_their_owner_alone(own: Path, backup: Path, program: Program) -> None:
    program("restore", "--yes", backup)
    kept = [own, *backups.folder_of(own).iterdir()]
    assert {one.stat().st_mode & 0o777 for one in kept} == {0o600}
