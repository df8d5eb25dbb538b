"""Words are found in all that is written, over all years and committees, and in the order in which one looks."""

from typing import Any

import pytest

from medreview.domain.base import Entity
from medreview.domain.cooperation import FocusArea
from medreview.domain.decision import Action, Decision, Disagreement, RaisedMatter
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Activity, Continuation, Goal, Outcome
from medreview.domain.review import AgendaItem, StepNote
from medreview.domain.status import Indicator
from medreview.domain.wheel import WheelMatter
from medreview.operations import committees, edit, reviews
from medreview.operations.archives import Archive
from medreview.operations.search import Hit, search
from medreview.store.search import _SOURCES
from tests.builders import YEAR, a_committee
from tests.operations.worlds import a_started_review, approved

TEXT = "Der er støj i spisestuen"


def kinds(hits: tuple[Hit, ...]) -> list[str]:
    """Return the kinds of what was found, in order."""
    return [hit.kind for hit in hits]


def a_goal(dossier: Dossier, **values: Any) -> Goal:
    """Return a goal of the review."""
    return Goal(committee_id=dossier.committee.id, year=dossier.review.year, **values)


def entries(dossier: Dossier) -> list[Entity]:
    """Return an entry of every kind that the chair adds, each with the text, goals first."""
    owner: dict[str, Any] = {"review_id": dossier.review.id}
    goal = a_goal(dossier, text=TEXT)
    return [
        goal,
        Activity(goal_id=goal.id, what=TEXT),
        Decision(**owner, discussion=TEXT),
        Action(**owner, what=TEXT),
        Disagreement(**owner, employee_view=TEXT),
        RaisedMatter(**owner, matter=TEXT),
        FocusArea(**owner, title=TEXT),
        Indicator(**owner, note=TEXT),
        AgendaItem(**owner, presentation=TEXT),
        StepNote(**owner, step="expertise", note=TEXT),
    ]


def test_every_kind_of_entry_is_found_with_its_step_goals_first_and_notes_last(archive: Archive) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, *entries(dossier))
    for section in ("content", "cooperation", "status", "expertise", "closing", "preparation"):
        part = getattr(dossier, section)
        fields = [name for name, info in type(part).model_fields.items() if info.default == ""]
        written = {name: TEXT for name in fields if name not in ("case_number", "leader", "minute_taker", "called_by")}
        edit.change(archive, part, **written)
    found = search(archive, "støj spise")
    assert [(hit.kind, hit.step) for hit in found] == [
        ("Goal", "goals"),
        ("Activity", "goals"),
        ("Decision", "decisions"),
        ("Action", "decisions"),
        ("Disagreement", "decisions"),
        ("RaisedMatter", "decisions"),
        ("FocusArea", "content"),
        ("Content", "content"),
        ("Cooperation", "look_back"),
        ("Cooperation", "cooperation"),
        ("Status", "status"),
        ("Indicator", "status"),
        ("Expertise", "expertise"),
        ("Closing", "decisions"),
        ("Closing", "closing"),
        ("AgendaItem", "preparation"),
        ("Preparation", "preparation"),
        ("StepNote", "expertise"),
    ]
    assert {(hit.committee, hit.year, hit.review_id) for hit in found} == {
        (dossier.committee.name, YEAR, dossier.review.id)
    }
    goal, activity = found[:2]
    assert activity.owner == goal.id == goal.owner
    assert goal.excerpt.text == TEXT
    assert [goal.excerpt.text[start:end] for start, end in goal.excerpt.marks] == ["støj", "spise"]
    assert goal.title is not None
    assert goal.title.da == "Mål"


def test_every_text_that_is_looked_through_is_one() -> None:
    for source in _SOURCES:
        assert set(source.fields) <= {
            name for name, info in source.kind.model_fields.items() if info.annotation is str
        }, source.kind


@pytest.mark.parametrize("typed", ["aabenraa", "ÅBENRÅ", "benra cafe", "cafeen i", "én café", "  Café\tÅbenrå "])
def test_letters_count_not_how_they_are_written(archive: Archive, typed: str) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, a_goal(dossier, text="Én caféen i Aabenraa"))
    assert len(search(archive, typed)) == 1


@pytest.mark.parametrize(
    "typed", ["", " ", "s", "stoj", "støj kantine", "støjspise", "100%", "s_j", "[/", "'", '"', "%%"]
)
def test_what_does_not_stand_there_is_not_found(archive: Archive, typed: str) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, a_goal(dossier, text=TEXT))
    assert search(archive, typed) == ()


def test_words_may_stand_in_several_fields_of_an_entry_and_are_shown_where_most_are(archive: Archive) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, a_goal(dossier, text="Mindre støj", criterion="Støj under 65 dB ved måltider"))
    [hit] = search(archive, "mindre støj mål dB")
    assert (hit.field, hit.excerpt.text) == ("criterion", "Støj under 65 dB ved måltider")


def test_an_archive_without_a_review_has_nothing(archive: Archive) -> None:
    assert search(archive, "støj") == ()


