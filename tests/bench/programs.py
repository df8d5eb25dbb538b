"""The programs that are measured, each started as a user would start it."""

import compileall
import os
import sys
from pathlib import Path
from typing import Final

import medreview
from tests.bench.terminal import Terminal

_HERE: Final = Path(__file__).parent
_PACKAGE: Final = Path(medreview.__file__).parent


def compile_bytecode() -> None:
    """Compile what is measured, so that no start has to."""
    compileall.compile_dir(_PACKAGE, quiet=2)


def bare(name: str, *words: str) -> Terminal:
    """Start one of the bare apps beside this file."""
    return Terminal([sys.executable, str(_HERE / f"{name}.py"), *words], environment(_HERE))


def app(archive: Path) -> Terminal:
    """Start medreview on an archive, with settings of its own."""
    words = [sys.executable, "-m", "medreview", "--archive", str(archive), "--language", "da"]
    return Terminal(words, environment(archive.parent))


def environment(home: Path) -> dict[str, str]:
    """What a terminal of today sets; without `PYTHONDONTWRITEBYTECODE`, under which every start would compile."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(_PACKAGE.parent),
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
