"""The look back: outcomes, arithmetic, lessons, and the first review ever."""

from decimal import Decimal

import pytest

from medreview.domain.dossier import Dossier
from medreview.domain.figures import Progress
from medreview.domain.review import StepNote
from medreview.i18n import Translator
from medreview.minutes.arithmetic import progress
from medreview.minutes.document import Block, Paragraph
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import approved, document, facts_in, notes_in, section, tables_in, with_

ABSENCE = "Goal 1: Højst 4,5 % sygefravær i 2027"


def _look_back(dossier: Dossier) -> list[Block]:
    return section(document(dossier), "item look_back (en)")


def _goal(dossier: Dossier, heading: str = ABSENCE) -> dict[str, str]:
    blocks = _look_back(dossier)
    start = next(place for place, one in enumerate(blocks) if getattr(one, "text", "") == heading)
    return facts_in(blocks[start + 1 : start + 2])


def test_a_goal_stands_with_everything_that_was_judged() -> None:
    assert _goal(everything()) == {
        "Baseline": "5.2% (2024)",
        "Target": "4.5%",
        "Figure reached": ("4.4%: 0.8 percentage points (15.4%) lower than the baseline, the target is reached"),
        "Was the goal met?": "Met",
        "What did we do?": "Samtaler holdt.",
        "How did the methods work?": "Virkede.",
        "How did the activities work?": "Kom sent i gang.",
        "Why did it turn out so?": "Ny ledelse.",
        "What can others learn?": "Start tidligt.",
        "From here": "Continues, changed",
        "Reason for the change": "Målet var for stort.",
    }


def test_the_outcomes_are_counted_first() -> None:
    assert Paragraph("2 goals: 1 met, 1 not met.") in _look_back(everything())


def test_a_single_goal_is_counted_in_the_singular() -> None:
    dossier = everything()
    assert Paragraph("1 goal: 1 met.") in _look_back(with_(dossier, last_goals=dossier.last_goals[:1]))


def test_a_goal_nobody_has_judged_is_not_assessed() -> None:
    assert _goal(builders.a_second_year())["Was the goal met?"] == "Not assessed"
    facts = _goal(with_(builders.a_second_year(), evaluations=()))
    assert facts["Was the goal met?"] == "Not assessed"
    assert "From here" not in facts


def test_a_figure_without_baseline_and_target_stands_alone() -> None:
    dossier = everything()
    bare = dossier.last_goals[0].model_copy(update={"baseline": None, "target": None})
    assert _goal(with_(dossier, last_goals=(bare,)))["Figure reached"] == "4.4%"


def test_the_cooperation_itself_is_judged() -> None:
    assert Paragraph("Fire møder som planlagt.") in _look_back(everything())


def test_the_first_review_ever_says_that_no_goals_are_lawful() -> None:
    for dossier in (builders.an_empty_dossier(), approved(builders.an_empty_dossier())):
        assert notes_in(_look_back(dossier)) == [
            "There were no goals last year: this is the first review, and that is lawful."
        ]


def test_goals_from_before_medreview_are_not_denied_where_something_is_said_of_them() -> None:
    dossier = builders.an_empty_dossier()
    note = StepNote(review_id=dossier.review.id, step="look_back", note="Begge mål fra 2025 blev nået.")
    said = notes_in(_look_back(with_(dossier, notes=(note,))))
    assert said == ["This is the first review in medreview; what was said of earlier goals stands below."]


def test_a_later_review_without_open_goals_says_so() -> None:
    dossier = with_(builders.an_empty_dossier(), review={"previous_year": 2025})
    assert notes_in(_look_back(dossier)) == ["No goals were open from last year."]


def test_a_draft_names_the_reason_that_is_missing() -> None:
    dossier = everything()
    bare = tuple(one.model_copy(update={"reason": ""}) for one in dossier.evaluations)
    draft = with_(dossier, evaluations=bare, review=builders.a_full_dossier().review.model_dump())
    assert "A reason is missing: Højst 4,5 % sygefravær i 2027" in notes_in(_look_back(draft))
    assert not notes_in(_look_back(with_(dossier, evaluations=bare)))


@pytest.mark.parametrize(
    ("baseline", "target", "reached", "unit", "words"),
    [
        ("5.8", "5.0", "5.2", "%", "0.6 percentage points (10.3%) lower than the baseline, "
         "0.2 percentage points from the target"),
        ("62", "65", "66", "points", "4 (6.5%) higher than the baseline, the target is reached"),
        ("12", "12", "12", "", "the same as the baseline, the target is reached"),
        ("0", "3", "2", "", "2 higher than the baseline, 1 from the target"),
        (None, "11", "13", "days", "2 from the target"),
        ("11", None, "13", "days", "2 (18.2%) higher than the baseline"),
        (None, None, "13", "days", ""),
        ("11", "9", None, "days", ""),
    ],
)  # fmt: skip
def test_the_arithmetic_is_told_in_words(
    baseline: str | None, target: str | None, reached: str | None, unit: str, words: str
) -> None:
    figures = [None if figure is None else Decimal(figure) for figure in (baseline, target, reached)]
    assert progress(Translator("en"), Progress(*figures), unit) == words


def test_the_arithmetic_has_the_decimal_comma_of_danish() -> None:
    figures = Progress(Decimal("5.8"), Decimal("5.0"), Decimal("5.2"))
    assert progress(Translator("da"), figures, "%").startswith("0,6 procentpoint (10,3 %) lavere")


def test_what_was_noted_between_the_meetings_is_told_by_choice() -> None:
    told = section(document(everything(), follow_ups=True), "item look_back (en)")
    noted = facts_in(told)["Noted between the meetings"]
    assert noted == "3 February 2026 – behind: To ledige.\n9 June 2026 – on track"
    (actions,) = (one for one in tables_in(told) if "noted between" in one.caption)
    assert actions.rows == (("Skriv til intranettet", "20 August 2026", "done", "Teksten er lagt ud."),)
    silent = "\n".join(document(everything()).texts())
    assert "To ledige." not in silent
    assert "Teksten er lagt ud." not in silent
