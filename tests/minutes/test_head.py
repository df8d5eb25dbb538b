"""The head: committee, dates, times, place and who led."""

from datetime import date, time

from medreview.domain.committee import Office
from medreview.domain.review import Meeting
from medreview.minutes import Kind
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import document, facts_in, section, tables_in, with_


def test_minutes_say_where_and_when_and_who_led() -> None:
    facts = facts_in(document(everything(), language="da").blocks[:1])
    assert facts["Udvalgets fulde navn"] == "Lokal-MED Strandhaven"
    assert facts["Sagsnummer"] == "2026-118"
    assert facts["Dato"] == "tirsdag den 24. november 2026"
    assert (facts["Begyndt"], facts["Sluttet"]) == ("kl. 9.00", "kl. 11.30")
    assert facts["Sted"] == "Store sal"
    assert (facts["Formand"], facts["Næstformand"]) == ("Karen Lund", "Bo Ørsted")
    assert (facts["Mødeleder"], facts["Referent"]) == ("Karen Lund", "Ida Krog")
    assert "Runde i alle teams i uge 44." in facts.values()


def test_what_is_used_for_a_day_names_the_committee_in_its_title_alone() -> None:
    for kind in (Kind.AGENDA, Kind.NOTESHEET, Kind.DECISIONS):
        facts = facts_in(document(everything(), kind).blocks[:1])
        assert "Municipality" not in facts
        assert facts["Level"] == "Lokalt niveau"


def test_a_level_begins_with_a_capital() -> None:
    dossier = with_(everything(), committee={"level_name": "lokalt niveau"})
    assert facts_in(document(dossier).blocks[:1])["Level"] == "Lokalt niveau"


def test_what_is_not_known_is_left_out() -> None:
    facts = facts_in(document(builders.an_empty_dossier()).blocks[:1])
    assert list(facts) == ["Municipality", "Committee's full name", "Chair", "Vice chair"]


def test_an_agenda_says_when_it_starts_not_when_it_started() -> None:
    facts = facts_in(document(everything(), Kind.AGENDA).blocks[:1])
    assert facts["Starts"] == "9:00"
    assert "Started" not in facts
    assert "How the employees were heard beforehand" not in facts


def test_minutes_of_a_meeting_to_come_do_not_say_that_it_started() -> None:
    dossier = with_(builders.a_full_dossier(), attendance=())
    assert facts_in(document(dossier).blocks[:1])["Starts"] == "9:00"


def test_several_dates_stand_in_a_table_and_each_has_its_attendance() -> None:
    dossier = everything()
    second = Meeting(review_id=dossier.review.id, position=1, held_on=date(2026, 12, 1), starts=time(13))
    third = Meeting(review_id=dossier.review.id, position=2)
    meetings = (second, *dossier.meetings, third)
    attendance = (
        *dossier.attendance,
        *(one.model_copy(update={"meeting_id": second.id, "substitute": ""}) for one in dossier.attendance),
        *(one.model_copy(update={"meeting_id": third.id, "substitute": ""}) for one in dossier.attendance),
    )
    minutes = document(with_(dossier, meetings=meetings, attendance=attendance))
    (dates,) = tables_in(minutes.blocks[:2])
    assert dates.caption == "Meeting dates"
    assert [row[:3] for row in dates.rows] == [
        ("Tuesday 24 November 2026", "9:00", "11:30"),
        ("Tuesday 1 December 2026", "13:00", ""),
        ("", "", ""),
    ]
    assert "Date" not in facts_in(minutes.blocks[:1])
    assert facts_in(section(minutes, "Attendance, 24 November 2026"))["Substitutes"]
    assert "Substitutes" not in facts_in(section(minutes, "Attendance, 1 December 2026"))
    assert facts_in(section(minutes, "Attendance"))["Absent"]


def test_the_chair_is_who_held_the_office_on_the_day() -> None:
    dossier = builders.a_full_dossier()
    former = dossier.members[0].model_copy(update={"left": date(2026, 12, 31)})
    successor = dossier.members[1].model_copy(update={"office": Office.CHAIR, "joined": date(2027, 1, 1)})
    members = (successor, former, *dossier.members[2:])
    assert facts_in(document(with_(dossier, members=members)).blocks[:1])["Chair"] == "Karen Lund"


def test_without_a_date_the_chair_is_who_has_not_left() -> None:
    dossier = builders.an_empty_dossier()
    former = dossier.members[0].model_copy(update={"left": date(2026, 12, 31)})
    assert "Chair" not in facts_in(document(with_(dossier, members=(former, *dossier.members[1:]))).blocks[:1])
