"""A list alone: choosing, adding, moving, removing, and digits."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from textual import events
from textual.content import Content
from textual.widgets import Button, Input, TextArea

from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.status import Figure
from medreview.i18n import use
from medreview.tui.widgets import records as of_records
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Listing, RowList
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records
from tests.builders import an_empty_dossier
from tests.tui.hosts import Host
from tests.tui.waiting import wait_until

HOSTILE = ("[/", "[red]x", "[[", r"\[", "[@click=app.quit]x[/]", '{"a":[true]}', "\x1b]52;c;eA==\x07", "\u202eabc")


@pytest.fixture(autouse=True)
def _danish() -> None:
    use("da")


def a_dossier(*texts: str) -> Dossier:
    """Return a review with these actions."""
    dossier = an_empty_dossier()
    actions = [Action(review_id=dossier.review.id, position=at, what=text) for at, text in enumerate(texts)]
    return dossier.model_copy(update={"actions": tuple(actions)})


def a_quick_value(digit: int) -> dict[str, object] | None:
    """Return what a digit sets in the list of actions."""
    return {"status": ActionStatus.DONE} if digit == 1 else None


def a_list(quick: Callable[[int], dict[str, object] | None] | None = a_quick_value) -> Records:
    """Return a list of actions with a form inside."""
    listing = Listing(
        "Actions",
        rows=lambda scope: scope.dossier.actions,
        label=lambda action, _scope: Content(action.what),
        new=lambda scope: Action(review_id=scope.dossier.review.id),
        movable=True,
        quick=quick,
    )
    return Records(listing, Form(Action, ("what",), lambda scope: scope.owner))


def a_rushing_list() -> Records:
    """Return the list of actions in which a digit chooses the next row, too."""
    records = a_list()
    records.listing = replace(records.listing, rushes=True)
    return records


def chosen_text(app: Host) -> str:
    """Return the text of the chosen action."""
    chosen = app.query_one(Records).chosen
    return chosen.what if isinstance(chosen, Action) else ""


async def test_the_first_entity_is_chosen_and_the_arrows_choose_others() -> None:
    app = Host(a_list, Scope(a_dossier("A", "B")))
    async with app.run_test() as pilot:
        assert chosen_text(app) == "A"
        app.query_one(RowList).focus()
        await pilot.press("down")
        assert chosen_text(app) == "B"
        assert not app.query_one(Records).step(1)


async def test_the_form_follows_once_for_many_rows_and_at_once_for_whoever_goes_into_it() -> None:
    app = Host(a_list, Scope(a_dossier(*"ABCDEFGH")))
    async with app.run_test() as pilot:
        followed = []
        form = app.query_one(Form)
        show = form.show
        form.show = lambda scope: followed.append(scope.owner) or show(scope)  # type: ignore[method-assign,func-returns-value]
        rows = app.query_one(RowList)
        rows.focus()
        await pilot.pause()
        for _ in range(4):
            rows.action_cursor_down()
        await wait_until(pilot, lambda: followed)
        assert len(followed) < 4
        assert form.entity == app.query_one(Records).chosen
        rows.action_cursor_down()
        rows.action_select()
        await wait_until(pilot, lambda: form.fields[0].control.has_focus)
        assert form.fields[0].typed == chosen_text(app) == "F"


async def test_rows_are_chosen_without_their_forms_until_the_arrows_rest_or_somebody_goes_into_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(of_records, "FOLLOWS_AFTER", 3600)
    app = Host(a_list, Scope(a_dossier(*"ABCDEFGH")))
    async with app.run_test() as pilot:
        form, rows = app.query_one(Form), app.query_one(RowList)
        control = form.fields[0].control
        rows.focus()
        await pilot.press("down", "down", "down")
        assert (chosen_text(app), form.fields[0].typed) == ("D", "A")
        app.screen.set_focus(control)
        assert form.fields[0].typed == "D"
        await pilot.press("!")
        rows.focus()
        await pilot.press("down")
        assert (chosen_text(app), form.fields[0].typed) == ("E", "!D")
        await pilot.press("enter")
        await wait_until(pilot, lambda: control.has_focus)
        assert form.fields[0].typed == "E"
        assert [(one.entity.what, one.values) for one in app.of_kind(Form.Edited)] == [("D", {"what": "!D"})]  # type: ignore[attr-defined]


async def test_whoever_goes_on_to_the_next_entry_from_inside_a_form_finds_its_form_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(of_records, "FOLLOWS_AFTER", 3600)
    app = Host(lambda: a_list(quick=None), Scope(a_dossier("A", "B")))
    async with app.run_test():
        field = app.query_one(Form).fields[0]
        app.screen.set_focus(field.control)
        assert app.query_one(Records).step(1)
        assert field.typed == "B"
        assert not app.query_one(Records).step(1)


async def test_an_empty_list_says_so_and_hides_its_form() -> None:
    app = Host(a_list, Scope(a_dossier()))
    async with app.run_test():
        assert app.query_one(Records).has_class("-none")
        assert not app.query_one(".inside").display


async def test_an_added_entity_is_chosen_and_written_as_soon_as_it_is_stored() -> None:
    dossier = a_dossier("A")
    app = Host(a_list, Scope(dossier))
    async with app.run_test() as pilot:
        await pilot.click(".add")
        await wait_until(pilot, lambda: bool(app.posted))
        added = app.of_kind(Records.Added)[0].entity
        assert isinstance(added, Action)
        assert added.position == 1
        app.query_one(Records).show(Scope(dossier))
        assert chosen_text(app) == "A"
        app.query_one(Records).show(Scope(dossier.model_copy(update={"actions": (*dossier.actions, added)})))
        await wait_until(pilot, lambda: app.query_one(Form).has_focus_within)
        assert app.query_one(Records).chosen == added


async def test_what_is_typed_before_the_new_entity_is_there_stands_in_its_first_field() -> None:
    dossier = a_dossier("A")
    app = Host(a_list, Scope(dossier))
    async with app.run_test() as pilot:
        app.query_one(".add", Button).focus()
        await pilot.press("enter", *"No", "space", "1")
        added = app.of_kind(Records.Added)[0].entity
        app.query_one(Records).show(Scope(dossier.model_copy(update={"actions": (*dossier.actions, added)})))
        await wait_until(pilot, lambda: app.query_one(Form).has_focus_within)
        await pilot.press("!")
        assert app.query_one(Form).query_one(TextArea).text == "No 1!"
        assert len(app.of_kind(Records.Added)) == 1


@pytest.mark.parametrize("ahead", [0, 2, 4])
async def test_what_is_proposed_in_a_new_entry_gives_way_to_what_is_typed(ahead: int) -> None:
    dossier = an_empty_dossier()
    new = Figure(indicator_id=uuid4(), year=2026)
    listing = Listing("Years", lambda scope: scope.dossier.figures, lambda *_: Content("2026"), new=lambda _: new)
    form = Form(Figure, (("year", "value"),), lambda scope: scope.owner)
    app = Host(lambda: Records(listing, form), Scope(dossier))
    async with app.run_test() as pilot:
        app.query_one(".add", Button).focus()
        await pilot.press("enter", *"2025"[:ahead])
        app.query_one(Records).show(Scope(dossier.model_copy(update={"figures": (new,)})))
        await wait_until(pilot, lambda: app.query_one(Form).has_focus_within)
        await pilot.press(*"2025"[ahead:])
        assert app.query_one(".year Input", Input).value == "2025"


async def test_nothing_typed_is_lost_wherever_the_focus_was_and_until_the_form_is_ready() -> None:
    dossier = a_dossier("A")
    app = Host(a_list, Scope(dossier))
    async with app.run_test() as pilot:
        records = app.query_one(Records)
        records.row_list.focus()
        await pilot.pause()
        records.add()
        await pilot.press(*"1 ", "N")
        added = app.of_kind(Records.Added)[0].entity
        records.show(Scope(dossier.model_copy(update={"actions": (*dossier.actions, added)})))
        app.post_message(events.Key("o", "o"))
        await wait_until(pilot, lambda: app.query_one(Form).query_one(TextArea).text == "1 No")
        assert app.query_one(Form).has_focus_within
        assert not app.of_kind(Records.Quick)


async def test_one_press_removes_the_chosen_entity() -> None:
    app = Host(a_list, Scope(a_dossier("A", "B")))
    async with app.run_test() as pilot:
        app.query_one(RowList).focus()
        await pilot.press("down", "delete")
        await wait_until(pilot, lambda: bool(app.posted))
        (removed,) = (message.entity for message in app.of_kind(Records.Removed))
        assert isinstance(removed, Action)
        assert removed.what == "B"


async def test_a_date_typed_on_a_row_removes_nothing() -> None:
    app = Host(a_list, Scope(a_dossier("A", "B")))
    async with app.run_test() as pilot:
        app.query_one(RowList).focus()
        await pilot.press(*"20-10-2025")
        assert not app.of_kind(Records.Removed)


async def test_the_row_below_takes_the_place_of_a_removed_one() -> None:
    dossier = a_dossier("A", "B", "C")
    app = Host(a_list, Scope(dossier))
    async with app.run_test() as pilot:
        app.query_one(RowList).focus()
        await pilot.press("down")
        app.query_one(Records).show(Scope(dossier.model_copy(update={"actions": dossier.actions[::2]})))
        assert chosen_text(app) == "C"


async def test_moving_posts_the_new_order() -> None:
    app = Host(a_list, Scope(a_dossier("A", "B")))
    async with app.run_test() as pilot:
        await pilot.click(".up")
        await pilot.click(".down")
        await wait_until(pilot, lambda: bool(app.posted))
        (moved,) = app.of_kind(Records.Moved)
        assert [one.what for one in moved.ordered if isinstance(one, Action)] == ["B", "A"]


async def test_a_digit_sets_the_quick_values_of_the_row() -> None:
    app = Host(a_list, Scope(a_dossier("A")))
    async with app.run_test() as pilot:
        app.query_one(RowList).focus()
        await pilot.press("7", "1")
        await wait_until(pilot, lambda: bool(app.posted))
        (quick,) = app.of_kind(Records.Quick)
        assert quick.values == {"status": ActionStatus.DONE}


async def test_digits_and_arrows_in_one_burst_each_mean_the_row_they_were_pressed_on() -> None:
    app = Host(a_rushing_list, Scope(a_dossier("A", "B", "C", "D")))
    async with app.run_test() as pilot:
        app.query_one(RowList).focus()
        await pilot.pause()
        for key in ("1", "1", "down", "1"):
            app.post_message(events.Key(key, key if key.isdigit() else None))
        await wait_until(pilot, lambda: len(app.of_kind(Records.Quick)) == 3)
        assert [one.entity.what for one in app.of_kind(Records.Quick) if isinstance(one.entity, Action)] == [*"ABD"]


@pytest.mark.parametrize("key", ["down", "end", "pagedown"])
async def test_an_arrow_and_what_goes_into_the_form_in_one_burst_write_in_the_row_it_went_to(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr(of_records, "FOLLOWS_AFTER", 3600)
    app = Host(lambda: a_list(quick=None), Scope(a_dossier("A", "B")))
    async with app.run_test() as pilot:
        app.query_one(RowList).focus()
        await pilot.pause()
        for one in (key, "enter", "!", "home", "delete"):
            app.post_message(events.Key(one, one if len(one) == 1 else None))
        field = app.query_one(Form).fields[0]
        await wait_until(pilot, lambda: field.typed == "B")
        assert chosen_text(app) == "B"
        assert app.of_kind(Records.Removed) == []


async def test_a_click_on_a_row_that_takes_digits_only_chooses_it() -> None:
    app = Host(a_list, Scope(a_dossier("A", "B")))
    async with app.run_test() as pilot:
        await pilot.click(RowList, offset=(1, 1))
        await wait_until(pilot, lambda: chosen_text(app) == "B")
        await pilot.press("1")
        await wait_until(pilot, lambda: bool(app.of_kind(Records.Quick)))
        assert app.query_one(RowList).has_focus
        (quick,) = app.of_kind(Records.Quick)
        assert quick.entity == app.query_one(Records).chosen


async def test_a_click_on_another_row_goes_into_its_form() -> None:
    app = Host(lambda: a_list(None), Scope(a_dossier("A", "B")))
    async with app.run_test() as pilot:
        await pilot.click(RowList, offset=(1, 1))
        await wait_until(pilot, lambda: app.query_one(TextArea).has_focus)
        assert chosen_text(app) == "B"


async def test_an_approved_review_offers_no_buttons() -> None:
    dossier = a_dossier("A")
    review = dossier.review.model_copy(update={"state": type(dossier.review.state).APPROVED})
    app = Host(a_list, Scope(dossier.model_copy(update={"review": review})))
    async with app.run_test() as pilot:
        app.query_one(RowList).focus()
        await pilot.press("plus", "delete", "delete")
        assert not any(button.is_on_screen for button in app.query(Button) if button.region.height)
        assert not app.posted


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_only_text(text: str) -> None:
    app = Host(a_list, Scope(a_dossier(text, "B")))
    async with app.run_test() as pilot:
        app.query_one(RowList).focus()
        await pilot.press("down", "up")
        assert chosen_text(app)
