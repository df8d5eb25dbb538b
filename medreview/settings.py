"""What the user has chosen on this computer: language, colours and how minutes are exported.

The file is a convenience: whatever is wrong with it, the program starts with what is usual.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from medreview.operations.house import House

LANGUAGES: Final = ("da", "sv", "en")
THEMES: Final = ("light", "dark", "projector")
KINDS: Final = ("minutes", "agenda", "notesheet", "decisions", "notice", "proof", "actions", "wheel")
FORMATS: Final = ("docx", "pdf", "html", "txt", "md", "eml", "ics", "csv", "json")
CONTENTS: Final = ("discussion", "names", "presentations", "annexes", "charts", "times", "follow_ups", "signatures")


@dataclass(frozen=True)
class Settings:
    """The choices of one user on one computer; an empty language or folder means the usual one."""

    language: str = ""
    theme: str = "light"
    export_folder: str = ""
    backup_folder: str = ""
    """A second place for backups, a USB stick for example; empty for none."""
    export_kind: str = "minutes"
    export_formats: tuple[str, ...] = ("docx", "pdf")
    export_discussion: bool = False
    """Whether the minutes hold what was said besides what was decided."""
    export_names: bool = True
    export_presentations: bool = True
    export_annexes: bool = True
    export_charts: bool = True
    export_times: bool = False
    export_follow_ups: bool = False
    export_signatures: bool = False
    export_data: bool = True
    """Whether a PDF holds the review as data, too."""
    known_places: tuple[str, ...] = ()
    """Archives whose place the user was warned of, so that it is said once."""
    hints_seen: tuple[str, ...] = ()
    """The places whose hint for the first time was shown."""
    moved: tuple[str, ...] = ()
    """The archive that could not be stored at its own place, and the copy of it that has the newest text."""
    house_name: str = ""
    """The municipality as it stands on the letterhead; the other lines of it follow."""
    house_unit: str = ""
    house_footer: str = ""
    house_logo: str = ""
    """The file name of the logo that is kept beside the settings."""
    house_case_label: str = ""
    """What the municipality calls a case number."""


_CHOICES: Final[dict[str, Iterable[str]]] = {
    "language": ("", *LANGUAGES),
    "theme": THEMES,
    "export_kind": KINDS,
    "export_formats": FORMATS,
}


def load_settings(path: Path) -> Settings:
    """Return the stored settings; those that are missing or make no sense are the usual ones."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {field.name: (stored.get(field.name), field.default) for field in fields(Settings)}
    return Settings(**{name: _usable(name, value, default) for name, (value, default) in known.items()})


def save_settings(settings: Settings, path: Path) -> None:
    """Store the settings in the place of the earlier ones, whole or not at all.

    Raises:
        Refusal: `cannot_write` or `no_room`.
    """
    from medreview.operations.files import replace_file

    replace_file(path, json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n")


def house_of(settings: Settings, folder: Path) -> "House":
    """Return the municipality's own look; the logo lies in the settings' folder, and one that is gone is left out."""
    from medreview.minutes.document import Letterhead
    from medreview.operations.house import House, kept_logo

    logo = kept_logo(folder / settings.house_logo) if settings.house_logo else b""
    letterhead = Letterhead(settings.house_name, settings.house_unit, settings.house_footer, logo)
    return House(letterhead, settings.house_case_label)


def _usable(name: str, value: object, default: Any) -> Any:
    """Return the stored value if it is one that the setting can have."""
    if isinstance(default, tuple):
        value = tuple(value) if isinstance(value, list) and value else default
    if type(value) is not type(default):
        return default
    allowed = _CHOICES.get(name)
    chosen = value if isinstance(value, tuple) else (value,)
    return value if allowed is None or all(one in allowed for one in chosen) else default
