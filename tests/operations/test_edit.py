"""Single changes: stored whole, refused in an approved review, and nothing removed that minutes rest on."""

from datetime import date
from decimal import Decimal

import pytest

from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member
from medreview.domain.cooperation import FocusArea
from medreview.domain.decision import Action, Decision
from medreview.domain.dossier import Dossier
from medreview.domain.errors import InvalidField, Refusal
from medreview.domain.goal import Goal, Outcome
from medreview.domain.review import AgendaItem, Meeting, StepNote
from medreview.operations import edit, reviews
from medreview.operations.archives import Archive
from tests.archives import a_full_review, stored
from tests.builders import YEAR, a_goal
from tests.operations.worlds import a_started_review, approved


@pytest.fixture
def dossier(archive: Archive) -> Dossier:
    """A review that has just been started."""
    return a_started_review(archive)


def now(archive: Archive, dossier: Dossier) -> Dossier:
    """Return the review as it is now."""
    return reviews.load(archive, dossier.review.id)


def test_a_change_is_stored_and_says_where(archive: Archive, dossier: Dossier) -> None:
    changes = edit.change(archive, dossier.content, plan="Trivsel", works_well="Tonen")
    assert (changes.committee_id, changes.review_id) == (dossier.committee.id, dossier.review.id)
    assert changes.kinds == frozenset({type(dossier.content)})
    assert changes.stored == (now(archive, dossier).content,)
    assert now(archive, dossier).content.plan == "Trivsel"


def test_an_edit_that_may_move_its_entity_asks_to_load_again(archive: Archive, dossier: Dossier) -> None:
    assert not edit.change(archive, dossier.meetings[0], held_on=date(YEAR, 12, 1)).stored


def test_a_change_keeps_what_others_changed_meanwhile(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.content, plan="Trivsel")
    edit.change(archive, dossier.content, works_well="Tonen")
    assert now(archive, dossier).content.plan == "Trivsel"


