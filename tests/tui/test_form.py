"""A form alone: what is typed is posted, what is wrong is said, what is typed is never overwritten."""

from datetime import date
from decimal import Decimal

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Button, Checkbox, Input, Static, TextArea

from medreview.domain.base import Entity
from medreview.domain.cleaning import TEXT_LIMIT
from medreview.domain.committee import Member
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.decision import Disagreement
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Goal, Outcome
from medreview.domain.review import AgendaItem, Meeting, State
from medreview.domain.status import Figure, Status
from medreview.i18n import use
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.field_values import PAST, kind_of
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.part import Scope
from tests.builders import a_full_dossier, a_goal, an_empty_dossier
from tests.tui.hosts import Host
from tests.tui.looking import shown
from tests.tui.waiting import wait_until


@pytest.fixture(autouse=True)
def _danish() -> None:
    use("da")


def a_goal_form() -> Form:
    """Return a form with one field of most kinds."""
    return Form(Goal, ("text", "kind", ("baseline", "baseline_year", "responsible", "runs_until")), _owner)


def _owner(scope: Scope) -> Entity | None:
    return scope.owner


def a_scope() -> Scope:
    """Return a review with one of its goals chosen."""
    dossier = a_full_dossier()
    return Scope(dossier, a_goal(dossier, baseline=Decimal("5.80"), runs_until=date(2027, 12, 31)))


def test_each_kind_of_field_has_its_control() -> None:
    kinds = {name: kind_of(Goal, name) for name in ("text", "responsible", "kind", "baseline", "runs_until")}
    assert kinds == {
        "text": "text",
        "responsible": "line",
        "kind": "choice",
        "baseline": "number",
        "runs_until": "date",
    }
    assert kind_of(Figure, "pending") == "check"
    assert kind_of(Status, "apv_raised") == "count"
    assert kind_of(AgendaItem, "minutes") == "count"
    assert kind_of(Goal, "focus_area_id") == "link"


@pytest.mark.parametrize(
    ("kind", "year", "expected"), [(Meeting, 2019, 2019), (PlannedMeeting, 2019, 2020), (PlannedMeeting, 2025, 2026)]
)
async def test_a_day_without_a_year_lies_where_the_review_does(
    kind: type[Meeting] | type[PlannedMeeting], year: int, expected: int
) -> None:
    dossier = an_empty_dossier(year=year)
    app = Host(lambda: Form(kind, ("held_on",), _owner), Scope(dossier, kind(review_id=dossier.review.id)))
    async with app.run_test() as pilot:
        app.query_one(Input).focus()
        await pilot.press(*"12.11.", "tab")
        app.screen.set_focus(None)
        await wait_until(pilot, lambda: app.of_kind(Form.Edited))
        assert app.of_kind(Form.Edited)[-1].values == {"held_on": date(expected, 11, 12)}


def test_the_dates_of_what_has_happened_are_fields() -> None:
    kinds = (Member, Status, Disagreement, FollowUp)
    assert {name for kind in kinds for name in kind.model_fields} >= PAST


async def test_what_is_refused_stands_in_its_field_again_unless_something_newer_does() -> None:
    scope = a_scope()
    app = Host(a_goal_form, scope)
    async with app.run_test() as pilot:
        field = next(one for one in app.query_one(Form).fields if one.field_name == "baseline_year")
        goal = app.query_one(Form).entity
        assert goal is not None
        field.control.focus()
        await pilot.press(*"20252024")
        app.screen.set_focus(None)
        await wait_until(pilot, lambda: app.of_kind(Form.Edited))
        app.query_one(Form).show(scope)
        assert field.typed == ""
        field.bring_back(20252024, a_goal(scope.dossier))
        assert field.typed == ""
        field.bring_back(20252024, goal)
        assert field.typed == "20.252.024"
        field.retype("2025")
        field.bring_back(20252024, goal)
        assert field.typed == "2025"


async def test_values_stand_as_the_language_writes_them() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test():
        assert app.query_one(".baseline Input", Input).value == "5,80"
        assert app.query_one(".runs_until Input", Input).value == "31.12.2027"


async def test_what_is_typed_is_posted_within_a_second() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        app.query_one(".responsible Input", Input).focus()
        await pilot.press(*"Eva")
        await wait_until(
            pilot, lambda: [one.values for one in app.of_kind(Form.Edited)][-1:] == [{"responsible": "Eva"}]
        )


