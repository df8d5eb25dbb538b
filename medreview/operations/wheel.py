"""The annual wheel of a committee: started from the template, its matters moved to other months and taken out."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from medreview.domain.carry_over import first_review
from medreview.domain.committee import Committee
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.template import Matter
from medreview.domain.wheel import Wheel, WheelMatter
from medreview.operations import edit
from medreview.operations.changes import Changes
from medreview.store import entities, queries
from medreview.store.archive import Archive
from medreview.store.session import Session
from medreview.templates import DEFAULT, load_template


def matters(archive: Archive, committee_id: UUID) -> tuple[WheelMatter, ...]:
    """Return the matters of a committee's wheel."""
    with archive.transaction() as session:
        return tuple(entities.find(session, WheelMatter, committee_id=committee_id))


def wheel_of(archive: Archive, review: Dossier) -> Wheel:
    """Return the wheel of a review's committee, with the dates of all its reviews and the deadlines of this one."""
    with archive.transaction() as session:
        return queries.wheel(session, review.committee.id, review)


def without_review(archive: Archive, committee_id: UUID) -> Dossier:
    """Return what the wheel of a committee without any review is written from: an empty one that is never stored.

    It goes by the committee's own id.

    Raises:
        Refusal: `gone`.
    """
    with archive.transaction() as session:
        committee = _committee(session, committee_id)
    empty = first_review(committee, (), load_template(DEFAULT), date.today().year - 1, committee.language)
    return empty.model_copy(update={"review": empty.review.model_copy(update={"id": committee.id})})


def is_without_review(dossier: Dossier) -> bool:
    """Return whether this is no review, but what the wheel of a committee without any is written from."""
    return dossier.review.id == dossier.committee.id


def start(archive: Archive, committee_id: UUID, template: str = DEFAULT) -> Changes:
    """Add the matters of the template, in the committee's language; those that the wheel has already stay as they are.

    Raises:
        Refusal: `gone`, or `wheel_complete` where the wheel has them all.
    """
    with archive.transaction("start_wheel") as session:
        committee = _committee(session, committee_id)
        present = entities.find(session, WheelMatter, committee_id=committee_id)
        new = list(_missing(committee, present, load_template(template).wheel))
        if not new:
            raise Refusal("wheel_complete")
        entities.insert(session, new)
    return Changes(frozenset({WheelMatter}), committee_id)


def move(archive: Archive, matter: WheelMatter, month: int, by: int) -> Changes:
    """Move a matter from one month to the next (1) or the one before (-1) in which it is not yet taken up."""
    now = _now(archive, matter)
    return edit.change(archive, now, months=now.moved(month, by) if month in now.months else now.months)


def remove(archive: Archive, matter: WheelMatter, month: int) -> Changes:
    """Take a matter out of one month; from the wheel where that was its only one."""
    matter = _now(archive, matter)
    months = matter.without(month)
    return edit.change(archive, matter, months=months) if months else edit.remove(archive, matter)


def _committee(session: Session, committee_id: UUID) -> Committee:
    committee = entities.get(session, Committee, committee_id)
    if committee is None:
        raise Refusal("gone")
    return committee


def _now(archive: Archive, matter: WheelMatter) -> WheelMatter:
    """Return the matter as it is stored: a key may be pressed twice before the screen shows what the first one did."""
    with archive.transaction() as session:
        stored = entities.get(session, WheelMatter, matter.id)
    if stored is None:
        raise Refusal("gone")
    return stored


def _missing(committee: Committee, present: list[WheelMatter], wanted: tuple[Matter, ...]) -> Iterator[WheelMatter]:
    known = {one.text for one in present}
    first = max((one.position for one in present), default=-1) + 1
    for position, one in enumerate(wanted, first):
        if known.isdisjoint((one.text.da, one.text.sv, one.text.en)):
            text = one.text.in_language(committee.language)
            yield WheelMatter(
                committee_id=committee.id, position=position, text=text, months=one.months, fixed=one.fixed
            )
