"""Going back to a backup: what would be missing then, and the old archive or the new one at any moment."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from pydantic import ValidationError

from medreview.domain.committee import Committee
from medreview.domain.errors import Refusal
from medreview.domain.review import Review
from medreview.i18n import current, tr
from medreview.minutes.difference import Section, difference
from medreview.operations.archives import open_archive
from medreview.operations.backups import (
    Backup,
    backups,
    folder_of,
    make_backup_if_changed,
)
from medreview.operations.files import make_private_folder, put_in_place, replace_bytes, sweep
from medreview.operations.whereabouts import remember_place
from medreview.store import backup as store
from medreview.store import dossiers, entities
from medreview.store.archive import Archive
from medreview.store.checks import check
from medreview.store.lock import own
from medreview.store.session import Session
from medreview.templates import load_template

_SIDECARS: Final = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside an archive while it writes, and a killed program leaves there."""

_NO_ARCHIVE: Final = (
    *("archive_damaged", "archive_altered", "archive_empty", "archive_newer"),
    *("not_an_archive", "backup_unsound"),
)
"""What cannot be kept as a backup, only as it is."""

_DIGITS: Final = 8

Place = tuple[UUID, UUID | None, str]
"""Where the chair is: committee, review and step."""


@dataclass(frozen=True)
class Restored:
    """What came of a restoring, and where the state before it is kept."""

    is_changed: bool
    kept: Path | None = None
    """A backup of the state before, or a copy of the damaged file; None where there was nothing to keep."""


def missing_since(backup: Backup, present: Archive | Path) -> tuple[Section, ...] | None:
    """Return what changed since the backup, which would be missing after restoring it; empty where nothing did.

    None where one of the two cannot be read, so that nobody can tell.
    """
    path = present if isinstance(present, Path) else present.path
    try:
        with store.reading(backup.path, is_copy=True) as then, store.reading(path) as now:
            touched = store.touched_since(now, backup.mark) if backup.mark else None
            return (*_whole(then, now), *_within(then, now, touched))
    except (Refusal, ValidationError):
        return None


def missing_lines(sections: tuple[Section, ...] | None) -> list[str]:
    """Return in the language of the screens what restoring would take back."""
    if sections is None:
        return [tr("What changed since this backup cannot be told: the archive or the backup cannot be read.")]
    if not sections:
        return [tr("Nothing changed since this backup.")]
    lines = [f"  {section.heading}: {line}" for section in sections for line in section.lines]
    return [tr("Changed since this backup, and taken back by restoring it:"), *lines]


