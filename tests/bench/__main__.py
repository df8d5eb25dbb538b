"""`python -m tests.bench [--quick]`: print what is measured with its limits; exit 1 when a limit is not kept."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measures import FULL, QUICK, Figure, figures
from tests.bench.programs import compile_bytecode

_ROW = "{:<30}{:>9}{:>12}{:>8}{:>8}"


def main() -> int:
    """Measure, print the table line by line, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few rounds only: does everything work?")
    size = QUICK if parser.parse_args().quick else FULL
    compile_bytecode()
    print(_ROW.format("", "ours ms", "against ms", "ratio", "limit"))
    with TemporaryDirectory(prefix="medreview-bench-") as folder:
        within = [_print(figure) for figure in figures(Path(folder), size)]
    return 0 if all(within) else 1


def _print(figure: Figure) -> bool:
    """Print a line and return whether the limit is kept."""
    within = figure.ratio <= figure.limit
    cells = (f"{figure.ours * 1000:.1f}", f"{figure.theirs * 1000:.1f}", f"{figure.ratio:.2f}", f"{figure.limit:.2f}")
    print(_ROW.format(figure.name, *cells), "" if within else "over", flush=True)
    return within


if __name__ == "__main__":
    sys.exit(main())
