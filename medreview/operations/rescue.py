"""What helps when an archive is damaged: the newest backup, or rescuing what can be read into a new archive."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from medreview.domain.committee import Committee, Member
from medreview.domain.errors import Refusal
from medreview.domain.goal import Goal
from medreview.domain.review import Review, State
from medreview.i18n import ntr, tr
from medreview.minutes.difference import Section
from medreview.operations import drafts
from medreview.operations.backups import Backup, newest_verified
from medreview.operations.restoring import keep_aside, missing_since
from medreview.store import dossiers, entities
from medreview.store.archive import create_archive, open_archive
from medreview.store.placing import place_new

if TYPE_CHECKING:
    from medreview.store.salvage import Key, Salvaged


@dataclass(frozen=True)
class RescuedReview:
    """A review of the damaged archive: how many of its entries are lost, and how many may be wrong in a letter.

    `is_known` says whether it can be told at all what there was.
    """

    committee: str
    year: int
    is_there: bool
    is_known: bool
    lost: int = 0
    doubtful: int = 0
    is_no_longer_approved: bool = False
    """Whether its approved version is lost, which no longer can be told to be what was approved."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is missing."""
        return self.is_there and self.is_known and not self.lost


@dataclass(frozen=True)
class Rescue:
    """What came of a rescue."""

    path: Path
    """The new archive."""
    kept: Path
    """The damaged file as it was, copied aside."""
    reviews: tuple[RescuedReview, ...]
    goals: int
    lost: int
    """Entries that belong to no review of which anything is known, or that could not be read at all."""
    doubtful: Mapping[str, int] = field(default_factory=dict)
    """How many entries of a committee and its members may be old or wrong, by the committee's name."""


@dataclass(frozen=True)
class Offer:
    """The newest sound backup of an archive that cannot be opened, and what going back to it would cost."""

    backup: Backup
    missing: tuple[Section, ...] | None
    """What changed since; None where that can no longer be told."""
    written_at: datetime | None
    """When the archive was last written to, as far as the file says; None where there is none."""


def newest_offer(path: Path) -> Offer | None:
    """Return the newest backup of the archive at the path that was read back and is sound."""
    backup = newest_verified(path)
    if backup is None:
        return None
    try:
        written_at = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        written_at = None
    return Offer(backup, missing_since(backup, path), written_at)


def rescue(path: Path) -> Rescue:
    """Write all that can be read of a damaged archive to a new archive beside it; the damaged file stays as it is.

    Raises:
        Refusal: `nothing_to_rescue`, `cannot_open`, `cannot_write`, `no_room` or `disk_full`.
    """
    from medreview.store.rescue import store_salvaged
    from medreview.store.salvage import salvage

    temporary = path.with_name(f".{uuid4().hex}.tmp")
    try:
        with TemporaryDirectory(prefix="medreview-", ignore_cleanup_errors=True) as folder:
            like = Path(folder, "new.medreview")
            create_archive(like).close()
            found = salvage(path, like)
        if not any(isinstance(one, Committee | Review) for one in found.entities.values()):
            raise Refusal("nothing_to_rescue", path=path)
        kept = keep_aside(path)
        create_archive(temporary).close()
        lost = store_salvaged(temporary, found, tr("Name lost"), drafts.PREFIX)
        reviews, doubtful, goals = _read_back(temporary, found, lost)
        return Rescue(_place(temporary, path), kept, reviews, goals, _without_review(found, lost), doubtful)
    except OSError as error:
        raise Refusal("cannot_write", path=path.parent) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def rescue_lines(rescue: Rescue) -> Iterator[str]:
    """Yield what came through and what did not, in the language of the screens."""
    count, there = len(rescue.reviews), sum(one.is_there for one in rescue.reviews)
    yield ntr("{there} of {count} review came through.", "{there} of {count} reviews came through.", count, there=there)
    yield ntr("{count} goal came through.", "{count} goals came through.", rescue.goals)
    if count and all(one.is_whole for one in rescue.reviews):
        yield tr("All of them are complete.")
    for one in rescue.reviews:
        yield from _about(one)
    for committee, number in rescue.doubtful.items():
        yield ntr(
            "{committee}: please check the committee and its members; {count} entry may be old or wrong.",
            "{committee}: please check the committee and its members; {count} entries may be old or wrong.",
            number,
            committee=committee,
        )
    if unsure := _names(one for one in rescue.reviews if one.is_there and not one.is_known):
        yield tr("Whether anything else is missing cannot be told of: {reviews}.", reviews=unsure)
    if unapproved := _names(one for one in rescue.reviews if one.is_no_longer_approved):
        yield tr(
            "The approved version is lost, and what is here waits for approval again: {reviews}.", reviews=unapproved
        )
    if rescue.lost:
        yield ntr("{count} more entry could not be read.", "{count} more entries could not be read.", rescue.lost)


