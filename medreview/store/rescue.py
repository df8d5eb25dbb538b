"""Making a new, sound archive of what was salvaged from a damaged one."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.committee import Committee
from medreview.domain.review import Review, State
from medreview.domain.version import Version, approved_version
from medreview.store import dossiers, entities, settings
from medreview.store.archive import open_archive
from medreview.store.salvage import Key, Salvaged
from medreview.store.session import Session
from medreview.store.tables import ROWS

DEED = "rescue"
"""What the journal of the new archive calls its first step."""


def store_salvaged(path: Path, found: Salvaged, unnamed: str, prefix: str) -> set[Key]:
    """Store what was found in the new archive at the path, and return what could not be stored.

    A committee that is lost while its reviews are there is called `unnamed`; a part of a review that is lost is empty.
    Of the archive's own settings those come along whose key begins with `prefix`.

    Raises:
        Refusal: those of `open_archive` and of a transaction.
    """
    archive = open_archive(path)
    try:
        with archive.transaction(DEED) as session:
            stored = {key for key, entity in _in_order(found, unnamed) if _store(session, entity)}
            for review_id in [key[1] for key in stored if key[0] == "review"]:
                _fill_up(session, review_id)
            last = [*_versions(session, found), *(item for item in found.entities.items() if item[0][0] == "addendum")]
            stored |= {key for key, entity in last if _store(session, entity)}
            for name in filter(lambda name: name.startswith(prefix), found.settings):
                settings.note(session, name, found.settings[name])
    finally:
        archive.close()
    return set(found.expected) - stored


def _in_order(found: Salvaged, unnamed: str) -> Iterator[tuple[Key, Entity]]:
    """Yield owners before what they own; versions, which seal their review, are not among them."""
    yield from _lost_committees(found, unnamed)
    intact = {one.review_id for one in found.entities.values() if isinstance(one, Version) and not one.withdrawn_on}
    for table in map(entities.table_of, ROWS):
        for key, entity in found.entities.items():
            if key[0] == table and table not in ("version", "addendum"):
                yield key, _as_it_can_be(entity, found, intact)


def _lost_committees(found: Salvaged, unnamed: str) -> Iterator[tuple[Key, Entity]]:
    owners = {one.committee_id for one in found.entities.values() if isinstance(one, Review)}
    for number, committee_id in enumerate(sorted(owners), start=1):
        if ("committee", committee_id) not in found.entities:
            name = f"{unnamed} {number}"
            yield ("committee", committee_id), Committee(id=committee_id, municipality=unnamed, name=name)


def _as_it_can_be(entity: Entity, found: Salvaged, intact: set[UUID]) -> Entity:
    """Return the entity without a link to what is lost, and a review without an approval whose version is lost."""
    link = getattr(entity, "agenda_item_id", None)
    if link is not None and ("agenda_item", link) not in found.entities:
        return entity.model_copy(update={"agenda_item_id": None})
    if isinstance(entity, Review) and entity.state is State.APPROVED and entity.id not in intact:
        return entity.model_copy(update={"state": State.FOR_APPROVAL})
    return entity


def _versions(session: Session, found: Salvaged) -> Iterator[tuple[Key, Version]]:
    """Yield the versions that could be read, and those whose review is to the letter what the SHA-256 was taken of."""
    for key, row in found.expected.items():
        version = found.entities.get(key)
        if isinstance(version, Version):
            yield key, version
        elif key[0] == "version" and row.get("withdrawn_on") is None and "sha256" in row:
            review = entities.get(session, Review, UUID(row["review_id"]))
            dossier = dossiers.load(session, review.id) if review else None
            if review and dossier:
                approved = review.model_copy(update={"state": State.APPROVED})
                again = approved_version(dossier.model_copy(update={"review": approved}))
                if again.sha256 == row["sha256"]:
                    entities.update(session, approved)
                    yield key, again.model_copy(update={"id": key[1]})


def _store(session: Session, entity: Entity) -> bool:
    """Store one entity; return False where its owner is lost, or another one already has its place."""
    try:
        entities.insert(session, [entity])
    except sqlite3.IntegrityError:
        return False
    return True


def _fill_up(session: Session, review_id: UUID) -> None:
    """Give a review an empty section in the place of one that is lost."""
    for kind in dossiers.SECTIONS.values():
        if not entities.find(session, kind, review_id=review_id):
            entities.insert(session, [kind.model_validate({"review_id": review_id})])
