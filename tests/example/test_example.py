"""The example shows every field, every choice and every turn a goal can take."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Final, get_args

import pytest

from medreview.domain.attendance import Movement, Presence
from medreview.domain.base import Entity
from medreview.domain.committee import Language, Office, Role, Side
from medreview.domain.decision import ActionStatus, Result
from medreview.domain.dossier import Dossier
from medreview.domain.due import due_items
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import Course
from medreview.domain.following import followed
from medreview.domain.goal import Continuation, GoalKind, Outcome
from medreview.domain.review import ItemType, Review, State
from medreview.domain.status import Answer, Better
from medreview.example import create_example
from medreview.example.story import Reader
from medreview.operations import approval, committees, edit, example_mark, reviews, whereabouts
from medreview.operations.archives import Archive, open_archive
from tests.example.conftest import TODAY, all_dossiers

KINDS: Final = sorted(
    {kind for field in Dossier.model_fields.values() for kind in (*get_args(field.annotation), field.annotation)
     if isinstance(kind, type) and issubclass(kind, Entity)},
    key=lambda kind: kind.__name__,
)  # fmt: skip
CHOICES: Final = (
    Outcome, Continuation, GoalKind, Presence, Movement, Role, Side, Office, ItemType, Result, ActionStatus, Answer,
    Better,
)  # fmt: skip
SHARED: Final = {"dB", "HR"}
"""What is written alike in Danish or Swedish and in English, people's names apart."""


def test_it_holds_one_main_and_two_local_committees_over_three_years(example: Archive) -> None:
    overviews = [committees.overview(example, one.id) for one in committees.list_committees(example)]
    assert [len(one.committee.parent_name) > 0 for one in overviews].count(False) == 1
    assert [len(one.reviews) for one in overviews] == [3, 3, 3]
    for one in overviews:
        assert [review.year for review in one.reviews] == [2026, 2025, 2024]
        assert [review.state for review in one.reviews[1:]] == [State.APPROVED, State.APPROVED]
        assert one.reviews[0].state in (State.PREPARING, State.IN_SESSION)
        assert one.committee.language == example_language(example)


def test_two_committees_have_a_wheel_with_matters_of_all_and_of_their_own(example: Archive) -> None:
    wheels = [committees.overview(example, one.id).wheel for one in committees.list_committees(example)]
    used = [one for one in wheels if one.matters]
    assert len(used) == 2
    for one in used:
        assert {matter.fixed for matter in one.matters} == {True, False}
        months = one.year(TODAY.year)
        assert any(month.meetings for month in months)
        assert any(month.deadlines for month in months)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_shown(example: Archive, kind: type[Entity]) -> None:
    shown = [entity for entity in all_entities(example) if type(entity) is kind]
    missing = [name for name in kind.model_fields if all(is_unset(getattr(one, name)) for one in shown)]
    assert missing == []


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_every_choice_is_shown(example: Archive, choice: type[Enum]) -> None:
    shown = {value for entity in all_entities(example) for _, value in entity if type(value) is choice}
    assert shown == set(choice)


def test_the_care_home_has_five_six_and_five_seats(example: Archive) -> None:
    dossier = care_home(example)
    seats = [member for member in dossier.members if member.left is None]
    assert sum(one.side is Side.MANAGEMENT for one in seats) == 5
    assert sum(one.role is Role.SAFETY_REPRESENTATIVE for one in seats) == 5
    assert sum(one.side is Side.EMPLOYEES for one in seats) == 6 + 5
    assert [one.role for one in seats if one.side is Side.NEITHER] == [Role.MINUTE_TAKER]
    assert sum(one.vacant for one in seats) == 1
    assert any(member.left for member in dossier.members)


def test_a_goal_is_in_its_third_year_and_another_was_changed_on_the_way(example: Archive) -> None:
    absence, accidents, *_ = care_home(example).last_goals
    assert [one.goal.year for one in reviews.goal_history(example, absence)] == [2024, 2025, 2026]
    changed = reviews.goal_history(example, accidents)
    assert [one.goal.target for one in changed] == [Decimal(6), Decimal(8), Decimal(8)]
    assert changed[0].evaluation is not None
    assert changed[0].evaluation.continuation is Continuation.CHANGE


def test_an_action_is_carried_over_and_one_is_overdue(example: Archive) -> None:
    this_year = care_home(example)
    assert all(action.predecessor_id for action in this_year.actions)
    assert any(action.due and action.due < TODAY for action in this_year.actions)


