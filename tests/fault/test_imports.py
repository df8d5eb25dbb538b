"""Files from strangers through the program itself: one sentence, exit code 1, and the archive is as it was.

A package of several files, as a zip, is nothing that this program reads: a zip is refused whatever it calls itself.
Hostile PDFs are tried in `tests.operations.test_pdf_data`, every single wrong field in `test_exchange_reading`.
"""

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from textual.widgets import Input

from medreview.i18n import use
from medreview.operations import exchange
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from tests.archives import a_full_review, an_approved_review, an_archive_with
from tests.tui.test_files import complaint, opened
from tests.tui.waiting import wait_until

pytestmark = pytest.mark.fault

DOSSIER: Final = a_full_review()
TEXT: Final = exchange.export_json(DOSSIER)
OTHER: Final = exchange.export_json(a_full_review())


def a_zip() -> bytes:
    """Return a package of files with a name that leads out of its folder, and the same name twice."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("../../medreview.json", TEXT)
        package.writestr("medreview.json", TEXT)
    return target.getvalue()


def changed(**values: object) -> bytes:
    """Return the exchange file with other values beside the dossier."""
    return json.dumps({**json.loads(TEXT), **values}).encode()


def with_review(**values: object) -> bytes:
    """Return the exchange file of another committee with other values of the review."""
    document = json.loads(OTHER)
    document["dossier"]["review"].update(values)
    return json.dumps(document).encode()


def with_meeting(**values: object) -> bytes:
    """Return the exchange file of another committee with other values of the meeting."""
    document = json.loads(OTHER)
    document["dossier"]["meetings"][0].update(values)
    return json.dumps(document).encode()


ATTACKS: Final[dict[str, tuple[bytes, str]]] = {
    "twice.json": (TEXT.replace('"version": 1', '"version": 1, "version": 1').encode(), "twice"),
    "nan.json": (TEXT.replace('"version": 1', '"version": NaN').encode(), "not an exchange file"),
    "infinity.json": (TEXT.replace('"version": 1', '"version": -Infinity').encode(), "not an exchange file"),
    "deep.json": (b"[" * 100_000 + b"]" * 100_000, "not an exchange file"),
    "deep objects.json": (b'{"a":' * 100_000, "not an exchange file"),
    "digits.json": (TEXT.replace('"version": 1', f'"version": {"9" * 5000}').encode(), "not an exchange file"),
    "types.json": (changed(dossier=[]), "dossier"),
    "year.json": (with_review(year="2026"), "review.year"),
    "zone.json": (with_meeting(starts="09:00:00+02:00"), "meetings.0.starts"),
    "naive.json": (with_meeting(held_on="2026-11-24T09:00:00"), "meetings.0.held_on"),
    "template.json": (with_review(template="../../dk-med"), "review.template"),
    "cp1252.json": (TEXT.replace("Strandhaven", "Åhaven").encode("cp1252"), "cannot be read"),
    "utf16.json": (TEXT.encode("utf-16"), "cannot be read"),
    "newer.json": (changed(version=2), "newer"),
    "large.json": (b" " * (exchange.SIZE_LIMIT + 1), "large"),
    "same name.json": (OTHER.encode(), "already"),
    "altered.json": (exchange.export_json(an_approved_review()).replace("Store sal", "Lille sal").encode(), "changed"),
    "zip.json": (a_zip(), "cannot be read"),
    "zip.pdf": (a_zip(), "cannot be read"),
    "zip.medreview": (a_zip(), "cannot be read"),
    "picture.json": (b"\x89PNG\r\n\x1a\n" + bytes(64), "cannot be read"),
    "\x1b]0;name\x07.json": (b"{", "cannot be read"),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one review, in a folder whose name is hard on programs."""
    folder = tmp_path_factory.mktemp("imports") / "æøå 漢 😀 ' & % mappe"
    folder.mkdir()
    return an_archive_with(folder / "årkiv & % '漢'.medreview", DOSSIER)


def dump(path: Path) -> list[str]:
    """Return all that is in an archive."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


DRIVER: Final = """
import contextlib, io, json, sys
from medreview.cli import run
answers = []
for words in json.load(sys.stdin):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(words)
    answers.append((code, out.getvalue(), err.getvalue()))
json.dump(answers, sys.stdout)
"""
"""Runs one command line after another; starting anew for each of them would take most of the time."""


def imported(archive: Path, *files: Path) -> list[tuple[int, str, str]]:
    """Import files as somebody does at a command line; return exit code, output and error output of each."""
    calls = [["--archive", str(archive), "--language", "en", "import", str(path)] for path in files]
    ended = subprocess.run(
        [sys.executable, "-c", DRIVER],
        input=json.dumps(calls).encode(),
        env={**os.environ, "HOME": str(archive.parent)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.stderr == b""
    return [(code, out, err) for code, out, err in json.loads(ended.stdout)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no names with control characters")
def test_every_attack_is_refused_in_one_sentence_and_changes_nothing(archive: Path) -> None:
    before = dump(archive)
    files = {archive.with_name(name): attack for name, attack in ATTACKS.items()}
    for path, (content, _) in files.items():
        path.write_bytes(content)
    for (path, (_, words)), (code, out, err) in zip(files.items(), imported(archive, *files), strict=True):
        assert (code, out, err.count("\n")) == (1, "", 1), (path.name, err)
        assert words in err, (path.name, err)
        assert "Traceback" not in err
        assert "\x1b" not in err
    assert dump(archive) == before


def test_the_same_package_twice_brings_no_duplicates(archive: Path, tmp_path: Path) -> None:
    own = tmp_path / "own å.medreview"
    path = tmp_path / "pakke & 漢 '%.json"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert imported(own, path)[0][0] == 0
    once = contents(dump(own))
    [(code, out, _)] = imported(own, path)
    assert (code, "exactly so" in out) == (0, True)
    assert contents(dump(own)) == once


async def test_the_dialog_says_each_refusal_and_the_archive_stays(archive: Path, tmp_path: Path) -> None:
    use("en")
    before = dump(archive)
    app = MedreviewApp(archive, Settings(language="en"), Paths(archive, *(tmp_path / name for name in "slx")))
    names = ("twice.json", "nan.json", "deep.json", "utf16.json", "same name.json", "zip.json", "zip.pdf")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "app.import_file", archive.parent)
        for name in names:
            content, words = ATTACKS[name]
            path = archive.with_name(f"in the app {name}")
            path.write_bytes(content)
            field = screen.query_one(Input)
            field.value = str(path)
            await wait_until(pilot, lambda: not complaint(screen))
            field.focus()
            await pilot.press("enter")
            await wait_until(pilot, partial(lambda expected: expected in complaint(screen), words))
    assert contents(dump(archive)) == contents(before)


def contents(lines: list[str]) -> list[str]:
    """Return of a dump what users wrote, without what the archive remembers of itself."""
    return [line for line in lines if not any(one in line for one in ("setting", "journal", "sqlite_sequence"))]
