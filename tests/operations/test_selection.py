"""Reviews by the name of a committee and a year."""

from datetime import date

import pytest

from medreview.domain.errors import Refusal
from medreview.operations import committees, reviews
from medreview.operations.archives import Archive
from medreview.operations.selection import select_reviews, select_wheels
from medreview.operations.wheel import is_without_review
from tests.builders import a_committee


def names_and_years(archive: Archive, committee: str | None = None, year: int | None = None) -> list[tuple[str, int]]:
    """Return committee and year of what is selected."""
    return [(one.committee.name, one.review.year) for one in select_reviews(archive, committee, year)]


@pytest.fixture
def two(archive: Archive) -> Archive:
    """Two committees with reviews and one without."""
    for name, years in {"Hoved-MED": (2025,), "Lokal-MED": (2024, 2025), "Lokal-MED Nord": ()}.items():
        committee = a_committee(name=name)
        committees.create_committee(archive, committee)
        for year in years:
            reviews.start_review(archive, committee.id, year)
    return archive


def test_all_committees_and_their_newest_year(two: Archive) -> None:
    assert names_and_years(two) == [("Hoved-MED", 2025), ("Lokal-MED", 2025)]


def test_a_year_that_some_have(two: Archive) -> None:
    assert names_and_years(two, year=2024) == [("Lokal-MED", 2024)]


@pytest.mark.parametrize("name", ["Lokal-MED", " lokal-med "])
def test_a_whole_name_goes_before_a_part(two: Archive, name: str) -> None:
    assert names_and_years(two, name) == [("Lokal-MED", 2025)]


def test_a_part_of_a_name(two: Archive) -> None:
    assert names_and_years(two, "hoved") == [("Hoved-MED", 2025)]


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("Skolen", None, "no_committee"),
        (" ", None, "no_committee"),
        (None, 2020, "no_review"),
        ("Nord", None, "no_reviews"),
    ],
)
def test_what_is_not_there(two: Archive, name: str | None, year: int | None, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        select_reviews(two, name, year)


def test_an_empty_archive(archive: Archive) -> None:
    with pytest.raises(Refusal, match="no_committees"):
        select_reviews(archive)


def test_a_wheel_is_written_from_the_newest_review_or_from_none(two: Archive) -> None:
    found = {one.committee.name: (one.review.year, is_without_review(one)) for one in select_wheels(two, "MED")}
    years = {"Hoved-MED": (2025, False), "Lokal-MED": (2025, False), "Lokal-MED Nord": (date.today().year - 1, True)}
    assert found == years
