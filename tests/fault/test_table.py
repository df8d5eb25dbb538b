"""The table of this folder names every fault test, and its commands can be run."""

import re
import shlex
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from tests.checks.project import ROOT

pytestmark = pytest.mark.fault

HERE: Final = Path(__file__).parent
TABLE: Final = (HERE / "README.md").read_text(encoding="utf-8")
ROWS: Final = [line for line in TABLE.splitlines() if line.startswith("|")][2:]
MARK: Final = "pytest.mark.fault"


def commands() -> list[str]:
    """Return every command that the page tells to run."""
    blocks = re.findall(r"^```text\n(.*?)^```$", TABLE, re.MULTILINE | re.DOTALL)
    return [*(line for block in blocks for line in block.splitlines()), *re.findall(r"`(pytest [^`]+)`", TABLE)]


def fault_tests() -> list[str]:
    """Return every test file with a fault test, as seen from the project's folder."""
    files = (path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__))
    return sorted(path.relative_to(ROOT).as_posix() for path in files if MARK in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", fault_tests())
def test_every_fault_test_is_in_the_table(path: str) -> None:
    assert any(path in row for row in ROWS)


@pytest.mark.parametrize("command", commands())
def test_every_command_can_be_run(command: str) -> None:
    words = [word for word in shlex.split(command) if not word.startswith("MEDREVIEW_FAULT_ROUNDS=")]
    match words:
        case ["pytest", "-m", "fault"]:
            return
        case ["pytest", *paths]:
            assert paths
            assert all((ROOT / path).is_file() for path in paths)
        case ["python", "-m", module, *_]:
            assert find_spec(module) is not None
        case _:
            pytest.fail(command)


@pytest.mark.parametrize("row", ROWS)
def test_every_row_is_whole(row: str) -> None:
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert len(cells) == 6
    assert all(cells)


def test_what_a_command_may_be_followed_by_is_known() -> None:
    from tests.fault.deeds import DEEDS

    named = [shlex.split(line)[4:] for line in commands() if "tests.fault.dying" in line]
    assert all(name in DEEDS for names in named for name in names)
