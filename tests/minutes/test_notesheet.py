"""The note sheet for group work: prompts with room to write, in the order of the agenda."""

from medreview.domain.template import Template
from medreview.minutes import Document, Kind, build
from medreview.minutes.document import BulletList, Heading, Paragraph, WritingRoom
from medreview.templates import load_template
from tests import builders
from tests.builders import wording
from tests.minutes.everything import everything
from tests.minutes.worlds import section, with_


def _template() -> Template:
    template = builders.a_template()
    prompts = (wording("first prompt"), wording("second prompt"))
    return template.model_copy(
        update={"steps": tuple(step.model_copy(update={"prompts": prompts}) for step in template.steps)}
    )


def _sheet() -> Document:
    return build(everything(), _template(), Kind.NOTESHEET, "en")


def test_each_prompt_has_room_to_write() -> None:
    assert section(_sheet(), "cooperation (en)") == [
        Paragraph("purpose of cooperation (en)"),
        WritingRoom("first prompt (en)"),
        WritingRoom("second prompt (en)"),
    ]


def test_preparation_and_attendance_are_no_group_work() -> None:
    headings = [block.text for block in _sheet().blocks if isinstance(block, Heading) and block.level == 2]
    assert headings[0] == "3. item look_back (en)"
    assert len(headings) == 8


def test_the_group_sees_last_years_goals_and_the_focus_areas() -> None:
    goals = BulletList(("Højst 4,5 % sygefravær i 2027", "Fire møder med dagsorden to uger før"))
    assert section(_sheet(), "look_back (en)")[1:3] == [Heading(3, "Last year's goals"), goals]
    for step in ("content (en)", "goals (en)"):
        assert BulletList(("Trivsel", "Ro ved måltiderne")) in section(_sheet(), step)


def test_a_first_review_has_no_goals_to_list() -> None:
    sheet = build(builders.an_empty_dossier(), _template(), Kind.NOTESHEET, "en")
    assert isinstance(section(sheet, "look_back (en)")[1], WritingRoom)


def test_steps_follow_the_agenda_and_those_on_none_come_last() -> None:
    dossier = everything()
    moved = with_(dossier, agenda=tuple(item for item in reversed(dossier.agenda) if item.step != "look_back"))
    agenda = tuple(item.model_copy(update={"position": place}) for place, item in enumerate(moved.agenda))
    sheet = build(with_(moved, agenda=agenda), _template(), Kind.NOTESHEET, "en")
    headings = [block.text for block in sheet.blocks if isinstance(block, Heading) and block.level == 2]
    assert headings[0] == "3. item closing (en)"
    assert headings[-1] == "look_back (en)"


def test_the_danish_template_gives_a_sheet_in_every_language() -> None:
    for language in ("da", "sv", "en"):
        sheet = build(builders.an_empty_dossier(), load_template("dk-med"), Kind.NOTESHEET, language)
        assert sum(isinstance(block, WritingRoom) for block in sheet.blocks) > 20
