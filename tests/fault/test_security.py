"""The machine it runs on: files for the owner alone, no network, and nothing touched but the program's own."""

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from medreview.log import note_error
from medreview.minutes import Choices, Kind
from medreview.operations import approval, backups, copies, export, files
from medreview.operations.archives import create_archive
from medreview.settings import Settings, save_settings
from tests.checks.project import ROOT, run_python
from tests.operations.worlds import a_started_review, held
from tests.tools import audit

pytestmark = pytest.mark.fault

OWNER_ALONE: Final = 0o077
"""The rights that nobody else has."""

posix = pytest.mark.skipif(os.name != "posix", reason="Windows gives a file the rights of its folder, the user's own")


@pytest.fixture(params=[0o000, 0o022], ids=["nothing masked", "as usual"])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@posix
@pytest.mark.usefixtures("_umask")
def test_only_the_owner_reads_what_the_program_keeps(tmp_path: Path) -> None:
    data = tmp_path / "data"
    archive = create_archive(data / "archive.medreview")
    year = date.today().year - 1
    dossier = held(archive, a_started_review(archive, year))
    backups.make_backup(archive)
    second = tmp_path / "second"
    second.mkdir(mode=0o700)
    backups.copy_to_second_place(archive.path, second)
    approval.approve(archive, dossier.review, date(year, 12, 1), "Karen Lund", "")
    assert copies.keep_copies(archive, dossier.review.id)
    save_settings(Settings(), tmp_path / "config" / "settings.json")
    note_error(tmp_path / "logs", ValueError())
    archive.close()
    kept = [
        data,
        *data.rglob("*"),
        *second.rglob("*"),
        *(tmp_path / "config").rglob("*"),
        *(tmp_path / "logs").rglob("*"),
    ]
    kept += [tmp_path / "config", tmp_path / "logs"]
    assert {"archive.medreview", "settings.json", "errors.log", "archive-approved", "archive-backups"} <= {
        one.name for one in kept
    }
    assert [one for one in kept if one.stat().st_mode & OWNER_ALONE] == []


@posix
@pytest.mark.usefixtures("_umask")
def test_only_the_owner_reads_an_export_before_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    sync = os.fsync

    def look(number: int) -> None:
        seen.append(os.fstat(number).st_mode & 0o777)
        sync(number)

    monkeypatch.setattr(os, "fsync", look)
    archive = create_archive(tmp_path / "archive.medreview")
    dossier = a_started_review(archive)
    seen.clear()
    written = export.export(
        archive,
        dossier,
        kind=Kind.AGENDA,
        formats=("html", "md"),
        language="da",
        choices=Choices.usual(Kind.AGENDA),
        folder=tmp_path / "exports",
    ).files
    archive.close()
    assert seen == [0o600, 0o600]
    plain = tmp_path / "exports" / "plain"
    plain.touch()
    assert {path.stat().st_mode for path in written} == {plain.stat().st_mode}


def test_a_file_system_without_owners_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: int) -> None:
        raise PermissionError(mode, path)

    monkeypatch.setattr(Path, "chmod", refuse)
    [path] = files.write_new_files(tmp_path, {"a.txt": b"a"})
    assert path.read_bytes() == b"a"


@pytest.mark.long(8)
def test_a_whole_meeting_touches_no_network_and_no_strange_file(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    own = {**os.environ, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    ended = run_python("-m", "tests.fault.meeting", str(home), env=own)
    assert ended.returncode == 0, ended.stderr
    opened, refused = json.loads(ended.stdout)
    assert refused == []
    allowed = [Path(one).resolve() for one in (tmp_path, ROOT, sys.prefix, sys.base_prefix)]
    allowed += [Path("/dev/null"), Path("/usr/share/zoneinfo"), Path("/etc/mime.types"), Path("/proc")]
    assert [path for path, _ in opened if not any(Path(path).is_relative_to(one) for one in allowed)] == []
    written = [path for path, mode in opened if _writes(mode)]
    temporary = [Path(path) for path in written if not Path(path).is_relative_to(home)]
    assert [path for path in temporary if "medreview-" not in str(path)] == []
    names = {Path(path).name for path in written}
    assert {"archive.medreview"} <= names
    assert any(name.endswith(".tmp") for name in names)


def _writes(mode: str) -> bool:
    if mode == "database":
        return True
    kind, flags = mode.split()
    return bool(set(kind) & set("wax+")) if kind != "None" else bool(int(flags) & (os.O_WRONLY | os.O_RDWR))


def test_an_audit_that_cannot_be_done_says_so_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "find_spec", lambda _name: None)
    assert audit.audit() == (2, "NOT CHECKED for known vulnerabilities: pip-audit is not installed.")


def test_an_audit_without_an_answer_says_so_and_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, monkeypatch, "import time; time.sleep(9)")
    monkeypatch.setattr(audit, "PATIENCE", 0.05)
    assert audit.audit() == (2, "NOT CHECKED for known vulnerabilities: the database did not answer in time.")


@pytest.mark.parametrize(
    ("code", "told", "expected"),
    [
        (0, "No known vulnerabilities found", 0),
        (1, "Found 1 known vulnerability in 1 package", 1),
        (1, "ConnectionError: no route", 2),
        (1, "WARNING: no known vulnerabilities found in a cache", 2),
        (0, "", 2),
    ],
)
def test_the_audit_tells_what_is_known(
    code: int, told: str, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, monkeypatch, f"import sys\nprint({told!r})\nsys.exit({code})\n")
    found, words = audit.audit()
    assert found == expected
    assert words.startswith("NOT CHECKED") == (expected == 2)


def _stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let something else answer in the place of pip-audit."""
    (folder / "pip_audit.py").write_text(text, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.syspath_prepend(folder)
