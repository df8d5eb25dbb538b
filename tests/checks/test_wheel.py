"""The wheel: everything the program needs, nothing else, and it runs from there."""

import os
import shutil
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from medreview import __version__
from tests.checks.project import PACKAGE, ROOT, run_python

ENDINGS = (".tcss", ".mo", ".toml", ".html.j2", ".css", ".styles.xml", ".schema.json", ".md", "py.typed")
WITHOUT_NETWORK = """
import socket, sys

class Closed(socket.socket):
    def __init__(self, *_, **__):
        raise OSError("there is no network")

socket.socket = Closed
from medreview.cli import run
sys.exit(run(sys.argv[1:]))
"""
PARTS = ("pyproject.toml", "README.md", ".gitignore")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from a clean copy without a network."""
    source = tmp_path_factory.mktemp("source")
    for part in PARTS:
        shutil.copy(ROOT / part, source)
    shutil.copytree(PACKAGE, source / "medreview", ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    ended = run_python("-m", "hatchling", "build", "-t", "wheel", "-d", str(source / "dist"), cwd=source)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    (path,) = source.joinpath("dist").glob("*.whl")
    return zipfile.ZipFile(path)


def test_it_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    written = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".mo"
    }
    catalogues = {"medreview/i18n/da.mo", "medreview/i18n/sv.mo"}
    assert {name for name in wheel.namelist() if "dist-info" not in name} == written | catalogues


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_holds_every_kind_of_file(wheel: zipfile.ZipFile, ending: str) -> None:
    assert [name for name in wheel.namelist() if name.endswith(ending)]


def test_its_metadata(wheel: zipfile.ZipFile) -> None:
    folder = f"medreview-{__version__}.dist-info"
    metadata = Parser().parsestr(wheel.read(f"{folder}/METADATA").decode())
    assert (metadata["Name"], metadata["Version"], metadata["Requires-Python"]) == ("medreview", __version__, ">=3.11")
    assert "medreview = medreview.__main__:main" in wheel.read(f"{folder}/entry_points.txt").decode()


def test_the_program_runs_from_it_in_danish_without_a_network(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "HOME": str(tmp_path), "LC_ALL": "da_DK.UTF-8"}

    def call(*words: str) -> str:
        ended = run_python("-c", WITHOUT_NETWORK, *words, cwd=tmp_path, env=environment)
        assert (ended.returncode, ended.stderr) == (0, "")
        return ended.stdout

    call("demo", "--create", "example.medreview")
    written = call("--archive", "example.medreview", "export", "--format", "docx,md,html,txt,json", "--output", "out")
    exchange_files = [line for line in written.splitlines() if line.endswith(".json")]
    assert len(written.splitlines()) == 5 * len(exchange_files)
    assert "Importeret" in call("--archive", "new.medreview", "import", exchange_files[0])
    assert "Kommandoer" in call("--help")
