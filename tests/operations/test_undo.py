"""Undo and redo: named, across steps and restarts, and exact."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from medreview.domain.base import Entity
from medreview.domain.committee import Member, Role
from medreview.domain.decision import Action, Decision
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.goal import Goal
from medreview.domain.review import AgendaItem, State, StepNote
from medreview.i18n import use
from medreview.operations import approval, committees, edit, meetings, reviews, undo, visits
from medreview.operations.archives import Archive, open_archive
from medreview.operations.deeds import NEW_ENTRIES
from medreview.store import entities, journal, steps, story
from medreview.store.tables import ROWS
from tests.archives import a_full_review, an_approved_review, stored
from tests.builders import YEAR, a_committee, a_goal

Dump = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def review(archive: Archive) -> Dossier:
    """Return the full review, stored."""
    use("en")
    return stored(archive, a_full_review())


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody type so fast that two changes are one."""
    monkeypatch.setattr(journal, "BURST", timedelta(microseconds=-1))


def dump(archive: Archive) -> Dump:
    """Return every row of every entity."""
    names = [str(row.__tablename__) for row in ROWS.values()]
    with archive.transaction() as session:
        return {name: session.connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in names}  # noqa: S608


def test_a_change_is_undone_redone_and_told(archive: Archive, review: Dossier) -> None:
    goal = review.goals[0]
    edit.change(archive, goal, criterion="Målt i marts")
    undone = undo.undo(archive)
    assert "“Målt i marts” → " in undone.words()
    assert "Goal 1" in undone.words()
    assert undone.changes.review_id == review.review.id
    assert Goal in undone.changes.kinds
    assert reviews.load(archive, review.review.id) == review
    undo.redo(archive)
    assert reviews.load(archive, review.review.id).goals[0].criterion == "Målt i marts"
    with pytest.raises(Refusal, match="nothing_to_redo"):
        undo.redo(archive)


def test_typing_in_one_field_is_one_step(archive: Archive, review: Dossier) -> None:
    goal = review.goals[0]
    for text in ("M", "Må", "Mål"):
        edit.change(archive, goal, text=text)
    edit.change(archive, goal, responsible="Karen Lund")
    undo.undo(archive)
    assert reviews.load(archive, review.review.id).goals[0].text == "Mål"
    undo.undo(archive)
    assert reviews.load(archive, review.review.id) == review


def test_another_visit_to_a_field_is_another_step(archive: Archive, review: Dossier) -> None:
    goal = review.goals[0]
    for visit, text in (("first", "M"), ("first", "Må"), ("second", "Mål"), ("second", "Måle")):
        visits.during(visit, edit.change, archive, goal, text=text)
    undo.undo(archive)
    assert reviews.load(archive, review.review.id).goals[0].text == "Må"
    undo.undo(archive)
    assert reviews.load(archive, review.review.id) == review


def test_what_belongs_to_no_visit_is_a_step_of_its_own(archive: Archive, review: Dossier) -> None:
    for text in ("M", "Må"):
        visits.during("", edit.change, archive, review.goals[0], text=text)
    undo.undo(archive)
    assert reviews.load(archive, review.review.id).goals[0].text == "M"


def test_a_new_change_ends_what_could_be_redone(archive: Archive, review: Dossier) -> None:
    edit.change(archive, review.goals[0], text="Ét")
    undo.undo(archive)
    edit.change(archive, review.closing, where_found="På intranettet")
    with pytest.raises(Refusal, match="nothing_to_redo"):
        undo.redo(archive)


def test_a_removed_goal_comes_back_with_its_activities_and_links(archive: Archive, review: Dossier) -> None:
    goal = a_goal(review, "Et nyt mål")
    edit.add(archive, goal)
    before = dump(archive)
    edit.remove(archive, goal)
    assert dump(archive) != before
    undo.undo(archive)
    assert dump(archive) == before


def test_undoing_takes_back_a_sentence_at_most(archive: Archive, review: Dossier) -> None:
    closing, text = review.closing, ""
    before = closing.where_found
    for word in ["on the intranet of the municipality"] * 8:
        text = f"{text} {word}"
        edit.change(archive, closing, where_found=text)
    undo.undo(archive)
    shorter = reviews.load(archive, review.review.id).closing.where_found
    assert shorter != before
    assert len(text) - journal.AT_ONCE <= len(shorter) < len(text)


def test_what_was_deleted_while_writing_comes_back(archive: Archive, review: Dossier) -> None:
    closing = review.closing
    for text in ("The staff meeting", "The staff meeti", "The staff meetings of the year", "The"):
        edit.change(archive, closing, where_found=text)
    undo.undo(archive)
    assert reviews.load(archive, review.review.id).closing.where_found == "The staff meetings of the year"
    undo.undo(archive)
    assert reviews.load(archive, review.review.id) == review


