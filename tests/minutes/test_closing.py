"""The end of the minutes: BFA's answers, duties, approval, signatures; and the banner on top."""

import pytest

from medreview.domain.decision import Decision, Result
from medreview.minutes import Document, Kind, build
from medreview.minutes.document import Note, Paragraph, SignatureLines
from tests import builders
from tests.builders import LAW_FROM
from tests.minutes.everything import everything
from tests.minutes.worlds import document, facts_in, section, tables_in, with_

LAW = "BEK 1838/2023"


def _duties(minutes: Document) -> dict[str, tuple[str, ...]]:
    return {row[0]: row for table in tables_in(section(minutes, "Duties covered")) for row in table.rows}


def test_the_five_questions_are_answered() -> None:
    facts = facts_in(section(document(everything()), "item closing (en)"))
    assert len(facts) == 5
    assert facts["How will we be able to judge whether the goals are met?"] == "På mødet i september."


def test_duties_stand_with_where_they_are_covered_and_as_of_when() -> None:
    minutes = document(everything())
    said = Paragraph("The review covers the points of BEK 1838/2023 as of 1 February 2024.")
    assert said in section(minutes, "Duties covered")
    assert _duties(minutes)["L3"] == ("L3", "duty L3 (en)", "item 3", "Covered")


def test_what_is_not_covered_is_said() -> None:
    minutes = document(builders.an_empty_dossier())
    (sentence, _) = section(minutes, "Duties covered")
    assert sentence == Paragraph("The review covers 3 of the 12 points of BEK 1838/2023 as of 1 February 2024.")
    assert _duties(minutes)["L1"][-1] == "Not covered"


def test_what_is_postponed_is_not_among_what_is_covered() -> None:
    full = everything()
    item = next(item for item in full.agenda if item.step == "goals")
    put_off = Decision(review_id=full.review.id, position=99, agenda_item_id=item.id, result=Result.POSTPONED)
    minutes = document(with_(full, decisions=(*full.decisions, put_off)))
    (sentence, _) = section(minutes, "Duties covered")
    assert sentence == Paragraph("The review covers 11 of the 12 points of BEK 1838/2023 as of 1 February 2024.")
    assert _duties(minutes)["L4"][-1] == "Postponed"


@pytest.mark.parametrize(("language", "word"), [("da", "godkend"), ("sv", "godkän"), ("en", "approve")])
def test_coverage_is_all_that_is_claimed(language: str, word: str) -> None:
    minutes = document(everything(), language=language)
    (sentence,) = [one.text for one in minutes.blocks if isinstance(one, Paragraph) and LAW in one.text]
    assert word not in sentence.casefold()


def test_every_source_has_a_table_of_its_own() -> None:
    template = builders.a_template()
    other = template.duties[-1].model_copy(update={"source": "MED-aftalen", "as_of": LAW_FROM.replace(year=2025)})
    changed = template.model_copy(update={"duties": (*template.duties[:-1], other)})
    minutes = build(everything(), changed, Kind.MINUTES, "en")
    assert len(tables_in(section(minutes, "Duties covered"))) == 2
    assert Paragraph("The review covers the points of MED-aftalen as of 1 February 2025.") in minutes.blocks


def test_a_duty_on_no_agenda_is_covered_in_its_step() -> None:
    minutes = document(with_(everything(), agenda=()))
    assert _duties(minutes)["L4"][2] == "goals (en)"


def test_a_duty_of_an_unknown_step_has_no_place() -> None:
    template = builders.a_template()
    odd = template.duties[0].model_copy(update={"steps": ("unknown",)})
    dossier = everything()
    minutes = build(dossier, template.model_copy(update={"duties": (odd,)}), Kind.MINUTES, "en")
    (table,) = tables_in(section(minutes, "Duties covered"))
    assert table.header == ("No.", "Duty", "State")


def test_approval_names_day_persons_and_amendments() -> None:
    assert facts_in(section(document(everything()), "Approval")) == {
        "Approved on": "3 December 2026",
        "Approved by": "Karen Lund og Bo Ørsted",
        "Amendments": "Under punkt 4 er tallet for 2025 rettet.",
    }
    assert "Approved by" not in facts_in(section(document(everything(), names=False), "Approval"))


def test_a_draft_says_that_it_is_not_approved() -> None:
    draft = document(builders.a_full_dossier())
    assert section(draft, "Approval") == [Note("These minutes are not approved yet.", warns=True)]


def test_signature_lines_are_for_chair_and_vice_chair() -> None:
    signed = section(document(everything(), signatures=True), "Approval")[-1]
    assert signed == SignatureLines(
        ("Karen Lund, management representative (chair)", "Bo Ørsted, shop steward (vice chair)")
    )
    unnamed = section(document(everything(), signatures=True, names=False), "Approval")[-1]
    assert unnamed == SignatureLines(("Chair", "Vice chair"))
    vacant = section(document(with_(builders.a_full_dossier(), members=()), signatures=True), "Approval")[-1]
    assert vacant == SignatureLines(("Chair", "Vice chair"))


def test_banners_say_draft_until_approved_and_example_on_the_example() -> None:
    draft = builders.a_full_dossier()
    assert document(draft).banner == ("DRAFT",)
    assert document(draft, is_example=True).banner == ("EXAMPLE", "DRAFT")
    assert document(everything()).banner == ()
    assert document(everything(), is_example=True).banner == ("EXAMPLE",)


def test_an_agenda_and_a_note_sheet_are_no_drafts() -> None:
    for kind in (Kind.AGENDA, Kind.NOTESHEET):
        assert document(builders.a_full_dossier(), kind).banner == ()
        assert document(builders.a_full_dossier(), kind, is_example=True).banner == ("EXAMPLE",)
