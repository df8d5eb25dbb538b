"""The harness measures, no figure is far off even on a busy machine, and the first frame waits for nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from tests.bench.measures import QUICK, figures
from tests.bench.programs import compile_bytecode

_FIRST_FRAME = """
import sys
from medreview.arguments import build_parser
from medreview.tui.app import MedreviewApp
import medreview.cli
print(*(name for name in ("sqlmodel", "sqlalchemy", "pydantic", "jinja2", "holidays") if name in sys.modules))
"""


# Exact figures need a machine that does nothing else, least of all run other tests beside this one.
_ALONE = os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1") == "1"
_ALLOWED = 2 if _ALONE else 6


def test_no_figure_is_far_off(tmp_path: Path) -> None:
    """A multiple of the limit is allowed."""
    compile_bytecode()
    measured = list(figures(tmp_path, QUICK))
    assert len(measured) == 6
    assert {one.name: one.ratio for one in measured if one.ratio > _ALLOWED * one.limit} == {}


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    loaded = subprocess.run([sys.executable, "-c", _FIRST_FRAME], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == ""