def test_typing_back_what_stood_there_is_a_step_of_its_own(archive: Archive, review: Dossier) -> None:
    for text in ("Another", review.goals[0].text):
        edit.change(archive, review.goals[0], text=text)
    undo.undo(archive)
    assert reviews.load(archive, review.review.id).goals[0].text == "Another"
    undo.redo(archive)
    assert reviews.load(archive, review.review.id) == review


def test_a_member_of_a_committee_without_a_review_is_told_by_name(archive: Archive) -> None:
    use("en")
    committee = a_committee()
    committees.create_committee(archive, committee)
    committees.add_member(archive, Member(committee_id=committee.id, name="Ida Bo", role=Role.MANAGEMENT))
    assert "Ida Bo" in undo.undo(archive).words()
    assert undo.redo(archive).words().endswith("is there again")


def test_a_note_tells_its_step(archive: Archive, review: Dossier) -> None:
    note = StepNote(review_id=review.review.id, step="goals", note="Short")
    edit.put(archive, note)
    undone = undo.undo(archive)
    assert undone.note == "goals"
    assert undone.place == f"{review.committee.name} {YEAR}"


def test_many_differences_are_counted(archive: Archive, review: Dossier) -> None:
    edit.change(archive, review.closing, where_found="a", how_judged="b", how_followed_up="c", what_was_decided="d")
    assert undo.undo(archive).words().endswith("and 1 more")


def a_blank(kind: str, review: Dossier) -> Entity:
    """Return an entry of a table as it is before anybody has written in it."""
    owners = {"meeting": review.meetings[0], "goal": review.goals[0], "indicator": review.indicators[0]}
    keys = {"review_id": review.review.id, **{f"{name}_id": one.id for name, one in owners.items()}, "year": 2031}
    model = steps.KINDS[kind]
    return model.model_validate({name: key for name, key in keys.items() if name in model.model_fields})


@pytest.mark.parametrize("kind", NEW_ENTRIES)
def test_an_entry_in_which_nothing_is_written_is_named_by_its_deed(
    archive: Archive, review: Dossier, kind: str
) -> None:
    entry = a_blank(kind, review)
    edit.add(archive, entry)
    assert undo.undo(archive).words() == NEW_ENTRIES[kind]
    assert undo.redo(archive).words() == NEW_ENTRIES[kind]
    edit.remove(archive, entry)
    assert undo.undo(archive).words() == "the removal of an entry in which nothing was written"


def test_a_step_of_which_nothing_is_left_hurts_nobody(archive: Archive, review: Dossier) -> None:
    edit.change(archive, review.goals[0], text="Noget andet")
    with archive.transaction() as session:
        session.connection.execute("DELETE FROM journal_change")
    assert undo.undo(archive).words() == "the last change"


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE journal_change SET before = '{'",
        "UPDATE journal_change SET before = '{}'",
        "UPDATE journal_change SET before = '[]'",
        "UPDATE journal_step SET deed = 'undo', undoes = 99",
        "UPDATE journal_step SET deed = 'redo', undoes = NULL",
    ],
)
def test_a_journal_that_makes_no_sense_is_damage(archive: Archive, review: Dossier, damage: str) -> None:
    edit.change(archive, review.goals[0], text="Noget andet")
    with archive.transaction() as session:
        session.connection.execute(damage)
    with pytest.raises(Refusal, match="archive_damaged"):
        undo.undo(archive)


def test_it_goes_on_after_a_restart(archive: Archive, review: Dossier) -> None:
    edit.change(archive, review.goals[0], text="Noget andet")
    archive.close()
    again = open_archive(archive.path)
    undo.undo(again)
    assert reviews.load(again, review.review.id) == review
    again.close()


def test_the_start_of_a_year_is_undone_as_a_whole_and_by_its_name(archive: Archive, review: Dossier) -> None:
    before = dump(archive)
    reviews.start_review(archive, review.committee.id, YEAR + 1)
    after = dump(archive)
    assert undo.undo(archive).words() == "the start of a year"
    assert dump(archive) == before
    undo.redo(archive)
    assert dump(archive) == after


def test_nothing_before_an_approval_is_undone(archive: Archive) -> None:
    approved = stored(archive, an_approved_review())
    approval.withdraw(archive, approved.review, date(YEAR, 12, 10), "Fejl")
    before = dump(archive)
    with pytest.raises(Refusal, match="nothing_to_undo"):
        undo.undo(archive)
    assert dump(archive) == before
    edit.change(archive, approved.closing, where_found="På intranettet")
    undo.undo(archive)
    assert dump(archive) == before


def test_what_was_changed_past_the_journal_is_not_overwritten(archive: Archive, review: Dossier) -> None:
    edit.change(archive, review.goals[0], text="Noget andet")
    with archive.transaction() as session:
        session.connection.execute("DROP TRIGGER goal_update_journal")
        session.connection.execute("UPDATE goal SET text = 'Fremmed' WHERE id = ?", (review.goals[0].id.hex,))
    before = dump(archive)
    with pytest.raises(Refusal, match="changed_since"):
        undo.undo(archive)
    assert dump(archive) == before


