"""What home showed last: kept when the program is closed, so that the next start shows it before all is loaded."""

from contextlib import suppress
from uuid import UUID

from medreview.domain.errors import Refusal
from medreview.domain.glance import Glance
from medreview.store import glances
from medreview.store.archive import Archive
from medreview.store.journal import Mark


def keep(archive: Archive, glance: Glance, as_of: Mark) -> None:
    """Keep what home shows of a committee, read when the journal stood at `as_of`; nothing where that cannot be."""
    if archive.read_only or not archive.is_checked:
        return
    with suppress(Refusal), archive.transaction() as session:
        glances.keep(session, glance, as_of)


def kept(archive: Archive, committee_id: UUID) -> Glance | None:
    """Return what home shows of a committee, where nothing was stored since; otherwise all has to be loaded for it."""
    with archive.transaction() as session:
        return glances.kept(session, committee_id)
