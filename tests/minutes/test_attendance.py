"""Who was there: sides and roles, apologies, substitutes, guests, and who came late or left early."""

from datetime import date, time

from medreview.domain.attendance import Presence, TimedLine
from medreview.domain.committee import Side
from medreview.domain.dossier import Dossier
from medreview.minutes import Kind
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import document, facts_in, notes_in, section, with_


def _attendance(dossier: Dossier, names: bool = True) -> dict[str, str]:
    return facts_in(section(document(dossier, names=names), "Attendance"))


def test_everybody_stands_with_side_role_and_office() -> None:
    facts = _attendance(everything())
    assert facts["Present (Ledersiden)"] == "Karen Lund, management representative (chair)\nÅse Bæk, supervisor"
    assert facts["Present (Medarbejdersiden)"] == "Bo Ørsted, shop steward (vice chair)\nAli Demir, employee"
    assert facts["Present (not a member)"] == "Ida Krog, minute-taker"
    assert facts["Apologies"] == "Mia Holm, health and safety representative"
    assert facts["Absent"] == "Eva Dam, employee"
    assert facts["Substitutes"] == "Per Friis attended for Mia Holm"
    assert facts["Vacant seats"] == "Shop steward"


def test_a_committee_without_names_for_its_sides_uses_the_words_of_the_field() -> None:
    assert "Present (management side)" in _attendance(builders.a_full_dossier())


def test_guests_stand_with_capacity_and_item() -> None:
    assert _attendance(everything())["Guests"] == "Lise Rask, arbejdsmiljøkonsulent (item 12)"
    assert _attendance(builders.a_full_dossier())["Guests"] == "Lise Rask, arbejdsmiljøkonsulent"


def test_who_came_and_left_stands_in_the_order_of_time() -> None:
    assert (
        _attendance(everything())["Came late or left early"]
        == "9:20: Ali Demir arrived\n11:05: Åse Bæk left the meeting"
    )


def test_who_came_stands_with_the_item_that_was_on() -> None:
    dossier = everything()
    item = next(item for item in dossier.agenda if item.step == "look_back")
    late = TimedLine(meeting_id=dossier.meetings[0].id, at=time(9, 5), person="Ida Krog", agenda_item_id=item.id)
    lines = _attendance(with_(dossier, timed_lines=(late,)))["Came late or left early"]
    assert lines == "9:05: Ida Krog arrived (item 3)"


def test_a_movement_without_a_time_stands_last() -> None:
    dossier = everything()
    unknown = TimedLine(meeting_id=dossier.meetings[0].id, person="Ida Krog")
    lines = _attendance(with_(dossier, timed_lines=(unknown, *dossier.timed_lines)))["Came late or left early"]
    assert lines.split("\n")[-1] == "Ida Krog arrived"


def test_whose_attendance_nobody_noted_is_named() -> None:
    facts = _attendance(builders.a_second_year())
    assert facts["Attendance not noted"].startswith("Karen Lund, management representative (chair)\nÅse Bæk")


def test_who_had_left_before_the_meeting_is_not_missing() -> None:
    dossier = builders.a_full_dossier()
    unknown = tuple(one.model_copy(update={"presence": Presence.UNKNOWN}) for one in dossier.attendance)
    gone = dossier.members[0].model_copy(update={"left": date(2026, 10, 1)})
    facts = _attendance(with_(dossier, attendance=unknown, members=(gone, *dossier.members[1:])))
    assert "Karen Lund" not in facts["Attendance not noted"]
    assert "Åse Bæk" in facts["Attendance not noted"]


def test_a_side_that_was_missing_is_said() -> None:
    dossier = builders.a_full_dossier()
    management = {member.id for member in dossier.members if member.side is Side.MANAGEMENT}
    away = tuple(
        one.model_copy(update={"presence": Presence.ABSENT}) if one.member_id in management else one
        for one in dossier.attendance
    )
    notes = notes_in(section(document(with_(dossier, attendance=away)), "Attendance"))
    assert notes == ["Nobody from the management side was present."]


def test_without_names_the_sides_are_counted() -> None:
    facts = _attendance(everything(), names=False)
    assert facts == {"Present (Ledersiden)": "2 of 2", "Present (Medarbejdersiden)": "3 of 4"}


def test_who_had_left_before_the_meeting_is_not_counted() -> None:
    dossier = everything()
    unknown = {"presence": Presence.UNKNOWN, "substitute": ""}
    gone = dossier.members[1].model_copy(update={"left": date(2026, 3, 1)})
    attendance = tuple(
        one.model_copy(update=unknown) if one.member_id == gone.id else one for one in dossier.attendance
    )
    members = tuple(gone if one.id == gone.id else one for one in dossier.members)
    facts = _attendance(with_(dossier, attendance=attendance, members=members), names=False)
    assert facts["Present (Ledersiden)"] == "1 of 1"


def test_a_member_without_a_name_is_known_by_the_role() -> None:
    dossier = everything()
    members = tuple(one.model_copy(update={"name": ""}) for one in dossier.members)
    nameless = with_(dossier, members=members)
    assert _attendance(nameless)["Present (Ledersiden)"] == "management representative (chair)\nsupervisor"
    short = facts_in(section(document(nameless, Kind.DECISIONS), "Attendance"))
    assert short["Present (Ledersiden)"] == "management representative, supervisor"
    assert short["Substitutes"] == "Per Friis attended for health and safety representative"


def test_before_the_meeting_nothing_is_said_without_names() -> None:
    assert "Attendance" not in document(builders.a_second_year(), names=False).texts()


def test_an_agenda_item_for_the_attendance_counts_the_sides() -> None:
    facts = facts_in(section(document(everything()), "item attendance (en)"))
    assert facts == {"Present (Ledersiden)": "2 of 2", "Present (Medarbejdersiden)": "3 of 4"}


def test_the_agenda_calls_those_who_hold_a_seat() -> None:
    called = facts_in(section(document(everything(), Kind.AGENDA), "Called to the meeting"))
    assert list(called) == ["Ledersiden", "Medarbejdersiden", "Not a member"]
    assert called["Medarbejdersiden"].count("\n") == 3
    assert "Vacant" not in called["Medarbejdersiden"]


def test_the_agenda_of_a_meeting_without_a_date_calls_who_has_not_left() -> None:
    dossier = builders.an_empty_dossier()
    gone = dossier.members[0].model_copy(update={"left": date(2026, 1, 1)})
    agenda = document(with_(dossier, members=(gone, *dossier.members[1:])), Kind.AGENDA)
    assert facts_in(section(agenda, "Called to the meeting"))["Management side"] == "Åse Bæk, supervisor"


def test_an_agenda_without_names_calls_nobody() -> None:
    assert "Called to the meeting" not in document(everything(), Kind.AGENDA, names=False).texts()
