"""The proof for the authority: every duty with where and when, and what came of it."""

from datetime import date

import pytest

from medreview.domain.dossier import Dossier
from medreview.minutes import Document, Kind, build
from medreview.minutes.document import Byline, Heading, Note, Paragraph
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import document, facts_in, notes_in, section, tables_in, with_

SECTIONS = (
    "Content of the coming year's cooperation",
    "Forms of cooperation and meeting intervals",
    "Assessment of last year's goals",
    "Goals for the coming year",
    "Supplementary training and expertise",
    "Disagreement and reasons",
)


def _proof(dossier: Dossier, language: str = "en", *, names: bool = True) -> Document:
    return document(dossier, Kind.PROOF, language, names=names)


def _duties(proof: Document) -> dict[str, tuple[str, ...]]:
    return {row[0]: row for table in tables_in(section(proof, "Duties covered")) for row in table.rows}


def test_each_duty_says_where_and_when_it_was_dealt_with() -> None:
    proof = _proof(everything())
    said = Paragraph("The review covers the points of BEK 1838/2023 as of 1 February 2024.")
    assert said in section(proof, "Duties covered")
    covered = ("L3", "duty L3 (en)", "3. item look_back (en)", "24/11/2026", "Covered")
    assert _duties(proof)["L3"] == covered


def test_what_is_not_covered_was_dealt_with_nowhere() -> None:
    dossier = with_(everything(), evaluations=())
    assert _duties(_proof(dossier))["L3"][3:] == ("", "Not covered")


def test_every_date_of_the_review_stands_there() -> None:
    dossier = everything()
    second = dossier.meetings[0].model_copy(update={"held_on": date(2026, 12, 1), "place": "", "position": 1})
    when = _duties(_proof(with_(dossier, meetings=(*dossier.meetings, second))))["L1"][3]
    assert when == "24/11/2026\n01/12/2026"


def test_a_duty_on_no_agenda_is_told_by_its_step() -> None:
    assert _duties(_proof(with_(everything(), agenda=())))["L4"][2] == "goals (en)"


def test_the_content_stands_in_the_order_of_the_law_with_its_state() -> None:
    proof = _proof(everything())
    headings = [one.text for one in proof.blocks if isinstance(one, Heading) and one.level == 2]
    assert headings == ["Duties covered", "Attendance", *SECTIONS, "Approval"]
    assert section(proof, SECTIONS[2])[:2] == [
        Byline("L3 · item 3 · Covered"),
        Paragraph("2 goals: 1 met, 1 not met."),
    ]


def test_plan_and_focus_areas_are_the_content() -> None:
    content = section(_proof(everything()), SECTIONS[0])
    assert Paragraph("Trivsel og forebyggelse af vold.") in content
    assert len(tables_in(content)) == 2
    assert "Makkerparrene." not in _proof(everything()).texts()


def test_last_years_goals_stand_with_what_came_of_them() -> None:
    (table,) = tables_in(section(_proof(everything()), SECTIONS[2]))
    assert table.rows[0] == (
        "Højst 4,5 % sygefravær i 2027",
        "4.5%",
        "4.4%",
        "Met",
        "Ny ledelse.",
        "Continues, changed",
    )


def test_where_the_reason_is_long_each_goal_stands_on_its_own() -> None:
    dossier = everything()
    first, *others = dossier.evaluations
    long = first.model_copy(update={"why": "Vi har talt tidligt sammen. " * 20})
    shown = section(_proof(with_(dossier, evaluations=(long, *others))), SECTIONS[2])
    assert not tables_in(shown)
    assert Heading(3, "Goal 1: Højst 4,5 % sygefravær i 2027") in shown
    assert long.why.strip() in facts_in(shown[:4]).values()


def test_a_first_review_has_no_goals_to_assess_and_that_is_said() -> None:
    notes = notes_in(section(_proof(builders.an_empty_dossier()), SECTIONS[2]))
    assert notes == ["There were no goals last year: this is the first review, and that is lawful."]


def test_training_stands_with_the_size_that_decides_what_is_owed() -> None:
    training = section(_proof(everything()), SECTIONS[4])
    assert facts_in(training)["Employees"] == "10–34: organisation in one level"
    assert facts_in(training)["Is the necessary expertise present?"] == "Yes"
    assert tables_in(training)


def test_reasons_are_told_or_that_there_was_no_disagreement() -> None:
    facts = facts_in(section(_proof(everything()), SECTIONS[5]))
    assert facts["Reasons due by"] == "15 December 2026"
    assert facts["Reasons given on"] == "1 December 2026"
    without = section(_proof(with_(everything(), disagreements=())), SECTIONS[5])
    assert Paragraph("No disagreement is noted.") in without


@pytest.mark.parametrize(
    ("tied", "where", "said"), [(1, "{last}", ""), (2, "9. item decisions (en)\n{last}", "item 9, ")]
)
def test_reasons_are_owed_where_there_was_disagreement(tied: int, where: str, said: str) -> None:
    dossier = everything()
    item = dossier.agenda[-1]
    last = f"{len(dossier.agenda)}. {item.title}"
    one = dossier.disagreements[0].model_copy(update={"agenda_item_id": item.id})
    others = [one.model_copy(update={"agenda_item_id": None})]
    proof = _proof(with_(dossier, disagreements=(one, *others[: tied - 1])))
    assert _duties(proof)["L7"][2] == where.format(last=last)
    assert section(proof, SECTIONS[5])[0] == Byline(f"L7 · {said}item {len(dossier.agenda)} · Covered")


def test_a_part_in_which_nothing_is_written_says_so() -> None:
    dossier = builders.an_empty_dossier()
    assert section(_proof(dossier), SECTIONS[0]) == [Byline("L1 · item 5 · Not covered"), Note("Nothing is written.")]


def test_without_names_the_sides_are_counted() -> None:
    facts = facts_in(section(_proof(everything(), names=False), "Attendance"))
    assert facts == {"Present (Ledersiden)": "2 of 2", "Present (Medarbejdersiden)": "3 of 4"}


def test_a_template_without_these_duties_asks_for_nothing() -> None:
    template = builders.a_template(duties=())
    proof = build(everything(), template, Kind.PROOF, "en")
    headings = [one.text for one in proof.blocks if isinstance(one, Heading) and one.level == 2]
    assert headings == ["Attendance", "Approval"]


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_no_authority_is_said_to_have_approved(language: str) -> None:
    texts = "\n".join(_proof(everything(), language).texts()).casefold()
    assert "arbejdstilsynet" not in texts
    assert "arbetsmiljöverket" not in texts
    assert "authority" not in texts


def test_the_committee_approves_it() -> None:
    assert facts_in(section(_proof(everything()), "Approval"))["Approved by"] == "Karen Lund og Bo Ørsted"
    assert _proof(builders.a_full_dossier()).banner == ("DRAFT",)
