"""Decisions with their verbs, actions, disagreement, and what goes to the level above."""

from typing import Any

import pytest

from medreview.domain.decision import Decision, Result
from medreview.domain.dossier import Dossier
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.cut import cut
from medreview.minutes.document import Block, Heading, Note, Paragraph, Resolution
from tests import builders
from tests.minutes.everything import REASONS, everything
from tests.minutes.worlds import document, facts_in, notes_in, section, tables_in, with_

DECISIONS = "item decisions (en)"


def _decided(dossier: Dossier, heading: str = "1. approval of the agenda (en)", **values: Any) -> list[Block]:
    decision = Decision(review_id=dossier.review.id, agenda_item_id=dossier.agenda[0].id, **values)
    return section(document(with_(dossier, decisions=(decision,))), heading)[1:]


def test_a_decision_stands_with_its_verb() -> None:
    blocks = _decided(everything(), text="Uden ændringer.", result=Result.APPROVED)
    assert blocks == [Heading(3, "Decision"), Resolution("Approved", "Uden ændringer.")]


def test_a_verb_alone_is_a_decision_but_decided_is_not() -> None:
    assert _decided(everything(), result=Result.NOTED) == [Heading(3, "Decision"), Resolution("Noted")]
    assert _decided(everything(), discussion="Længe.") == [Note("No decision is noted.")]


def test_a_discussion_without_a_decision_is_not_missing_in_a_draft() -> None:
    assert _decided(builders.a_full_dossier(), discussion="Længe.") == []
    assert _decided(builders.a_full_dossier()) == [Note("Not filled in.", warns=True)]


def test_the_discussion_is_told_where_chosen() -> None:
    told = section(document(everything(), discussion=True), "12. Ny vagtplan")
    place = told.index(Heading(3, "Discussion"))
    assert told[place + 1] == Paragraph("Begge sider ser behovet.")
    assert told[place + 2] == Heading(3, "Decision")
    assert "Begge sider ser behovet." not in document(everything()).texts()


def test_a_decision_under_no_item_stands_with_the_actions() -> None:
    dossier = everything()
    loose = Decision(review_id=dossier.review.id, text="Uden punkt.")
    blocks = section(document(with_(dossier, decisions=(loose,))), DECISIONS)
    assert Resolution("Decided", "Uden punkt.") in blocks


def test_a_decision_whose_item_is_gone_is_kept() -> None:
    dossier = everything()
    agenda = dossier.agenda[:-1]
    blocks = section(document(with_(dossier, agenda=agenda)), DECISIONS)
    assert Resolution("Endorsed", "Planen prøves i seks måneder.") in blocks
    assert Heading(3, "Disagreement: Vagtplan") in blocks


def test_actions_stand_with_who_when_state_and_item() -> None:
    actions = tables_in(section(document(everything()), DECISIONS))[0]
    assert actions.header == ("Action", "Responsible", "Due", "Status", "Item")
    assert actions.rows == (
        ("Bestil kursus", "Karen Lund", "15 January 2027", "Open", ""),
        ("Skriv til intranettet", "Mia Holm", "1 September 2026", "Done, carried on from last year", "5"),
    )


def test_without_names_actions_name_nobody() -> None:
    actions = tables_in(section(document(everything(), names=False), DECISIONS))[0]
    assert actions.header == ("Action", "Due", "Status", "Item")


def test_a_disagreement_tells_both_views_the_decision_and_when_reasons_are_due() -> None:
    blocks = section(document(everything()), "12. Ny vagtplan")
    assert Heading(3, "Disagreement: Vagtplan") in blocks
    facts = facts_in(blocks)
    assert facts["View of the employee side"] == "Tolv uger frem."
    assert facts["Management's decision"] == "Otte uger."
    assert facts["The committee's advice was followed"] == "No"
    assert (facts["Reasons due by"], facts["Reasons given on"]) == ("15 December 2026", "1 December 2026")
    assert facts["The reasons that were given"] == REASONS


@pytest.mark.parametrize("kind", [Kind.MINUTES, Kind.DECISIONS, Kind.PROOF])
def test_reasons_stand_in_every_document_that_tells_a_disagreement(kind: Kind) -> None:
    dossier = everything()
    bare = dossier.disagreements[0].model_copy(update={"decided_on": None, "reasons_given_on": None})
    for told in (dossier, with_(dossier, disagreements=(bare,))):
        assert facts_in(document(told, kind).blocks)["The reasons that were given"] == REASONS
        cut_to_it = cut(told, kind, Choices.usual(kind))
        assert cut_to_it is None or cut_to_it.disagreements[0].reasons == REASONS


def test_advice_that_was_followed_needs_no_reasons() -> None:
    dossier = everything()
    followed = dossier.disagreements[0].model_copy(update={"advice_followed": True, "reasons_given_on": None})
    facts = facts_in(section(document(with_(dossier, disagreements=(followed,))), "12. Ny vagtplan"))
    assert facts["The committee's advice was followed"] == "Yes"
    assert "Reasons due by" not in facts


def test_a_draft_says_that_managements_decision_is_missing() -> None:
    dossier = builders.a_full_dossier()
    undecided = dossier.disagreements[0].model_copy(update={"management_decision": "", "decided_on": None})
    blocks = section(document(with_(dossier, disagreements=(undecided,))), DECISIONS)
    assert notes_in(blocks) == ["Management's decision is missing on: Vagtplan"]
    assert "The committee's advice was followed" not in facts_in(blocks)


def test_what_is_raised_and_what_goes_out_from_the_meeting() -> None:
    blocks = section(document(everything()), DECISIONS)
    raised = tables_in(blocks)[1]
    assert raised.caption == "Raised to the level above"
    assert raised.rows == (("Parkering ved depotet", "Sektor-MED"),)
    assert blocks[-1] == Paragraph("Kort nyt på tavlen.")