def restore(path: Path, backup: Backup) -> Restored:
    """Put a backup in the place of the archive, which must be closed; the state before is kept first.

    A second time changes nothing. Killed at any moment it leaves the old archive or the new one.

    Raises:
        Refusal: `backup_damaged`, `open_elsewhere`, `no_room`, `cannot_write`; the archive is as it was.
    """
    if store.facts(backup.path) is None:
        raise Refusal("backup_damaged", path=backup.path)
    make_private_folder(path.parent)
    sweep(path.parent)
    with _owned(path):
        if _is_same(path, backup.path):
            return Restored(is_changed=False)
        kept = _keep(path)
        temporary = path.with_name(f".{uuid4().hex}.tmp")
        try:
            store.copy(backup.path, temporary)
            store.note_restored(temporary, _last_step(path))
            store.sync(temporary)
            _clear_sidecars(path)
            put_in_place(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    return Restored(is_changed=True, kept=kept)


def restore_there(path: Path, backup: Backup, place: Place | None) -> Restored:
    """Restore, and let the next opening return to where the chair was, as far as the backup has that place.

    Raises:
        Refusal: those of `restore`.
    """
    restored = restore(path, backup)
    if place is not None:
        with closing(open_archive(path)) as archive:
            remember_place(archive, *place)
    return restored


def restored_words(restored: Restored) -> str:
    """Return in the language of the screens what came of a restoring."""
    if not restored.is_changed:
        return tr("The archive is exactly as in this backup. Nothing was changed.")
    if restored.kept is None:
        return tr("The backup was restored.")
    return tr("The backup was restored. The state before is kept: {path}", path=restored.kept)


def keep_aside(path: Path) -> Path:
    """Copy a damaged archive, with what lies beside it, byte for byte into the folder of its backups, once.

    Return where the copy is.

    Raises:
        Refusal: `cannot_open`, `no_room` or `cannot_write`.
    """
    folder = folder_of(path)
    make_private_folder(folder)
    try:
        contents = {end: _with_end(path, end).read_bytes() for end in ("", *_SIDECARS) if _with_end(path, end).exists()}
    except OSError as error:
        raise Refusal("cannot_open", path=path) from error
    digest = sha256(b"".join(contents.values())).hexdigest()[:_DIGITS]
    if found := next(folder.glob(f"* {digest}{path.suffix}"), None):
        return found
    aside = folder / f"{path.stem} {tr('damaged')} {datetime.now():%Y-%m-%d %H%M%S} {digest}{path.suffix}"
    for end in reversed(contents):
        replace_bytes(_with_end(aside, end), contents[end])
        _with_end(aside, end).chmod(0o600)
    return aside


def _whole(then: Session, now: Session) -> Iterator[Section]:
    """Yield the committees and years that came or went."""
    before, after = _names(then), _names(now)
    lines = [tr("New: {what}", what=after[key]) for key in after if key not in before]
    lines += [tr("Removed: {what}", what=before[key]) for key in before if key not in after]
    if lines:
        yield Section(tr("Committees and years"), tuple(lines))


def _names(session: Session) -> dict[UUID, str]:
    committees = {one.id: one.name for one in entities.find(session, Committee)}
    years = {one.id: f"{committees[one.committee_id]} {one.year}" for one in entities.find(session, Review)}
    return {**committees, **years}


def _within(then: Session, now: Session, touched: tuple[set[UUID], bool] | None) -> Iterator[Section]:
    """Yield what changed in the reviews that are in both."""
    both = {one.id for one in entities.find(then, Review)}
    for review in _candidates(now, touched):
        before, after = (dossiers.load(one, review.id) if review.id in both else None for one in (then, now))
        if before and after:
            where = f"{after.committee.name} {review.year}"
            for section in difference(before, after, load_template(after.review.template), current()):
                yield Section(f"{where} · {section.heading}", section.lines)


def _candidates(now: Session, touched: tuple[set[UUID], bool] | None) -> list[Review]:
    """Return the reviews that may have changed; a change of a committee or its members shows in its newest one."""
    reviews = sorted(entities.find(now, Review), key=lambda one: one.year, reverse=True)
    if touched is None:
        return reviews
    changed, others_too = touched
    newest = {one.committee_id: one.id for one in reversed(reviews)} if others_too else {}
    return [one for one in reviews if one.id in changed or one.id in newest.values()]


def _is_same(path: Path, other: Path) -> bool:
    """Return whether the archive is sound and holds what the copy does, apart from the journal."""
    try:
        check(path)
        with store.reading(path) as one, store.reading(other, is_copy=True) as two:
            return store.digest(one) == store.digest(two)
    except Refusal:
        return False


def _keep(path: Path) -> Path | None:
    """Keep the state before a restoring: as a backup, or as it is where it is damaged."""
    if not path.exists():
        return None
    try:
        check(path)
        made = make_backup_if_changed(path, "restore")
    except Refusal as refusal:
        if refusal.code not in _NO_ARCHIVE:
            raise
        return keep_aside(path)
    mark = store.mark_of(path)
    return made.path if made else next((one.path for one in backups(path) if one.mark == mark), None)


def _last_step(path: Path) -> int:
    """Return the highest number of a step that the archive or a backup of it knows."""
    try:
        present = store.mark_of(path).step
    except Refusal:
        present = 0
    return max([present, *(one.mark.step for one in backups(path) if one.mark)])


def _clear_sidecars(path: Path) -> None:
    """Remove what a killed program left beside a damaged archive: SQLite would work it into the new one."""
    for end in _SIDECARS:
        try:
            _with_end(path, end).unlink(missing_ok=True)
        except OSError as error:
            raise Refusal("cannot_write", path=_with_end(path, end)) from error


def _with_end(path: Path, end: str) -> Path:
    return path.with_name(f"{path.name}{end}")


@contextmanager
def _owned(path: Path) -> Iterator[None]:
    """Hold the archive's lock, so that nobody writes to it meanwhile."""
    if not path.exists():
        yield
        return
    lock = own(path)
    if lock is None:
        raise Refusal("cannot_write", path=path)
    try:
        yield
    finally:
        lock.release()
