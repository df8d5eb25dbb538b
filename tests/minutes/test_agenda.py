"""The agenda: its list with the sum of minutes, and what is known of each item beforehand."""

from medreview.minutes import Kind
from medreview.minutes.document import BulletList, Byline, Heading, Paragraph
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import document, section, tables_in, with_


def test_items_are_numbered_with_type_minutes_and_their_sum() -> None:
    (listed,) = tables_in(section(document(everything(), Kind.AGENDA), "Agenda"))
    assert listed.header == ("No.", "Item", "Type", "Planned minutes")
    assert listed.rows[0] == ("1", "approval of the agenda (en)", "Decision", "5")
    assert listed.rows[-2] == ("12", "Ny vagtplan", "Decision, closed item", "20")
    assert listed.rows[-1] == ("", "Planned in all", "", "120")
    assert listed.numbers == {3}


def test_without_planned_minutes_there_is_no_sum() -> None:
    dossier = everything()
    agenda = tuple(item.model_copy(update={"minutes": None}) for item in dossier.agenda)
    (listed,) = tables_in(section(document(with_(dossier, agenda=agenda), Kind.AGENDA), "Agenda"))
    assert listed.header == ("No.", "Item", "Type")
    assert len(listed.rows) == 12


def test_items_stand_in_the_order_of_their_positions() -> None:
    dossier = builders.an_empty_dossier()
    (listed,) = tables_in(section(document(with_(dossier, agenda=dossier.agenda[::-1]), Kind.AGENDA), "Agenda"))
    assert [row[0] for row in listed.rows[:-1]] == [str(number) for number in range(1, 12)]
    assert listed.rows[0][1] == "approval of the agenda (en)"


def test_an_item_of_which_more_is_known_has_a_part_of_its_own() -> None:
    agenda = document(everything(), Kind.AGENDA)
    assert section(agenda, "12. Ny vagtplan") == [
        Byline("case 2026-131 · closed item"),
        Heading(3, "Presentation"),
        Paragraph("Vagtplanen lægges otte uger frem.\nDen gælder fra marts."),
        Heading(3, "Recommendation"),
        Paragraph("At planen drøftes."),
        Heading(3, "Annexes"),
        BulletList(("Udkast til vagtplan", "Høringssvar")),
    ]
    assert [one.text for one in agenda.blocks if isinstance(one, Heading)][-4] == "12. Ny vagtplan"
    assert "11. any other business (en)" not in agenda.texts()


def test_presentations_and_annexes_can_be_left_out() -> None:
    agenda = document(everything(), Kind.AGENDA, presentations=False, annexes=False)
    assert "12. Ny vagtplan" not in agenda.texts()


def test_an_item_without_a_title_has_that_of_its_step() -> None:
    dossier = builders.an_empty_dossier()
    agenda = tuple(item.model_copy(update={"title": ""}) for item in dossier.agenda)
    (listed,) = tables_in(section(document(with_(dossier, agenda=agenda), Kind.AGENDA), "Agenda"))
    assert [row[1] for row in listed.rows[:2]] == ["", "attendance (en)"]


def test_a_review_without_an_agenda_has_no_list() -> None:
    assert "Agenda" not in document(with_(everything(), agenda=()), Kind.AGENDA).texts()


def test_times_stand_beside_the_plan_with_the_breaks_and_their_sum() -> None:
    (listed,) = tables_in(section(document(everything(), Kind.MINUTES, times=True), "Agenda"))
    assert listed.header == ("No.", "Item", "Type", "Planned minutes", "Minutes used")
    assert listed.rows[0][-1] == "35"
    assert listed.rows[-2] == ("", "Break 9:35–9:45", "", "", "10")
    assert listed.rows[-1] == ("", "In all", "", "120", "150")


def test_an_agenda_that_is_sent_out_before_tells_no_times() -> None:
    with_times = document(everything(), Kind.AGENDA, times=True)
    assert with_times.blocks == document(everything(), Kind.AGENDA).blocks
