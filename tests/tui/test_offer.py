"""What the screen of a damaged archive says of the newest backup."""

from datetime import datetime
from pathlib import Path

from medreview.i18n import use
from medreview.minutes.difference import Section
from medreview.operations.backups import Backup
from medreview.operations.rescue import Offer
from medreview.tui.screens.problem import offer_words


def _offered(count: int) -> str:
    use("en")
    missing = tuple(Section(f"Place {number}", ("a", "b")) for number in range(1, count + 1))
    at = datetime(2026, 11, 20, 10, 30)
    return offer_words(Offer(Backup(Path("b"), at, 1), missing, at))


def test_a_few_changed_places_are_all_named() -> None:
    assert _offered(4).endswith("8 changes would be missing: Place 1, Place 2, Place 3, Place 4.")


def test_of_many_only_a_handful_is_named() -> None:
    assert _offered(5).endswith("Place 4 and 1 more place.")
    assert _offered(40).endswith("80 changes would be missing: Place 1, Place 2, Place 3, Place 4 and 36 more places.")
