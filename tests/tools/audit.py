"""Look up the pinned dependencies among known vulnerabilities: `python -m tests.tools.audit`.

It asks a public database, so it runs where pip-audit is installed and the network can be reached; elsewhere it says in
so many words that nothing was checked, and why. The exit code is 0 only where every dependency was looked up and
nothing is known of any, 1 where something is known, 2 where it was not checked.
"""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

REQUIREMENTS: Final = Path(__file__).parents[2] / "requirements" / "run.txt"
PATIENCE: Final = 120
"""Seconds that the answer may take."""

CLEAN: Final = 0
FOUND: Final = 1
NOT_CHECKED: Final = 2
"""The exit codes."""

_NONE: Final = "no known vulnerabilities found"
_SOME: Final = re.compile(r"found \d+ known vulnerabilit")
_HOW: Final = ("--require-hashes", "--disable-pip", "--strict")
"""Only what is pinned is looked up, nothing is installed, and what cannot be looked up is a failure."""


def audit(requirements: Path = REQUIREMENTS) -> tuple[int, str]:
    """Return the exit code, and what was found or why it was not looked for."""
    if find_spec("pip_audit") is None:
        return _not_checked("pip-audit is not installed.")
    words = (sys.executable, "-m", "pip_audit", *_HOW, "-r", str(requirements))
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return _not_checked("the database did not answer in time.")
    told = (done.stdout + done.stderr).strip()
    if _SOME.search(told.lower()):
        return FOUND, told
    if done.returncode == 0 and _NONE in told.lower():
        return CLEAN, told
    return _not_checked(f"pip-audit could not look everything up.\n{told.splitlines()[-1] if told else ''}")


def _not_checked(why: str) -> tuple[int, str]:
    return NOT_CHECKED, f"NOT CHECKED for known vulnerabilities: {why.strip()}"


if __name__ == "__main__":
    code, words = audit()
    print(words, file=sys.stdout if code == CLEAN else sys.stderr)
    sys.exit(code)
