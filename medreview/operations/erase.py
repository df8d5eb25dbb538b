"""Deleting for good: a committee with all its reviews, or a year that was never approved; and what still holds it.

The bytes are gone from the archive's file. Backups and frozen copies are files of their own: they are named, and
deleted only when that is asked for.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.cleaning import clean_line
from medreview.domain.committee import Committee, Member
from medreview.domain.errors import Refusal
from medreview.domain.goal import Goal
from medreview.domain.review import Review
from medreview.domain.version import Version
from medreview.operations import backups, copies
from medreview.operations.changes import Changes
from medreview.store import entities, erasing, following, journal, queries
from medreview.store.archive import Archive
from medreview.store.session import Session

_DIGITS: Final = 8
_CHUNK: Final = 1 << 20


@dataclass(frozen=True)
class Remains:
    """The files that still hold what was erased."""

    backups: tuple[Path, ...] = ()
    """They hold the other committees, too, as they were then."""
    copies: tuple[Path, ...] = ()
    """Approved minutes, frozen beside the archive."""

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return (*self.backups, *self.copies)


@dataclass(frozen=True)
class Erased:
    """What was erased, and where it still is."""

    changes: Changes
    remains: Remains


def erase_committee(archive: Archive, committee_id: UUID, name: str, second: Path | None = None) -> Erased:
    """Delete a committee with its members and all its reviews, approved ones included; `name` confirms it.

    `second` is the second place of the backups.

    Raises:
        Refusal: `gone`, `name_differs` where the name is not the committee's, or those of `Archive.transaction`.
    """
    with archive.transaction(journal.ERASE) as session:
        committee = _confirmed(session, committee_id, name)
        reviews = queries.reviews(session, committee_id)
        digests = [one.sha256 for review in reviews for one in entities.find(session, Version, review_id=review.id)]
        erasing.erase(session, committee)
        erasing.forget_settings(session, {committee_id, *(review.id for review in reviews)})
    archive.compact()
    kinds: frozenset[type[Entity]] = frozenset({Committee, Member, Review, Goal})
    return Erased(Changes(kinds), _remains(archive, committee_id, digests, second))


def erase_review(archive: Archive, review: Review, name: str, second: Path | None = None) -> Erased:
    """Delete a year that was never approved, in whatever state it is; the committee's name confirms it.

    Raises:
        Refusal: `gone`, `name_differs`, `approved_with_committee` where a version was approved, `erase_later_first`
            when a later year starts from it, or those of `Archive.transaction`.
    """
    with archive.transaction(journal.ERASE) as session:
        _confirmed(session, review.committee_id, name)
        current = entities.get(session, Review, review.id)
        if current is None:
            raise Refusal("gone")
        _check_erasable(session, current)
        goals = entities.find(session, Goal, committee_id=current.committee_id, year=current.year)
        erasing.erase(session, *goals, *following.notes_on_actions(session, current), current)
        erasing.forget_settings(session, {current.id})
    archive.compact()
    changes = Changes(frozenset({Review, Goal}), review.committee_id)
    return Erased(changes, _remains(archive, review.id, (), second))


def erase_remains(archive: Archive, remains: Remains) -> tuple[Path, ...]:
    """Delete the files that still hold what was erased, after a new backup; return those that could not be deleted.

    Raises:
        Refusal: those of `backups.make_backup`; nothing was deleted.
    """
    if remains.backups:
        backups.make_backup(archive, journal.ERASE)
    return tuple(path for path in remains.files if not _deleted(path))


def _confirmed(session: Session, committee_id: UUID, name: str) -> Committee:
    committee = entities.get(session, Committee, committee_id)
    if committee is None:
        raise Refusal("gone")
    if clean_line(name).casefold() != committee.name.casefold():
        raise Refusal("name_differs", name=committee.name)
    return committee


def _check_erasable(session: Session, review: Review) -> None:
    if entities.find(session, Version, review_id=review.id):
        raise Refusal("approved_with_committee", year=review.year)
    latest = max(one.year for one in queries.reviews(session, review.committee_id))
    if latest != review.year:
        raise Refusal("erase_later_first", year=review.year, latest=latest)


def _remains(archive: Archive, key: UUID, digests: Iterable[str], second: Path | None) -> Remains:
    starts = {digest[:_DIGITS] for digest in digests}
    frozen = _files(copies.folder_of(archive))
    return Remains(
        tuple(path for path in _candidates(archive.path, second) if _holds(path, key.hex.encode())),
        tuple(path for path in frozen if any(start in path.name for start in starts)),
    )


def _candidates(path: Path, second: Path | None) -> Iterator[Path]:
    """Yield the files in which a copy of the archive may be: backups, and copies that were put aside."""
    yield from _files(backups.folder_of(path))
    yield from (one for one in _files(path.parent) if one != path and one.name.startswith(path.stem))
    for folder in sorted(second.glob(f"{path.stem}-backups*")) if second is not None else ():
        yield from _files(folder)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if one.is_file())
    except OSError:
        return []


def _holds(path: Path, needle: bytes) -> bool:
    """Return whether the bytes stand in a file, sound or not; one that cannot be read may hold them."""
    rest = b""
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                if needle in rest + chunk:
                    return True
                rest = chunk[-len(needle) :]
    except OSError:
        return True
    return False


def _deleted(path: Path) -> bool:
    try:
        path.chmod(0o600)  # frozen copies can only be read, which Windows takes for a reason to keep them
        path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return not os.path.lexists(path)