def _names(reviews: Iterable[RescuedReview]) -> str:
    return ", ".join(f"{one.committee} {one.year}" for one in reviews)


def _about(review: RescuedReview) -> Iterator[str]:
    names = {"committee": review.committee, "year": review.year}
    if not review.is_there:
        yield tr("{committee} {year} is lost.", **names)
    if review.is_there and review.lost:
        yield ntr(
            "{committee} {year}: {count} entry is lost.",
            "{committee} {year}: {count} entries are lost.",
            review.lost,
            **names,
        )
    if review.is_there and review.doubtful:
        yield ntr(
            "{committee} {year}: please check it; {count} entry may be old or wrong.",
            "{committee} {year}: please check it; {count} entries may be old or wrong.",
            review.doubtful,
            **names,
        )


def _read_back(
    path: Path, found: "Salvaged", lost: "set[Key]"
) -> tuple[tuple[RescuedReview, ...], Mapping[str, int], int]:
    """Read the new archive as it will be read ever after; return its reviews, doubts by committee, number of goals."""
    with closing(open_archive(path)) as archive, archive.transaction() as session:
        names = {one.id: one.name for one in entities.find(session, Committee)}
        there = {one.id: one for one in entities.find(session, Review)}
        for review_id in there:
            dossiers.load(session, review_id)
        goals = len(entities.find(session, Goal))
    known = {key[1]: row for key, row in found.expected.items() if key[0] == "review"}
    reviews = [_rescued(review_id, row, found, lost, there, names) for review_id, row in known.items()]
    doubtful = Counter(names[one] for one in map(partial(_committee_of, found), found.doubtful - lost) if one in names)
    return tuple(sorted(reviews, key=lambda one: (one.committee, -one.year))), doubtful, goals


def _committee_of(found: "Salvaged", key: "Key") -> UUID | None:
    """Return the committee of what belongs to one and not to a review."""
    entity = found.entities.get(key)
    if isinstance(entity, Member):
        return entity.committee_id
    return entity.id if isinstance(entity, Committee) else None


def _rescued(
    review_id: UUID,
    row: Mapping[str, Any],
    found: "Salvaged",
    lost: "set[Key]",
    there: Mapping[UUID, Review],
    names: Mapping[UUID, str],
) -> RescuedReview:
    review = there.get(review_id)
    read = found.entities.get(("review", review_id))
    gone = sum(found.reviews.get(key) == review_id for key in lost)
    is_sealed = review is not None and review.state is State.APPROVED
    return RescuedReview(
        committee=names[review.committee_id] if review else "",
        year=review.year if review else int(row.get("year") or 0),
        is_there=review is not None,
        is_known=is_sealed or found.is_all_known,
        lost=0 if is_sealed else gone,
        doubtful=sum(found.reviews.get(key) == review_id for key in found.doubtful),
        is_no_longer_approved=review is not None and isinstance(read, Review) and read.state is not review.state,
    )


def _without_review(found: "Salvaged", lost: "set[Key]") -> int:
    reviews = {key[1] for key in found.expected if key[0] == "review"}
    return found.unknown + sum(found.reviews.get(key) not in reviews for key in lost)


def _place(temporary: Path, damaged: Path) -> Path:
    """Give the new archive a name beside the damaged one that nothing else has."""
    for number in count(1):
        again = f" ({number})" if number > 1 else ""
        path = damaged.with_name(f"{damaged.stem} {tr('rescued')} {date.today()}{again}.medreview")
        try:
            place_new(temporary, path)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # pragma: no cover - counting never ends
