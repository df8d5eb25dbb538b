"""Where medreview keeps its files on this computer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from platformdirs import PlatformDirs

_NAME = "medreview"


@dataclass(frozen=True)
class Paths:
    """The places of one user: the archive lies in the local data folder, which no profile or cloud copies away."""

    archive: Path
    settings: Path
    logs: Path
    exports: Path

    @classmethod
    def of_this_user(cls) -> Self:
        """Return the places the operating system intends for them; nothing is created."""
        places = PlatformDirs(_NAME, appauthor=False, roaming=False)
        return cls(
            archive=places.user_data_path / "archive.medreview",
            settings=places.user_config_path / "settings.json",
            logs=places.user_log_path,
            exports=places.user_documents_path / _NAME,
        )
