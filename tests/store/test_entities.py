"""Single entities: what goes in comes out, and everything knows the review it belongs to."""

from decimal import Decimal

import pytest

from medreview.domain.addendum import Addendum
from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.goal import Goal
from medreview.domain.review import Review
from medreview.domain.status import Figure
from medreview.domain.version import Version
from medreview.domain.wheel import WheelMatter
from medreview.store import dossiers, entities
from medreview.store.archive import Archive
from medreview.store.tables import ROWS
from tests.archives import a_full_review
from tests.builders import a_committee, a_goal

FULL = a_full_review()
BY_KIND: dict[type[Entity], Entity] = {type(entity): entity for _, entity in FULL.entities()}


@pytest.fixture
def full(archive: Archive) -> Dossier:
    """The full review, stored."""
    with archive.transaction() as session:
        dossiers.insert(session, FULL)
    return FULL


def test_the_full_review_has_every_kind() -> None:
    assert set(BY_KIND) == set(ROWS) - {Version, Addendum, WheelMatter}


def test_every_kind_is_read_from_the_table_it_is_written_to() -> None:
    assert {kind: entities.table_of(kind) for kind in ROWS} == {kind: row.__tablename__ for kind, row in ROWS.items()}


@pytest.mark.parametrize("entity", BY_KIND.values(), ids=lambda entity: type(entity).__name__)
def test_every_kind_comes_back_as_it_was(archive: Archive, full: Dossier, entity: Entity) -> None:
    with archive.transaction() as session:
        assert entities.get(session, type(entity), entity.id) == entity


@pytest.mark.parametrize("entity", BY_KIND.values(), ids=lambda entity: type(entity).__name__)
def test_every_kind_knows_its_review(archive: Archive, full: Dossier, entity: Entity) -> None:
    with archive.transaction() as session:
        review = entities.review_of(session, entity)
    expected = None if type(entity).__name__ in ("Committee", "Member") else full.review
    assert review == expected


def test_a_matter_of_the_wheel_is_the_committee_s(archive: Archive, full: Dossier) -> None:
    matter = WheelMatter(committee_id=full.committee.id, text="Sygefraværsstatistik", months=(11, 2, 8, 2), fixed=True)
    with archive.transaction() as session:
        entities.insert(session, [matter])
    with archive.transaction() as session:
        [stored] = entities.find(session, WheelMatter, committee_id=full.committee.id)
        assert entities.review_of(session, stored) is None
        entities.delete(session, full.committee)
        assert entities.find(session, WheelMatter) == []
    assert stored == matter
    assert stored.months == (2, 8, 11)


def test_an_entity_without_its_owner_belongs_to_no_review(archive: Archive) -> None:
    orphan = Figure(indicator_id=a_committee().id, year=2026)
    goal = a_goal(FULL)
    with archive.transaction() as session:
        assert entities.review_of(session, orphan) is None
        assert entities.review_of(session, goal) is None


@pytest.mark.parametrize("text", ["5.20", "-0", "0.000001", "999999999.999999", "1E+2"])
def test_figures_are_exact(archive: Archive, full: Dossier, text: str) -> None:
    goal = full.goals[0].model_copy(update={"target": Decimal(text)})
    with archive.transaction() as session:
        entities.update(session, goal)
    with archive.transaction() as session:
        stored = entities.get(session, Goal, goal.id)
    assert stored is not None
    assert str(stored.target) == text


def test_equal_positions_always_come_in_the_same_order(archive: Archive) -> None:
    goals = [a_goal(FULL, f"Mål {number}", position=number // 2) for number in range(8)]
    with archive.transaction() as session:
        entities.insert(session, [FULL.committee, *goals])
        found = entities.find(session, Goal, committee_id=FULL.committee.id)
    assert found == sorted(goals, key=lambda goal: (goal.position, goal.id.hex))


def test_deleting_takes_what_it_owns(archive: Archive, full: Dossier) -> None:
    with archive.transaction() as session:
        entities.delete(session, full.indicators[0])
        assert entities.find(session, Figure) == []
        entities.delete(session, full.review)
        assert entities.find(session, Review) == []
        assert all(entities.find(session, type(one)) == [] for one in (*full.decisions, *full.meetings, *full.guests))


def test_deleting_an_agenda_item_keeps_its_decisions(archive: Archive, full: Dossier) -> None:
    decision = full.decisions[0]
    with archive.transaction() as session:
        entities.delete(session, full.agenda[0])
        kept = entities.get(session, type(decision), decision.id)
    assert kept is not None
    assert kept.agenda_item_id is None


def test_an_owner_that_is_gone_is_said_so(archive: Archive, full: Dossier) -> None:
    with pytest.raises(Refusal, match="gone"), archive.transaction() as session:
        entities.insert(session, [Figure(indicator_id=full.review.id, year=2020)])


def test_what_is_there_already_is_said_so(archive: Archive, full: Dossier) -> None:
    figure = full.figures[0]
    again = Figure(indicator_id=figure.indicator_id, year=figure.year)
    with pytest.raises(Refusal, match="already_there"), archive.transaction() as session:
        entities.insert(session, [again])


def test_attended_is_who_is_noted_as_present_or_not(archive: Archive, full: Dossier) -> None:
    with archive.transaction() as session:
        assert all(entities.is_in_minutes(session, member) for member in full.members)
        for one in full.attendance:
            entities.delete(session, one)
        assert not entities.is_in_minutes(session, full.members[0])
