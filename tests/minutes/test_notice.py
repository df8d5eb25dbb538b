"""The notice: one page in plain words, nobody named, nothing of closed items."""

from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from medreview.domain.decision import Decision, Result
from medreview.domain.dossier import Dossier
from medreview.domain.review import AgendaItem
from medreview.example import create_example
from medreview.minutes import Choices, Document, Kind, build
from medreview.minutes.document import BulletList, Letterhead, Paragraph
from medreview.minutes.pdf import to_pdf
from medreview.operations.archives import open_archive
from medreview.operations.selection import select_reviews
from tests import builders
from tests.builders import YEAR
from tests.minutes.everything import everything
from tests.minutes.pdf_readers import reader
from tests.minutes.worlds import document, facts_in, section, with_

LONG = "Alle afdelinger gennemgår deres vagtplaner sammen med medarbejderne og melder tilbage inden sommer. "


def _notice(dossier: Dossier, language: str = "en", **kwargs: Any) -> Document:
    return build(dossier, builders.a_template(), Kind.NOTICE, language, Choices.usual(Kind.NOTICE), **kwargs)


def _pages(document: Document) -> int:
    return len(reader(to_pdf(document)).pages)


def _bullets(document: Document, heading: str) -> list[str]:
    return [text for one in section(document, heading) if isinstance(one, BulletList) for text in one.items]


def _decided(*decisions: tuple[str, Result], **item: Any) -> Dossier:
    """With these decisions under an open item of the committee's own, and no others."""
    dossier = everything()
    own = AgendaItem(review_id=dossier.review.id, position=90, title="Ny hal", **item)
    made = (
        Decision(review_id=dossier.review.id, agenda_item_id=own.id, position=place, text=text, result=result)
        for place, (text, result) in enumerate(decisions)
    )
    return with_(dossier, agenda=(*dossier.agenda, own), decisions=tuple(made))


def _at_length(dossier: Dossier) -> Dossier:
    """With twenty-five goals and decisions, and long texts in all of them."""
    review = dossier.review.id
    goals = tuple(builders.a_goal(dossier, LONG * 9, position=place) for place in range(25))
    made = tuple(Decision(review_id=review, position=place, text=LONG * 9) for place in range(25))
    answers = {"communication": LONG * 20, "where_found": LONG * 20, "what_was_decided": LONG * 20}
    return with_(dossier, goals=goals, decisions=made, closing=answers)


def test_names_are_left_out_from_the_start_of_a_notice_alone() -> None:
    assert not Choices.usual(Kind.NOTICE).names
    assert all(Choices.usual(kind).names for kind in Kind if kind is not Kind.NOTICE)


def test_it_says_when_and_where_the_committee_met() -> None:
    assert facts_in(_notice(everything()).blocks)["The committee met"] == "Tuesday 24 November 2026, Store sal"


def test_last_years_goals_are_told_in_numbers() -> None:
    assert facts_in(_notice(everything()).blocks)["Last year's goals"] == "2 goals: 1 met, 1 not met."
    assert "Last year's goals" not in _notice(builders.an_empty_dossier()).texts()


def test_decisions_stand_under_the_title_of_their_item() -> None:
    made = (("Hallen bygges.", Result.DECIDED), ("Farven er grøn.", Result.ENDORSED), ("", Result.POSTPONED))
    assert _bullets(_notice(_decided(*made)), "What was decided") == [
        "Ny hal: Hallen bygges.",
        "Ny hal: Endorsed. Farven er grøn.",
        "Ny hal: Postponed.",
    ]


def test_a_decision_under_no_item_stands_alone() -> None:
    dossier = everything()
    loose = Decision(review_id=dossier.review.id, text="Vi mødes på depotet.")
    assert _bullets(_notice(with_(dossier, decisions=(loose,))), "What was decided") == ["Vi mødes på depotet."]


@pytest.mark.parametrize("result", [Result.NOTED, Result.DISCUSSED, Result.DECIDED])
def test_a_verb_that_decides_nothing_is_left_out(result: Result) -> None:
    assert "What was decided" in _notice(_decided(("Noget.", result))).texts()
    summed_up = [Paragraph("To mål.")]
    assert section(_notice(_decided(("", result))), "What was decided") == summed_up


