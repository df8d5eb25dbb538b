"""The picture of a chart: everything in it, readable, to scale, and no text of it markup."""

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.minutes.document import Chart, Paragraph, Point
from medreview.minutes.pictures import gathered, svg

WIDTH, HEIGHT = 224, 88

values = st.floats(-1e9, 1e9).map(lambda value: round(value, 1))
courses = st.lists(st.none() | values, min_size=1, max_size=40)


def _chart(*course: float | None, title: str = "Sygefravær, %") -> Chart:
    points = (
        Point(str(2020 + at)) if value is None else Point(str(2020 + at), value, f"{value:.1f}")
        for at, value in enumerate(course)
    )
    return Chart(title, tuple(points), "Faldet.")


def _elements(chart: Chart, name: str) -> list[dict[str, str]]:
    root = ElementTree.fromstring(svg(chart))  # noqa: S314 - our own
    return [{**one.attrib, "text": one.text or ""} for one in root.iter() if one.tag.endswith(f"}}{name}")]


def _values(chart: Chart) -> list[str]:
    return [one["text"] for one in _elements(chart, "text") if "." in one["text"]]


@given(courses)
def test_everything_is_in_the_picture_and_no_two_labels_overlap(course: list[float | None]) -> None:
    chart = _chart(*course)
    boxes = [
        (float(one["x"]), float(one["y"]), 4.8 * len(one["text"]) / 2, "stroke" in one)
        for one in _elements(chart, "text")
    ]
    for x, y, half, _ in boxes:
        assert x - half >= -0.1
        assert x + half <= WIDTH + 0.1
        assert 8 <= y <= HEIGHT
    for (x, y, half, _), (other_x, other_y, other_half, _) in combinations(boxes, 2):
        assert abs(x - other_x) >= half + other_half - 0.2 or abs(y - other_y) >= 8
    for dot in _elements(chart, "circle"):
        assert 0 <= float(dot["cx"]) <= WIDTH
        assert 16 <= float(dot["cy"]) <= 56.1
    assert len(_elements(chart, "circle")) == sum(value is not None for value in course)


def test_first_last_highest_and_lowest_are_named() -> None:
    assert set(_values(_chart(5, 7, 6, 2, 4))) == {"5.0", "7.0", "2.0", "4.0"}


def test_a_year_without_a_figure_keeps_its_place_and_is_bridged_by_dashes() -> None:
    chart = _chart(5, None, 7, 6, None)
    places = [float(dot["cx"]) for dot in _elements(chart, "circle")]
    assert places[1] - places[0] == pytest.approx(2 * (places[2] - places[1]))
    dashed = ["stroke-dasharray" in path for path in _elements(chart, "path") if "L" in path["d"]]
    assert dashed == [True, False]
    assert [one["text"] for one in _elements(chart, "text")][:5] == ["2020", "2021", "2022", "2023", "2024"]


def test_many_years_are_named_in_steps_that_end_with_the_last() -> None:
    years = [one["text"] for one in _elements(_chart(*range(20)), "text") if "." not in one["text"]]
    assert years == ["2021", "2024", "2027", "2030", "2033", "2036", "2039"]


def test_a_small_change_is_drawn_as_a_small_one_and_none_as_a_level_line() -> None:
    def heights(*course: float) -> list[float]:
        return [float(dot["cy"]) for dot in _elements(_chart(*course), "circle")]

    assert heights(5, 5, 5) == [36, 36, 36]
    assert heights(0, 0) == [36, 36]
    assert heights(10, 5) == [16, 56]
    assert heights(5.3, 5.2) == pytest.approx([34.1, 37.9], abs=0.1)


def test_texts_are_no_markup_and_nothing_is_styled_by_attribute_or_loaded() -> None:
    chart = Chart('"><script>', (Point("<b>", 1, "&amp;"),), "\"'><script>alert(1)</script>")
    picture = svg(chart)
    assert "<script" not in picture
    assert {one["text"] for one in _elements(chart, "text")} == {"<b>", "&amp;"}
    assert not re.search(r"\b(style|href|src|id)=", picture)
    root = ElementTree.fromstring(picture)  # noqa: S314 - our own
    assert (root.get("role"), root.get("aria-label")) == ("img", chart.summary)


def test_a_chart_without_a_figure_is_an_empty_axis() -> None:
    assert not _elements(Chart("x", (), "x"), "circle")
    assert not _elements(_chart(None, None), "circle")


def test_charts_that_follow_each_other_belong_together() -> None:
    one, other, text = _chart(1), _chart(2), Paragraph("x")
    shown = list(gathered([text, one, other, text, text, one]))
    assert shown == [
        ("Paragraph", text),
        ("Charts", (one, other)),
        ("Paragraph", text),
        ("Paragraph", text),
        ("Charts", (one,)),
    ]
