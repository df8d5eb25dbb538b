"""An archive cannot be opened: what is wrong, that nothing was touched, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from medreview.domain.cleaning import clean_line
from medreview.domain.errors import Refusal
from medreview.i18n import N_, current, ntr, tr
from medreview.tui.screens.ways import EXAMPLE, Way, WaysScreen
from medreview.tui.text import literal

if TYPE_CHECKING:
    from medreview.minutes.difference import Section
    from medreview.operations.rescue import Offer

_BACKUP: Final = Way(N_("Go back to the newest backup"), N_("Looking for it …"), "restore")
_RESCUE: Final = Way(
    N_("Rescue what can be read"),
    N_("Into a new archive beside it; the damaged file stays as it is."),
    "rescue",
)
_AFRESH: Final = Way(N_("Begin afresh"), N_("With a new, empty archive at this place."), "begin_afresh")
_TRY_AGAIN: Final = Way(N_("Try again"), N_("When the file is back, or closed in the other program."), "try_again")
_TRY_ANOTHER: Final = Way(N_("Try again"), N_("When a sound file lies in its place."), "try_again")
_TRY_DRIVE: Final = Way(N_("Try again"), N_("When the file is back, or its drive is connected again."), "try_again")
_OTHER: Final = Way(
    N_("Open another archive"), N_("A copy, or an archive that lies in another folder."), "open_archive"
)
_QUIT: Final = Way(N_("Quit"), N_("Nothing was changed."), "leave")

_HELP: Final[Mapping[str, tuple[Way, ...]]] = {
    **dict.fromkeys(("archive_damaged", "archive_altered", "not_an_archive"), (_BACKUP, _RESCUE, _TRY_ANOTHER)),
    "archive_empty": (_BACKUP, _TRY_ANOTHER),
    "archive_missing": (_BACKUP, _AFRESH, _TRY_DRIVE),
    "archive_newer": (),
}
"""What can be done besides the ways there always are."""

_UNOPENED: Final = N_("The archive could not be opened")

_TITLES: Final = {
    "archive_damaged": N_("The archive is damaged"),
    "archive_altered": N_("The archive was rebuilt by another program"),
    "archive_empty": N_("The archive is an empty file"),
    "archive_missing": N_("The archive is gone"),
    "archive_newer": N_("The archive is from a newer medreview"),
    "not_an_archive": N_("This is not a medreview archive"),
}


_A_MINUTE: Final = timedelta(minutes=1)

_A_HANDFUL: Final = 3


class ProblemScreen(WaysScreen):
    """Shown in the place of an archive that cannot be opened."""

    def __init__(self, refusal: Refusal, path: Path | None = None) -> None:
        super().__init__()
        self._refusal = refusal
        self._path = path
        self._offer: Offer | None = None

    @property
    def ways(self) -> tuple[Way, ...]:
        """What helps against this problem first, then what is always possible."""
        return (*_HELP.get(self._refusal.code, (_TRY_AGAIN,)), _OTHER, EXAMPLE, _QUIT)

    def introduction(self) -> Iterator[Widget]:
        """Yield what is wrong."""
        sentence = current().refusal(self._refusal.code, **self._refusal.params)
        title = _TITLES.get(self._refusal.code, _UNOPENED)
        yield Static(Content(tr(title)), classes="title")
        yield Static(literal(sentence))
        yield Static(Content(tr("Show this to whoever looks after your computer, or choose another way on.")))

    def on_mount(self) -> None:
        """Look for a backup, where one would help."""
        if _BACKUP in self.ways:
            self.tell("restore", tr(_BACKUP.meaning), can_be_chosen=False)
            self.soon(self._look_for_backup, "backup")

    async def _look_for_backup(self) -> None:
        from medreview.operations.rescue import newest_offer

        self._offer = await self.ask(newest_offer, self.path)
        if self._offer is None:
            self.tell("restore", tr("There is no backup of it that can be read."), can_be_chosen=False)
        else:
            self.tell("restore", offer_words(self._offer))
            self.prefer("restore")

    @property
    def path(self) -> Path:
        """The archive that cannot be opened."""
        return self._path or self.medreview.archive_path

    def action_restore(self) -> None:
        """Put the newest backup in the place of the archive; what is there now is kept."""
        self.soon(self._restore, "help")

    async def _restore(self) -> None:
        from medreview.operations.restoring import restore, restored_words

        if self._offer is None:
            return
        with self.working(tr("Going back to the backup …")):
            restored = await self.ask(restore, self.path, self._offer.backup)
        if restored is not None:
            self.app.notify(clean_line(restored_words(restored)), markup=False, timeout=12)
            self.in_background(partial(self.medreview.open_archive, self.path))

    def action_rescue(self) -> None:
        """Write what can be read to a new archive."""
        self.soon(self._rescue, "help")

    async def _rescue(self) -> None:
        from medreview.operations.rescue import rescue
        from medreview.tui.screens.rescued import RescuedScreen

        with self.working(tr("Reading what can be read …")):
            rescued = await self.ask(rescue, self.path)
        if rescued is not None:
            await self.app.push_screen(RescuedScreen(rescued, self.path))

    def action_begin_afresh(self) -> None:
        """Begin with a new archive, as at the first start."""
        from medreview.tui.screens.first_start import FirstStartScreen

        self.in_background(partial(self.medreview.show, FirstStartScreen(self.path)))

    def action_try_again(self) -> None:
        """Open the same archive again."""
        self.in_background(partial(self.medreview.open_archive, self.path))

    def action_open_archive(self) -> None:
        """Open another archive."""
        from medreview.tui.dialogs.files import open_archive_file

        open_archive_file(self.medreview)

    async def action_leave(self) -> None:
        """Close the program."""
        await self.medreview.action_leave()


def offer_words(offer: Offer) -> str:
    """Return when the backup was made, and what would be missing after going back to it."""
    of = _in_words(offer.backup.at)
    if offer.missing is None and offer.written_at and offer.written_at - offer.backup.at > _A_MINUTE:
        return tr(
            "Of {time}. What was written from then until {until} would be missing.",
            time=of,
            until=_in_words(offer.written_at),
        )
    if offer.written_at is None:
        return tr("Of {time}. What was written since would be missing.", time=of)
    if offer.missing is None:
        if offer.written_at > offer.backup.at:
            return tr("Of {time}. The file was last written to less than a minute later.", time=of)
        return tr("Of {time}. As far as the file says nothing was written since.", time=of)
    count = sum(len(section.lines) for section in offer.missing)
    if not count:
        return tr("Of {time}. Nothing would be missing.", time=of)
    return ntr(
        "Of {time}. {count} change would be missing: {places}.",
        "Of {time}. {count} changes would be missing: {places}.",
        count,
        time=of,
        places=_first_of(list(dict.fromkeys(map(_place_of, offer.missing)))),
    )


def _place_of(section: Section) -> str:
    """Return the committee and year in which something differs, without the part of the review."""
    return section.heading.rpartition(" · ")[0] or section.heading


def _first_of(places: Sequence[str]) -> str:
    """Return the first few places, and how many more there are."""
    named, more = ", ".join(places[:_A_HANDFUL]), len(places) - _A_HANDFUL
    if more <= 0:
        return named
    return ntr("{places} and {count} more place", "{places} and {count} more places", more, places=named)


def _in_words(moment: datetime) -> str:
    return f"{current().date(moment.date())} {current().time(moment.time())}"
