"""An empty archive for every case, with screens in Danish."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medreview import i18n
from medreview.operations.archives import Archive, create_archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """A new archive; the screens are Danish whatever the language of the minutes."""
    i18n.use("da")
    created = create_archive(tmp_path / "case.medreview")
    yield created
    created.close()
