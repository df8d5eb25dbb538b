"""The goals of the coming year, with every field and with their history."""

from medreview.domain.dossier import Dossier
from medreview.domain.goal import Continuation, Outcome
from medreview.minutes.document import Heading, Paragraph
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import document, facts_in, section, tables_in, with_

GOALS = "item goals (en)"


def _first_goal(dossier: Dossier, names: bool = True) -> dict[str, str]:
    return facts_in(section(document(dossier, names=names), GOALS)[2:3])


def test_a_goal_stands_with_every_field() -> None:
    assert _first_goal(everything()) == {
        "Kind": "Work environment",
        "Focus area": "Trivsel",
        "Carried on": "from 2025",
        "Baseline": "5.2% (2024)",
        "Target": "4.5%",
        "How we will judge that it is met": "Årets tal i statistikken.",
        "Methods": "Tidlig kontakt.",
        "Responsible": "Åse Bæk",
        "Deadline": "31 December 2027",
    }


def test_activities_stand_in_a_table_of_their_own() -> None:
    (activities,) = tables_in(section(document(everything()), GOALS))
    assert activities.caption == "Activities"
    assert activities.header == ("Activity", "Responsible", "Deadline", "Resources")
    assert activities.rows == (("Omsorgssamtaler", "Åse Bæk", "1 March 2027", "En dag"),)


def test_without_names_nobody_is_responsible_in_the_document() -> None:
    (activities,) = tables_in(section(document(everything(), names=False), GOALS))
    assert activities.header == ("Activity", "Deadline", "Resources")
    assert "Responsible" not in _first_goal(everything(), names=False)


def test_a_goal_without_a_focus_area_says_so() -> None:
    assert _first_goal(with_(everything(), focus_areas=()))["Focus area"] == "not linked to a focus area"


def test_a_carried_goal_says_when_it_was_first_set() -> None:
    dossier = everything()
    first, second = dossier.goals
    minutes = document(dossier, years_carried={first.id: 3, second.id: 1})
    carried = [facts_in([block])["Carried on"] for block in section(minutes, GOALS) if facts_in([block])]
    assert carried == ["first set in 2023, carried on for 3 years", "first set in 2025, carried on for 1 year"]


def test_last_years_goal_says_when_it_was_first_set_too() -> None:
    dossier = everything()
    minutes = document(dossier, years_carried={dossier.last_goals[0].id: 2})
    texts = list(minutes.texts())
    assert texts.count("first set in 2023, carried on for 2 years") == 1


def test_a_goal_carried_from_a_year_that_is_not_at_hand_comes_from_the_year_before() -> None:
    assert _first_goal(with_(everything(), last_goals=()))["Carried on"] == "from 2025"


def test_a_new_goal_is_not_carried() -> None:
    dossier = builders.an_empty_dossier()
    assert "Carried on" not in _first_goal(builders.with_goals(dossier, builders.a_goal(dossier)))


def test_a_goal_closed_in_the_look_back_is_not_set_again() -> None:
    dossier = everything()
    closed = dossier.evaluations[0].model_copy(update={"outcome": Outcome.MET, "continuation": Continuation.CLOSE})
    headings = [
        block.text
        for block in section(document(with_(dossier, evaluations=(closed, *dossier.evaluations[1:]))), GOALS)
        if isinstance(block, Heading)
    ]
    assert headings == ["Goal 1: Fire møder med dagsorden to uger før"]


def test_a_long_goal_stands_under_a_short_heading() -> None:
    dossier = builders.an_empty_dossier()
    for text in ("Mål " * 40, "To\nlinjer"):
        minutes = document(builders.with_goals(dossier, builders.a_goal(dossier, text)))
        assert section(minutes, GOALS)[1:3] == [Heading(3, "Goal 1"), Paragraph(text.strip())]
