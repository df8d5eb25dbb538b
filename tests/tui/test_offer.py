"""What the screen of a damaged archive says of the newest backup."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from medreview.domain.errors import Refusal
from medreview.i18n import use
from medreview.minutes.difference import Section
from medreview.operations.backups import Backup
from medreview.operations.rescue import Offer
from medreview.tui.screens.problem import ProblemScreen, offer_words

AT: Final = datetime(2026, 11, 20, 10, 30)


def _offered(count: int) -> str:
    use("en")
    missing = tuple(Section(f"MED {number} · {part}", ("a",)) for number in range(1, count + 1) for part in "pq")
    return offer_words(Offer(Backup(Path("b"), AT, 1), missing, AT))


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (timedelta(seconds=-3), "As far as the file says nothing was written since."),
        (timedelta(seconds=20), "The file was last written to less than a minute later."),
        (timedelta(minutes=5), "What was written from then until 20 November 2026 10:35 would be missing."),
    ],
)
def test_of_a_file_that_cannot_be_read_its_time_is_told(later: timedelta, words: str) -> None:
    use("en")
    assert offer_words(Offer(Backup(Path("b"), AT, 1), None, AT + later)) == f"Of 20 November 2026 10:30. {words}"


def test_a_few_changed_places_are_all_named() -> None:
    assert _offered(3).endswith("6 changes would be missing: MED 1, MED 2, MED 3.")


def test_of_many_only_a_handful_is_named() -> None:
    assert _offered(4).endswith("MED 3 and 1 more place.")
    assert _offered(40).endswith("80 changes would be missing: MED 1, MED 2, MED 3 and 37 more places.")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("archive_damaged", ["When a sound file lies in its place."]),
        ("archive_empty", ["When a sound file lies in its place."]),
        ("archive_missing", ["When the file is back, or its drive is connected again."]),
        ("cannot_open", ["When the file is back, or closed in the other program."]),
        ("archive_newer", []),
    ],
)
def test_trying_again_says_when_it_would_help(code: str, words: list[str]) -> None:
    ways = ProblemScreen(Refusal(code, path=Path("a"))).ways
    assert [way.meaning for way in ways if way.action == "try_again"] == words
