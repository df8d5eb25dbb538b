"""Checking an archive from the first byte to the newest backup, without changing anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from medreview.domain.committee import Committee
from medreview.domain.errors import Refusal
from medreview.domain.review import Review
from medreview.domain.version import Version
from medreview.i18n import current, ntr, tr
from medreview.operations.backup_words import moment_words
from medreview.operations.backups import backups, newest_verified
from medreview.store import backup as store
from medreview.store import checks, dossiers, entities
from medreview.store.session import Session

_UNKNOWN = ("archive_missing", "archive_is_folder", "cannot_open", "not_an_archive", "archive_newer", "open_elsewhere")
"""Refusals that say nothing about whether an archive is sound."""


class Soundness(StrEnum):
    """What can be said of a file."""

    SOUND = "sound"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Checked:
    """The verdict, and lines in the language of the screens that say what was found."""

    soundness: Soundness
    lines: tuple[str, ...]


def check_archive(path: Path) -> Checked:
    """Check the file, its schema, every review and approved version in it, and its newest backup."""
    try:
        checks.check(path)
        with store.reading(path) as session:
            wrong = tuple(_wrong(session))
            held = _held(session)
    except Refusal as refusal:
        sentence = current().refusal(refusal.code, **refusal.params)
        if refusal.code in _UNKNOWN:
            return Checked(Soundness.UNKNOWN, (sentence,))
        return Checked(Soundness.DAMAGED, (sentence, *_way_out(path)))
    if wrong:
        return Checked(Soundness.DAMAGED, (tr("{path} is damaged.", path=path), *wrong, *_way_out(path)))
    return _with_backups(path, held)


def _with_backups(path: Path, held: str) -> Checked:
    """Tell of the backups of a sound archive: damaged ones are worth a warning, none at all is no fault."""
    sound = tr("{path} is sound: {content}.", path=path, content=held)
    found, newest = backups(path), newest_verified(path)
    if not found:
        return Checked(Soundness.SOUND, (sound, tr("There is no backup of it yet.")))
    spoilt = [one for one in found if not one.is_verified] or [one for one in found[:1] if one != newest]
    if newest is None or spoilt:
        told = (tr("The backup {path} is damaged.", path=one.path) for one in spoilt)
        return Checked(Soundness.DAMAGED, (sound, *told, *_way_out(path)))
    return Checked(
        Soundness.SOUND, (sound, tr("The newest backup, of {time}, is sound.", time=moment_words(newest.at)))
    )


def _way_out(path: Path) -> Iterator[str]:
    newest = newest_verified(path)
    if newest is None:
        yield tr("There is no sound backup of it.")
    else:
        yield tr("The newest sound backup is of {time}: {path}", time=moment_words(newest.at), path=newest.path)


def _wrong(session: Session) -> Iterator[str]:
    """Yield every review that cannot be read, and every approved version that no longer is what was approved."""
    names = {one.id: one.name for one in entities.find(session, Committee)}
    for review in entities.find(session, Review):
        which = {"name": names.get(review.committee_id, ""), "year": review.year}
        try:
            versions = entities.find(session, Version, review_id=review.id)
            changed = [one.number for one in versions if not one.is_intact]
            dossiers.load(session, review.id)
        except (ValidationError, IndexError):
            yield tr("{name} {year} cannot be read.", **which)
            continue
        for number in changed:
            yield tr("{name} {year}, version {number}: the content does not match its SHA-256.", number=number, **which)


def _held(session: Session) -> str:
    """Return how much the archive holds."""
    committees, reviews = len(entities.find(session, Committee)), len(entities.find(session, Review))
    held = ntr("{count} committee", "{count} committees", committees)
    return f"{held}, {ntr('{count} review', '{count} reviews', reviews)}"
