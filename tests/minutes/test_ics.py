"""The calendar file: what a calendar program reads from it, and when it shows it."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from icalendar import Calendar, Event, Timezone

from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Continuation, Outcome
from medreview.i18n import Translator
from medreview.minutes.ics import ZONE, to_ics
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.payloads import CORPUS, texts
from tests.minutes.worlds import with_

STAMPED: Final = datetime(2026, 11, 24, 12, 30, 15, 500, tzinfo=UTC)
EVIL: Final = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y; a, b \\n \\; æøå 😀"


def _bytes(dossier: Dossier, language: str = "en", *, names: bool = True, stamped: datetime = STAMPED) -> bytes:
    return to_ics(dossier, Translator(language), names=names, stamped=stamped)


def _read(content: bytes) -> Calendar:
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar


def _events(dossier: Dossier, language: str = "en", *, names: bool = True) -> dict[str, Event]:
    """Return the entries by their UIDs."""
    return {str(event["uid"]): event for event in _read(_bytes(dossier, language, names=names)).events}


def _with_action(**values: Any) -> tuple[Dossier, str]:
    """Return a review with one action that has a deadline, and its id."""
    dossier = everything()
    fields = {"what": "Bestil kursus", "due": date(2027, 1, 15), **values}
    action = Action(review_id=dossier.review.id).model_copy(update=fields)
    return with_(dossier, actions=(action,)), str(action.id)


def _with_meeting(**values: Any) -> tuple[Dossier, str]:
    dossier = everything()
    meeting = dossier.planned_meetings[0].model_copy(update=values)
    return with_(dossier, planned_meetings=(meeting,)), str(meeting.id)


def test_it_is_a_published_calendar_with_a_name_and_its_zone() -> None:
    calendar = _read(_bytes(everything()))
    assert (calendar["version"], calendar["method"], calendar["calscale"]) == ("2.0", "PUBLISH", "GREGORIAN")
    assert calendar["prodid"] == "-//medreview//medreview//EN"
    assert calendar["x-wr-calname"] == "Lokal-MED Strandhaven"
    assert [str(zone["tzid"]) for zone in calendar.timezones] == [calendar["x-wr-timezone"]] == [ZONE]
    assert not calendar.errors


def test_meetings_goals_activities_and_open_actions_are_in_it() -> None:
    dossier = everything()
    dated = (*dossier.planned_meetings, *dossier.goals, dossier.actions[0])
    activities = [one for goal in dossier.goals for one in dossier.activities_of(goal)]
    assert set(_events(dossier)) == {str(entity.id) for entity in (*dated, *activities)}


def test_a_meeting_stands_at_its_time_on_the_clock_of_copenhagen() -> None:
    dossier, key = _with_meeting(held_on=date(2027, 2, 9), starts=time(9), place="Store sal", note="Husk nøgle")
    event = _events(dossier, "da")[key]
    assert event["dtstart"].params["tzid"] == event["dtend"].params["tzid"] == ZONE
    assert event.start == datetime(2027, 2, 9, 9, tzinfo=ZoneInfo(ZONE))
    assert event.end - event.start == timedelta(hours=1)
    assert (event["location"], event["transp"]) == ("Store sal", "OPAQUE")
    assert str(event["description"]).startswith("Husk nøgle\n")
    assert str(event["summary"]).endswith("Lokal-MED Strandhaven")


@pytest.mark.parametrize(
    ("day", "hour_in_utc"),
    [
        (date(2027, 3, 27), 8),
        (date(2027, 3, 28), 7),
        (date(2027, 10, 30), 7),
        (date(2027, 10, 31), 8),
    ],
)
def test_nine_o_clock_stays_nine_o_clock_across_summer_time(day: date, hour_in_utc: int) -> None:
    dossier, key = _with_meeting(held_on=day, starts=time(9))
    starts = _events(dossier)[key].start
    assert isinstance(starts, datetime)
    assert starts.astimezone(UTC) == datetime(day.year, day.month, day.day, hour_in_utc, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "Europe/Stockholm"])
def test_the_zone_in_the_file_is_right_every_half_day(zone: str) -> None:
    (rules,) = _read(_bytes(everything())).timezones
    assert isinstance(rules, Timezone)
    own, real = rules.to_tz(lookup_tzid=False), ZoneInfo(zone)
    first = datetime(2024, 1, 1, 0, 30)
    moments = [first + timedelta(hours=12 * halves) for halves in range(2 * 366 * 12)]
    assert [one for one in moments if own.utcoffset(one) != real.utcoffset(one)] == []


def test_a_meeting_keeps_the_time_free_until_it_ends() -> None:
    dossier, key = _with_meeting(held_on=date(2027, 2, 9), starts=time(9), ends=time(11, 30), note="")
    event = _events(dossier)[key]
    assert event.end - event.start == timedelta(hours=2, minutes=30)
    assert "not decided" not in str(event.get("description"))


@pytest.mark.parametrize(("starts", "ends"), [(None, time(11)), (time(9), time(9))])
def test_an_end_that_gives_no_length_is_not_decided(starts: time | None, ends: time) -> None:
    dossier, key = _with_meeting(held_on=date(2027, 2, 9), starts=starts, ends=ends)
    event = _events(dossier)[key]
    assert event.end > event.start
    assert "is not decided yet." in str(event["description"])


def test_a_meeting_without_a_time_is_a_whole_day_that_stays_free() -> None:
    dossier, key = _with_meeting(held_on=date(2027, 12, 31), starts=None, place="", note="")
    event = _events(dossier)[key]
    assert (event.start, event.end) == (date(2027, 12, 31), date(2028, 1, 1))
    assert event["transp"] == "TRANSPARENT"
    assert event["description"] == "The time is not decided yet."
    assert "location" not in event


def test_a_meeting_without_a_date_is_left_out() -> None:
    dossier, key = _with_meeting(held_on=None)
    assert key not in _events(dossier)


def test_a_deadline_is_a_whole_day_that_stays_free() -> None:
    dossier, key = _with_action(due=date(2028, 2, 29), responsible="Karen Lund")
    event = _events(dossier, "da")[key]
    assert b"DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n" in _bytes(dossier)
    assert (event.start, event.end, event["transp"]) == (date(2028, 2, 29), date(2028, 3, 1), "TRANSPARENT")
    assert event["summary"] == "Frist: Bestil kursus"
    assert event["description"] == (
        "Opgave: Bestil kursus\nAnsvarlig: Karen Lund\nLokal-MED Strandhaven, Nordø Kommune"
    )


def test_goals_and_activities_tell_what_they_are_about() -> None:
    dossier = everything()
    goal = dossier.goals[0]
    (activity,) = dossier.activities_of(goal)
    events = _events(dossier, "sv")
    assert str(events[str(goal.id)]["description"]).splitlines()[1].endswith("Årets tal i statistikken.")
    assert events[str(activity.id)]["summary"] == "Tidsfrist: Omsorgssamtaler"
    assert "Mål: Højst 4,5 % sygefravær i 2027" in str(events[str(activity.id)]["description"]).splitlines()


def test_what_is_closed_done_or_history_is_left_out() -> None:
    dossier = everything()
    first, second = dossier.evaluations
    closed = first.model_copy(update={"outcome": Outcome.MET, "continuation": Continuation.CLOSE})
    done = dossier.actions[0].model_copy(update={"status": ActionStatus.DONE})
    assert set(_events(with_(dossier, evaluations=(closed, second), actions=(done,), planned_meetings=()))) == {
        str(dossier.goals[1].id)
    }
    activity = dossier.activities_of(dossier.goals[0])[0]
    past = activity.model_copy(update={"deadline": date(builders.YEAR - 1, 12, 31)})
    assert str(activity.id) not in _events(with_(dossier, activities=(past,)))


def test_what_has_no_deadline_is_left_out() -> None:
    dossier, key = _with_action(due=None)
    undated = tuple(goal.model_copy(update={"runs_until": None}) for goal in dossier.goals)
    events = _events(with_(dossier, goals=undated))
    assert not {key, *(str(goal.id) for goal in undated)} & set(events)
    assert events


def test_without_dates_there_are_no_entries() -> None:
    assert _read(_bytes(builders.an_empty_dossier())).events == []


def test_without_names_nobody_responsible_is_named() -> None:
    dossier = everything()
    without = _bytes(dossier, names=False).replace(b"\r\n ", b"").decode()
    named = _bytes(dossier).replace(b"\r\n ", b"").decode()
    for name in ("Åse Bæk", "Karen Lund"):
        assert name in named
        assert name not in without


def test_the_same_input_gives_the_same_bytes() -> None:
    assert _bytes(dossier := everything()) == _bytes(dossier)


def test_a_later_file_updates_what_an_earlier_one_brought() -> None:
    dossier = everything()
    earlier = _events(dossier)
    moved = tuple(one.model_copy(update={"place": "Lille sal"}) for one in dossier.planned_meetings)
    later = _read(_bytes(with_(dossier, planned_meetings=moved), stamped=STAMPED + timedelta(seconds=1))).events
    assert {str(event["uid"]) for event in later} == set(earlier)
    assert {event.sequence for event in later} == {event.sequence + 1 for event in earlier.values()}


@pytest.mark.parametrize("year", [1980, 2020, 2026, 2087, 2300])
def test_the_sequence_fits_and_the_stamp_is_in_utc(year: int) -> None:
    stamped = STAMPED.replace(year=year).astimezone(ZoneInfo(ZONE))
    for event in _read(_bytes(everything(), stamped=stamped)).events:
        assert 0 <= event.sequence < 2**31
        assert event.DTSTAMP == event.LAST_MODIFIED == STAMPED.replace(year=year, microsecond=0)
    assert b"DTSTAMP:%d1124T123015Z" % year in _bytes(everything(), stamped=stamped)


def test_lines_are_folded_at_75_octets_and_end_with_crlf() -> None:
    dossier, _ = _with_action(what="æøå 😀 " * 500)
    content = _bytes(dossier)
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()


def test_a_long_text_is_cut_in_the_title_only() -> None:
    dossier, key = _with_action(what="Ærø " * 200)
    event = _events(dossier)[key]
    assert len(str(event["summary"])) < 140
    assert str(event["summary"]).endswith("…")
    assert ("Ærø " * 200).strip() in str(event["description"])


def test_an_entry_without_a_text_is_named_after_what_it_is() -> None:
    dossier, key = _with_action(what=" \n")
    assert _events(dossier, "da")[key]["summary"] == "Frist: Opgave"


@pytest.mark.parametrize("text", [*CORPUS, EVIL, "BEGIN:VEVENT", "H:\\Nordø\\nyt\\N", 'a;b,c:d\\;\\,"f"^n^\'', "x\ry"])
def test_the_corpus_is_literal_in_every_text(text: str) -> None:
    dossier, key = _with_action(what=text, responsible=text)
    events = _events(with_(dossier, committee={"name": text, "municipality": text}))
    shown = re.sub("\r\n?", "\n", text)
    body = shown.strip()
    assert events[key]["description"] == f"Action: {body}\nResponsible: {body}\n{shown}, {shown}"
    assert len(events) == len(_events(dossier))
    assert all(event["summary"] != "y" for event in events.values())


def test_the_calendar_is_named_after_the_committee_literally() -> None:
    named = with_(everything(), committee={"name": "MED, Ældre; H:\\Nord"})
    assert "X-WR-CALNAME:MED\\, Ældre\\; H:\\\\Nord\r\n" in _bytes(named).decode()


@settings(deadline=None)
@given(texts)
def test_any_text_is_literal(text: str) -> None:
    dossier, key = _with_meeting(note=text, place=text)
    event = _events(dossier)[key]
    assert event["location"] == text.strip()
    assert event["description"] == f"{text.strip()}\nThe end is not decided yet."
