"""The history of a review's minutes: every approved version, and what differs from one to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from uuid import UUID

from pydantic import ValidationError

from medreview.domain.addendum import Addendum
from medreview.domain.dossier import Dossier
from medreview.domain.version import Version
from medreview.i18n import Translator
from medreview.minutes.difference import Section, difference
from medreview.operations.reviews import load_in
from medreview.store import entities
from medreview.store.archive import Archive
from medreview.templates import load_template

_AFTER: Final[dict[str, object]] = {"addenda": (), "later_follow_ups": ()}
"""What comes after an approval, and is no part of what was approved."""


@dataclass(frozen=True)
class Stage:
    """One state of the minutes: an approved version, or as they are now and not approved yet (`version` None)."""

    number: int
    version: Version | None
    dossier: Dossier | None
    """The review in that state, with its addenda; None where what is stored cannot be read any more."""
    is_intact: bool = True
    changes: tuple[Section, ...] | None = None
    """What differs from the stage before; None for the first, and where one of the two cannot be read."""


def history(archive: Archive, review_id: UUID, words: Translator) -> tuple[Stage, ...]:
    """Return the stages of a review's minutes, the newest first; none while nothing was ever approved."""
    with archive.transaction() as session:
        versions = entities.find(session, Version, review_id=review_id)
        addenda = entities.find(session, Addendum, review_id=review_id)
        is_open = bool(versions) and versions[-1].withdrawn_on is not None
        present = load_in(session, review_id) if is_open else None
    stages = [_approved(version, addenda) for version in versions]
    if present is not None:
        stages.append(Stage(present.review.version, None, present))
    return tuple(_with_changes(stages, words))[::-1]


def _approved(version: Version, addenda: Sequence[Addendum]) -> Stage:
    added = tuple(one for one in addenda if one.version == version.number)
    try:
        dossier = version.dossier.model_copy(update={"addenda": added})
    except ValidationError:
        return Stage(version.number, version, None, is_intact=False)
    return Stage(version.number, version, dossier, version.is_intact)


def _with_changes(stages: Sequence[Stage], words: Translator) -> Iterator[Stage]:
    """Yield the stages, each with what differs from the one before."""
    yield from stages[:1]
    for before, stage in pairwise(stages):
        yield Stage(stage.number, stage.version, stage.dossier, stage.is_intact, _changes(before, stage, words))


def _changes(before: Stage, after: Stage, words: Translator) -> tuple[Section, ...] | None:
    """Return what differs in the minutes themselves; addenda are told under their version, as are withdrawals."""
    if before.dossier is None or after.dossier is None:
        return None
    one, other = (stage.model_copy(update=_AFTER) for stage in (before.dossier, after.dossier))
    if after.version is None:
        other = other.model_copy(update={"review": one.review})
    return difference(one, other, load_template(other.review.template), words)
