"""Comparing a text with its golden file; `UPDATE_GOLDEN=1` writes the files anew."""

import difflib
import os
from pathlib import Path
from typing import Final

import pytest

FOLDER: Final = Path(__file__).parent / "golden"


def check_golden(name: str, text: str, folder: Path = FOLDER) -> None:
    """Fail with the difference when the text is not that of the golden file of this name."""
    path = folder / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    golden = path.read_text(encoding="utf-8") if path.exists() else ""
    if golden != text:
        lines = difflib.unified_diff(golden.splitlines(), text.splitlines(), f"golden/{name}.txt", "now", lineterm="")
        pytest.fail("\n".join(lines), pytrace=False)
