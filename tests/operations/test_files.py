"""Files: whole or not at all, never over another one, and with names every system takes."""

import errno
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.errors import Refusal
from medreview.operations import files
from medreview.operations.files import NAME_LIMIT, replace_file, safe_name, write_new_files


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("2026-11-22 Referat Solgården lokal-MED", "2026-11-22 Referat Solgården lokal-MED.md"),
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j.md"),
        ("../../etc/passwd", "-..-etc-passwd.md"),
        ("  Referat.  ", "Referat.md"),
        ("con", "_con.md"),
        ("LPT1", "_LPT1.md"),
        ("aux.referat", "_aux.referat.md"),
        ("COM¹", "_COM¹.md"),
        ("console", "console.md"),
        ("a\x00b\nc\x1b]0;x\x07d", "a-b-c-]0;x-d.md"),
        ("", "_.md"),
        (" . ", "_.md"),
    ],
)
def test_names(stem: str, name: str) -> None:
    assert safe_name(stem, ".md") == name


def test_long_names_leave_room_for_a_number() -> None:
    assert len(safe_name("æ" * 500, ".html")) <= NAME_LIMIT - len(" (999)")
    assert len(safe_name("😀" * 500, ".html").encode()) <= 255


@given(st.text(max_size=300))
def test_any_name_is_one_file_in_the_folder(stem: str) -> None:
    name = safe_name(stem, ".txt")
    assert Path(name).name == name
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name.endswith(".txt")
    assert not name.removesuffix(".txt").endswith((" ", "."))
    assert safe_name(name.removesuffix(".txt"), ".txt") == name


def names_in(folder: Path) -> list[str]:
    """Return what lies in the folder."""
    return sorted(path.name for path in folder.iterdir())


def test_new_files_are_written_whole(tmp_path: Path) -> None:
    folder = tmp_path / "nye" / "referater"
    written = write_new_files(folder, {"a.md": "# æøå\n".encode(), "a.txt": b"linje\r\nlinje"})
    assert written == (folder / "a.md", folder / "a.txt")
    assert written[0].read_bytes() == "# æøå\n".encode()
    assert names_in(folder) == ["a.md", "a.txt"]


def test_a_name_that_is_taken_gets_a_number_with_all_its_formats(tmp_path: Path) -> None:
    tmp_path.joinpath("a.md").write_text("mit", encoding="utf-8")
    for number in (2, 3):
        write_new_files(tmp_path, {"a.md": str(number).encode(), "a.txt": str(number).encode()})
    assert names_in(tmp_path) == ["a (2).md", "a (2).txt", "a (3).md", "a (3).txt", "a.md"]
    assert tmp_path.joinpath("a.md").read_text(encoding="utf-8") == "mit"


def test_a_dangling_link_is_a_name_that_is_taken(tmp_path: Path) -> None:
    tmp_path.joinpath("a.md").symlink_to(tmp_path / "elsewhere")
    assert write_new_files(tmp_path, {"a.md": b"x"}) == (tmp_path / "a (2).md",)
    assert not tmp_path.joinpath("elsewhere").exists()


@pytest.mark.parametrize("folder", ["file", "file/below"])
def test_a_file_is_no_folder(tmp_path: Path, folder: str) -> None:
    tmp_path.joinpath("file").write_text("x", encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        write_new_files(tmp_path / folder, {"a.md": b"x"})
    assert refusal.value.code in ("not_a_folder", "cannot_write")
    assert names_in(tmp_path) == ["file"]


def failing(monkeypatch: pytest.MonkeyPatch, code: int, succeed: int = 0) -> None:
    """Let `fsync` fail with an error number after so many successes."""
    calls = iter(range(succeed))

    def fsync(_: int) -> None:
        if next(calls, None) is None:
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize(("code", "refused"), [(errno.ENOSPC, "no_room"), (errno.EACCES, "cannot_write")])
@pytest.mark.parametrize("succeed", [0, 1])
def test_a_failure_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, refused: str, succeed: int
) -> None:
    failing(monkeypatch, code, succeed)
    with pytest.raises(Refusal, match=refused):
        write_new_files(tmp_path, {"a.md": b"x", "a.txt": b"y"})
    assert names_in(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_really_is_full(tmp_path: Path) -> None:
    import resource

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))
    try:
        with pytest.raises(Refusal, match="no_room"):
            write_new_files(tmp_path, {"a.md": b"x" * 100_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert names_in(tmp_path) == []


def test_a_file_that_came_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_free_names", lambda _, contents: list(contents))
    tmp_path.joinpath("b.md").write_text("mit", encoding="utf-8")
    with pytest.raises(Refusal, match="file_exists"):
        write_new_files(tmp_path, {"a.md": b"x", "b.md": b"x"})
    assert names_in(tmp_path) == ["b.md"]
    assert tmp_path.joinpath("b.md").read_text(encoding="utf-8") == "mit"


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no hard links here")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows renames without hard links")
def test_a_stick_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    assert write_new_files(tmp_path, {"a.md": b"x"})[0].read_text(encoding="utf-8") == "x"
    monkeypatch.setattr(Path, "replace", _no_links)
    with pytest.raises(Refusal, match="cannot_write"):
        write_new_files(tmp_path, {"b.md": b"x"})
    assert names_in(tmp_path) == ["a.md"]


def test_the_programs_own_file_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ny" / "settings.json"
    replace_file(path, "1")
    replace_file(path, "2")
    failing(monkeypatch, errno.ENOSPC)
    with pytest.raises(Refusal, match="no_room"):
        replace_file(path, "3")
    assert path.read_text(encoding="utf-8") == "2"
    assert names_in(path.parent) == ["settings.json"]


def test_a_scanner_that_holds_the_file_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PAUSES", (0.0, 0.0))
    held = iter([True, True])
    moved: list[bool] = []

    def move() -> None:
        if next(held, False):
            raise PermissionError
        moved.append(True)

    files._patiently(move)
    assert moved == [True]


def test_a_scanner_that_never_lets_go(monkeypatch: pytest.MonkeyPatch) -> None:
    def move() -> None:
        raise PermissionError

    monkeypatch.setattr(files, "_PAUSES", (0.0,))
    with pytest.raises(PermissionError):
        files._patiently(move)


def test_a_scanner_that_lets_go_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PAUSES", (60.0,))
    files._patiently(lambda: None)
