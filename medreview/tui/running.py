"""The screens from start to end: after an unexpected error the chair is told, and goes on if they like."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from medreview.log import CRASHED, Caught, log_file, say_crashed
from medreview.tui.app import MedreviewApp

if TYPE_CHECKING:
    from medreview.paths import Paths
    from medreview.settings import Settings
    from medreview.tui.screens.crash import Answer


def run_screens(archive_path: Path, settings: Settings, paths: Paths, example: bool = False) -> int:
    """Show the screens until the user quits; return the exit code, `CRASHED` after an unexpected error."""
    is_repeated = False
    while True:
        app = MedreviewApp(archive_path, settings, paths, example)
        with Caught(paths.logs) as caught:
            app.run()
        if app.crash is None and caught.error is None:
            return app.return_code or 0
        answer = _ask(app, is_repeated=is_repeated)
        if answer is None or answer.value == "quit":
            return CRASHED
        if answer.value == "front_page":
            _leave_place(app.archive_path)
        archive_path, settings, is_repeated = app.archive_path, app.settings, True


def _ask(app: MedreviewApp, *, is_repeated: bool) -> Answer | None:
    """Tell what happened and return the answer; where not even that can be shown, say it in plain words."""
    logs = app.paths.logs
    with Caught(logs):
        from medreview.tui.screens.crash import Crash, CrashApp

        log = log_file(logs)
        crash = Crash(app.archive_path, log, log.exists(), app.is_all_stored, is_repeated, app.archive_path.exists())
        asking = CrashApp(crash, app.settings.theme)
        answer = asking.run()
        if asking.crash is None:
            return answer
    say_crashed(logs, app.archive_path)
    return None


def _leave_place(path: Path) -> None:
    """Let the next start begin at the front page of the committee."""
    from medreview.domain.errors import Refusal
    from medreview.operations import whereabouts
    from medreview.operations.archives import open_archive

    with suppress(Refusal):
        archive = open_archive(path)
        try:
            place = whereabouts.last_place(archive)
            if place is not None:
                whereabouts.remember_place(archive, place[0], None, "")
        finally:
            archive.close()
