"""The example archives, made once for all fault tests, and the app on one, as the tests of the screens have it."""

from datetime import date
from pathlib import Path

import pytest

from medreview.example import create_example
from tests.tui.conftest import archive_file as archive_file
from tests.tui.conftest import example_file as example_file
from tests.tui.conftest import exchange_file as exchange_file
from tests.tui.conftest import make_app as make_app


@pytest.fixture(scope="session")
def english_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example archive in English; tests work on copies."""
    path = tmp_path_factory.mktemp("example") / "english.medreview"
    create_example(path, "en", date.today())
    return path
