"""What others can learn: read from all years and committees, found by its words, and written to files."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from medreview.domain.errors import Refusal
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Goal, Outcome
from medreview.domain.learned import matching
from medreview.domain.review import Review
from medreview.minutes import FORMATS as DOCUMENTS
from medreview.operations import comparing, edit, goals, learning, reviews
from medreview.operations.archives import Archive
from medreview.operations.learning import FORMATS
from medreview.store.learned import learned as points_in
from tests.builders import YEAR, a_committee
from tests.fault.corpora import spoil
from tests.operations.worlds import a_started_review, approved


def two_years(archive: Archive) -> Review:
    """Store two years: three goals of the first, judged in the second, of two of which something was learned."""
    first = a_started_review(archive, YEAR - 1)
    texts = ("Færre fald", "Støj i spisestuen", "Besøg")
    own: dict[str, Any] = {"committee_id": first.committee.id, "year": YEAR - 1}
    edit.add(archive, *(Goal(**own, text=text, position=at) for at, text in enumerate(texts)))
    approved(archive, reviews.load(archive, first.review.id))
    second = reviews.start_review(archive, first.committee.id, YEAR)
    said = {texts[0]: "Spørg Århus", texts[1]: "=Mål før\nog efter 010170-1234", texts[2]: " \n"}
    for goal in second.last_goals:
        judged = second.evaluation_of(goal)
        assert judged is not None
        values = {"outcome": Outcome.PARTLY, "learned": said[goal.text], "reached": Decimal(3)}
        goals.evaluate(archive, judged, **values)
    for day, line in ((8, "Godt på vej"), (3, "Kurset er holdt"), (9, "")):
        goal = second.last_goals[0]
        note = FollowUp(committee_id=goal.committee_id, goal_id=goal.id, noted_on=date(YEAR, day, 1), line=line)
        edit.add(archive, note)
    return second.review


def test_points_have_year_committee_goal_and_outcome_and_empty_ones_are_left_out(archive: Archive) -> None:
    two_years(archive)
    first, second = learning.learned(archive)
    assert (first.year, first.committee, first.goal, first.text) == (
        YEAR,
        a_committee().name,
        "Færre fald",
        "Spørg Århus",
    )
    assert first.outcome is Outcome.PARTLY
    assert learning.with_personal_number((first, second)) == (second,)


def test_a_point_whose_year_is_gone_leads_nowhere(archive: Archive) -> None:
    review = two_years(archive)
    point = learning.learned(archive)[0]
    reviews.discard(archive, review)
    assert learning.history_of(archive, point) == []
    assert learning.place_of(archive, point) is None


def test_all_points_are_read_in_one_query(archive: Archive) -> None:
    two_years(archive)
    asked: list[str] = []
    with archive.transaction() as session:
        session.connection.set_trace_callback(asked.append)
        found = points_in(session)
        session.connection.set_trace_callback(None)
    assert len(found) == 2
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("typed", "count"), [("", 2), ("aarhus", 1), ("STØJ mål", 1), (f"{YEAR} lokal-med", 2), ("støj århus", 0)]
)
def test_points_are_found_by_their_words_however_they_are_written(archive: Archive, typed: str, count: int) -> None:
    two_years(archive)
    assert len(matching(learning.learned(archive), typed)) == count


def test_a_point_leads_to_its_goal_and_to_where_it_was_written(archive: Archive) -> None:
    review = two_years(archive)
    point = learning.learned(archive)[0]
    assert [year.goal.year for year in learning.history_of(archive, point)] == [YEAR - 1, YEAR]
    place = learning.place_of(archive, point)
    assert place is not None
    assert (place.review_id, place.step, place.kind, place.field) == (review.id, "look_back", "Evaluation", "learned")


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_list_is_written_in_every_format(archive: Archive, tmp_path: Path, format_name: str, language: str) -> None:
    two_years(archive)
    points = learning.learned(archive)
    [path] = learning.write(archive, points, format_name, language, tmp_path).files
    [again] = learning.write(archive, points, format_name, language, tmp_path).files
    assert path.suffix == f".{format_name}"
    assert path != again
    content = path.read_bytes()
    assert content
    if format_name in DOCUMENTS[2:]:
        text = content.decode()
        assert text.index(str(YEAR)) < text.index("Færre fald") < text.index("Spørg Århus")


def test_the_table_never_holds_a_formula(archive: Archive, tmp_path: Path) -> None:
    two_years(archive)
    [path] = learning.write(archive, learning.learned(archive), "csv", "en", tmp_path).files
    header, *rows = csv.reader(StringIO(path.read_text(encoding="utf-8-sig")))
    assert header[-1] == "What can others learn?"
    assert [row[-1] for row in rows] == ["Spørg Århus", "'=Mål før / og efter 010170-1234"]


def test_an_empty_list_says_so(archive: Archive, tmp_path: Path) -> None:
    [path] = learning.write(archive, (), "txt", "en", tmp_path).files
    assert "Nothing here yet." in path.read_text(encoding="utf-8")


def test_two_reviews_are_compared_with_what_the_later_one_says(archive: Archive) -> None:
    review = two_years(archive)
    first, second = comparing.years(archive, review.committee_id)
    assert (first.year, second.year) == (YEAR - 1, YEAR)
    found = comparing.compared(archive, first.id, second.id)
    pairs = [(pair.before and pair.before.goal.text, pair.after and pair.after.goal.text) for pair in found.goals]
    assert pairs == [(text, text) for text in ("Færre fald", "Støj i spisestuen", "Besøg")]
    assert all(pair.before and pair.before.reached == 3 for pair in found.goals)
    noted = found.goals[0].before
    assert noted is not None
    assert [note.line for note in noted.notes] == ["Kurset er holdt", "Godt på vej"]


@pytest.mark.parametrize(("column", "value"), [("outcome", "WON"), ("learned", b"\x1b]0;owned\x07")])
def test_what_another_program_wrote_is_refused_calmly(archive: Archive, column: str, value: object) -> None:
    two_years(archive)
    spoil(archive.path, "evaluation", column, value)
    with pytest.raises(Refusal, match="archive_damaged"):
        learning.learned(archive)
