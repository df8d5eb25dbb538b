"""The table for spreadsheets: what stands in it, in each language, and nothing in it is a formula."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medreview.domain.decision import ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Continuation, Outcome
from medreview.i18n import Translator
from medreview.minutes.csv_file import to_csv
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.payloads import CORPUS
from tests.minutes.worlds import with_

SEPARATORS: Final = {"da": ";", "sv": ";", "en": ","}


def _text(dossier: Dossier, language: str = "en", *, names: bool = True) -> str:
    return to_csv(dossier, Translator(language), names=names).decode("utf-8-sig")


def _rows(dossier: Dossier, language: str = "en", *, names: bool = True) -> list[dict[str, str]]:
    """Return the table as a spreadsheet reads it, each row by the names of its columns."""
    source = StringIO(_text(dossier, language, names=names), newline="")
    return list(csv.DictReader(source, delimiter=SEPARATORS[language], strict=True))


def _with_goal(**values: object) -> Dossier:
    dossier = everything()
    first, *others = dossier.goals
    return with_(dossier, goals=(first.model_copy(update=values), *others))


def _cell(text: str) -> str:
    return _rows(_with_goal(text=text))[0]["Text"]


def test_goals_stand_above_their_activities_and_actions_come_last() -> None:
    rows = _rows(everything())
    places = [(row["Type"], row["Number"], row["Belongs to"], row["Text"]) for row in rows]
    assert places == [
        ("Goal", "1", "", "Højst 4,5 % sygefravær i 2027"),
        ("Activity", "1", "Goal 1", "Omsorgssamtaler"),
        ("Goal", "2", "", "Fire møder med dagsorden to uger før"),
        ("Action", "1", "", "Bestil kursus"),
        ("Action", "2", "Item 5", "Skriv til intranettet"),
    ]
    assert {(row["Committee's full name"], row["Year"]) for row in rows} == {("Lokal-MED Strandhaven", "2026")}


def test_a_goal_has_its_fields_and_how_it_was_judged_last() -> None:
    goal = _rows(everything())[0]
    assert {name: value for name, value in list(goal.items())[6:] if value} == {
        "Focus area": "Trivsel",
        "Kind": "Work environment",
        "Baseline": "5.2",
        "Baseline year": "2024",
        "Target": "4.5",
        "Unit": "%",
        "How we will judge that it is met": "Årets tal i statistikken.",
        "Methods": "Tidlig kontakt.",
        "Responsible": "Åse Bæk",
        "Deadline": "2027-12-31",
        "Status": "Met",
        "Figure reached": "4.4",
        "From here": "Continues, changed",
    }


def test_an_activity_and_an_action_have_theirs() -> None:
    _, activity, _, action, _ = _rows(with_(everything(), later_follow_ups=()))
    assert (activity["Resources"], activity["Deadline"], activity["Status"]) == ("En dag", "2027-03-01", "")
    assert (action["Responsible"], action["Deadline"], action["Status"]) == ("Karen Lund", "2027-01-15", "Open")


def test_a_goal_that_ended_stands_after_the_open_ones_with_its_own_year_and_number() -> None:
    dossier = everything()
    first, second = dossier.evaluations
    met = second.model_copy(update={"outcome": Outcome.MET, "continuation": Continuation.CLOSE})
    goals = [row for row in _rows(with_(dossier, evaluations=(first, met))) if row["Type"] == "Goal"]
    assert [(row["Year"], row["Number"], row["From here"]) for row in goals] == [
        ("2026", "1", "Continues, changed"),
        ("2025", "2", "Closed"),
    ]


def test_a_goal_that_is_new_or_not_judged_yet_has_no_outcome() -> None:
    dossier = builders.a_second_year()
    goals = (*dossier.goals, builders.a_goal(dossier, "Nyt", position=2))
    rows = _rows(builders.with_goals(dossier, *goals))
    assert {row["Status"] + row["Figure reached"] + row["From here"] for row in rows} == {""}


def test_actions_that_are_done_are_told_and_empty_ones_left_out() -> None:
    dossier = everything()
    action = dossier.actions[0].model_copy(update={"status": ActionStatus.DROPPED})
    blank = action.model_copy(update={"what": "", "responsible": "", "due": None, "status": ActionStatus.OPEN})
    rows = [row for row in _rows(with_(dossier, actions=(action, blank))) if row["Type"] == "Action"]
    assert [row["Status"] for row in rows] == ["Dropped"]


@pytest.mark.parametrize(("language", "figure"), [("da", "5,2"), ("sv", "5,2"), ("en", "5.2")])
def test_each_language_has_its_separator_decimal_mark_and_words(language: str, figure: str) -> None:
    words = Translator(language)
    goal = _rows(everything(), language)[0]
    assert goal[words.field("Goal", "baseline")] == figure
    assert goal[words.field("Goal", "runs_until")] == "2027-12-31"
    assert goal[words.field("AgendaItem", "type")] == words.field("Goal", "text")


def test_excel_reads_the_encoding_and_every_row_ends_alike() -> None:
    content = to_csv(everything(), Translator("da"), names=True)
    assert content.startswith(b"\xef\xbb\xbfUdvalgets fulde navn;")
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")


def test_the_same_review_gives_the_same_bytes() -> None:
    dossier = everything()
    assert to_csv(dossier, Translator("sv"), names=True) == to_csv(dossier, Translator("sv"), names=True)


def test_without_names_there_is_no_column_for_them() -> None:
    source = _text(everything(), names=False)
    assert "Responsible" not in source
    for name in ("Åse Bæk", "Karen Lund", "Mia Holm"):
        assert name in _text(everything())
        assert name not in source


@pytest.mark.parametrize("sign", [*"=+-@", *"＝＋－＠", *"﹦﹢﹣﹫"])
@pytest.mark.parametrize(
    "before", ["", " ", "\n", "\t", "\r\n", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\ufeff"]
)
def test_no_text_is_a_formula(sign: str, before: str) -> None:
    formula = f"{sign}HYPERLINK(\"http://x.dk\";A1)|' /C calc'!A0"
    shown = _cell(before + formula)
    assert shown.startswith("'")
    assert shown.endswith(formula)


def test_no_formula_hides_behind_a_line_break_or_a_quote() -> None:
    assert _cell("x\n=1+1") == "x / =1+1"
    assert _cell('x";=1+1') == 'x";=1+1'
    assert _cell("\t=1") == "'=1"


def test_formulas_are_harmless_in_every_column_of_text() -> None:
    hostile = dict.fromkeys(("text", "unit", "criterion", "methods", "responsible"), "=1+1")
    dossier = with_(_with_goal(**hostile), committee={"name": "@SUM(A1)"})
    area = dossier.focus_areas[0].model_copy(update={"title": "+1"})
    goal = _rows(with_(dossier, focus_areas=(area,)))[0]
    assert sorted(value for value in goal.values() if value.startswith("'")) == ["'+1", *["'=1+1"] * 5, "'@SUM(A1)"]


@pytest.mark.parametrize(("language", "shown"), [("da", "-5,25"), ("en", "-5.25")])
def test_a_negative_figure_stays_a_number(language: str, shown: str) -> None:
    goal = _rows(_with_goal(baseline=Decimal("-5.25")), language)[0]
    assert goal[Translator(language).field("Goal", "baseline")] == shown


def test_figures_are_written_out() -> None:
    goal = _rows(_with_goal(baseline=Decimal("1E+6"), target=Decimal("0.00")))[0]
    assert (goal["Baseline"], goal["Target"]) == ("1000000", "0.00")


def test_lines_are_told_apart_in_one_cell() -> None:
    assert _cell("  en\n\nto \N{LINE SEPARATOR}tre\n") == "en / to / tre"


@pytest.mark.parametrize("text", CORPUS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_corpus_stays_in_its_cell(text: str, language: str) -> None:
    rows = _rows(_with_goal(text=text, methods=text), language)
    shown = " / ".join(line.strip() for line in text.splitlines() if line.strip())
    words = Translator(language)
    assert len(rows) == 5
    assert rows[0][words.tr("Text")] == rows[0][words.field("Goal", "methods")]
    assert rows[0][words.tr("Text")] in {shown, f"'{shown}"}
    assert rows[0][words.field("Goal", "runs_until")] == date(2027, 12, 31).isoformat()


@settings(deadline=None)
@given(st.text(st.sampled_from(" \n\t\r\v;,\"'=+-@＝x\N{ZERO WIDTH SPACE}"), min_size=1))
def test_no_cell_starts_as_a_formula_whatever_stands_around_it(text: str) -> None:
    shown = _cell(text)
    start = shown.lstrip(" \N{ZERO WIDTH SPACE}")[:1]
    assert start not in {*"=+-@＝\t\r\n"}
