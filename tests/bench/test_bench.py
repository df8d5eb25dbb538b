"""The harness measures, no figure is far off even on a busy machine, and the first frame waits for nothing heavy."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from medreview.example import create_example

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from medreview.operations.export import FORMATS
from tests.bench.measures import QUICK, figures
from tests.bench.programs import compile_bytecode

_ALONE = os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1") == "1"
_ALLOWED = 2 if _ALONE else 6
"""How many times its limit a figure may be; one that is held against a time of the clock is only so on a machine that
does nothing else."""

_LOADED = "print(*{'sqlmodel', 'sqlalchemy', 'pydantic', 'jinja2', 'holidays'}.intersection(sys.modules))"
_FIRST_FRAME = f"import sys, medreview.cli, medreview.tui.app; {_LOADED}"
_HOME = f"""
import sys
from pathlib import Path
from medreview.tui.entrance import Entrance
entrance = Entrance.of(Path(sys.argv[1]))
assert entrance.screens() and entrance.overview.newest
{_LOADED}
"""


def test_no_figure_is_far_off(tmp_path: Path) -> None:
    compile_bytecode()
    measured = list(figures(tmp_path, QUICK))
    assert len(measured) == 15 + len(FORMATS)
    fair = [one for one in measured if _ALONE or one.theirs_is_measured]
    assert {one.name: one.ratio for one in fair if one.ratio > _ALLOWED * one.limit} == {}


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    assert loaded(_FIRST_FRAME) == set()


def test_home_is_shown_without_what_only_writing_needs(tmp_path: Path) -> None:
    example = tmp_path / "example.medreview"
    create_example(example, "da", date.today())
    assert loaded(_HOME, str(example)) == {"pydantic"}


def loaded(program: str, *words: str) -> set[str]:
    """Return which of the heavy libraries a fresh interpreter has loaded after this program."""
    command = [sys.executable, "-c", program, *words]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