def test_goals_and_actions_were_followed_up_and_what_is_done_is_not_due(example: Archive) -> None:
    looked_back = [dossier for dossier in all_dossiers(example) if dossier.follow_ups]
    assert len(looked_back) == 2
    for dossier in looked_back:
        assert {one.goal_id is None for one in dossier.follow_ups} == {True, False}
        done = {one.subject for one in dossier.follow_ups if one.course is Course.DONE}
        settled = [one for one in followed(dossier) if one.predecessor_id in done]
        assert settled
        assert {one.id for one in settled}.isdisjoint(item.followed for item in due_items(dossier, TODAY))


def test_reasons_are_owed_and_elsewhere_given(example: Archive) -> None:
    disagreements = [one for dossier in all_dossiers(example) for one in dossier.disagreements]
    owed = [one for one in disagreements if one.reasons_due and one.reasons_given_on is None]
    assert [one.reasons_due for one in owed] == [date(2026, 11, 9) + timedelta(weeks=3)]
    assert any(one.reasons_given_on for one in disagreements)


def test_one_review_runs_over_two_dates(example: Archive) -> None:
    twice = [dossier for dossier in all_dossiers(example) if len(dossier.meetings) == 2]
    assert {dossier.review.state for dossier in twice} == {State.APPROVED, State.IN_SESSION}
    for dossier in twice:
        first, second = (len(dossier.attendance_at(meeting)) for meeting in dossier.meetings)
        assert first == second


def test_nothing_is_left_in_english(examples: dict[str, Archive]) -> None:
    people = {name for archive in examples.values() for name in names_of_people(archive)}
    english = set(texts(examples["en"])) - people
    for language in ("da", "sv"):
        told = set(texts(examples[language])) - people
        assert {text for text in told & english if re.search("[a-z]{2}", text)} <= SHARED
        assert not [text for text in told if re.search(r"\b(the|with|from|were|which)\b", text, re.IGNORECASE)]


def test_it_can_never_be_approved(example: Archive) -> None:
    with pytest.raises(Refusal, match="example_never_approved"):
        approval.approve(example, care_home(example).review, TODAY, "Anna Holm")


def test_its_years_can_be_worked_in(tmp_path: Path) -> None:
    create_example(tmp_path / "copy.medreview", "da", TODAY)
    archive = open_archive(tmp_path / "copy.medreview")
    dossier = care_home(archive)
    edit.change(archive, dossier.closing, communication="Kort nyt")
    assert reviews.load(archive, dossier.review.id).closing.communication == "Kort nyt"
    archive.close()


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2027, 12, 27), date(2028, 2, 29)])
def test_it_can_be_built_on_any_day(tmp_path: Path, today: date) -> None:
    create_example(tmp_path / "any.medreview", "da", today)
    archive = open_archive(tmp_path / "any.medreview")
    dossiers = all_dossiers(archive)
    archive.close()
    meetings = [dossier.meetings[-1].held_on for dossier in dossiers if not dossier.is_read_only]
    assert all(day and timedelta(0) < day - today < timedelta(days=20) for day in meetings)
    assert all(day and day.weekday() < 5 for day in meetings)
    assert all(dossier.review.approved_on < today for dossier in dossiers if dossier.review.approved_on)


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.medreview"
    path.write_text("mine")
    with pytest.raises(Refusal, match="file_exists"):
        create_example(path, "da", TODAY)
    assert path.read_text() == "mine"


def test_nothing_is_left_behind_when_building_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise Refusal("disk_full", path=tmp_path)

    monkeypatch.setattr(example_mark, "mark_as_example", fail)
    with pytest.raises(Refusal, match="disk_full"):
        create_example(tmp_path / "half.medreview", "da", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_story_moves_weekends_to_monday() -> None:
    read = Reader(Language.DANISH, date(2026, 11, 12))
    assert (date(2026, 11, 12) + timedelta(days=9)).weekday() == 5
    assert read("solgarden-3")["meetings"]["first"]["held_on"] == date(2026, 11, 23)


def all_entities(archive: Archive) -> Iterator[Entity]:
    for dossier in all_dossiers(archive):
        for _, entity in dossier.entities():
            yield entity


def is_unset(value: object) -> bool:
    return value is None or value == "" or value is False


def care_home(archive: Archive) -> Dossier:
    """Return this year's review of the committee that the example opens on."""
    place = whereabouts.last_place(archive)
    assert place is not None
    newest = committees.overview(archive, place[0]).newest
    assert newest is not None
    return newest


def example_language(archive: Archive) -> str:
    return archive.path.stem


def texts(archive: Archive) -> Iterator[str]:
    for entity in all_entities(archive):
        if not isinstance(entity, Review):
            yield from (value for name, value in entity if type(value) is str and name != "step")


def names_of_people(archive: Archive) -> Iterator[str]:
    for dossier in all_dossiers(archive):
        yield from (member.name for member in dossier.members)
        yield from (guest.name for guest in dossier.guests)
        yield from (one.substitute for one in dossier.attendance)