def test_closed_items_and_formalities_are_not_told() -> None:
    texts = "\n".join(_notice(everything()).texts())
    assert "Planen prøves" not in texts
    assert "Dagsordenen blev godkendt" not in texts
    assert "Ny hal" not in "\n".join(_notice(_decided(("Hemmeligt.", Result.DECIDED), closed=True)).texts())


def test_goals_are_listed_with_a_target_that_they_do_not_name() -> None:
    dossier = everything()
    first, second = dossier.goals
    named = first.model_copy(update={"text": "Under 4,5 % fravær."})
    other = second.model_copy(update={"text": "Mindre fravær."})
    expected = ["Under 4,5 % fravær.", "Mindre fravær. (target: 4.5%)"]
    assert _bullets(_notice(with_(dossier, goals=(named, other))), "Our goals for the coming year") == expected


def test_long_lists_end_with_how_many_more_there_are() -> None:
    *goals, more = _bullets(_notice(_at_length(everything())), "Our goals for the coming year")
    assert more == f"and {25 - len(goals)} more in the minutes"
    assert goals


def test_a_short_notice_is_not_cut() -> None:
    dossier = everything()
    goals = tuple(builders.a_goal(dossier, f"Mål {place}. Kort.", position=place) for place in range(8))
    shown = _bullets(_notice(with_(dossier, goals=goals)), "Our goals for the coming year")
    assert shown == [goal.text for goal in goals]


def test_what_comes_next() -> None:
    assert facts_in(section(_notice(everything()), "What comes next")) == {
        "What goes out": "Kort nyt på tavlen.",
        "Next meeting": "Tuesday 9 February 2027, 9:00, Store sal",
        "Ask": "The committee's chair or vice chair",
        "Read more": "På intranettet.",
    }


def test_meetings_up_to_the_last_date_of_the_review_are_not_the_next() -> None:
    dossier = everything()
    second = dossier.meetings[0].model_copy(update={"held_on": date(2027, 2, 9)})
    facts = facts_in(section(_notice(with_(dossier, meetings=(*dossier.meetings, second))), "What comes next"))
    assert facts["Next meeting"] == "Tuesday 11 May 2027, 9:00"


def test_whom_to_ask_is_named_where_names_are_ticked() -> None:
    facts = facts_in(section(document(everything(), Kind.NOTICE, names=True), "What comes next"))
    assert facts["Ask"] == "Karen Lund (chair), Bo Ørsted (vice chair)"
    without = document(with_(everything(), members=()), Kind.NOTICE, names=True)
    assert facts_in(section(without, "What comes next"))["Ask"] == "The committee's chair or vice chair"


def test_an_empty_review_makes_a_notice_too() -> None:
    notice = _notice(builders.an_empty_dossier())
    assert notice.banner == ("DRAFT",)
    assert facts_in(section(notice, "What comes next"))["Read more"] == "In the minutes of the meeting."


def _worlds() -> Iterable[Dossier]:
    full = everything()
    return full, builders.an_empty_dossier(), _at_length(full), _at_length(builders.a_full_dossier())


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("dossier", _worlds(), ids=["everything", "empty", "long", "long draft"])
def test_it_is_one_page(dossier: Dossier, language: str) -> None:
    assert _pages(_notice(dossier, language, is_example=True)) == 1


def test_it_is_one_page_with_letterhead_and_seal_too() -> None:
    letterhead = Letterhead(name="Nordø Kommune", unit="Pleje og omsorg", footer="Torvet 1, 9999 Nordø")
    seal = f"Version 1, SHA-256 {'0' * 64}"
    assert _pages(_notice(_at_length(everything()), seal=seal, letterhead=letterhead)) == 1


def test_the_notices_of_the_example_are_one_page_each(tmp_path: Path) -> None:
    path = tmp_path / "example.medreview"
    create_example(path, "da", date(2026, 11, 22))
    with closing(open_archive(path)) as archive:
        held = select_reviews(archive, year=2025)
    assert len(held) == 3
    assert [_pages(_notice(dossier, "da", is_example=True)) for dossier in held] == [1, 1, 1]


def test_the_year_stands_in_the_title() -> None:
    assert _notice(everything()).title == f"News from the annual discussion {YEAR}"
