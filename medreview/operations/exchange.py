"""Reviews to and from exchange files (see `exchange_file`); nothing in the archive is overwritten by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import FollowUp
from medreview.domain.version import Version
from medreview.i18n import tr
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.cut import cut
from medreview.operations import following
from medreview.operations.backups import back_up_before
from medreview.operations.changes import Changes
from medreview.operations.example_mark import EXAMPLE, is_example_session
from medreview.operations.exchange_file import Exchange as Exchange
from medreview.operations.exchange_file import as_text, digest_of
from medreview.operations.exchange_file import json_schema as json_schema
from medreview.operations.exchange_file import read_exchange as read_exchange
from medreview.operations.strict_json import SIZE_LIMIT as SIZE_LIMIT
from medreview.store import dossiers, entities, queries, settings
from medreview.store.archive import Archive
from medreview.store.entities import Session

_NOTES: Final = "later_follow_ups"
"""What comes after the review itself: each archive keeps its own notes and takes in those that it does not have."""

_SHARED: Final = ("committee", "members", "last_goals", "goals", "activities", "follow_ups", _NOTES)
"""The parts that a committee's reviews have in common."""

_GROWING: Final = ("members", _NOTES)
"""The parts to which something may have come since the file was written."""

_AS_APPROVED: Final = ("committee", "members")
"""What an approved review keeps as it was then, whatever became of it since."""


@dataclass(frozen=True)
class Imported:
    """What an import changed, and whether the archive already had the review exactly so."""

    changes: Changes
    review_id: UUID
    unchanged: bool
    partial: bool = False
    """Whether the file holds only what a document shows."""


def export_json(dossier: Dossier, *, example: bool = False) -> str:
    """Return the review in the exchange format; the same review always gives the same text."""
    return as_text(_whole(dossier, example))


def export_json_list(reviews: Iterable[Dossier], *, example: bool = False) -> str:
    """Return one review in the exchange format, several as a list of them."""
    return as_text(*(_whole(dossier, example) for dossier in reviews))


def cut_json(dossier: Dossier, kind: Kind, choices: Choices, *, example: bool = False) -> str | None:
    """Return in the exchange format what a document of that kind shows of the review; None where that is too little."""
    part = cut(dossier, kind, choices)
    if part is None:
        return None
    return as_text(Exchange(example=example, partial=True, sha256=digest_of(dossier), dossier=part))


def import_review(archive: Archive, path: Path) -> Imported:
    """Store the review of an exchange file, or of a PDF that has one inside.

    Raises:
        Refusal: those of `read_exchange` and `store_exchange`; nothing was stored.
    """
    return store_exchange(archive, read_exchange(path))


def store_review(archive: Archive, dossier: Dossier, *, example: bool = False) -> Imported:
    """Store a whole review (see `store_exchange`)."""
    return store_exchange(archive, Exchange(example=example, dossier=dossier))


def store_exchange(archive: Archive, exchange: Exchange) -> Imported:
    """Store a review that the archive does not have; one that it has exactly so changes nothing.

    A part of an approved review changes nothing either where the archive has that very version of it. Elsewhere it
    is stored as it is, but tells nothing of a committee that is known already.

    Raises:
        Refusal: `import_differs` where the archive has something else under the same id or year,
            `committee_exists` for another committee of the same name, `import_of_example` where a review of the
            example would come among real ones; an empty archive becomes an example archive.
    """
    dossier, review_id = exchange.dossier, exchange.dossier.review.id
    back_up_before(archive, "import")
    with archive.transaction("import") as session:
        if exchange.example:
            _mark_or_refuse(session)
        if _has_already(session, exchange):
            return _with_notes(session, exchange)
        is_newest = all(one.year < dossier.review.year for one in queries.reviews(session, dossier.committee.id))
        _check_free(session, dossier, is_newest=is_newest)
        dossiers.insert(session, dossier.model_copy(update={_NOTES: ()}))
        following.take_over(session, dossier.later_follow_ups)
        if is_newest and not exchange.partial:
            for entity in (dossier.committee, *dossier.members):
                entities.update(session, entity)
    kinds = frozenset(type(entity) for _, entity in dossier.entities())
    changes = Changes(kinds, dossier.committee.id, review_id)
    return Imported(changes, review_id, unchanged=False, partial=exchange.partial)