async def test_what_is_just_typed_outlives_a_show_that_does_not_know_of_it_yet() -> None:
    scope = a_scope()
    app = Host(a_goal_form, scope)
    async with app.run_test() as pilot:
        line, form = app.query_one(".responsible Input", Input), app.query_one(Form)
        line.value = "Ev"
        assert [one.values for one in form.take()] == [{"responsible": "Ev"}]
        line.value = "Eva"  # as a key does it; the message about it is still on its way
        form.show(scope)
        assert line.value == "Eva"
        await wait_until(
            pilot, lambda: [one.values for one in app.of_kind(Form.Edited)][-1:] == [{"responsible": "Eva"}]
        )


async def test_all_of_a_text_is_replaced_after_ctrl_a() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        area = app.query_one(".text TextArea", TextArea)
        area.text = "two lines\nof text"
        area.focus()
        await pilot.press("ctrl+a", "n", "y")
        assert area.text == "ny"


async def test_leaving_a_field_posts_at_once_and_writes_the_date_out() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        line = app.query_one(".runs_until Input", Input)
        line.focus()
        line.value = "24. november 2027"
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: bool(app.posted))
        assert app.of_kind(Form.Edited)[0].values == {"runs_until": date(2027, 11, 24)}
        assert line.value == "24.11.2027"


async def test_enter_goes_on_from_a_line_and_begins_a_new_one_in_a_text() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        app.query_one(".responsible Input", Input).focus()
        await pilot.press("x", "enter")
        await wait_until(pilot, lambda: app.query_one(".runs_until Input").has_focus)
        app.query_one(".text TextArea", TextArea).focus()
        await pilot.press("enter", "a")
        assert app.query_one(".text TextArea").has_focus
        assert "\n" in app.query_one(".text TextArea", TextArea).text


async def test_enter_in_the_last_line_stays_so_that_a_second_one_presses_no_button() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        await app.mount(Button("Delete"))
        last = app.query_one(".runs_until Input")
        last.focus()
        await pilot.press("enter", "enter")
        assert last.has_focus


async def test_a_date_that_was_stored_while_typing_is_written_out_too() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        line = app.query_one(".runs_until Input", Input)
        line.focus()
        line.value = "2027-11-24"
        await wait_until(pilot, lambda: bool(app.posted))
        assert line.value == "2027-11-24"
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: line.value == "24.11.2027")
        assert len(app.posted) == 1


@pytest.mark.parametrize("typed", ["31.2.2027", "i morges", "99.99.99"])
async def test_an_impossible_date_is_said_at_the_field_and_stays_there(typed: str) -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        field = app.query_one("Field.runs_until", Field)
        line = field.query_one(Input)
        line.focus()
        line.value = typed
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: field.has_class("-wrong"))
        assert line.value == typed
        assert not app.posted


async def test_half_a_date_is_no_reason_to_complain_while_typing() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        field = app.query_one("Field.runs_until", Field)
        field.query_one(Input).focus()
        field.query_one(Input).value = "24."
        await wait_until(pilot, lambda: field.is_dirty and field._timer is None)
        assert not field.has_class("-wrong")
        assert not app.posted


async def test_a_stored_value_does_not_overwrite_what_is_being_typed() -> None:
    scope = a_scope()
    app = Host(a_goal_form, scope)
    async with app.run_test() as pilot:
        area = app.query_one(TextArea)
        area.focus()
        area.text = "Halvt skrevet"
        await pilot.pause()
        app.query_one(Form).show(scope)
        assert area.text == "Halvt skrevet"


async def test_another_entity_gets_its_own_values_and_the_old_text_is_posted_for_the_old_one() -> None:
    scope = a_scope()
    app = Host(a_goal_form, scope)
    async with app.run_test() as pilot:
        app.query_one(".responsible Input", Input).focus()
        app.query_one(".responsible Input", Input).value = "Eva"
        await pilot.pause()
        other = a_goal(scope.dossier, "Et andet mål", responsible="Bo")
        app.query_one(Form).show(Scope(scope.dossier, other))
        await wait_until(pilot, lambda: bool(app.posted))
        edited = app.of_kind(Form.Edited)[0]
        assert scope.owner is not None
        assert (edited.entity.id, edited.values) == (scope.owner.id, {"responsible": "Eva"})
        assert app.query_one(".responsible Input", Input).value == "Bo"


async def test_a_choice_is_posted_at_once() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        app.query_one(Choice).focus()
        await pilot.press("right", "enter")
        await wait_until(pilot, lambda: bool(app.posted))
        assert list(app.of_kind(Form.Edited)[0].values) == ["kind"]


