"""What differs between two states of a review: told once, in order, and nothing that nobody wrote."""

from datetime import date
from typing import Any

from medreview.domain.attendance import Attendance, Presence
from medreview.domain.base import Entity
from medreview.domain.difference import Added, Change, Changed, Removed, Reordered, differences, told_fields
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.review import Review, State, StepNote
from medreview.domain.status import Figure
from tests import builders


def with_(dossier: Dossier, **parts: Any) -> Dossier:
    """Return the review with other parts; a mapping changes fields of the part, anything else replaces it."""
    update = {
        name: getattr(dossier, name).model_copy(update=part) if isinstance(part, dict) else part
        for name, part in parts.items()
    }
    return dossier.model_copy(update=update)


def fields(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    """Return part and field of every changed value."""
    return [(one.part, one.field) for one in changes if isinstance(one, Changed)]


def test_a_review_differs_in_nothing_from_itself() -> None:
    for dossier in (builders.an_empty_dossier(), builders.a_second_year(), builders.a_full_dossier()):
        assert differences(dossier, dossier) == ()


def test_a_changed_field_is_told_with_both_values() -> None:
    dossier = builders.a_full_dossier()
    (change,) = differences(dossier, with_(dossier, preparation={"leader": "Åse Bæk"}))
    assert isinstance(change, Changed)
    assert (change.part, change.field, change.old, change.new) == ("preparation", "leader", "", "Åse Bæk")


def test_entries_come_and_go() -> None:
    dossier = builders.a_full_dossier()
    less = with_(dossier, actions=())
    (action,) = dossier.actions
    assert differences(less, dossier) == (Added("actions", action),)
    assert differences(dossier, less) == (Removed("actions", action),)


def test_another_order_is_told_once() -> None:
    dossier = builders.a_full_dossier()
    turned = tuple(one.model_copy(update={"position": 99 - one.position}) for one in dossier.agenda)
    assert differences(dossier, with_(dossier, agenda=turned)) == (Reordered("agenda"),)


def test_an_entry_put_in_or_taken_out_moves_no_others() -> None:
    dossier = builders.a_full_dossier()
    shorter = tuple(one.model_copy(update={"position": place}) for place, one in enumerate(dossier.agenda[1:]))
    assert differences(dossier, with_(dossier, agenda=shorter)) == (Removed("agenda", dossier.agenda[0]),)


def test_activities_keep_their_order_when_goals_change_theirs() -> None:
    dossier = builders.a_full_dossier()
    turned = tuple(one.model_copy(update={"position": 9 - one.position}) for one in dossier.goals)
    assert differences(dossier, with_(dossier, goals=turned)) == (Reordered("goals"),)


def test_what_went_with_its_owner_is_not_told_of_its_own() -> None:
    dossier = builders.a_full_dossier()
    goal = next(goal for goal in dossier.goals if dossier.activities_of(goal))
    rest = tuple(one for one in dossier.activities if one.goal_id != goal.id)
    kept = tuple(one for one in dossier.goals if one.id != goal.id)
    assert differences(dossier, with_(dossier, goals=kept, activities=rest)) == (Removed("goals", goal),)


def test_a_row_of_which_nothing_is_noted_says_as_little_as_none() -> None:
    dossier = builders.an_empty_dossier()
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    more = with_(dossier, attendance=(), training=(), notes=(StepNote(**owner, step="goals"),))
    assert differences(dossier, more) == ()


def test_what_was_noted_about_something_is_compared_whatever_its_row_is_called() -> None:
    dossier = builders.a_full_dossier()
    again = tuple(Figure(indicator_id=one.indicator_id, year=one.year, value=one.value) for one in dossier.figures)
    assert differences(dossier, with_(dossier, figures=again)) == ()
    assert fields(differences(dossier, with_(dossier, figures=again[1:]))) == [("figures", "value")]


def test_attendance_is_told_in_the_order_of_the_members() -> None:
    dossier = builders.an_empty_dossier()
    there = [one.model_copy(update={"presence": Presence.PRESENT}) for one in reversed(dossier.attendance)]
    changes = differences(dossier, with_(dossier, attendance=tuple(there)))
    told = [one.after.member_id for one in changes if isinstance(one, Changed) and isinstance(one.after, Attendance)]
    assert told == [member.id for member in dossier.members]


def test_an_approval_is_told_by_its_day_and_not_by_its_state_too() -> None:
    dossier = builders.a_full_dossier()
    day = date(builders.YEAR, 12, 3)
    done = with_(dossier, review={"state": State.APPROVED, "approved_on": day, "approved_by": "Karen Lund"})
    assert fields(differences(dossier, done)) == [("review", "approved_on"), ("review", "approved_by")]
    assert ("review", "state") in fields(differences(done, dossier))
    in_session = with_(dossier, review={"state": State.IN_SESSION})
    assert fields(differences(dossier, in_session)) == [("review", "state")]


def test_what_the_program_keeps_for_itself_is_never_told() -> None:
    kinds: tuple[type[Entity], ...] = (Review, Goal, Evaluation)
    told = {name for kind in kinds for name in told_fields(kind)}
    assert told.isdisjoint({"id", "position", "committee_id", "review_id", "template", "version"})


def test_changes_come_in_the_order_of_the_parts() -> None:
    empty, full = builders.a_second_year(), builders.a_full_dossier()
    parts = [one.part for one in differences(empty, full)]
    assert parts == sorted(parts, key=list(Dossier.model_fields).index)
    assert {"status", "goals", "figures", "closing"} <= set(parts)
