"""Content, form of cooperation and expertise: what is planned for the coming year."""

from datetime import date

from medreview.domain.dossier import Dossier
from medreview.minutes.document import Heading, Table
from tests.minutes.everything import everything
from tests.minutes.worlds import document, facts_in, section, tables_in, with_


def _tables(dossier: Dossier, heading: str, names: bool = True) -> list[Table]:
    return tables_in(section(document(dossier, names=names), heading))


def test_focus_areas_from_above_and_own_themes_stand_apart() -> None:
    above, own = _tables(everything(), "item content (en)")
    assert above.caption == "Focus areas announced from above"
    assert above.rows == (("Trivsel", "Alle arbejder med trivsel.", "Hoved-MED", "1 January 2026 – 31 December 2027"),)
    assert own.caption == "The committee's own themes"
    assert own.header == ("Focus area", "Description")


def test_a_period_may_be_open_at_either_end() -> None:
    dossier = everything()
    area = dossier.focus_areas[0]
    for changed, shown in (({"ends": None}, "1 January 2026 –"), ({"starts": None}, "– 31 December 2027")):
        open_ended = with_(dossier, focus_areas=(area.model_copy(update=changed),))
        assert _tables(open_ended, "item content (en)")[0].rows[0][-1] == shown


def test_longer_texts_have_headings() -> None:
    headings = [
        block.text for block in section(document(everything()), "item content (en)") if isinstance(block, Heading)
    ]
    assert headings == ["What works well", "Special problems now", "Content of next year's cooperation"]


def test_the_form_of_cooperation_and_the_meeting_plan() -> None:
    blocks = section(document(everything(), language="da"), "item cooperation (da)")
    facts = facts_in(blocks)
    assert facts["Samarbejdsform"] == "Fire møder om året"
    assert facts["Er organisationen hensigtsmæssigt sammensat?"] == "Delvist"
    (plan,) = tables_in(blocks)
    assert plan.rows == (
        ("tirsdag den 9. februar 2027", "kl. 9.00", "Store sal", ""),
        ("tirsdag den 11. maj 2027", "kl. 9.00", "", "Med måltidsgruppen"),
    )


def test_a_meeting_without_a_date_stands_last() -> None:
    dossier = everything()
    undated = dossier.planned_meetings[0].model_copy(update={"held_on": None, "note": "Dato følger"})
    (plan,) = _tables(with_(dossier, planned_meetings=(undated, *dossier.planned_meetings)), "item cooperation (en)")
    assert plan.rows[-1] == ("", "9:00", "", "Dato følger")


def test_training_stands_by_member_in_the_order_of_the_committee() -> None:
    dossier = everything()
    (tally,) = _tables(with_(dossier, training=dossier.training[::-1]), "item expertise (en)")
    assert tally.rows == (
        ("Åse Bæk", "01/01/2022", "", "1.5", "1", "Støj"),
        ("Mia Holm", "01/03/2025", "12/05/2025", "1.5", "1", "Støj"),
    )


def test_a_member_without_training_noted_is_no_row() -> None:
    dossier = everything()
    bare = dossier.training[0].model_copy(update={"offered": None, "taken": None, "wish": ""})
    (tally,) = _tables(with_(dossier, training=(bare, dossier.training[1])), "item expertise (en)")
    assert len(tally.rows) == 1


def test_without_names_the_days_are_added_up() -> None:
    facts = facts_in(section(document(everything(), names=False), "item expertise (en)"))
    assert (facts["Days offered"], facts["Days taken"]) == ("3.0", "2")
    nothing = facts_in(section(document(with_(everything(), training=()), names=False), "item expertise (en)"))
    assert "Days offered" not in nothing


def test_expertise_is_answered_with_what_is_missing() -> None:
    facts = facts_in(section(document(everything()), "item expertise (en)"))
    assert facts["Is the necessary expertise present?"] == "Yes"
    assert facts["What is missing"] == "Viden om støj."


def test_dates_follow_the_language() -> None:
    tally = tables_in(section(document(everything(), language="sv"), "item expertise (sv)"))[0]
    assert date(2022, 1, 1).isoformat() in tally.rows[0]
