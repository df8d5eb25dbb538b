"""Decision minutes: what was decided, by item, and nothing of what led to it."""

from medreview.domain.decision import Decision, Result
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Goal
from medreview.minutes import Document, Kind
from medreview.minutes.document import Byline, Heading, Note, Paragraph, Resolution
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import approved, document, facts_in, notes_in, section, tables_in, with_


def _minutes(dossier: Dossier, *, names: bool = True, discussion: bool = False) -> Document:
    return document(dossier, Kind.DECISIONS, names=names, discussion=discussion)


def _loose(dossier: Dossier) -> Dossier:
    """With a decision that belongs to no item."""
    loose = Decision(review_id=dossier.review.id, text="Udvalget mødes på depotet.")
    return with_(dossier, decisions=(loose,), disagreements=())


def test_an_item_has_its_decision_with_the_verb_and_its_disagreement() -> None:
    shown = section(_minutes(everything()), "12. Ny vagtplan")
    assert shown[:3] == [
        Byline("case 2026-131 · closed item"),
        Resolution("Endorsed", "Planen prøves i seks måneder."),
        Heading(4, "Disagreement: Vagtplan"),
    ]
    facts = facts_in(shown)
    assert facts["Management's decision"] == "Otte uger."
    assert facts["Reasons due by"] == "15 December 2026"
    assert "View of the management side" not in facts


def test_what_led_to_a_decision_is_left_out() -> None:
    texts = "\n".join(_minutes(everything(), discussion=True).texts())
    for left_out in (
        "Begge sider ser behovet",
        "Vagtplanen lægges",
        "At planen drøftes",
        "Høringssvar",
        "Makkerparrene",
    ):
        assert left_out not in texts


def test_items_without_a_decision_are_left_out() -> None:
    headings = [one.text for one in section(_minutes(everything()), "Decisions") if isinstance(one, Heading)]
    assert headings == ["1. approval of the agenda (en)", "12. Ny vagtplan", "Disagreement: Vagtplan"]


def test_a_decision_under_no_item_stands_where_decisions_are_summed_up() -> None:
    minutes = _minutes(_loose(everything()))
    assert section(minutes, "item decisions (en)") == [Resolution("Decided", "Udvalget mødes på depotet.")]
    off_the_agenda = _minutes(with_(_loose(everything()), agenda=()))
    assert section(off_the_agenda, "Other decisions") == [Resolution("Decided", "Udvalget mødes på depotet.")]


def test_without_decisions_that_is_said() -> None:
    assert section(_minutes(builders.an_empty_dossier()), "Decisions") == [Note("No decisions are noted.")]
    only_discussed = Decision(review_id=everything().review.id, discussion="Drøftet.", result=Result.DECIDED)
    minutes = _minutes(with_(everything(), decisions=(only_discussed,), disagreements=()))
    assert section(minutes, "Decisions") == [Note("No decisions are noted.")]


def test_attendance_is_short() -> None:
    facts = facts_in(section(_minutes(everything()), "Attendance"))
    assert facts == {
        "Present (Ledersiden)": "Karen Lund, Åse Bæk",
        "Present (Medarbejdersiden)": "Bo Ørsted, Ali Demir",
        "Present (not a member)": "Ida Krog",
        "Apologies": "Mia Holm",
        "Absent": "Eva Dam",
        "Substitutes": "Per Friis attended for Mia Holm",
    }


def test_a_long_goal_stands_on_its_own_and_so_do_the_others() -> None:
    dossier = everything()
    goals = [goal for goal in dossier.goals if goal.text.strip()]
    text = ("Vi taler tidligt sammen. " * 40).strip()
    long = goals[0].model_copy(update={"text": text})
    changed = tuple(long if goal.id == long.id else goal for goal in dossier.goals)
    shown = section(_minutes(with_(dossier, goals=changed)), "Goals for the coming year")
    assert shown[:2] == [Heading(3, "Goal 1"), Paragraph(text)]
    assert facts_in(shown[:3])["Responsible"] == goals[0].responsible
    assert Heading(3, f"Goal 2: {goals[1].text}") in shown
    assert [table.caption for table in tables_in(shown)] == ["Activities"]


def test_goals_are_one_table_with_how_each_is_judged() -> None:
    goals, activities = tables_in(section(_minutes(everything()), "Goals for the coming year"))
    assert goals.header == ("No.", "Goal", "How we will judge that it is met", "Responsible", "Deadline")
    assert goals.rows[0][2:] == ("4.5%: Årets tal i statistikken.", "Åse Bæk", "31 December 2027")
    assert activities.rows == (("1", "Omsorgssamtaler", "Åse Bæk", "1 March 2027"),)


def test_a_goal_without_figure_or_criterion_leaves_no_colon() -> None:
    dossier = everything()

    def bare(goal: Goal) -> Goal:
        return goal.model_copy(update={"criterion": "", "responsible": ""})

    goals, _ = tables_in(
        section(_minutes(with_(dossier, goals=tuple(map(bare, dossier.goals)))), "Goals for the coming year")
    )
    assert goals.rows[0][2] == "4.5%"
    assert "Responsible" not in goals.header


def test_actions_and_what_is_raised_follow() -> None:
    actions, raised = tables_in(section(_minutes(everything()), "Actions"))
    assert [row[0] for row in actions.rows] == ["Bestil kursus", "Skriv til intranettet"]
    assert raised.rows == (("Parkering ved depotet", "Sektor-MED"),)


def test_nobody_responsible_is_named_without_names() -> None:
    goals, activities = tables_in(section(_minutes(everything(), names=False), "Goals for the coming year"))
    assert "Responsible" not in (*goals.header, *activities.header)


def test_a_draft_is_called_one_and_says_that_nobody_approved_it() -> None:
    draft = _minutes(builders.a_full_dossier())
    assert draft.banner == ("DRAFT",)
    assert notes_in(section(draft, "Approval")) == ["These minutes are not approved yet."]
    assert _minutes(approved(builders.a_full_dossier())).banner == ()
