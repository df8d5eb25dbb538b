"""Empty, answered, nothing to note: three different things, and no step is lost without an agenda item."""

import pytest

from medreview.domain.decision import Decision
from medreview.domain.dossier import Dossier
from medreview.domain.review import ItemType, StepNote
from medreview.minutes.document import Heading, Note, Paragraph
from tests import builders
from tests.builders import STEPS
from tests.minutes.everything import everything
from tests.minutes.worlds import approved, document, facts_in, notes_in, section, with_

MISSING = Note("Not filled in.", warns=True)
UNDECIDED = Note("No decision is noted.")
NOTHING = Note("Discussed – nothing to note.")
SILENT = Note("Nothing is written.")


def _noted(dossier: Dossier, step: str, note: str = "", *, nothing: bool = False) -> Dossier:
    return with_(dossier, notes=(StepNote(review_id=dossier.review.id, step=step, note=note, nothing_to_note=nothing),))


def test_an_empty_step_is_missing_in_a_draft_only() -> None:
    dossier = builders.an_empty_dossier()
    assert MISSING in section(document(dossier), "item content (en)")
    assert section(document(approved(dossier)), "item content (en)")[1:] == [SILENT]


@pytest.mark.parametrize(
    ("kind", "presented", "discussed", "told"),
    [
        (ItemType.DECISION, "", "", [UNDECIDED]),
        (ItemType.DECISION, "Budgettet er vedtaget.", "Længe.", [UNDECIDED]),
        (ItemType.DISCUSSION, "", "", [SILENT]),
        (ItemType.DISCUSSION, "", "Længe.", [Note("Discussed.")]),
        (ItemType.INFORMATION, "", "", [SILENT]),
        (ItemType.INFORMATION, "Budgettet er vedtaget.", "", []),
    ],
)
def test_only_an_item_for_decision_lacks_a_decision(
    kind: ItemType, presented: str, discussed: str, told: list[Note]
) -> None:
    dossier = approved(everything())
    item = dossier.agenda[-1].model_copy(update={"type": kind, "presentation": presented, "recommendation": ""})
    made = Decision(review_id=dossier.review.id, agenda_item_id=item.id, discussion=discussed)
    minutes = document(with_(dossier, agenda=(*dossier.agenda[:-1], item), decisions=(made,), disagreements=()))
    notes = [block for block in section(minutes, item.title) if isinstance(block, Note)]
    assert notes == told


def test_nothing_to_note_is_said_in_draft_and_approved() -> None:
    dossier = _noted(builders.an_empty_dossier(), "content", nothing=True)
    for one in (dossier, approved(dossier)):
        assert section(document(one), "item content (en)")[1:] == [NOTHING]


def test_an_answer_outdoes_nothing_to_note() -> None:
    dossier = _noted(everything(), "content", nothing=True)
    assert NOTHING not in section(document(dossier), "item content (en)")


def test_a_note_that_the_document_does_not_show_still_fills_the_step() -> None:
    dossier = _noted(builders.an_empty_dossier(), "content", "Drøftet.")
    assert section(document(dossier), "item content (en)")[1:] == []
    assert section(document(approved(dossier)), "item content (en)")[1:] == [Note("Discussed.")]
    shown = section(document(dossier, discussion=True), "item content (en)")[1:]
    assert shown == [Heading(3, "Discussion"), Paragraph("Drøftet.")]


def test_what_was_gone_through_is_no_part_of_the_recommendation() -> None:
    dossier = everything()
    agenda = tuple(item.model_copy(update={"recommendation": "At målene vurderes."}) for item in dossier.agenda)
    minutes = document(with_(dossier, agenda=agenda))
    headings = [one.text for one in section(minutes, "item look_back (en)") if isinstance(one, Heading)]
    assert headings[:3] == ["Recommendation", "Report", "Goal 1: Højst 4,5 % sygefravær i 2027"]
    assert Heading(3, "Report") not in section(minutes, "item goals (en)")
    assert Heading(3, "Report") not in document(dossier).blocks


def test_every_item_stands_once_in_the_order_of_the_agenda() -> None:
    numbered = [
        block.text for block in document(everything()).blocks if isinstance(block, Heading) and block.level == 2
    ]
    assert [text.split(".")[0] for text in numbered[2:14]] == [str(number) for number in range(1, 13)]


def test_a_step_that_is_on_no_agenda_is_told_after_it() -> None:
    dossier = everything()
    agenda = tuple(item for item in dossier.agenda if item.step not in ("goals", "closing"))
    minutes = document(with_(dossier, agenda=agenda), discussion=True)
    assert "Kind" in facts_in(section(minutes, "goals (en)"))
    assert Paragraph("Godt møde.") in section(minutes, "closing (en)")
    texts = list(minutes.texts())
    assert texts.index("goals (en)") > texts.index("10. Ny vagtplan")


def test_without_any_agenda_every_step_but_the_head_is_told() -> None:
    headings = [
        block.text
        for block in document(with_(builders.an_empty_dossier(), agenda=())).blocks
        if isinstance(block, Heading) and block.text.endswith(" (en)")
    ]
    assert headings == [f"{step} (en)" for step in STEPS[2:]]


def test_an_empty_step_on_no_agenda_is_left_out_of_approved_minutes() -> None:
    dossier = with_(builders.an_empty_dossier(), agenda=())
    blocks = document(approved(dossier)).blocks
    assert Heading(2, "content (en)") not in blocks
    assert Heading(2, "look_back (en)") in blocks


def test_two_items_for_one_step_tell_it_once() -> None:
    dossier = everything()
    again = dossier.agenda[4].model_copy(update={"position": 99, "title": "Igen"})
    minutes = document(with_(dossier, agenda=(*dossier.agenda, again)))
    assert list(minutes.texts()).count("Trivsel og forebyggelse af vold.") == 1


def test_a_step_that_no_template_knows_is_a_free_item() -> None:
    dossier = everything()
    odd = dossier.agenda[-1].model_copy(update={"step": "unknown"})
    assert "Ny vagtplan" in " ".join(document(with_(dossier, agenda=(*dossier.agenda[:-1], odd))).texts())


def test_a_draft_warns_of_an_interval_that_the_local_rule_forbids() -> None:
    dossier = with_(builders.a_full_dossier(), committee={"longest_interval": 2})
    notes = notes_in(section(document(dossier), "item cooperation (en)"))
    assert notes == ["3 months between meetings; the local rule is at most 2."]


def test_a_draft_does_not_say_twice_what_goals_and_duties_tell() -> None:
    notes = notes_in(document(builders.a_second_year()).blocks)
    assert not [note for note in notes if "Not assessed" in note or "neither answered" in note]
