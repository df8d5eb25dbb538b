"""Figures and status: indicators over the years, workplace assessment, guideline and absence."""

from decimal import Decimal
from typing import Any

from medreview.domain.dossier import Dossier
from medreview.domain.status import Better, Figure, Indicator
from medreview.minutes.document import Heading, Paragraph, Table
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import approved, document, facts_in, section, tables_in, with_

STATUS = "item status (en)"


def _indicators(dossier: Dossier) -> Table:
    (indicators,) = tables_in(section(document(dossier), STATUS))
    return indicators


def _with_figures(values: dict[int, str], **fields: Any) -> Dossier:
    dossier = builders.an_empty_dossier()
    indicator = Indicator(review_id=dossier.review.id, **{"name": "Ulykker", **fields})
    figures = tuple(Figure(indicator_id=indicator.id, year=year, value=Decimal(text)) for year, text in values.items())
    return with_(dossier, indicators=(indicator,), figures=figures)


def test_indicators_stand_by_year_with_their_change_and_absence_in_days_too() -> None:
    table = _indicators(everything())
    assert table.header == ("Indicator", "2022", "2023", "2024", "2025", "2026", "Change")
    assert table.rows == (
        ("Sygefravær, %", "5.6", "", "", "5.2", "4.9", "−0.3 (−5.8%) better"),
        ("Sygefravær, days per post", "12.7", "", "", "11.8", "11.1", "−0.7 (−5.8%) better"),
        ("Social kapital, point", "", "58", "59", "61", "not yet available", "+2 (+3.4%) better"),
    )
    assert table.numbers == {1, 2, 3, 4, 5}


def test_the_notes_of_indicators_follow_the_table() -> None:
    assert facts_in(section(document(everything()), STATUS))["Sygefravær"] == "Hele huset."


def test_only_the_newest_five_years_are_shown() -> None:
    table = _indicators(_with_figures(dict.fromkeys(range(2015, 2027), "1")))
    assert table.header[1:-1] == ("2022", "2023", "2024", "2025", "2026")


def test_a_rise_is_better_or_worse_as_the_indicator_says() -> None:
    figures = {2025: "8", 2026: "10"}
    assert _indicators(_with_figures(figures, decimals=0)).rows[0][-1] == "+2 (+25.0%) worse"
    assert _indicators(_with_figures(figures, decimals=0, better=Better.HIGHER)).rows[0][-1] == "+2 (+25.0%) better"


def test_no_change_and_a_change_from_nothing() -> None:
    assert _indicators(_with_figures({2025: "8", 2026: "8"})).rows[0][-1] == "unchanged"
    assert _indicators(_with_figures({2025: "0", 2026: "3"}, decimals=0)).rows[0][-1] == "+3 worse"


def test_an_absence_that_is_not_yet_available_is_neither_in_days() -> None:
    dossier = everything()
    pending = Figure(indicator_id=dossier.indicators[0].id, year=2027, pending=True)
    rows = _indicators(with_(dossier, figures=(*dossier.figures, pending))).rows
    assert [row[5] for row in rows] == ["not yet available", "not yet available", ""]


def test_the_state_of_assessment_guideline_and_absence() -> None:
    blocks = section(document(everything()), STATUS)
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings == [
        "Key figures",
        "Workplace assessment",
        "Violence, threats, bullying and harassment",
        "Prevention of absence",
    ]
    facts = facts_in(blocks)
    assert (facts["Matters raised"], facts["Still open"], facts["Adapted on"]) == ("7", "2", "3 June 2025")
    assert facts["Guideline on violence, bullying and harassment adapted locally"] == "Yes"
    assert blocks[-1] == Paragraph("Samtaler efter 14 dage.")


def test_what_nobody_answered_has_no_heading() -> None:
    blocks = section(document(approved(builders.an_empty_dossier())), STATUS)
    assert len(blocks) == 2
