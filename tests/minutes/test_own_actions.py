"""Who does what by when: one person's list, or everybody's."""

from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier
from medreview.minutes import Choices, Document, Kind, build
from medreview.minutes.document import Heading, Note
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import facts_in, notes_in, section, tables_in, with_


def _list(dossier: Dossier, person: str = "", *, names: bool = True) -> Document:
    choices = Choices(person=person, names=names)
    return build(dossier, builders.a_template(), Kind.ACTIONS, "en", choices)


def _headings(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, Heading)]


def _shared(dossier: Dossier) -> Dossier:
    both = Action(review_id=dossier.review.id, what="Rundering", responsible="Bo Ørsted og Mia Holm")
    return with_(dossier, actions=(both, Action(review_id=dossier.review.id, what="Plakater")))


def test_a_persons_list_has_goals_activities_and_actions_by_date() -> None:
    listed = _list(everything(), "Åse Bæk")
    assert listed.title == "Åse Bæk: what to do after the annual discussion 2026"
    (table,) = tables_in(listed.blocks)
    assert table.header == ("Due", "What", "Kind", "Item")
    assert table.rows[0] == ("1 March 2027", "Omsorgssamtaler", "Activity of goal 1", "7")
    assert table.rows[1] == ("31 December 2027", "Højst 4,5 % sygefravær i 2027", "Goal 1", "7")
    assert _headings(listed) == []


def test_of_a_long_goal_the_list_has_the_first_sentences() -> None:
    dossier = everything()
    long = dossier.goals[0].model_copy(update={"text": "Vi taler tidligt sammen. " * 40})
    listed = _list(with_(dossier, goals=(long, *dossier.goals[1:])), "Åse Bæk")
    (text,) = [row[1] for row in tables_in(listed.blocks)[0].rows if row[2] == "Goal 1"]
    assert text == " ".join(["Vi taler tidligt sammen."] * 12)


def test_an_action_has_its_state_and_where_it_was_decided() -> None:
    (table,) = tables_in(_list(everything(), "Mia Holm").blocks)
    assert table.header == ("Due", "What", "Kind", "Status", "Item")
    row = ("1 September 2026", "Skriv til intranettet", "Action", "Done, carried on from last year", "5")
    assert table.rows == (row,)


def test_everybody_has_a_list_and_last_what_nobody_is_responsible_for() -> None:
    listed = _list(_shared(everything()))
    assert _headings(listed) == ["Åse Bæk", "Bo Ørsted", "Mia Holm", "Nobody is responsible"]
    assert listed.title == "What to do after the annual discussion 2026"
    (nobodys,) = tables_in(section(listed, "Nobody is responsible"))
    assert [row[0] for row in nobodys.rows] == ["Plakater"]


def test_who_shares_a_task_sees_with_whom() -> None:
    (table,) = tables_in(section(_list(_shared(everything())), "Mia Holm"))
    assert table.header == ("What", "Kind", "Responsible", "Status")
    assert table.rows == (("Rundering", "Action", "Bo Ørsted og Mia Holm", "Open"),)


def test_the_list_says_at_which_meeting_it_was_decided() -> None:
    assert facts_in(_list(everything()).blocks) == {"Decided at the meeting": "Tuesday 24 November 2026"}


def test_without_names_there_is_one_list_for_all() -> None:
    listed = _list(everything(), names=False)
    assert _headings(listed) == []
    assert len(tables_in(listed.blocks)) == 1
    assert "Åse Bæk" not in "\n".join(listed.texts())
    assert "Åse Bæk" not in "\n".join(_list(everything(), "Åse Bæk", names=False).texts())


def test_nothing_to_do_is_said() -> None:
    assert _list(builders.an_empty_dossier()).blocks[-1] == Note("Nothing to do is noted.")
    assert notes_in(_list(everything(), "Ali Demir").blocks) == ["Nothing to do is noted."]


def test_it_is_a_draft_until_the_minutes_are_approved() -> None:
    assert _list(builders.a_full_dossier()).banner == ("DRAFT",)
    assert _list(everything()).banner == ()
