"""The build hook: compiles the catalogues (`.po` to `.mo`) whenever the package is built or installed."""

import os
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(folder: Path) -> None:
    """Write a `.mo` beside every `.po` in the folder, each in one step: another process may be reading it."""
    for source in sorted(folder.glob("*.po")):
        compiled = BytesIO()
        with source.open("rb") as po:
            write_mo(compiled, read_po(po, locale=source.stem))
        fresh = source.with_suffix(f".{os.getpid()}.mo")
        fresh.write_bytes(compiled.getvalue())
        fresh.replace(source.with_suffix(".mo"))


class CatalogueHook(BuildHookInterface[Any]):
    """Hatchling calls this before it packs or installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile the catalogues."""
        compile_catalogues(Path(self.root, "medreview", "i18n"))
