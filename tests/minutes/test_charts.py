"""Charts: which indicators have one, which years it spans, and the sentence that says what it shows."""

from decimal import Decimal

import pytest

from medreview.domain.dossier import Dossier
from medreview.domain.status import Figure, Indicator
from medreview.minutes.document import Chart, Facts, Point
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import document, section, with_

STATUS = "item status (en)"


def _charts(dossier: Dossier, *, charts: bool = True) -> list[Chart]:
    return [block for block in section(document(dossier, charts=charts), STATUS) if isinstance(block, Chart)]


def _of(values: dict[int, str], unit: str = "", decimals: int = 1) -> list[Chart]:
    """Return the charts of one indicator; an empty text is a figure that is not yet available."""
    dossier = builders.an_empty_dossier()
    indicator = Indicator(review_id=dossier.review.id, name="Ulykker", unit=unit, decimals=decimals)
    figures = tuple(
        Figure(indicator_id=indicator.id, year=year, value=Decimal(text) if text else None, pending=not text)
        for year, text in values.items()
    )
    return _charts(with_(dossier, indicators=(indicator,), figures=figures))


def test_every_indicator_with_three_figures_has_a_chart_after_the_table_and_its_notes() -> None:
    blocks = section(document(everything()), STATUS)
    kinds = [type(block).__name__ for block in blocks]
    assert kinds[kinds.index("Table") :][:4] == ["Table", "Facts", "Chart", "Chart"]
    assert isinstance(blocks[kinds.index("Table") + 1], Facts)
    assert [chart.title for chart in _charts(everything())] == ["Sygefravær, %", "Social kapital, point"]


def test_no_chart_without_the_choice_or_with_fewer_figures() -> None:
    assert not _charts(everything(), charts=False)
    assert not _of({2024: "1", 2025: "", 2026: "2"})


def test_years_without_a_figure_keep_their_place() -> None:
    (chart,) = _of({2021: "3", 2022: "4", 2024: "5", 2025: ""}, decimals=0)
    places = ("2021", 3.0, "3"), ("2022", 4.0, "4"), ("2023", None, ""), ("2024", 5.0, "5"), ("2025", None, "")
    assert chart.points == tuple(Point(*place) for place in places)


def test_all_years_are_drawn() -> None:
    (chart,) = _of(dict.fromkeys(range(2010, 2027), "1"))
    assert len(chart.points) == 17


@pytest.mark.parametrize(
    ("values", "summary"),
    [
        (("5.6", "5.2", "4.9"), "Fallen from 5.6 in 2021 to 4.9 in 2023. Highest 5.6 (2021), lowest 4.9 (2023)."),
        (("4", "8", "6"), "Risen from 4.0 in 2021 to 6.0 in 2023. Highest 8.0 (2022), lowest 4.0 (2021)."),
        (("4", "8", "4"), "4.0 in 2023, as in 2021. Highest 8.0 (2022), lowest 4.0 (2021, 2023)."),
        (("4.01", "3.99", "4.04"), "4.0 in 2023, as in 2021. The same in all years."),
        (("-2", "0", "-0.04"), "Risen from −2.0 in 2021 to 0.0 in 2023. Highest 0.0 (2022, 2023), lowest −2.0 (2021)."),
    ],
)
def test_the_sentence_tells_what_the_picture_shows(values: tuple[str, ...], summary: str) -> None:
    (chart,) = _of(dict(zip(range(2021, 2024), values, strict=True)))
    assert chart.summary == summary


def test_per_cent_is_named_and_stays_with_its_number() -> None:
    (chart,) = _of({2021: "5", 2022: "6", 2023: "7"}, unit="%")
    assert chart.title == "Ulykker, %"
    assert chart.summary.startswith("Risen from 5.0% in 2021 to 7.0% in 2023.")
