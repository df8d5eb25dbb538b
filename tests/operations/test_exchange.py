"""The exchange format: a review goes round unchanged, and nothing in an archive is ever overwritten by a file."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from jsonschema import Draft202012Validator

from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.operations import committees, edit, example_mark, exchange, reviews
from medreview.operations.archives import Archive, create_archive
from tests.archives import a_full_review, an_approved_review, stored, write_exchange
from tests.builders import YEAR, a_committee, a_goal, an_empty_dossier
from tests.tools.write_schema import SCHEMA

HOSTILE = "[/b] \x1b]52;c;eA==\x07 {0} ${x} <script> = + @ \u202e \ud800 é 😀 \r\n\t."


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    """A second archive."""
    created = create_archive(tmp_path / "other.medreview")
    yield created
    created.close()


def everything(archive: Archive) -> list[Dossier]:
    """Return all that the archive holds."""
    return [
        reviews.load(archive, review.id)
        for committee in committees.list_committees(archive)
        for review in committees.overview(archive, committee.id).reviews
    ]


def test_the_schema_in_the_package_is_that_of_the_models() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == exchange.json_schema(), "run python -m tests.tools.write_schema"


@pytest.mark.parametrize("dossier", [a_full_review(), an_approved_review(), an_empty_dossier()])
def test_what_is_exported_fits_the_schema(dossier: Dossier) -> None:
    schema = json.loads(exchange.json_schema())
    Draft202012Validator.check_schema(schema)
    document = json.loads(exchange.export_json(dossier))
    assert not list(Draft202012Validator(schema).iter_errors(document))
    del document["dossier"]["goals" if dossier.goals else "members"][0]["id"]
    assert list(Draft202012Validator(schema).iter_errors(document))


@pytest.mark.parametrize("dossier", [a_full_review(), an_approved_review()], ids=["open", "approved"])
def test_a_review_goes_round_byte_for_byte(archive: Archive, other: Archive, tmp_path: Path, dossier: Dossier) -> None:
    first = stored(archive, dossier)
    path = write_exchange(tmp_path, first)
    imported = exchange.import_review(other, path)
    again = reviews.load(other, imported.review_id)
    assert again == first
    assert exchange.export_json(again).encode() == path.read_bytes()
    assert not imported.unchanged
    assert imported.changes.touches(type(first.review))
    assert (imported.changes.committee_id, imported.changes.review_id) == (first.committee.id, first.review.id)


def test_text_of_every_kind_goes_round(archive: Archive, other: Archive, tmp_path: Path) -> None:
    first = stored(archive, a_full_review())
    edit.change(archive, first.content, plan=HOSTILE)
    edit.change(archive, first.goals[0], text=HOSTILE, unit="% æøå", target="-0.50")
    changed = reviews.load(archive, first.review.id)
    path = write_exchange(tmp_path, changed)
    assert "æøå" in path.read_text(encoding="utf-8")
    exchange.import_review(other, path)
    assert exchange.export_json(reviews.load(other, first.review.id)).encode() == path.read_bytes()


def test_the_same_file_twice_changes_nothing(archive: Archive, tmp_path: Path) -> None:
    path = write_exchange(tmp_path, a_full_review())
    exchange.import_review(archive, path)
    before = archive.path.read_bytes()
    again = exchange.import_review(archive, path)
    assert again.unchanged
    assert again.changes.kinds == frozenset()
    assert archive.path.read_bytes() == before


def test_who_came_to_the_committee_since_is_no_difference(archive: Archive, tmp_path: Path) -> None:
    path = write_exchange(tmp_path, a_full_review())
    dossier = exchange.read_exchange(path).dossier
    exchange.import_review(archive, path)
    edit.add(archive, dossier.members[0].model_copy(update={"id": uuid4(), "name": "Ny Person"}))
    assert exchange.import_review(archive, path).unchanged


def test_a_file_from_another_program_may_leave_out_what_is_empty(archive: Archive, tmp_path: Path) -> None:
    document = json.loads(exchange.export_json(a_full_review()))
    for goal in document["dossier"]["goals"]:
        del goal["criterion"]
    del document["dossier"]["guests"]
    path = tmp_path / "x.json"
    path.write_text("\ufeff" + json.dumps(document), encoding="utf-8")
    exchange.import_review(archive, path)
    assert exchange.import_review(archive, path).unchanged


Spoil = Callable[[Dossier], Dossier]


def _review(**values: object) -> Spoil:
    return lambda dossier: dossier.model_copy(update={"review": dossier.review.model_copy(update=values)})


def _committee(dossier: Dossier) -> Dossier:
    return dossier.model_copy(update={"committee": dossier.committee.model_copy(update={"level_name": "Andet"})})


def _goal(dossier: Dossier) -> Dossier:
    changed = dossier.last_goals[0].model_copy(update={"text": "Noget andet"})
    return dossier.model_copy(update={"last_goals": (changed, *dossier.last_goals[1:])})


def _one_decision_less(dossier: Dossier) -> Dossier:
    return dossier.model_copy(update={"decisions": ()})


def _one_goal_more(dossier: Dossier) -> Dossier:
    return dossier.model_copy(update={"goals": (*dossier.goals, a_goal(dossier, "Et mål til"))})


def _other_id(dossier: Dossier) -> Dossier:
    review = dossier.review.model_copy(update={"id": uuid4()})
    return an_empty_dossier(dossier.committee, dossier.review.year).model_copy(update={"review": review})


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (_review(approved_by="En anden"), "review"),
        (_committee, "committee"),
        (_goal, "last_goals"),
        (_one_decision_less, "decisions"),
        (_one_goal_more, "goals"),
        (_other_id, "review"),
    ],
)
def test_a_review_that_differs_is_refused(archive: Archive, spoil: Spoil, where: str) -> None:
    first = stored(archive, a_full_review())
    with pytest.raises(Refusal, match="import_differs") as refusal:
        exchange.store_review(archive, spoil(first))
    assert refusal.value.params == {"name": first.committee.name, "year": YEAR, "where": where}
    assert everything(archive) == [first]


def following_year(archive: Archive) -> Dossier:
    """Store a full review and return the review of the next year, which is not stored."""
    first = stored(archive, a_full_review())
    copy = create_archive(archive.path.with_name("copy.medreview"))
    exchange.store_review(copy, first)
    following = reviews.start_review(copy, first.committee.id, YEAR + 1)
    copy.close()
    return following


def test_the_next_year_joins_the_one_before(archive: Archive) -> None:
    following = following_year(archive)
    exchange.store_review(archive, following)
    assert [dossier.review.year for dossier in everything(archive)] == [YEAR + 1, YEAR]
    assert reviews.load(archive, following.review.id) == following
    assert len(reviews.goal_history(archive, following.goals[0])) == 3


def test_the_year_before_may_come_later(other: Archive, archive: Archive) -> None:
    following = following_year(archive)
    exchange.store_review(other, following)
    earlier = everything(archive)[0]
    exchange.store_review(other, earlier)
    assert reviews.load(other, earlier.review.id) == earlier


def test_the_goals_that_the_years_share_must_be_the_same(archive: Archive) -> None:
    following = following_year(archive)
    before = everything(archive)
    with pytest.raises(Refusal, match="import_differs"):
        exchange.store_review(archive, _goal(following))
    assert everything(archive) == before


def test_an_approved_year_keeps_the_committee_of_its_time(archive: Archive) -> None:
    approved = an_approved_review()
    exchange.store_review(archive, an_empty_dossier(approved.committee, YEAR + 1))
    edit.change(archive, approved.committee, level_name="Nyt niveau")
    imported = exchange.store_review(archive, approved)
    assert reviews.load(archive, imported.review_id) == approved
    assert committees.list_committees(archive)[0].level_name == "Nyt niveau"


def test_another_committees_member_is_not_taken_over(archive: Archive) -> None:
    first = stored(archive, a_full_review())
    stranger = an_approved_review()
    member = first.members[0].model_copy(update={"committee_id": stranger.committee.id})
    with pytest.raises(Refusal) as refusal:
        exchange.store_review(archive, stranger.model_copy(update={"members": (member, *stranger.members)}))
    assert refusal.value.code in ("import_differs", "committee_exists")
    assert everything(archive) == [first]


def test_an_id_that_something_else_has_is_refused(archive: Archive) -> None:
    first = stored(archive, a_full_review())
    committee = a_committee(name="Et andet udvalg")
    stranger = an_empty_dossier(committee, YEAR)
    meeting = stranger.meetings[0].model_copy(update={"id": first.meetings[0].id})
    with pytest.raises(Refusal, match="import_differs") as refusal:
        exchange.store_review(archive, stranger.model_copy(update={"meetings": (meeting,), "attendance": ()}))
    assert refusal.value.params["where"] == "meetings"
    assert everything(archive) == [first]


def test_another_committee_of_the_same_name_is_refused(archive: Archive) -> None:
    first = stored(archive, a_full_review())
    with pytest.raises(Refusal, match="committee_exists"):
        exchange.store_review(archive, a_full_review())
    assert everything(archive) == [first]


def test_one_review_is_a_document_and_several_are_a_list() -> None:
    full = a_full_review()
    assert exchange.export_json_list([full]) == exchange.export_json(full)
    assert [one["format"] for one in json.loads(exchange.export_json_list([full, full]))] == ["medreview-review"] * 2


def test_an_approval_is_complete(archive: Archive, tmp_path: Path) -> None:
    approved = an_approved_review()
    nobody = approved.review.model_copy(update={"approved_by": " "})
    with pytest.raises(Refusal) as refusal:
        exchange.read_exchange(write_exchange(tmp_path, approved.model_copy(update={"review": nobody})))
    assert refusal.value.params["where"] == "review.approved_on"
    assert approved.review.approved_on == date(YEAR, 12, 1)


def test_the_newest_year_brings_the_committee_up_to_date(archive: Archive, other: Archive) -> None:
    first = stored(archive, a_full_review())
    exchange.store_review(other, first)
    edit.change(archive, first.members[0], name="Et nyt navn")
    later = reviews.start_review(archive, first.committee.id, first.review.year + 1)
    exchange.store_review(other, later)
    assert reviews.load(other, later.review.id).members[0].name == "Et nyt navn"


def test_a_review_of_the_example_makes_an_empty_archive_an_example(archive: Archive) -> None:
    exchange.store_review(archive, a_full_review(), example=True)
    assert example_mark.is_example(archive)


def test_a_review_of_the_example_does_not_come_among_real_ones(archive: Archive, tmp_path: Path) -> None:
    edit.add(archive, a_committee())
    path = tmp_path / "example.json"
    path.write_text(exchange.export_json(a_full_review(), example=True), encoding="utf-8")
    with pytest.raises(Refusal, match="import_of_example"):
        exchange.import_review(archive, path)
    assert not example_mark.is_example(archive)
