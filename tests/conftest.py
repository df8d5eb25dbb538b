"""What every test run needs: catalogues that are as new as their sources."""

import gc
import os
from itertools import chain, islice
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


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let every worker begin with long tests, for one that is begun last is waited for by all others.

    The list is dealt out in as many pieces as there are workers; what stands at the end of a piece is taken over by
    whoever is done.
    """
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    long = sorted((one for one in items if one.get_closest_marker("long")), key=_seconds, reverse=True)
    others = iter([one for one in items if not one.get_closest_marker("long")])
    sizes = [(len(items) + number) // workers for number in range(workers)]
    pieces = [long[number::workers] for number in range(workers)]
    for size, piece in zip(sizes, pieces, strict=True):
        piece.extend(islice(others, max(0, size - len(piece))))
    items[:] = chain.from_iterable(pieces)


def _seconds(item: pytest.Item) -> float:
    marker = item.get_closest_marker("long")
    return float(marker.args[0]) if marker else 0.0


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look through memory as rarely as the program does: every app that ends leaves much, and the search is a quarter
    of all work otherwise."""
    gc.freeze()
    gc.set_threshold(5_000, 10, 10)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Take one worker more than there are processors for the fault tests, which often wait for another program."""
    return (os.cpu_count() or 1) + 1 if config.option.markexpr == "fault" else None
