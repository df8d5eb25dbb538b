"""`python -m tests.bench [--quick | --largest]`: print what is measured and its limits; exit 1 if one is not kept."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench.figure import Figure
from tests.bench.measures import FULL, QUICK, figures, figures_of_the_largest
from tests.bench.programs import compile_bytecode

_ROW: Final = "{:<34}{:>9}{:>9}{:>4}{:>8}{:>7}  {}"
_SCALES: Final = {"ms": 1e3, "MB": 1e-6, "%": 1e2}


def main() -> int:
    """Measure, print the table line by line, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    one_of = parser.add_mutually_exclusive_group()
    one_of.add_argument("--quick", action="store_true", help="a few rounds only: does everything work?")
    one_of.add_argument("--largest", action="store_true", help="only an archive of 500 committees and 20 years")
    chosen = parser.parse_args()
    compile_bytecode()
    print(_ROW.format("", "ours", "against", "", "ratio", "limit", ""))
    with TemporaryDirectory(prefix="medreview-bench-") as folder:
        home = Path(folder)
        found = figures_of_the_largest(home) if chosen.largest else figures(home, QUICK if chosen.quick else FULL)
        measured = [_print(figure) for figure in found]
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
