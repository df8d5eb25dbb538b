"""The build hook: compiles the catalogues (`.po` to `.mo`) whenever the package is built or installed."""

import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""The time of every catalogue, so that the same source gives the same package."""


def compile_catalogues(folder: Path) -> None:
    """Write a `.mo` beside every `.po` in the folder, each in one step: another process may be reading it."""
    for source in sorted(folder.glob("*.po")):
        compiled = BytesIO()
        with source.open("rb") as po:
            catalogue = read_po(po, locale=source.stem)
        catalogue.creation_date = catalogue.revision_date = _NO_TIME
        write_mo(compiled, catalogue)
        fresh = source.with_suffix(f".{os.getpid()}.mo")
        fresh.write_bytes(compiled.getvalue())
        fresh.replace(source.with_suffix(".mo"))


class CatalogueHook(BuildHookInterface[Any]):
    """Hatchling calls this before it packs or installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile the catalogues."""
        compile_catalogues(Path(self.root, "medreview", "i18n"))