async def test_a_text_of_twenty_thousand_characters_is_taken() -> None:
    app = Host(a_goal_form, a_scope())
    async with app.run_test() as pilot:
        app.query_one(TextArea).focus()
        app.query_one(TextArea).text = "x" * TEXT_LIMIT
        await wait_until(pilot, lambda: bool(app.posted))
        assert len(str(app.of_kind(Form.Edited)[0].values["text"])) == TEXT_LIMIT


async def test_nothing_can_be_typed_into_an_approved_review() -> None:
    scope = a_scope()
    review = scope.dossier.review.model_copy(update={"state": State.APPROVED})
    app = Host(a_goal_form, Scope(scope.dossier.model_copy(update={"review": review}), scope.owner))
    async with app.run_test():
        assert all(field.disabled for field in app.query(Field))


async def test_a_check_box_is_posted_at_once() -> None:
    figure = Figure(indicator_id=a_full_dossier().review.id, year=2026)
    app = Host(lambda: Form(Figure, ("pending",), _owner), Scope(a_full_dossier(), figure))
    async with app.run_test() as pilot:
        app.query_one(Checkbox).focus()
        await pilot.press("space")
        await wait_until(pilot, lambda: bool(app.posted))
        assert app.of_kind(Form.Edited)[0].values == {"pending": True}


async def test_a_digit_chooses_and_so_does_the_mouse() -> None:
    app = Host(lambda: Choice([(outcome.value, outcome) for outcome in Outcome]))
    async with app.run_test() as pilot:
        choice = app.query_one(Choice)
        choice.focus()
        await pilot.press("2")
        chosen = [choice.value]
        await pilot.click(Choice, offset=(3, 0))
        assert [*chosen, choice.value] == [Outcome.MET, Outcome.NOT_ASSESSED]


async def test_arrows_go_to_a_word_and_enter_or_space_choose_it() -> None:
    app = Host(lambda: Choice([(outcome.value, outcome) for outcome in Outcome]))
    async with app.run_test() as pilot:
        choice = app.query_one(Choice)
        choice.focus()
        await pilot.press("enter", "down", "right", "left", "up", "down")
        assert (choice.index, "(•) Not_assessed  (►) Met" in shown(app.screen)) == (0, True)
        await pilot.press("enter")
        assert (choice.index, "►" in shown(app.screen)) == (1, False)
        await pilot.press("right", "space")
        assert choice.index == 2
        await pilot.press("left", "left", "left", "space")
        assert choice.index == len(Outcome) - 1
        await pilot.press("left")
        choice.blur()
        await pilot.pause()
        assert "►" not in shown(app.screen)


@pytest.mark.parametrize("width", [60, 30, 120])
async def test_a_row_of_words_is_as_high_as_its_lines_from_the_first_layout_on(width: int) -> None:
    words = ("Meget tilfreds", "Tilfreds", "Hverken eller", "Ikke tilfreds")
    app = Host(lambda: Choice([(word, word) for word in words]))
    async with app.run_test(size=(width, 20)) as pilot:
        choice = app.query_one(Choice)
        for wide in (width, 80, 40, width):
            await pilot.resize_terminal(wide, 20)
            await wait_until(pilot, lambda wide=wide: choice.region.width == wide)  # type: ignore[misc]
            await wait_until(pilot, lambda: all(word in shown(choice) for word in words))
            assert all(line.strip() for line in shown(choice).split("\n"))


async def test_up_and_down_leave_the_page_to_scroll_at_the_ends_of_a_row_of_words() -> None:
    app = Host(lambda: VerticalScroll(Choice([("a", 1), ("b", 2)]), Static("\n" * 99)))
    async with app.run_test() as pilot:
        page = app.query_one(VerticalScroll)
        app.query_one(Choice).focus()
        await pilot.press("down", "up", "down")
        await pilot.pause()
        assert page.scroll_y == 0
        await pilot.press("down")
        await wait_until(pilot, lambda: page.scroll_y > 0)
        assert app.query_one(Choice).index == 0


async def test_who_types_words_on_a_choice_changes_nothing() -> None:
    app = Host(lambda: Choice([(outcome.value, outcome) for outcome in Outcome]))
    async with app.run_test() as pilot:
        choice = app.query_one(Choice)
        choice.focus()
        await pilot.press("space")
        assert choice.index == 0
        await pilot.press(*"3d", "space")
        assert choice.index == 0
        await pilot.press("right", "3")
        assert choice.index == 2
        await pilot.press("x", "2")
        assert choice.index == 2
        choice.blur()
        choice.focus()
        await pilot.press("2")
        assert choice.index == 1
