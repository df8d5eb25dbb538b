"""The annual wheel in the archive: started, changed, undone, erased, and part of no review."""

import pytest

from medreview.domain.committee import Language
from medreview.domain.errors import Refusal
from medreview.domain.wheel import WheelMatter
from medreview.i18n import use
from medreview.minutes import Choices, Kind, render
from medreview.operations import committees, edit, erase, exchange, privacy, undo, wheel
from medreview.operations.archives import Archive
from medreview.operations.export import build
from medreview.templates import load_template
from tests.builders import YEAR
from tests.operations.worlds import a_started_review, a_stored_committee, approved

TEMPLATE = load_template("dk-med").wheel


def test_a_new_wheel_is_empty_and_starts_from_the_template(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    assert wheel.matters(archive, committee.id) == ()
    changes = wheel.start(archive, committee.id)
    assert (changes.committee_id, changes.touches(WheelMatter)) == (committee.id, True)
    found = wheel.matters(archive, committee.id)
    assert [(one.text, one.months, one.fixed) for one in found] == [
        (one.text.da, one.months, one.fixed) for one in TEMPLATE
    ]


def test_starting_again_adds_only_what_is_missing(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    wheel.start(archive, committee.id)
    with pytest.raises(Refusal, match="wheel_complete"):
        wheel.start(archive, committee.id)
    first, *others = wheel.matters(archive, committee.id)
    edit.change(archive, others[0], months=(7,))
    edit.remove(archive, first)
    edit.change(archive, committee, language=Language.SWEDISH)
    wheel.start(archive, committee.id)
    texts = [one.text for one in wheel.matters(archive, committee.id)]
    assert texts == [*(one.text for one in others), TEMPLATE[0].text.sv]
    assert wheel.matters(archive, committee.id)[0].months == (7,)


def test_starting_is_undone_at_once_and_by_name(archive: Archive) -> None:
    use("en")
    committee = a_stored_committee(archive)
    wheel.start(archive, committee.id)
    undone = undo.undo(archive)
    assert undone.words() == "the annual wheel from the template"
    assert undone.changes.committee_id == committee.id
    assert wheel.matters(archive, committee.id) == ()
    undo.redo(archive)
    assert len(wheel.matters(archive, committee.id)) == len(TEMPLATE)


def test_an_undone_change_of_a_matter_is_told(archive: Archive) -> None:
    use("en")
    committee = a_stored_committee(archive)
    matter = WheelMatter(committee_id=committee.id, text="Fravær", months=(2,))
    edit.add(archive, matter)
    wheel.move(archive, matter, 2, 1)
    assert wheel.matters(archive, committee.id)[0].months == (3,)
    assert undo.undo(archive).words() == "Annual wheel: Fravær"
    assert wheel.matters(archive, committee.id) == (matter,)


def test_a_matter_is_taken_out_of_a_month_and_then_away(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    matter = WheelMatter(committee_id=committee.id, text="Fravær", months=(2, 8))
    edit.add(archive, matter)
    wheel.remove(archive, matter, 2)
    [left] = wheel.matters(archive, committee.id)
    assert left.months == (8,)
    wheel.remove(archive, left, 8)
    assert wheel.matters(archive, committee.id) == ()


def test_a_key_pressed_twice_before_the_screen_follows_counts_once_each(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    matter = WheelMatter(committee_id=committee.id, text="Fravær", months=(2, 5, 8))
    edit.add(archive, matter)
    wheel.remove(archive, matter, 2)
    wheel.remove(archive, matter, 8)
    assert wheel.matters(archive, committee.id)[0].months == (5,)
    wheel.move(archive, matter, 2, 1)
    assert wheel.matters(archive, committee.id)[0].months == (5,)
    edit.remove(archive, matter)
    with pytest.raises(Refusal, match="gone"):
        wheel.remove(archive, matter, 5)


def test_a_committee_without_a_review_has_its_wheel_on_paper(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    wheel.start(archive, committee.id)
    empty = wheel.without_review(archive, committee.id)
    assert TEMPLATE[0].text.da in render(build(archive, empty, Kind.WHEEL, "da", Choices(year=YEAR)), "txt")
    assert committees.overview(archive, committee.id).newest is None


def test_an_approval_does_not_seal_the_wheel(archive: Archive) -> None:
    dossier = approved(archive, a_started_review(archive))
    wheel.start(archive, dossier.committee.id)
    first = wheel.matters(archive, dossier.committee.id)[0]
    edit.change(archive, first, months=(12,))
    overview = committees.overview(archive, dossier.committee.id)
    assert overview.wheel.year(YEAR)[11].matters[0].id == first.id
    assert overview.wheel.year(YEAR)[10].meetings[0].step == "preparation"


def test_an_exchange_file_holds_the_review_without_the_wheel(archive: Archive) -> None:
    dossier = a_started_review(archive)
    before = exchange.export_json(dossier)
    wheel.start(archive, dossier.committee.id)
    assert exchange.export_json(committees.overview(archive, dossier.committee.id).newest or dossier) == before


def test_erasing_the_committee_leaves_nothing_of_its_wheel(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    edit.add(archive, WheelMatter(committee_id=committee.id, text="Hemmeligt punkt"))
    erase.erase_committee(archive, committee.id, committee.name)
    assert b"Hemmeligt punkt" not in archive.path.read_bytes()


def test_personal_numbers_on_the_wheel_are_told_where_it_is_written_to_files(archive: Archive) -> None:
    dossier = a_started_review(archive)
    matter = WheelMatter(committee_id=dossier.committee.id, text="Samtale med 010170-1234")
    edit.add(archive, matter)
    assert privacy.open_places(archive, dossier) == ()
    [place] = privacy.open_places(archive, dossier, with_wheel=True)
    assert (place.entity, place.field, place.step) == (matter, "text", "wheel")
    privacy.dismiss(archive, dossier.review.id, [place], "Det er et sagsnummer")
    assert privacy.open_places(archive, dossier, with_wheel=True) == ()


def test_a_committee_that_is_gone_has_no_wheel(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    edit.remove(archive, committee)
    with pytest.raises(Refusal, match="gone"):
        wheel.start(archive, committee.id)
