"""Look up the pinned dependencies among known vulnerabilities: `python -m tests.tools.audit`.

It asks a public database, so it runs where pip-audit is installed and the network can be reached; elsewhere it says why
it did not. The exit code is 0 where nothing is known or nothing could be asked, 1 where something is known.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

REQUIREMENTS: Final = Path(__file__).parents[2] / "requirements" / "run.txt"
PATIENCE: Final = 120
"""Seconds that the answer may take."""

_KNOWN: Final = "known vulnerabilit"


def audit(requirements: Path = REQUIREMENTS) -> tuple[int, str]:
    """Return the exit code, and what was found or why it was not looked for."""
    if find_spec("pip_audit") is None:
        return 0, "Skipped: pip-audit is not installed."
    words = (sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "-r", str(requirements))
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return 0, "Skipped: the database did not answer in time."
    told = (done.stdout + done.stderr).strip()
    if done.returncode == 0 or _KNOWN in told.lower():
        return done.returncode, told
    return 0, f"Skipped: the database could not be asked.\n{told.splitlines()[-1] if told else ''}"


if __name__ == "__main__":
    code, words = audit()
    print(words)
    sys.exit(code)
