"""Cutting a text to its first sentences."""

import pytest

from medreview.minutes.shortened import shortened

TWO = "Planen prøves i seks måneder. Derefter ser vi på den."


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("", 20, ""),
        ("  \n ", 20, ""),
        (TWO, 100, TWO),
        (TWO, len(TWO), TWO),
        (TWO, len(TWO) - 1, "Planen prøves i seks måneder."),
        (TWO, 20, "Planen prøves i seks …"),
        ("Uden punktum", 100, "Uden punktum"),
        ("Første linje\nAnden linje", 100, "Første linje. Anden linje"),
        ("Første linje\nAnden linje", 15, "Første linje."),
        ("- et\n• to\n* tre\n– fire", 100, "et. to. tre. fire"),
        ("Husk:\n- noget", 100, "Husk: noget"),
        ("Er det klart? Ja! Godt.", 18, "Er det klart? Ja!"),
        ("Vi bruger f.eks. Excel. Mere siges ikke.", 30, "Vi bruger f.eks. Excel."),
        ("Mødet er kl. 9. Alle kommer.", 20, "Mødet er kl. 9."),
        ("Mål for 2027. Alle er med.", 20, "Mål for 2027."),
        ("Mødes den 3. marts igen. Husk det.", 30, "Mødes den 3. marts igen."),
        ("Spørg B. Jensen om det. Han ved det.", 30, "Spørg B. Jensen om det."),
        ("Ord " * 5, 9, "Ord Ord …"),
        ("Etmegetlangtordudenmellemrum", 10, "Etmegetlan …"),
    ],
)
def test_as_many_first_sentences_as_fit(text: str, limit: int, kept: str) -> None:
    assert shortened(text, limit) == kept


def test_the_result_is_one_line_of_at_most_the_limit_and_a_mark() -> None:
    text = "Ét mål.\nTo mål, og et tredje, som er meget længere end de to første, uden at sige ret meget mere.\n" * 9
    for limit in range(10, 400, 7):
        kept = shortened(text, limit)
        assert "\n" not in kept
        assert len(kept) <= limit + 2
