"""Telling a story through the operations, as a chair would: set up, start, answer, approve, start again."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from medreview.domain.committee import Committee, Member, Role
from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier
from medreview.domain.following import new_note
from medreview.domain.goal import Goal
from medreview.domain.review import Meeting, State
from medreview.domain.wheel import WheelMatter
from medreview.example.cast import Cast, Names
from medreview.example.chapter import Chapter
from medreview.example.story import Reader
from medreview.operations import approval, committees, edit, following, reviews, wheel
from medreview.operations.archives import Archive

YEARS_BACK: Final = 2


def tell_committee(archive: Archive, read: Reader, name: str) -> UUID:
    """Set up a committee and hold its reviews, one chapter each; return the committee's id."""
    told = read(name)
    committee = Committee(language=read.language, **told["committee"])
    committees.create_committee(archive, committee)
    _fill_wheel(archive, committee, told.get("wheel", []))
    names: Names = {}
    for number in range(YEARS_BACK + 1):
        chapter = read(f"{name}-{number + 1}")
        names = _set_members(archive, committee, chapter.pop("members", {}), names)
        dossier = _start(archive, committee, read.year - YEARS_BACK + number, chapter)
        names = _answer(archive, dossier, chapter, names)
        _close(archive, dossier, chapter)
        _follow_up(archive, dossier, chapter.get("follow_ups", []), names)
    return committee.id


def _fill_wheel(archive: Archive, committee: Committee, told: list[dict[str, Any]]) -> None:
    """Start the wheel from the template and add the committee's own matters; without any it stays empty."""
    if told:
        wheel.start(archive, committee.id)
        first = len(wheel.matters(archive, committee.id))
        own = enumerate(told, first)
        edit.add(archive, *(WheelMatter(committee_id=committee.id, position=at, **values) for at, values in own))


def _set_members(archive: Archive, committee: Committee, told: dict[str, dict[str, Any]], names: Names) -> Names:
    """Add the members that the story names for the first time, and change those it has named before."""
    known = {member.name: member for member in committees.overview(archive, committee.id).members}
    named = dict(names.get("members", {}))
    new = []
    for key, values in told.items():
        if key in named:
            edit.change(archive, known[named[key]], **values)
        else:
            new.append(_member(committee, len(named), values))
            named[key] = new[-1].name
    if new:
        committees.add_member(archive, *new)
    return {**names, "members": named}


def _member(committee: Committee, position: int, values: dict[str, Any]) -> Member:
    side = Role(values["role"]).side
    return edit.with_values(Member(committee_id=committee.id, position=position, side=side), values)


def _start(archive: Archive, committee: Committee, year: int, chapter: dict[str, Any]) -> Dossier:
    dossier = reviews.start_review(archive, committee.id, year, language=committee.language)
    for position in range(1, len(chapter["meetings"])):
        reviews.add_meeting(archive, Meeting(review_id=dossier.review.id, position=position))
    return reviews.load(archive, dossier.review.id)


def _answer(archive: Archive, dossier: Dossier, told: dict[str, Any], names: Names) -> Names:
    chapter = Chapter(dossier, names)
    chapter.tell(told)
    if chapter.new:
        edit.add(archive, *chapter.new)
    edit.replace(archive, *chapter.changed)
    return chapter.names


def _close(archive: Archive, dossier: Dossier, chapter: dict[str, Any]) -> None:
    if approved := chapter.get("approval"):
        reviews.set_state(archive, dossier.review, State.FOR_APPROVAL)
        approval.approve(archive, dossier.review, **approved)
        if addendum := chapter.get("addendum"):
            approval.add_addendum(archive, dossier.review, **addendum)
    elif state := chapter.get("state"):
        reviews.set_state(archive, dossier.review, State(state))


def _follow_up(archive: Archive, dossier: Dossier, told: list[dict[str, Any]], names: Names) -> None:
    """Note between the meetings what the story tells of the goals and actions."""
    now = reviews.load(archive, dossier.review.id)
    cast = Cast(now, names)
    for line in told:
        item = cast.find("goals", line["goal"]) if "goal" in line else cast.find("actions", line["action"])
        if isinstance(item, Goal | Action):
            note = new_note(now, item, date.fromisoformat(line["noted_on"]))
            following.note(archive, note, course=line["course"], line=line["line"])
