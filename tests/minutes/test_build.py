"""What a document is given beside its content, and the municipality's own word for a case number."""

from medreview.minutes import Kind, build
from medreview.minutes.document import Byline, Letterhead
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import facts_in


def test_seal_stamp_and_letterhead_are_passed_on() -> None:
    letterhead = Letterhead(name="Nordø Kommune")
    template = builders.a_template()
    made = build(everything(), template, Kind.NOTICE, "da", seal="Version 1", stamp="{}", letterhead=letterhead)
    assert (made.seal, made.stamp, made.letterhead) == ("Version 1", "{}", letterhead)


def test_a_case_number_has_the_municipalitys_own_label() -> None:
    made = build(everything(), builders.a_template(), Kind.MINUTES, "en", case_label="Journalnr.")
    assert facts_in(made.blocks)["Journalnr."] == "2026-118"
    assert Byline("Type: decision · Journalnr. 2026-131 · closed item") in made.blocks


def test_the_usual_label_is_that_of_the_language() -> None:
    made = build(everything(), builders.a_template(), Kind.MINUTES, "en")
    assert facts_in(made.blocks)["Case number"] == "2026-118"