def test_newest_years_come_first_then_committees_by_name_and_no_more_than_wanted(archive: Archive) -> None:
    for name, years in (("Nord", (2024, 2026)), ("Anker", (2025, 2026))):
        committee = a_committee(name=name)
        committees.create_committee(archive, committee)
        for year in years:
            dossier = reviews.start_review(archive, committee.id, year)
            edit.add(
                archive,
                Decision(review_id=dossier.review.id, text=TEXT),
                StepNote(review_id=dossier.review.id, step="status", note=TEXT),
            )
    found = [(hit.year, hit.committee, hit.kind) for hit in search(archive, "støj")]
    assert found[:4] == [
        (2026, "Anker", "Decision"),
        (2026, "Nord", "Decision"),
        (2026, "Anker", "StepNote"),
        (2026, "Nord", "StepNote"),
    ]
    assert [year for year, *_ in found] == sorted((year for year, *_ in found), reverse=True)
    for limit in range(1, len(found) + 1):
        assert [(hit.year, hit.committee, hit.kind) for hit in search(archive, "støj", limit)] == found[:limit]


def test_what_is_approved_is_found_and_a_goal_that_was_closed_only_where_it_was_set(archive: Archive) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, a_goal(dossier, text=TEXT), a_goal(dossier, text=f"{TEXT} om natten", position=1))
    approved(archive, dossier)
    following = reviews.start_review(archive, dossier.committee.id, YEAR + 1)
    assert [(hit.year, hit.kind) for hit in search(archive, "støj")] == [
        *[(YEAR + 1, "Goal")] * 2,
        *[(YEAR, "Goal")] * 2,
    ]
    closed = next(one for one in following.evaluations if one.goal_id == following.last_goals[0].id)
    edit.change(archive, closed, outcome=Outcome.MET, continuation=Continuation.CLOSE, why="Støjen er væk")
    assert [(hit.year, hit.kind) for hit in search(archive, "støj")] == [
        (YEAR + 1, "Goal"),
        (YEAR + 1, "Evaluation"),
        *[(YEAR, "Goal")] * 2,
    ]


def test_what_was_removed_is_not_found(archive: Archive) -> None:
    dossier = a_started_review(archive)
    goal = a_goal(dossier, text=TEXT)
    edit.add(archive, goal)
    edit.remove(archive, goal)
    assert search(archive, "støj") == ()


def test_a_step_of_a_later_version_is_found_without_its_title(archive: Archive) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, StepNote(review_id=dossier.review.id, step="status", note=TEXT))
    with archive.transaction() as session:
        session.connection.execute("UPDATE step_note SET step = 'stars'")
    [hit] = search(archive, "støj")
    assert (hit.step, hit.title) == ("stars", None)
    with archive.transaction() as session:
        session.connection.execute("UPDATE review SET template = 'of-tomorrow'")
    [hit] = search(archive, "støj")
    assert hit.title is None


def test_many_words_and_long_ones_are_looked_for(archive: Archive) -> None:
    dossier = a_started_review(archive)
    words = " ".join(f"ord{number}å" for number in range(200))
    edit.add(archive, StepNote(review_id=dossier.review.id, step="status", note=words))
    assert len(search(archive, words)) == 1
    assert search(archive, "å" * 5000) == ()


def test_what_another_program_stored_between_the_words_does_not_join_them(archive: Archive) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, a_goal(dossier, text=TEXT))
    with archive.transaction() as session:
        session.connection.execute("UPDATE goal SET text = text || char(31, 10) || 'støj'")
    assert kinds(search(archive, "støj")) == ["Goal"]
    assert search(archive, "spisestuenstøj") == ()


def test_what_is_no_text_is_not_found(archive: Archive) -> None:
    dossier = a_started_review(archive)
    edit.add(archive, a_goal(dossier, text=TEXT), StepNote(review_id=dossier.review.id, step="status", note=TEXT))
    with archive.transaction() as session:
        session.connection.execute("UPDATE goal SET criterion = CAST(text AS BLOB)")
        session.connection.execute("UPDATE step_note SET note = CAST(note AS BLOB)")
    assert search(archive, "støj") == ()


def test_a_matter_of_the_annual_wheel_is_found_once_for_every_committee(archive: Archive) -> None:
    first = approved(archive, a_started_review(archive))
    reviews.start_review(archive, first.committee.id, YEAR + 1)
    bare = a_committee(name="Anker")
    committees.create_committee(archive, bare)
    known = [WheelMatter(committee_id=key, text=TEXT) for key in (bare.id, first.committee.id)]
    edit.add(archive, *known)
    hits = search(archive, "støj")
    assert [(hit.committee_id, hit.id) for hit in hits] == [(one.committee_id, one.id) for one in known]
    assert {(hit.is_on_wheel, hit.review_id, hit.kind, hit.title) for hit in hits} == {
        (True, None, "WheelMatter", None)
    }
    assert len(search(archive, "støj", limit=1)) == 1


def test_a_matter_of_the_annual_wheel_is_found_before_the_first_review(archive: Archive) -> None:
    bare = a_committee()
    committees.create_committee(archive, bare)
    edit.add(archive, WheelMatter(committee_id=bare.id, text=TEXT), WheelMatter(committee_id=bare.id, text="Andet"))
    [hit] = search(archive, "støj spise")
    assert (hit.committee, hit.excerpt.text) == (bare.name, TEXT)


def test_a_matter_of_the_annual_wheel_comes_after_the_newest_year(archive: Archive) -> None:
    dossier = a_started_review(archive)
    old = a_goal(dossier, text=TEXT)
    edit.add(archive, old, WheelMatter(committee_id=dossier.committee.id, text=TEXT))
    approved(archive, dossier)
    reviews.start_review(archive, dossier.committee.id, YEAR + 1)
    assert kinds(search(archive, "støj")) == ["Goal", "WheelMatter", "Goal"]
