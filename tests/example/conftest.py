"""The example in each language, built once."""

from collections.abc import Iterator
from datetime import date
from typing import Final

import pytest

from medreview.domain.dossier import Dossier
from medreview.example import create_example
from medreview.i18n.translator import LANGUAGES
from medreview.operations import committees, reviews
from medreview.operations.archives import Archive, open_archive

TODAY: Final = date(2026, 11, 15)


@pytest.fixture(scope="session", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each of the three languages."""
    return str(request.param)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Archive]]:
    """The example archives by language."""
    folder = tmp_path_factory.mktemp("example")
    opened = {}
    for language in LANGUAGES:
        create_example(folder / f"{language}.medreview", language, TODAY)
        opened[language] = open_archive(folder / f"{language}.medreview")
    yield opened
    for archive in opened.values():
        archive.close()


@pytest.fixture
def example(examples: dict[str, Archive], language: str) -> Archive:
    """The example archive in one language."""
    return examples[language]


def all_dossiers(archive: Archive) -> list[Dossier]:
    """Return every review of the archive in full."""
    return [
        reviews.load(archive, review.id)
        for committee in committees.list_committees(archive)
        for review in committees.overview(archive, committee.id).reviews
    ]
