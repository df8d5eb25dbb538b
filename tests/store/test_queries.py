"""Questions to the whole archive."""

from medreview.domain.dossier import Dossier
from medreview.domain.goal import Continuation, Evaluation, Goal, Outcome
from medreview.store import entities, queries, settings
from medreview.store.archive import Archive
from medreview.store.dossiers import insert
from tests.builders import a_committee, a_goal, an_empty_dossier


def test_committees_come_by_municipality_and_name(archive: Archive) -> None:
    names = [("Nordø", "Skolen"), ("Anholt", "Ældreplejen"), ("Nordø", "Depotet")]
    with archive.transaction() as session:
        entities.insert(session, [a_committee(municipality=place, name=name) for place, name in names])
        found = [(one.municipality, one.name) for one in queries.committees(session)]
    assert found == sorted(names)


def test_reviews_come_newest_first_and_members_in_order(archive: Archive) -> None:
    committee = a_committee()
    first = an_empty_dossier(committee, 2024)
    with archive.transaction() as session:
        insert(session, first)
        insert(
            session,
            an_empty_dossier(committee, 2026).model_copy(update={"members": (), "attendance": (), "training": ()}),
        )
        assert [review.year for review in queries.reviews(session, committee.id)] == [2026, 2024]
        assert tuple(queries.members(session, committee.id)) == first.members


def test_settings_are_remembered_and_replaced(archive: Archive) -> None:
    with archive.transaction() as session:
        assert settings.get(session, "place") is None
        settings.note(session, "place", "here")
        settings.note(session, "place", "there")
        assert settings.get(session, "place") == "there"


def three_years(archive: Archive, *continuations: Continuation) -> tuple[Goal, ...]:
    """Store a goal that is carried on for three years, judged after the first and the second."""
    committee = a_committee()
    reviews: list[Dossier] = []
    goals: list[Goal] = []
    for year in (2024, 2025, 2026):
        dossier = an_empty_dossier(committee, year).model_copy(update={"members": (), "attendance": (), "training": ()})
        reviews.append(dossier)
        goals.append(a_goal(dossier, predecessor_id=goals[-1].id if goals else None))
    with archive.transaction() as session:
        for dossier in reviews:
            insert(session, dossier)
        entities.insert(session, goals)
        for goal, dossier, continuation in zip(goals, reviews[1:], continuations, strict=False):
            judged = Evaluation(
                review_id=dossier.review.id, goal_id=goal.id, outcome=Outcome.PARTLY, continuation=continuation
            )
            entities.insert(session, [judged])
    return tuple(goals)


def years_of(archive: Archive, goal: Goal) -> list[int]:
    """Return the years of the goal's history."""
    with archive.transaction() as session:
        return [one.goal.year for one in queries.goal_history(session, goal)]


def test_a_history_is_whole_from_whichever_year_it_is_asked(archive: Archive) -> None:
    goals = three_years(archive, Continuation.CONTINUE, Continuation.CHANGE)
    assert all(years_of(archive, goal) == [2024, 2025, 2026] for goal in goals)
    with archive.transaction() as session:
        judged = [one.evaluation and one.evaluation.continuation for one in queries.goal_history(session, goals[1])]
    assert judged == [Continuation.CONTINUE, Continuation.CHANGE, None]


def test_a_history_ends_where_the_goal_was_closed(archive: Archive) -> None:
    goals = three_years(archive, Continuation.CONTINUE, Continuation.CLOSE)
    assert years_of(archive, goals[0]) == [2024, 2025]


def test_a_history_begins_where_the_archive_does(archive: Archive) -> None:
    goals = three_years(archive)
    with archive.transaction() as session:
        entities.delete(session, goals[0])
    assert years_of(archive, goals[2]) == [2025, 2026]


def test_a_circle_made_by_hand_ends(archive: Archive) -> None:
    goals = three_years(archive)
    with archive.transaction() as session:
        entities.update(session, goals[0].model_copy(update={"predecessor_id": goals[2].id}))
    circle = goals[0].model_copy(update={"predecessor_id": goals[2].id})
    assert sorted(set(years_of(archive, circle))) == [2024, 2025, 2026]
