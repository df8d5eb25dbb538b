"""An archive of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medreview.store.archive import Archive, create_archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """A new, empty archive."""
    created = create_archive(tmp_path / "test.medreview")
    yield created
    created.close()
