"""The program as it is started: `medreview` or `python -m medreview`."""

import sys

from medreview.cli import run


def main() -> int:
    """Run the program with the words of the command line and return its exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