def imported_words(imported: Imported, dossier: Dossier) -> str:
    """Return in the language of the screens what came of an import."""
    names = {"name": dossier.committee.name, "year": dossier.review.year}
    if imported.unchanged and imported.partial:
        return tr("The archive already has {name} {year}, and all of it. Nothing was changed.", **names)
    if imported.unchanged:
        return tr("The archive already has {name} {year} exactly so. Nothing was changed.", **names)
    said = tr("Imported: {name} {year}.", **names)
    return f"{said} {tr('The file holds only what the document shows.')}" if imported.partial else said


def _whole(dossier: Dossier, example: bool) -> Exchange:
    return Exchange(example=example, sha256=digest_of(dossier), dossier=dossier)


def _with_notes(session: Session, exchange: Exchange) -> Imported:
    """Take in what was noted elsewhere since, for a review that the archive has exactly so."""
    dossier = exchange.dossier
    new = following.take_over(session, dossier.later_follow_ups)
    kinds: frozenset[type[Entity]] = frozenset({FollowUp, Action}) if new else frozenset()
    changes = Changes(kinds, dossier.committee.id, dossier.review.id) if new else Changes()
    return Imported(changes, dossier.review.id, unchanged=not new, partial=exchange.partial)


def _has_already(session: Session, exchange: Exchange) -> bool:
    """Whether the archive has the review; raise where it is not the same there."""
    review_id = exchange.dossier.review.id
    is_part = exchange.partial and bool(exchange.sha256)
    if is_part and entities.find(session, Version, review_id=review_id, sha256=exchange.sha256):
        return True
    stored = dossiers.load(session, review_id)
    if stored is not None:
        _check_same(stored, exchange.dossier)
    return stored is not None


def _check_same(stored: Dossier, dossier: Dossier) -> None:
    """Raise where the two differ; members who came and what was noted since are no difference."""
    here = {(part, entity.id): entity for part, entity in stored.entities()}
    for part, entity in dossier.entities():
        if here.pop((part, entity.id), None) != entity and part != _NOTES:
            raise _differs(dossier, part)
    surplus = next((part for part, _ in here if part not in _GROWING), None)
    if surplus is not None:
        raise _differs(dossier, surplus)


def _mark_or_refuse(session: Session) -> None:
    if not is_example_session(session) and queries.committees(session):
        raise Refusal("import_of_example")
    settings.note(session, EXAMPLE, "yes")


def _check_free(session: Session, dossier: Dossier, *, is_newest: bool) -> None:
    """Raise where storing the review would collide with what the archive has.

    The newest year brings committee and members up to date; earlier years keep theirs when they were approved.
    """
    committee = dossier.committee
    if dossiers.review_id_of(session, committee.id, dossier.review.year):
        raise _differs(dossier, "review")
    namesakes = entities.find(session, type(committee), municipality=committee.municipality, name=committee.name)
    if any(one.id != committee.id for one in namesakes):
        raise Refusal("committee_exists", name=committee.name)
    for part, entity in dossier.entities():
        stored = entities.get(session, type(entity), entity.id)
        if stored is None or part == _NOTES or (stored == entity and part in _SHARED):
            continue
        is_told_alone = part == "follow_ups" and dossier.is_read_only
        kept_apart = is_told_alone or ((dossier.is_read_only or is_newest) and part in _AS_APPROVED)
        if not kept_apart or getattr(stored, "committee_id", None) != getattr(entity, "committee_id", None):
            raise _differs(dossier, part)


def _differs(dossier: Dossier, where: str) -> Refusal:
    return Refusal("import_differs", name=dossier.committee.name, year=dossier.review.year, where=where)
