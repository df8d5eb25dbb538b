"""What a fresh interpreter has loaded: heavy libraries only where and when they are needed."""

import json

import pytest

from tests.checks.project import PACKAGE, run_python

DATA = {"pydantic", "sqlmodel", "sqlalchemy", "sqlite3"}
FORMATS = {"jinja2", "docx", "lxml", "holidays", "babel", "dateutil"}
SCREENS = {"textual", "rich"}
NETWORK = {"_socket", "ssl", "http", "asyncio"}


def loaded(statement: str) -> set[str]:
    """Return the packages that are loaded after a statement."""
    ended = run_python("-c", f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))")
    assert ended.returncode == 0, ended.stderr
    return set(json.loads(ended.stdout))


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("medreview.__main__", DATA | FORMATS | SCREENS | NETWORK),
        ("medreview.cli", DATA | FORMATS | SCREENS | NETWORK),
        ("medreview.tui.app", DATA | FORMATS),
        ("medreview.operations.reviews", FORMATS | SCREENS),
        ("medreview.operations.export", FORMATS | SCREENS),
        ("medreview.operations.meetings", FORMATS | SCREENS),
        ("medreview.minutes", FORMATS | SCREENS | {"sqlmodel", "sqlalchemy", "sqlite3"}),
        ("medreview.example", FORMATS | SCREENS),
    ],
)
def test_what_is_not_loaded_yet(module: str, absent: set[str]) -> None:
    assert not loaded(f"import {module}") & absent


def test_the_domain_knows_nothing_but_itself() -> None:
    names = [path.stem for path in PACKAGE.joinpath("domain").glob("*.py") if path.stem != "__init__"]
    found = loaded("\n".join(f"import medreview.domain.{name}" for name in names))
    own = {module for module in found if module.startswith("medreview.")}
    assert all(module.startswith("medreview.domain") for module in own)
    assert not found & (FORMATS | SCREENS | {"sqlmodel", "sqlalchemy", "sqlite3"})


def test_a_command_without_an_archive_loads_nothing_heavy() -> None:
    quietly = "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()):"
    found = loaded(f"from medreview.cli import run\n{quietly} run(['paths'])")
    assert not found & (DATA | FORMATS | SCREENS | NETWORK)
