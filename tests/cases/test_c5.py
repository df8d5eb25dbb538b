"""C5: three numeric goals, one met early, one partly, one not met, each with its baseline year and arithmetic."""

from datetime import date
from decimal import Decimal

from medreview.domain.committee import Office, Role
from medreview.domain.goal import Continuation, Outcome
from medreview.operations import approval, reviews
from medreview.operations.archives import Archive
from tests.cases.acts import check_minutes, hold, judge, nothing_to_note, section, set_goal, set_up, text_minutes

SEATS = {
    "Birgit Lassen": (Role.MANAGEMENT, Office.CHAIR),
    "Carsten Hede": (Role.MANAGEMENT, Office.NONE),
    "Malene Juhl": (Role.SHOP_STEWARD, Office.VICE_CHAIR),
    "Steffen Kok": (Role.SAFETY_REPRESENTATIVE, Office.NONE),
}
CAPITAL = "Social kapital på mindst 65 point"
ACCIDENTS = "20 % færre arbejdsulykker med fravær"
ABSENCE = "Sygefravær på 11 dage pr. fuldtidsstilling"


def test_outcomes_and_arithmetic_of_three_numeric_goals(archive: Archive) -> None:
    committee = set_up(archive, SEATS, municipality="Åbylund Kommune", name="Hovedudvalget")
    first = reviews.start_review(archive, committee.id, 2015)
    hold(archive, first, date(2015, 10, 6))
    numbers = {
        CAPITAL: ("point", "61", 2013, "65"),
        ACCIDENTS: ("ulykker", "412", 2014, "330"),
        ABSENCE: ("dage", "12", 2014, "11"),
    }
    for text, (unit, baseline, baseline_year, target) in numbers.items():
        set_goal(
            archive,
            first,
            text=text,
            unit=unit,
            baseline=Decimal(baseline),
            baseline_year=baseline_year,
            target=Decimal(target),
            runs_until=date(2017, 12, 31),
        )
    nothing_to_note(archive, first, "status", "content", "cooperation", "expertise")
    approval.approve(archive, first.review, date(2015, 10, 20), "Birgit Lassen, Malene Juhl")

    second = reviews.start_review(archive, committee.id, 2016)
    hold(archive, second, date(2016, 10, 4))
    judge(
        archive,
        second,
        CAPITAL,
        outcome=Outcome.MET_EARLY,
        reached=Decimal(67),
        done="Målingen i 2016 viser 67 point, et år før tid.",
        continuation=Continuation.CLOSE,
    )
    judge(archive, second, ACCIDENTS, outcome=Outcome.PARTLY, reached=Decimal("390"), done="Fokus på forflytning.")
    judge(
        archive,
        second,
        ABSENCE,
        outcome=Outcome.NOT_MET,
        reached=Decimal(13),
        done="Samtaler efter 14 dage.",
        why="Langtidsfraværet steg i to store områder.",
    )
    nothing_to_note(archive, second, "status", "content", "cooperation", "expertise")
    approval.approve(archive, second.review, date(2016, 10, 18), "Birgit Lassen, Malene Juhl")

    text = text_minutes(archive, second)
    look_back = section(text, "Opfølgning på sidste års mål")
    assert "3 mål: 1 nået før tid, 1 delvist nået, 1 ikke nået." in look_back
    assert "61 point (2013)" in look_back
    assert "67 point: 6 (9,8 %) højere end udgangspunktet, måltallet er nået" in look_back
    assert "390 ulykker: 22 (5,3 %) lavere end udgangspunktet, 60 fra måltallet" in look_back
    assert "13 dage: 1 (8,3 %) højere end udgangspunktet, 2 fra måltallet" in look_back
    now = reviews.load(archive, second.review.id)
    assert [goal.text for goal in now.open_goals] == [ACCIDENTS, ABSENCE]
    assert CAPITAL not in section(text, "Mål for det kommende år")
    check_minutes("c5", archive, second)
