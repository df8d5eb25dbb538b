"""How a review begins: the first ever from the template alone, every later one from the newest earlier one."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID, uuid4

from medreview.domain.attendance import Attendance
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member
from medreview.domain.cooperation import Content, Cooperation, FocusArea
from medreview.domain.decision import Action, Closing
from medreview.domain.dossier import Dossier, after_last
from medreview.domain.expertise import Expertise, Training
from medreview.domain.follow_up import FollowUp
from medreview.domain.following import newest_note, status_after
from medreview.domain.goal import Evaluation
from medreview.domain.review import AgendaItem, Meeting, Preparation, Review
from medreview.domain.status import Answer, Status
from medreview.domain.template import Item, Template

E = TypeVar("E", bound=Entity)


def first_review(
    committee: Committee, members: Iterable[Member], template: Template, year: int, language: str
) -> Dossier:
    """Return an empty review of `year` with the template's agenda; there were no goals, which is lawful."""
    review = Review(committee_id=committee.id, year=year, template=template.key)
    meeting = Meeting(review_id=review.id)
    members = tuple(members)
    seated = [member for member in members if member.left is None or member.left >= date(year, 12, 31)]
    return Dossier(
        committee=committee,
        members=members,
        review=review,
        preparation=Preparation(review_id=review.id),
        status=Status(review_id=review.id),
        content=Content(review_id=review.id),
        cooperation=Cooperation(review_id=review.id),
        expertise=Expertise(review_id=review.id),
        closing=Closing(review_id=review.id),
        meetings=(meeting,),
        agenda=tuple(_agenda(review, template, language)),
        attendance=tuple(Attendance(meeting_id=meeting.id, member_id=member.id) for member in seated),
        training=tuple(
            Training(review_id=review.id, member_id=member.id) for member in seated if member.role.is_in_organisation
        ),
    )


def next_review(previous: Dossier, template: Template, year: int, language: str) -> Dossier:
    """Return the review of `year` with everything that must not be forgotten from the one before.

    Open goals with their activities, open actions, indicators with all figures, focus areas that still run,
    the guideline's date and the form of cooperation come along; what was judged, decided or noted does not. An action
    that was followed up comes along as it is going, one that is done too: the new review looks back on it.
    """
    empty = first_review(previous.committee, previous.members, template, year, language)
    review = empty.review.model_copy(update={"previous_year": previous.review.year})
    owner = {"review_id": review.id}
    areas = {area.id: _copy(area, **owner) for area in previous.focus_areas if not _is_over(area.ends, year)}
    guideline = {name: getattr(previous.status, name) for name in ("guideline_adapted", "guideline_on")}
    actions = tuple(action for action in previous.actions if action.is_open)
    new_form = {"judged": "", "composed": Answer.UNANSWERED, "composed_comment": ""}
    return empty.model_copy(
        update={
            "review": review,
            "preparation": _copy(previous.preparation, **owner, heard="", case_number=""),
            "status": empty.status.model_copy(update=guideline),
            "cooperation": _copy(previous.cooperation, **owner, **new_form),
            "focus_areas": tuple(areas.values()),
            **_indicators(previous, review),
            **_goals(previous, review, areas),
            "actions": tuple(_carried(previous, action, review, place) for place, action in enumerate(actions)),
            "follow_ups": _followed_up(previous, (*previous.open_goals, *actions)),
        }
    )


def _carried(previous: Dossier, action: Action, review: Review, position: int) -> Action:
    """Return an open action as it is carried on, with the status that the newest note on it gives it."""
    note = newest_note(previous, action)
    status = status_after(action, note.course) if note else action.status
    owner = {"review_id": review.id, "position": position, "predecessor_id": action.id}
    return _copy(action, **owner, agenda_item_id=None, status=status)


def _followed_up(previous: Dossier, items: Iterable[Entity]) -> tuple[FollowUp, ...]:
    """Return the notes on these goals and actions of the earlier review, on which the later one looks back."""
    subjects = {item.id for item in items}
    return tuple(one for one in previous.later_follow_ups if one.subject in subjects)


def _indicators(previous: Dossier, review: Review) -> dict[str, object]:
    """Return the indicators with the figures of all their years."""
    copies = {one.id: _copy(one, review_id=review.id) for one in previous.indicators}
    figures = (_copy(figure, indicator_id=copies[figure.indicator_id].id) for figure in previous.figures)
    return {"indicators": tuple(copies.values()), "figures": tuple(figures)}


def _goals(previous: Dossier, review: Review, areas: dict[UUID, FocusArea]) -> dict[str, object]:
    """Return the open goals to be judged, and the same goals carried on, both with their activities."""
    judged = previous.open_goals
    carried = {
        goal.id: _copy(
            goal,
            year=review.year,
            predecessor_id=goal.id,
            position=position,
            focus_area_id=_new_id(areas, goal.focus_area_id),
        )
        for position, goal in enumerate(judged)
    }
    activities = [activity for goal in judged for activity in previous.activities_of(goal)]
    copies = (_copy(activity, goal_id=carried[activity.goal_id].id) for activity in activities)
    return {
        "last_goals": judged,
        "evaluations": tuple(Evaluation(goal_id=goal.id, review_id=review.id) for goal in judged),
        "goals": tuple(carried.values()),
        "activities": (*activities, *copies),
    }


def late_arrivals(previous: Dossier, current: Dossier) -> tuple[Entity, ...]:
    """Return what the later review lacks of goals and actions that the earlier one got after the later was started."""
    known = {evaluation.goal_id for evaluation in current.evaluations}
    goals = tuple(goal for goal in previous.open_goals if goal.id not in known)
    copies = {
        goal.id: _copy(goal, year=current.review.year, predecessor_id=goal.id, position=position, focus_area_id=None)
        for position, goal in enumerate(goals, after_last(current.goals))
    }
    carried = {action.predecessor_id for action in current.actions}
    actions = [action for action in previous.actions if action.is_open and action.id not in carried]
    return (
        *(Evaluation(goal_id=goal.id, review_id=current.review.id) for goal in goals),
        *copies.values(),
        *(_copy(one, goal_id=copies[goal.id].id) for goal in goals for one in previous.activities_of(goal)),
        *(
            _carried(previous, action, current.review, place)
            for place, action in enumerate(actions, after_last(current.actions))
        ),
    )


def _agenda(review: Review, template: Template, language: str) -> Iterable[AgendaItem]:
    planned: list[tuple[Item, str | None]] = [(item, None) for item in template.opening]
    planned += [(step.item, step.key) for step in template.steps if step.item]
    planned += [(item, None) for item in template.ending]
    for position, (item, step) in enumerate(planned):
        title = item.title.in_language(language)
        yield AgendaItem(
            review_id=review.id, position=position, title=title, type=item.type, step=step, minutes=item.minutes
        )


def _copy(entity: E, **changes: Any) -> E:
    return entity.model_copy(update={"id": uuid4(), **changes})


def _new_id(copies: dict[UUID, E], old: UUID | None) -> UUID | None:
    return copies[old].id if old in copies else None


def _is_over(ends: date | None, year: int) -> bool:
    return ends is not None and ends.year < year
