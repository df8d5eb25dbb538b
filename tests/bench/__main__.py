"""`python -m tests.bench [--quick]`: print what is measured with its limits; exit 1 when a limit is not kept."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench.figure import Figure
from tests.bench.measures import FULL, QUICK, figures
from tests.bench.programs import compile_bytecode

_ROW: Final = "{:<34}{:>9}{:>9}{:>4}{:>8}{:>7}  {}"
_SCALES: Final = {"ms": 1e3, "MB": 1e-6, "%": 1e2}


def main() -> int:
    """Measure, print the table line by line, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few rounds only: does everything work?")
    size = QUICK if parser.parse_args().quick else FULL
    compile_bytecode()
    print(_ROW.format("", "ours", "against", "", "ratio", "limit", ""))
    with TemporaryDirectory(prefix="medreview-bench-") as folder:
        measured = [_print(figure) for figure in figures(Path(folder), size)]
    missed = [figure.name for figure in measured if not figure.holds]
    print(f"{len(measured) - len(missed)} of {len(measured)} hold." + (" Over: " + "; ".join(missed) if missed else ""))
    return 1 if missed else 0


def _print(figure: Figure) -> Figure:
    """Print a line, with whether the limit is kept."""
    scale = _SCALES[figure.unit]
    cells = (f"{figure.ours * scale:.1f}", f"{figure.theirs * scale:.1f}", figure.unit, f"{figure.ratio:.2f}")
    verdict = "holds" if figure.holds else "OVER"
    words = f"{verdict}  ({figure.remark})" if figure.remark else verdict
    print(_ROW.format(figure.name, *cells, f"{figure.limit:.2f}", words), flush=True)
    return figure


if __name__ == "__main__":
    sys.exit(main())
