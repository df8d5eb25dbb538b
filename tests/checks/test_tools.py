"""Types, style and the direction of imports, checked by the tools themselves with the project's own settings."""

import pytest

from tests.checks.project import run_python

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@pytest.mark.parametrize(
    "words",
    [
        ("-m", "mypy"),
        ("-m", "ruff", "check", "--no-cache"),
        ("-m", "ruff", "format", "--check", "--no-cache"),
        ("-c", LINT_IMPORTS, "--no-cache"),
    ],
    ids=["mypy", "ruff check", "ruff format", "import-linter"],
)
def test_the_tool_has_no_complaints(words: tuple[str, ...]) -> None:
    ended = run_python(*words)
    assert ended.returncode == 0, ended.stdout + ended.stderr
