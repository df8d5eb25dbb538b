"""The difference between two states of a review in words: complete, short, and in the three languages."""

from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from itertools import chain
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.addendum import Addendum
from medreview.domain.base import Entity
from medreview.domain.decision import Action
from medreview.domain.difference import told_fields
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Continuation
from medreview.i18n import LANGUAGES, Translator
from medreview.minutes.changed_words import passages
from medreview.minutes.difference import difference
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import with_

TEMPLATE = builders.a_template()
TIMES = ("starts", "ends", "at")
DAYS = (
    *("held_on", "joined", "left", "mandatory_training_on", "due", "deadline", "runs_until", "guideline_on"),
    *("decided_on", "reasons_given_on", "approved_on"),
)
LONG = " ".join(f"ord{number}" for number in range(300))


def told(before: Dossier, after: Dossier, language: str = "en") -> dict[str, tuple[str, ...]]:
    """Return the lines under their headings."""
    sections = difference(before, after, TEMPLATE, Translator(language))
    assert len({one.heading for one in sections}) == len(sections)
    return {one.heading: one.lines for one in sections}


def changed(dossier: Dossier, entity: Entity, **values: Any) -> Dossier:
    """Return the review with other values in one entity."""
    other = dossier.with_changed(entity.model_copy(update=values))
    assert other is not None
    return other


def another(value: object, dossier: Dossier, name: str) -> object:
    """Return another value that the field can have."""
    match value:
        case Enum():
            members = list(type(value))
            return members[(members.index(value) + 1) % len(members)]
        case bool():
            return not value
        case int() | Decimal():
            return value + 1
        case date():
            return value + timedelta(days=1)
        case time():
            return value.replace(minute=(value.minute + 1) % 60)
        case str():
            return f"{value} {LONG[:60]}" if name != "step" else "goals" if value == "closing" else "closing"
        case UUID():
            return None
    return another_than_none(dossier, name)


def another_than_none(dossier: Dossier, name: str) -> object:
    """Return a value for an empty field of that name."""
    links = {"agenda_item_id": dossier.agenda, "focus_area_id": dossier.focus_areas, "predecessor_id": dossier.goals}
    if name in links:
        return links[name][0].id if links[name] else uuid4()
    if name in TIMES:
        return time(12)
    if name in DAYS:
        return date(2031, 1, 1)
    return "closing" if name == "step" else 7


