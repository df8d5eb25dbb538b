"""What is shown when an archive is opened: where the chair left off, the first start, or what is wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from medreview.domain.errors import Refusal
from medreview.domain.glance import Glance
from medreview.i18n import current, tr
from medreview.operations import example_mark, homecoming, running, whereabouts
from medreview.operations.archives import Archive, check_archive, open_archive, open_to_read
from medreview.tui.commands import key_of
from medreview.tui.screens.home import HomeScreen
from medreview.tui.tidying import end_start

if TYPE_CHECKING:
    from medreview.domain.dossier import Dossier
    from medreview.operations.committees import CommitteeOverview
    from medreview.operations.drafts import Draft
    from medreview.tui.archive_app import ArchiveApp


@dataclass(frozen=True)
class Entrance:
    """What was found at a path, read in the background so that the screens only have to show it.

    Where nothing was stored since the program was closed at home, that is shown again from its `glance` alone, and all
    else is loaded behind it: importing the models takes as long as all the rest of a start.
    """

    path: Path
    archive: Archive | None = None
    refusal: Refusal | None = None
    is_example: bool = False
    glance: Glance | None = None
    overview: CommitteeOverview | None = None
    dossier: Dossier | None = None
    step: str | None = None
    was_interrupted: bool = False
    """Whether the program stopped in the middle of its work last time."""
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    """What was typed and could not be stored as it was."""

    @classmethod
    def of(cls, path: Path, present: Archive | None = None) -> Entrance:
        """Open the archive at the path, unless it is the present one, and read where the chair left off."""
        if present is not None and present.path.absolute() == path.absolute():
            return cls._into(path, present)
        return cls._at(path, partial(open_archive, whole=False))

    @classmethod
    def beside(cls, path: Path) -> Entrance:
        """Open the archive at the path to look at it while somebody else writes to it."""
        return cls._at(path, partial(open_to_read, why="open_elsewhere"))

    @classmethod
    def _at(cls, path: Path, open_it: Callable[[Path], Archive]) -> Entrance:
        try:
            archive = open_it(path)
        except Refusal as refusal:
            from medreview.operations.backups import folder_of

            is_first_start = refusal.code == "archive_missing" and not folder_of(path).exists()
            return cls(path, refusal=None if is_first_start else refusal)
        try:
            interrupted = not archive.read_only and running.was_interrupted(archive)
            return replace(cls._into(path, archive), was_interrupted=interrupted)
        except Refusal as refusal:
            archive.close()
            return cls(path, refusal=refusal)

    @classmethod
    def _into(cls, path: Path, archive: Archive) -> Entrance:
        place, is_example = whereabouts.last_place(archive), example_mark.is_example(archive)
        if place is not None and place[1] is None and (glance := homecoming.kept(archive, place[0])):
            return cls(path, archive, is_example=is_example, glance=glance)
        return cls(path, archive, is_example=is_example).loaded()

    def loaded(self) -> Entrance:
        """Return all that there is to show of the archive, read now.

        Raises:
            Refusal: those of `committees.overview` and `Archive.transaction`.
        """
        from medreview.operations import committees, drafts, reviews

        archive = self.archive
        if archive is None:
            return self
        found = replace(self, drafts=drafts.load(archive))
        place = whereabouts.last_place(archive)
        known = [committee.id for committee in committees.list_committees(archive)]
        if not known:
            return found
        committee_id = place[0] if place and place[0] in known else known[0]
        overview = committees.overview(archive, committee_id)
        if place and place[1] in [review.id for review in overview.reviews] and place[1] is not None:
            return replace(found, overview=overview, dossier=reviews.load(archive, place[1]), step=place[2])
        return replace(found, overview=overview)

    def screens(self) -> list[Screen[Any]]:
        """Return the screens to show, the last one on top."""
        if self.glance is not None:
            return [HomeScreen(self.glance)]
        if self.overview is not None:
            home = HomeScreen.showing(self.overview)
            if self.dossier is None:
                return [home]
            from medreview.tui.screens.review import ReviewScreen

            return [home, ReviewScreen(self.dossier, self.step)]
        if self.refusal is not None and self.refusal.code == "open_elsewhere":
            from medreview.tui.screens.elsewhere import ElsewhereScreen

            return [ElsewhereScreen(self.path)]
        if self.refusal is not None:
            from medreview.tui.screens.problem import ProblemScreen

            return [ProblemScreen(self.refusal, self.path)]
        from medreview.tui.screens.first_start import FirstStartScreen

        return [FirstStartScreen(self.path)]

    def place_words(self) -> str:
        """Return what may go wrong in the place where the archive lies; nothing of an ordinary folder."""
        from medreview.operations.places import place_of_archive, warning

        return warning(place_of_archive(self.path)) if self.archive is not None and not self.is_example else ""

    def resumed_words(self) -> str:
        """Return where the work goes on after it was interrupted; nothing after a clean end."""
        if not self.was_interrupted:
            return ""
        return tr("Resumed at {place}. What was stored before the interruption is all here.", place=self._place())

    def _place(self) -> str:
        if self.dossier is None or self.step is None:
            return tr("Home")
        from medreview.templates import load_template

        steps = load_template(self.dossier.review.template).steps
        step = next((one for one in steps if one.key == self.step), steps[0])
        return f"{step.short.in_language(current().language)} {self.dossier.review.year}"


async def warn_of_place(app: ArchiveApp, entrance: Entrance) -> None:
    """Say that the archive cannot be written, and once of each what may go wrong where it lies."""
    if app.read_only == "read_only":
        key = key_of("app.save_elsewhere")
        words = tr("The archive is write-protected: it can be read and exported. {key} saves a copy.", key=key)
        app.notify(words, severity="warning", timeout=12, markup=False)
    path, known, moved = str(entrance.path), app.settings.known_places, app.settings.moved
    if path in moved[1:]:
        app.change_settings(moved=())  # found again
    elif path in moved[:1] and app.has_archive:
        words = tr("The newest text is in {path}: last time it could be stored only there.", path=moved[-1])
        app.notify(words, severity="warning", timeout=20, markup=False)
    words = await asyncio.to_thread(entrance.place_words)
    if words and path not in known:
        app.notify(words, severity="warning", timeout=20, markup=False)
        app.change_settings(known_places=(*known, path))


async def load_home(app: ArchiveApp, entrance: Entrance) -> Refusal | None:
    """Load what home needs to do what its keys say, where it is shown as it was last time; return what is in the way.

    What is shown is shown anew where it is not quite true: another version of the program may count otherwise.
    """
    if entrance.glance is None:
        return None
    try:
        loaded = await app.saver.run(entrance.loaded)
        app.drafts.begin(loaded.drafts)
        for screen in app.screen_stack:
            if isinstance(screen, HomeScreen) and loaded.overview is not None:
                screen.take(loaded.overview)
    except Refusal as refusal:
        return refusal
    return None


def load_ahead(archive: Archive | None) -> Refusal | None:
    """Import what the first keys will need, and check what was too long to check before; then the start is over.

    Return what is wrong with the archive after all.
    """
    import medreview.tui.screens.review  # noqa: F401

    end_start()
    if archive is None:
        return None
    try:
        check_archive(archive)
    except Refusal as refusal:
        return refusal if refusal.code in ("archive_damaged", "archive_altered") else None
    running.begin(archive)
    return None
