"""Where the project's own files are, and what several checks read from them."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = ROOT / "medreview"


def project_file() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))


def readme() -> str:
    """Return the README."""
    return ROOT.joinpath("README.md").read_text(encoding="utf-8")


def block_after(comment: str) -> str:
    """Return the content of the fenced block that stands right after a comment of the README."""
    found = re.search(rf"^<!-- {comment} -->\n```sh\n(.*?)\n```$", readme(), re.MULTILINE | re.DOTALL)
    assert found, f"no block right after <!-- {comment} -->"
    return found[1]


def run(*command: str, **settings: Any) -> subprocess.CompletedProcess[str]:
    """Run a program in the project's folder, without a terminal."""
    return subprocess.run(
        command,
        **{"cwd": ROOT, **settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def run_python(*words: str, **settings: Any) -> subprocess.CompletedProcess[str]:
    """Run a fresh interpreter in the project's folder."""
    return run(sys.executable, *words, **settings)