DOSSIERS = {
    "empty": builders.an_empty_dossier(),
    "second": builders.a_second_year(),
    "full": builders.a_full_dossier(),
    "everything": everything(),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dossier", DOSSIERS.values(), ids=DOSSIERS)
def test_a_review_differs_in_nothing_from_itself(dossier: Dossier, language: str) -> None:
    assert difference(dossier, dossier, TEMPLATE, Translator(language)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dossier", DOSSIERS.values(), ids=DOSSIERS)
def test_every_field_that_changes_is_told(dossier: Dossier, language: str) -> None:
    for entity in dict(reversed([*dossier.without_blanks().entities()])).values():
        for name in told_fields(type(entity)):
            value = another(getattr(entity, name), dossier, name)
            lines = list(chain(*told(dossier, changed(dossier, entity, **{name: value}), language).values()))
            assert lines, (type(entity), name)
            assert not any("-0" in line or "UUID" in line or str(entity.id) in line or "\n" in line for line in lines)
            assert all(line.strip() == line and ": :" not in line and not line.startswith(":") for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_that_comes_or_goes_is_told(language: str) -> None:
    dossier = everything().without_blanks()
    for part in Dossier.model_fields:
        for entity in lists(dossier, part):
            less = with_(dossier, **{part: tuple(one for one in lists(dossier, part) if one.id != entity.id)})
            assert bool(told(dossier, less, language)) is bool(told(less, dossier, language))
            assert told(dossier, less, language) or part in ("attendance", "training"), part


def lists(dossier: Dossier, part: str) -> tuple[Entity, ...]:
    """Return the entries of a part; none of a part that is no list."""
    value = getattr(dossier, part)
    return value if isinstance(value, tuple) else ()


PLACED = ("members", "agenda", "last_goals", "goals", "indicators", "focus_areas", "decisions", "actions")


@pytest.mark.parametrize("part", PLACED)
def test_another_order_is_told_once(part: str) -> None:
    dossier = everything()
    turned = tuple(one.model_copy(update={"position": 99 - place}) for place, one in enumerate(lists(dossier, part)))
    ((heading, lines),) = told(dossier, with_(dossier, **{part: turned})).items()
    assert (lines, bool(heading)) == (("The order has changed.",), True)


def test_a_figure_is_told_with_its_place() -> None:
    dossier = everything()
    goal = dossier.goals[1]
    after = changed(dossier, goal, target=Decimal("4.9"))
    assert told(after, dossier, "da") == {"goals (da)": ("Mål 2, Måltal: 4,9 → 4,5",)}
    assert told(after, dossier, "en") == {"goals (en)": ("Goal 2, Target: 4.9 → 4.5",)}


def test_entries_that_come_and_go_are_told_by_their_words() -> None:
    dossier = everything()
    lifts = Action(review_id=dossier.review.id, position=9, what="Buy {lifts} [b]now[/b]")
    more = with_(dossier, actions=(*dossier.actions, lifts))
    assert told(dossier, more) == {"Actions": ("New: Action “Buy {lifts} [b]now[/b]”",)}
    assert told(more, dossier) == {"Actions": ("Removed: Action “Buy {lifts} [b]now[/b]”",)}


def test_a_decision_is_told_with_its_item_and_its_text() -> None:
    dossier = everything()
    one, other = dossier.decisions
    assert told(dossier, changed(dossier, one, text="Den blev godkendt."))["Decisions"] == (
        "Decision under item 1: “Dagsordenen blev godkendt.” → “Den blev godkendt.”",
    )
    number = len(dossier.agenda)
    assert told(dossier, changed(dossier, other, discussion=""))["Decisions"] == (
        f"Decision under item {number} “Planen prøves i seks måneder.”, Discussion: “Begge sider ser behovet.” → empty",
    )
    assert told(dossier, changed(dossier, one, agenda_item_id=None))["Decisions"][0].endswith(
        "Agenda item: Item 1 “approval of the agenda (en)” → empty"
    )


def test_notes_are_told_of_what_they_are_about() -> None:
    dossier = everything()
    figure, attendance = dossier.figures[0], dossier.attendance[0]
    evaluation, note = dossier.evaluations[0], dossier.notes[0]
    assert told(dossier, changed(dossier, figure, value=Decimal(6)))["Key figures"] == (
        "Sygefravær 2025, Figure: 5.2 → 6",
    )
    away = changed(dossier, attendance, presence=type(attendance.presence).APOLOGY)
    assert told(dossier, away) == {"Attendance": ("Karen Lund, Attendance: present → apology",)}
    assert told(dossier, changed(dossier, evaluation, continuation=Continuation.CONTINUE)) == {
        "look_back (en)": ("Goal 1, From here: continues, changed → continues",)
    }
    assert told(dossier, changed(dossier, note, note="")) == {
        "Other discussion": ("content (en), Other discussion: “Enighed om retningen.” → empty",)
    }


def test_a_question_keeps_its_own_mark() -> None:
    dossier = everything()
    (line,) = told(dossier, with_(dossier, cooperation={"judged": ""}))["cooperation (en)"]
    assert line == "How did the cooperation itself go? “Fire møder som planlagt.” → empty"


def test_of_a_long_text_only_the_changed_words_are_told() -> None:
    dossier = with_(everything(), content={"plan": LONG})
    after = with_(dossier, content={"plan": LONG.replace("ord100", "otte uger")})
    (line,) = told(dossier, after)["content (en)"]
    assert line == (
        "Content of next year's cooperation: "
        "“… ord95 ord96 ord97 ord98 ord99 ord100 ord101 ord102 ord103 ord104 ord105 …” → "
        "“… ord95 ord96 ord97 ord98 ord99 otte uger ord101 ord102 ord103 ord104 ord105 …”"
    )


def test_spaces_alone_are_told_as_such() -> None:
    dossier = with_(everything(), content={"plan": "To linjer.\nEn til."})
    after = with_(dossier, content={"plan": "To linjer. En til. "})
    assert told(dossier, after)["content (en)"] == ("Content of next year's cooperation: only spaces and line breaks",)


def test_rows_in_which_nobody_wrote_are_no_difference() -> None:
    dossier = everything()
    blank = Action(review_id=dossier.review.id, position=9)
    assert told(dossier, with_(dossier, actions=(*dossier.actions, blank))) == {}


def test_what_has_no_words_of_its_own_is_told_by_its_kind() -> None:
    dossier = everything()
    nameless = [one.model_copy(update={"name": ""}) for one in dossier.indicators]
    after = with_(dossier, indicators=tuple(nameless), figures=dossier.figures[1:])
    assert told(dossier, after)["Key figures"] == (
        *("Key figure: “Sygefravær” → empty", "Key figure: “Social kapital” → empty"),
        "2025, Figure: 5.2 → empty",
    )


def test_an_addendum_is_told_with_its_number() -> None:
    dossier = everything()
    day = date(2027, 1, 8)
    one = Addendum(review_id=dossier.review.id, number=1, made_on=day, reason="Fejl", text="Tallet er 4,8.")
    assert told(dossier, with_(dossier, addenda=(one,))) == {"Addenda": ("New: Addendum 1 “Tallet er 4,8.”",)}


def test_a_date_tells_attendance_apart_where_there_are_several() -> None:
    dossier = everything()
    later = dossier.meetings[0].model_copy(update={"id": uuid4(), "position": 1, "held_on": None})
    there = dossier.attendance[0].model_copy(update={"id": uuid4(), "meeting_id": later.id})
    after = with_(dossier, meetings=(*dossier.meetings, later), attendance=(*dossier.attendance, there))
    assert told(dossier, after) == {
        "Meeting dates": ("New: Meeting no date yet",),
        "Attendance": ("Karen Lund, no date yet, Attendance: not noted → present",),
    }


def test_what_comes_from_an_earlier_year_is_said_to() -> None:
    dossier = everything()
    after = changed(dossier, dossier.actions[0], predecessor_id=uuid4())
    assert told(dossier, after) == {"Actions": ("Action “Bestil kursus”, Carried on: empty → from last year",)}
    again = changed(after, after.actions[0], predecessor_id=uuid4())
    assert told(after, again) == {"Actions": ("Action “Bestil kursus”, Carried on: changed",)}


def test_steps_that_a_template_does_not_have_stand_under_the_review() -> None:
    dossier = everything()
    bare = TEMPLATE.model_copy(update={"steps": ()})
    (section,) = difference(dossier, with_(dossier, status={"apv_open": 3}), bare, Translator("en"))
    assert (section.heading, section.lines) == ("Annual discussion 2026", ("Still open: 2 → 3",))


def test_empty_in_every_language() -> None:
    dossier = everything()
    after = with_(dossier, preparation={"leader": ""})
    ends = {language: told(dossier, after, language).popitem()[1][0].split(" → ")[1] for language in LANGUAGES}
    assert ends == {"da": "tomt", "sv": "tomt", "en": "empty"}


def words() -> st.SearchStrategy[str]:
    """Return texts of few words that repeat, and of many."""
    return st.lists(st.sampled_from(["a", "b", "og", "at", "mål"]), max_size=400).map(" ".join)


@given(words(), words())
def test_passages_show_where_texts_differ(old: str, new: str) -> None:
    found = list(passages(old, new))
    assert bool(found) is (old != new)
    assert all(was != now for was, now in found)


def test_a_text_written_anew_is_shown_by_its_ends() -> None:
    old = " ".join(f"gammel{number} og" for number in range(200))
    new = " ".join(f"ny{number} og" for number in range(200))
    ((was, now),) = passages(old, new)
    assert (was[:18], now[:10]) == ("gammel0 og gammel1", "ny0 og ny1")
    assert max(len(was), len(now)) < 300


def test_the_longest_texts_are_compared_in_no_time() -> None:
    old = " ".join(f"ord{number % 700}" for number in range(2800))
    new = " ".join(f"ord{number % 690}" for number in range(2800))
    shown = list(passages(old, new))
    assert 0 < sum(len(was) + len(now) for was, now in shown) < len(old)