def test_undoing_brings_back_no_second_committee_of_a_name(archive: Archive) -> None:
    committee = a_committee()
    committees.create_committee(archive, committee)
    edit.change(archive, committee, name="Lokal-MED Havet")
    with archive.transaction() as session:
        session.connection.execute("DROP TRIGGER committee_insert_journal")
        entities.insert(session, [a_committee()])
    before = dump(archive)
    with pytest.raises(Refusal, match="committee_exists"):
        undo.undo(archive)
    assert dump(archive) == before


def test_where_nothing_was_done_nothing_is_undone(archive: Archive) -> None:
    with pytest.raises(Refusal, match="nothing_to_undo"):
        undo.undo(archive)
    committees.create_committee(archive, a_committee())
    assert undo.undo(archive).words() == "the new committee"
    assert committees.list_committees(archive) == []


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_operations_undone_and_redone(archive: Archive, review: Dossier, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    first = dump(archive)
    done = 0
    while done < 200:
        done += _anything(archive, reviews.load(archive, review.review.id), chance)
    last = dump(archive)
    assert last != first
    for _ in range(done):
        undo.undo(archive)
    assert dump(archive) == first
    for _ in range(done):
        undo.redo(archive)
    assert dump(archive) == last
    with archive.transaction() as session:
        assert story.is_told(session.connection)


def _anything(archive: Archive, dossier: Dossier, chance: random.Random) -> bool:
    """Do something by chance; return whether it changed anything."""
    before = dump(archive)
    try:
        chance.choice(_DEEDS)(archive, dossier, chance)
    except (Refusal, IndexError):
        return False
    return dump(archive) != before


def _word(chance: random.Random) -> str:
    return "".join(chance.choices("abcæøå 'é\n;=\"%", k=chance.randint(0, 12)))


def _add(archive: Archive, dossier: Dossier, chance: random.Random) -> None:
    kind: Callable[..., Decision | Action | AgendaItem] = chance.choice((Decision, Action, AgendaItem))
    edit.add(archive, kind(review_id=dossier.review.id, position=chance.randint(0, 9)))


def _change(archive: Archive, dossier: Dossier, chance: random.Random) -> None:
    section = chance.choice((dossier.closing, dossier.content, dossier.cooperation, dossier.status, dossier.expertise))
    name = chance.choice([name for name, info in type(section).model_fields.items() if info.annotation is str])
    edit.change(archive, section, **{name: _word(chance)})


def _change_goal(archive: Archive, dossier: Dossier, chance: random.Random) -> None:
    edit.change(archive, chance.choice(dossier.goals), text=_word(chance), target=chance.choice((None, 4, "4.25")))


def _remove(archive: Archive, dossier: Dossier, chance: random.Random) -> None:
    edit.remove(archive, chance.choice((*dossier.decisions, *dossier.actions, *dossier.agenda, *dossier.focus_areas)))


def _reorder(archive: Archive, dossier: Dossier, chance: random.Random) -> None:
    edit.reorder(archive, chance.sample(dossier.agenda, len(dossier.agenda)))


def _plan(archive: Archive, dossier: Dossier, chance: random.Random) -> None:
    meetings.plan_meetings(archive, dossier, date(YEAR, 11, chance.randint(1, 28)))


def _move_on(archive: Archive, dossier: Dossier, chance: random.Random) -> None:
    reviews.set_state(archive, dossier.review, chance.choice((State.PREPARING, State.IN_SESSION, State.FOR_APPROVAL)))


_DEEDS = (_add, _add, _change, _change, _change_goal, _remove, _reorder, _plan, _move_on)


def test_who_changed_what_and_when(archive: Archive, review: Dossier) -> None:
    begun = datetime.now(UTC) - timedelta(minutes=1)
    edit.change(archive, review.goals[0], text="Noget andet")
    with archive.transaction() as session:
        newest, *_ = steps.of_review(session, review.review)
        (change,) = steps.changes(session, newest.id)
    assert begun < newest.at < datetime.now(UTC) + timedelta(minutes=1)
    assert newest.device
    assert (change.table, change.row) == ("goal", review.goals[0].id.hex)
    assert change.before is not None
    assert change.before["text"] == review.goals[0].text
    assert change.after == {"text": "Noget andet"}


def test_a_hostile_journal_runs_nothing(archive: Archive, review: Dossier, tmp_path: Path) -> None:
    edit.change(archive, review.goals[0], text="Noget andet")
    with archive.transaction() as session:
        session.connection.execute("UPDATE journal_change SET entry = 'goal; DROP TABLE goal'")
    with pytest.raises(Refusal, match="archive_damaged"):
        undo.undo(archive)
    assert reviews.load(archive, review.review.id).goals
