"""The annual wheel as a document and in the calendar file."""

from datetime import UTC, date, datetime
from typing import Final

import pytest
from icalendar import Calendar, Event

from medreview.domain.dossier import Dossier
from medreview.domain.wheel import Wheel, WheelMatter
from medreview.i18n import LANGUAGES, Translator
from medreview.minutes import Choices, Document, Kind, build, render
from medreview.minutes.document import Note, Table
from medreview.minutes.ics import to_ics
from medreview.minutes.pdf import to_pdf
from medreview.templates import load_template
from tests.cases.comparing import check_golden
from tests.minutes.everything import everything
from tests.minutes.pdf_readers import reader
from tests.minutes.test_golden import FOLDER, TEMPLATE, on_the_danish_agenda
from tests.minutes.worlds import LETTERHEAD, approved, tables_in, with_

STAMPED: Final = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)


def matters(dossier: Dossier, language: str = "da") -> tuple[WheelMatter, ...]:
    """Return the matters of the template, and one of the committee's own with what a renderer must not obey."""
    wanted = [(one.text.in_language(language), one.months, one.fixed) for one in load_template("dk-med").wheel]
    wanted.append(("Sommerfest *[b]* | <i>", (6,), False))
    key = dossier.committee.id
    return tuple(WheelMatter(committee_id=key, text=text, months=months, fixed=fixed) for text, months, fixed in wanted)


def wheel_of(dossier: Dossier, language: str = "da") -> Wheel:
    """Return the wheel as this review knows it."""
    return Wheel(matters(dossier, language), (*dossier.meetings, *dossier.planned_meetings), dossier)


def the_wheel(dossier: Dossier, language: str = "en", *, names: bool = True) -> Document:
    wheel = wheel_of(dossier, language)
    return build(dossier, TEMPLATE, Kind.WHEEL, language, Choices(names=names), wheel=wheel)


def table_of(document: Document) -> Table:
    [table] = tables_in(document.blocks)
    return table


def events(dossier: Dossier, *known: WheelMatter) -> list[Event]:
    words = Translator("en")
    content = to_ics(dossier, words, names=True, stamped=STAMPED, matters=known)
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return [event for event in calendar.events if "rrule" in event]


def test_the_year_at_a_glance_in_text() -> None:
    check_golden("wheel-en", render(the_wheel(on_the_danish_agenda()), "txt"), FOLDER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_a_row_for_each_month(language: str) -> None:
    document = the_wheel(everything(), language)
    assert document.title.endswith("2027")
    assert len(table_of(document).rows) == 12
    assert [row[0] for row in table_of(document).rows][::11] == [
        Translator(language).date(date(2027, month, 1)).split()[1].capitalize() for month in (1, 12)
    ]


def test_another_year_may_be_chosen() -> None:
    dossier = everything()
    wheel = wheel_of(dossier)
    document = build(dossier, TEMPLATE, Kind.WHEEL, "en", Choices(year=2026), wheel=wheel)
    assert document.title == "Annual wheel 2026"
    assert "Meeting 24 November" in table_of(document).rows[10][-1]


def test_it_stands_on_one_page_though_every_month_has_something_more() -> None:
    dossier = everything()
    wheel = wheel_of(dossier)
    key = dossier.committee.id
    own = WheelMatter(committee_id=key, text="Vagtplaner og vikarforbrug i hele huset", months=tuple(range(1, 13)))
    fuller = Wheel((*wheel.matters, own), wheel.meetings, dossier)
    document = build(dossier, TEMPLATE, Kind.WHEEL, "da", wheel=fuller, letterhead=LETTERHEAD)
    assert len(reader(to_pdf(document)).pages) == 1


def test_responsible_people_are_left_out_without_names() -> None:
    dossier = everything()
    responsible = {goal.responsible for goal in dossier.open_goals if goal.runs_until and goal.responsible}
    assert responsible
    assert all(name in "".join(the_wheel(dossier).texts()) for name in responsible)
    assert not any(f"({name})" in "".join(the_wheel(dossier, names=False).texts()) for name in responsible)


def test_the_committee_s_own_stand_in_a_column_of_their_own() -> None:
    table = table_of(the_wheel(everything()))
    june = table.rows[5]
    assert june[table.header.index("Our own")] == "Sommerfest *[b]* | <i>"
    assert "half-year status" in june[table.header.index("All committees")]


def test_an_empty_wheel_says_so() -> None:
    bare = with_(everything(), meetings=(), planned_meetings=(), goals=(), activities=(), actions=(), disagreements=())
    assert build(bare, TEMPLATE, Kind.WHEEL, "en").blocks == (Note("Nothing stands on the wheel yet."),)


def test_it_is_neither_draft_nor_sealed() -> None:
    assert (the_wheel(everything()).banner, the_wheel(everything()).seal) == ((), "")
    assert the_wheel(approved(everything())).day is None


def test_a_matter_comes_back_on_the_first_monday_of_each_of_its_months() -> None:
    dossier = everything()
    matter = WheelMatter(committee_id=dossier.committee.id, text="Fravær; tal, fakta", months=(2, 8))
    february, august = events(dossier, matter)
    assert (february.start, august.start) == (date(2027, 2, 1), date(2027, 8, 2))
    assert february["rrule"].to_ical() == b"FREQ=YEARLY;BYDAY=1MO;BYMONTH=2"
    assert str(february["summary"]) == "Annual wheel: Fravær; tal, fakta"
    assert (february["transp"], february.duration.days) == ("TRANSPARENT", 1)
    assert len({str(february["uid"]), str(august["uid"]), str(matter.id)}) == 3


def test_a_later_file_updates_what_an_earlier_one_brought() -> None:
    dossier = everything()
    matter = WheelMatter(committee_id=dossier.committee.id, text="Fravær", months=(2,))
    [before], [after] = events(dossier, matter), events(dossier, matter.model_copy(update={"text": "Sygefravær"}))
    assert before["uid"] == after["uid"]


def test_the_calendar_of_other_documents_has_no_wheel() -> None:
    assert events(everything()) == []
    nothing_written = WheelMatter(committee_id=everything().committee.id, text=" ", months=(2,))
    assert events(everything(), nothing_written) == []
