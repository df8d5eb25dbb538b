"""What every test run needs: catalogues that are as new as their sources."""

import gc
import os
from pathlib import Path

import pytest

from medreview import i18n
from medreview.i18n.build_hook import compile_catalogues

CATALOGUES = Path(i18n.__file__).parent


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


if any(_is_stale(source) for source in CATALOGUES.glob("*.po")):
    compile_catalogues(CATALOGUES)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave alone what has no fault test when only those are asked for: loading all others takes longer than many."""
    is_test = collection_path.name.startswith("test_") and collection_path.suffix == ".py"
    if config.option.markexpr != "fault" or not is_test:
        return None
    return "pytest.mark.fault" not in collection_path.read_text(encoding="utf-8") or None


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look through memory as rarely as the program does: every app that ends leaves much, and the search is a quarter
    of all work otherwise."""
    gc.freeze()
    gc.set_threshold(5_000, 10, 10)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Take one worker more than there are processors for the fault tests, which often wait for another program."""
    return (os.cpu_count() or 1) + 1 if config.option.markexpr == "fault" else None
