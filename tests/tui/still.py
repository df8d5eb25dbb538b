"""A world that stands still: clock, ids, device and paths are the same each time, and so are the screens."""

import datetime as dt
import os
import pkgutil
import random
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import medreview
from medreview.example import create_example
from medreview.i18n import use
from medreview.operations import backups
from medreview.operations.archives import open_archive
from medreview.operations.exchange import store_review
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.store import backup, journal
from medreview.tui.app import MedreviewApp
from medreview.tui.widgets import field_values
from tests.tui.places import ARCHIVE, NOW, in_session


class _Day(type(dt.date)):  # type: ignore[misc] # the class of `date` itself
    """Lets an ordinary date pass for one of the still ones."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, dt.date)


class StillDate(dt.date, metaclass=_Day):
    """A date whose today is always the same."""

    @classmethod
    def today(cls) -> dt.date:  # type: ignore[override] # an ordinary one
        return NOW.date()


class _Moment(type(dt.datetime)):  # type: ignore[misc] # the class of `datetime` itself
    """Lets an ordinary moment pass for one of the still ones."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, dt.datetime)


class StillDatetime(dt.datetime, metaclass=_Moment):
    """A moment whose now is always the same."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override] # an ordinary one
        return NOW if tz is None else NOW.astimezone(tz)


def _modules() -> Iterator[ModuleType]:
    """Load every module of the package and yield them: what is loaded later would have a clock that runs."""
    for found in pkgutil.walk_packages(medreview.__path__, "medreview."):
        if not found.name.endswith(("__main__", "windows_driver")):
            import_module(found.name)
    own = (module for name, module in sys.modules.items() if name.split(".")[0] == "medreview")
    yield from (module for module in own if module is not field_values)  # there the types of entities are looked up


@contextmanager
def standing_still(folder: Path) -> Iterator[None]:
    """Let clock and ids stand still, and work in a folder so that no path on a screen depends on the machine."""
    with pytest.MonkeyPatch.context() as patch:
        for module in list(_modules()):
            for name, still in (("date", StillDate), ("datetime", StillDatetime)):
                if vars(module).get(name) is getattr(dt, name):
                    patch.setattr(module, name, still)
        patch.setattr(os, "urandom", random.Random(1).randbytes)  # noqa: S311
        for module in (backups, backup, journal):
            patch.setattr(module, "node", lambda: "kontor")
        patch.setattr(Path, "home", classmethod(lambda cls: cls("hjem")))
        uri_of = Path.as_uri
        patch.setattr(Path, "absolute", lambda path: path)
        patch.setattr(Path, "as_uri", lambda path: uri_of(path.resolve()))
        patch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10**12, 10**11, 9 * 10**11))
        patch.chdir(folder)
        yield


def create_world() -> None:
    """Create the archive of the walks: the example, and a review in the middle of its meeting."""
    create_example(ARCHIVE, "da", NOW.date())
    archive = open_archive(ARCHIVE)
    store_review(archive, in_session())
    archive.close()


def still_app(language: str = "da", theme: str = "light") -> MedreviewApp:
    """Return the app on that archive."""
    use(language)
    paths = Paths(ARCHIVE, Path("settings.json"), Path("log"), Path("dokumenter"))
    return MedreviewApp(ARCHIVE, Settings(language=language, theme=theme, export_formats=("html",)), paths)
