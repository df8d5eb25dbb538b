"""A copy of the example archive for every test, and the app on it."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from medreview.example import create_example
from medreview.i18n import use
from medreview.operations.archives import open_archive
from medreview.operations.exchange import export_json
from medreview.operations.selection import select_reviews
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.first_hints import HINTS

MakeApp = Callable[..., MedreviewApp]
MakeAppOn = Callable[[Callable[[Path], object]], MedreviewApp]


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example archive in Danish; tests work on copies."""
    path = tmp_path_factory.mktemp("example") / "example.medreview"
    create_example(path, "da", date.today())
    return path


@pytest.fixture
def archive_file(example_file: Path, tmp_path: Path) -> Path:
    """A copy of the example archive for one test."""
    return Path(shutil.copy(example_file, tmp_path / "archive.medreview"))


@pytest.fixture
def make_app(tmp_path: Path, archive_file: Path) -> MakeApp:
    """Return the app on the copy, or on another path; its settings lie beside it."""

    def make(path: Path = archive_file, language: str = "da", theme: str = "light") -> MedreviewApp:
        use(language)
        paths = Paths(path, tmp_path / "settings.json", tmp_path / "logs", tmp_path / "exports")
        return MedreviewApp(path, Settings(language=language, theme=theme, export_formats=("html",)), paths)

    return make


@pytest.fixture
def make_app_on(make_app: MakeApp, tmp_path: Path) -> MakeAppOn:
    """Return the app in English on an archive that is made for the test; its user knows the places by now."""

    def make(make_archive: Callable[[Path], object]) -> MedreviewApp:
        path = tmp_path / "own.medreview"
        make_archive(path)
        app = make_app(path, language="en")
        app.change_settings(hints_seen=tuple(HINTS))
        return app

    return make


@pytest.fixture
def exchange_file(archive_file: Path, tmp_path: Path) -> Path:
    """The newest review of one of the example's committees as an exchange file."""
    archive = open_archive(archive_file)
    [dossier] = select_reviews(archive, "Solgården")
    archive.close()
    path = tmp_path / "review.json"
    path.write_text(export_json(dossier), encoding="utf-8")
    return path