def test_text_is_cleaned_where_it_enters(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.content, plan="\x1b]52;c;x\x07 [/b] {name} é")
    assert now(archive, dossier).content.plan == "�]52;c;x� [/b] {name} é"


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"held_on": "2026-02-30"}, "held_on", "date_from_datetime_parsing"),
        ({"starts": "10:00", "ends": "09:00"}, "", "end_before_start"),
        ({"place": "x" * 301}, "place", "string_too_long"),
        ({"colour": "red"}, "colour", "extra_forbidden"),
    ],
)
def test_a_value_that_does_not_fit_names_its_field(
    archive: Archive, dossier: Dossier, values: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(InvalidField) as refusal:
        edit.change(archive, dossier.meetings[0], **values)
    assert (refusal.value.entity, refusal.value.field, refusal.value.code) == ("Meeting", field, code)
    assert now(archive, dossier) == dossier


def test_twenty_thousand_characters_fit_and_one_more_does_not(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.content, plan="æ" * 20_000)
    with pytest.raises(InvalidField, match="string_too_long"):
        edit.change(archive, dossier.content, plan="æ" * 20_001)
    assert now(archive, dossier).content.plan == "æ" * 20_000


def test_an_empty_name_is_refused(archive: Archive, dossier: Dossier) -> None:
    with pytest.raises(InvalidField, match="blank"):
        edit.change(archive, dossier.committee, name="  ")


def test_adding_several_stores_all_or_none(archive: Archive, dossier: Dossier) -> None:
    goal = a_goal(dossier)
    decision = Decision(review_id=dossier.review.id, text="Vi køber høreværn.")
    changes = edit.add(archive, goal, decision)
    assert changes.touches(Goal)
    assert changes.touches(Decision)
    with pytest.raises(Refusal, match="already_there"):
        edit.add(archive, a_goal(dossier, "Et andet mål"), decision)
    assert now(archive, dossier).goals == (goal,)


def test_put_inserts_and_then_changes(archive: Archive, dossier: Dossier) -> None:
    note = StepNote(review_id=dossier.review.id, step="status")
    edit.put(archive, note, note="Intet nyt")
    edit.put(archive, note, nothing_to_note=True)
    assert now(archive, dossier).notes == (note.model_copy(update={"note": "Intet nyt", "nothing_to_note": True}),)


def test_replace_stores_all_or_none(archive: Archive, dossier: Dossier) -> None:
    content = edit.with_values(dossier.content, {"plan": "Trivsel"})
    edit.replace(archive, content, dossier.closing)
    assert now(archive, dossier).content == content
    with pytest.raises(Refusal, match="gone"):
        edit.replace(archive, dossier.content, a_goal(dossier))
    assert now(archive, dossier).content == content


def test_replace_validates(archive: Archive, dossier: Dossier) -> None:
    wrong = dossier.content.model_copy(update={"plan": "x" * 20_001})
    with pytest.raises(InvalidField, match="string_too_long"):
        edit.replace(archive, wrong)


def test_what_was_removed_meanwhile_is_gone(archive: Archive, dossier: Dossier) -> None:
    goal = a_goal(dossier)
    edit.add(archive, goal)
    edit.remove(archive, goal)
    with pytest.raises(Refusal, match="gone"):
        edit.change(archive, goal, target=Decimal(5))


def test_reordering_a_list(archive: Archive, dossier: Dossier) -> None:
    reverse = tuple(reversed(dossier.agenda))
    edit.reorder(archive, reverse)
    assert [item.id for item in now(archive, dossier).agenda] == [item.id for item in reverse]


def test_committees_and_members_belong_to_no_review(archive: Archive, dossier: Dossier) -> None:
    of_committee = edit.change(archive, dossier.committee, level_name="Lokal-MED")
    of_member = edit.change(archive, dossier.members[0], name="Karen Lund-Bæk")
    assert (of_committee.committee_id, of_committee.review_id) == (dossier.committee.id, None)
    assert of_member.kinds == frozenset({Member})
    assert (of_member.committee_id, of_member.review_id) == (dossier.committee.id, None)
    assert edit.change(archive, dossier.committee, level_name="").touches(Committee)


def test_a_goal_of_a_year_without_review_still_has_its_committee(archive: Archive, dossier: Dossier) -> None:
    goal = a_goal(dossier, year=YEAR - 5)
    assert edit.add(archive, goal).committee_id == dossier.committee.id


def test_changes_of_what_has_lost_its_owner_are_nowhere() -> None:
    note = StepNote(review_id=a_full_review().review.id, step="status")
    assert edit._committee_id(note, None) is None


def test_nothing_of_an_approved_review_can_be_changed(archive: Archive) -> None:
    review = a_full_review()
    dossier = approved(archive, stored(archive, review.model_copy(update={"notes": ()})))
    others = ("committee", "members", "last_goals", "later_follow_ups")
    own = [entity for part, entity in dossier.entities() if part not in others]
    activities = [one for one in dossier.activities if one.goal_id in {goal.id for goal in dossier.last_goals}]
    for entity in own:
        if entity in activities:
            continue
        with pytest.raises(Refusal, match="approved"):
            edit.replace(archive, entity)
        with pytest.raises(Refusal, match="approved"):
            edit.remove(archive, entity)
    with pytest.raises(Refusal, match="approved"):
        edit.add(archive, a_goal(dossier))
    assert now(archive, dossier) == dossier


def test_a_member_who_attended_stays(archive: Archive, dossier: Dossier) -> None:
    member = dossier.members[0]
    edit.change(archive, dossier.attendance[0], presence="present")
    attended = next(one for one in dossier.members if one.id == dossier.attendance[0].member_id)
    with pytest.raises(Refusal, match="member_in_minutes") as refusal:
        edit.remove(archive, attended)
    assert refusal.value.params == {"name": attended.name}
    others = [one for one in dossier.members if one != attended]
    edit.remove(archive, others[0])
    assert others[0] not in now(archive, dossier).members
    assert member in dossier.members


def removal_of(archive: Archive, entity: Entity) -> str:
    """Return why the entity cannot be removed."""
    with pytest.raises(Refusal) as refusal:
        edit.remove(archive, entity)
    return refusal.value.code


def test_nothing_disappears_by_omission(archive: Archive, dossier: Dossier) -> None:
    goal, action = a_goal(dossier), Action(review_id=dossier.review.id, what="Støjmåling")
    edit.add(archive, goal, action)
    following = reviews.start_review(archive, dossier.committee.id, YEAR + 1)
    assert removal_of(archive, goal) == "judged_goal"
    assert removal_of(archive, following.goals[0]) == "carried_goal"
    assert removal_of(archive, following.actions[0]) == "carried_action"
    assert removal_of(archive, next(item for item in following.agenda if item.step)) == "step_item"


def test_what_is_free_can_be_removed(archive: Archive, dossier: Dossier) -> None:
    free = AgendaItem(review_id=dossier.review.id, title="Parkering")
    meeting = Meeting(review_id=dossier.review.id, held_on=date(YEAR, 12, 1))
    edit.add(archive, free, meeting)
    edit.remove(archive, free)
    edit.remove(archive, meeting)
    assert now(archive, dossier) == dossier


def test_removing_a_focus_area_unlinks_its_goals(archive: Archive, dossier: Dossier) -> None:
    area = FocusArea(review_id=dossier.review.id, title="Trivsel")
    goal = a_goal(dossier, focus_area_id=area.id)
    edit.add(archive, area, goal)
    changes = edit.remove(archive, area)
    assert changes.touches(Goal)
    assert now(archive, dossier).goals[0].focus_area_id is None


def test_an_outcome_must_stand_before_a_goal_is_closed(archive: Archive, dossier: Dossier) -> None:
    edit.add(archive, a_goal(dossier))
    following = reviews.start_review(archive, dossier.committee.id, YEAR + 1)
    with pytest.raises(InvalidField, match="close_without_outcome"):
        edit.change(archive, following.evaluations[0], continuation="close")
    edit.change(archive, following.evaluations[0], continuation="close", outcome=Outcome.MET)
    assert now(archive, following).open_goals == ()
