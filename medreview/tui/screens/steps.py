"""The steps of a review: the rail, the step that is shown, going from one to the other."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import ClassVar, Final
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.css.match import match
from textual.css.parse import parse_selectors
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.progress import step_state
from medreview.i18n import current, tr
from medreview.minutes.choices import Choices
from medreview.minutes.context import Context
from medreview.minutes.naming import full_name
from medreview.operations import approval, goals, reviews
from medreview.operations.approval import Standing
from medreview.operations.changes import Changes
from medreview.templates import load_template
from medreview.tui.commands import ADDING, REVIEW, UNDOING, Command
from medreview.tui.first_hints import hint_once
from medreview.tui.marks import mark_of
from medreview.tui.screens.at_a_step import AtAStep
from medreview.tui.steps.parts import PARTS
from medreview.tui.steps.view import StepView
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.listing import RowList
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records

_IN_A_STEP: Final = frozenset(
    ("next_record", "previous_record", "present", "nothing_to_note", "goal_history", "new_decision", "new_action")
)
"""What is done in the step that is shown."""

_BEGINS: Final = parse_selectors(
    "Records RowList, Records.-none > .buttons > .add, Field Input, Field TextArea, Field Choice"
)
"""Where one begins in a step."""


class StepsScreen(AtAStep):
    """The steps of one review with the rail beside them; any step at any time."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*REVIEW, *ADDING, *UNDOING)
    DEFAULT_CSS = """
    StepsScreen > #body { height: 1fr; }
    StepsScreen #rail {
        width: 22; height: 100%; border: none; background: $panel; padding: 0 0 0 1; scrollbar-size-vertical: 1;
    }
    StepsScreen #rail > .option-list--option-highlighted { background: $background; color: $text; text-style: bold; }
    StepsScreen #rail:focus > .option-list--option-highlighted { background: $cursor; }
    StepsScreen #rail:focus { border: none; background-tint: $panel 0%; }
    StepsScreen.-narrow #rail { display: none; }
    StepsScreen.-short .heading, StepsScreen.-short .purpose { display: none; }
    StepsScreen #steps { width: 1fr; height: 100%; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]  # noqa: RUF012 - Textual declares it so
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - Textual declares it so

    def __init__(self, dossier: Dossier, step: str | None = None) -> None:
        super().__init__()
        self.dossier = dossier
        self.template = load_template(dossier.review.template)
        self._years: dict[UUID, int] = {}
        self.standing: Standing | None = None
        self._turning = asyncio.Lock()
        self._typed_ahead: list[events.Key] = []
        self._views: dict[str, StepView] = {}
        """The steps that have been shown, by key; they keep what is being typed."""
        self.step_keys = [step.key for step in self.template.steps]
        self.step_key = step if step in self.step_keys else self.step_keys[0]

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Horizontal(id="body"):
            yield OptionList(*self._rail_rows(), id="rail", compact=True, markup=False)
            yield Container(id="steps")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the step where the chair left off."""
        self.call_after_refresh(self.action_go_to, self.step_key)
        self.soon(self._learn, "learn")
        hint_once(self.medreview, "review")

    @property
    def view(self) -> StepView:
        """The step on the screen."""
        return self._views[self.step_key]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that is pressed before the first step is there does nothing to it."""
        if action in _IN_A_STEP and self.step_key not in self._views:
            return False
        return super().check_action(action, parameters)

    async def _learn(self) -> None:
        """Ask what the steps show besides the review itself."""
        self._years = await self.ask(goals.years_carried, self.medreview.archive, self.dossier) or {}
        self.standing = await self.ask_standing()
        if self.step_key in self._views:
            await self.reload()

    async def ask_standing(self) -> Standing | None:
        """Return how the approved minutes stand."""
        return await self.ask(approval.standing, self.medreview.archive, self.dossier.review.id)

    def name_of(self, entity: Entity) -> str:
        """Return what an entry of the review is called, as its minutes do."""
        return full_name(Context(self.dossier, self.template, current(), Choices(), {}), entity)

    def take_over(self, changes: Changes) -> None:
        """Show an edit as it is stored; load the review again only where more may have changed."""
        changed = self.dossier.with_changed(*changes.stored) if changes.stored else None
        if changed is None:
            super().take_over(changes)
            return
        self.dossier = changed
        self._show()

    def show_written(self, entity: Entity) -> None:
        """Show what is written and waits to be stored."""
        changed = self.dossier.with_changed(entity)
        if changed is not None:
            self.dossier = changed
            self._show()

    async def reload(self) -> None:
        """Load the review again."""
        dossier = await self.ask(reviews.load, self.medreview.archive, self.dossier.review.id)
        if dossier is not None and self.is_open:
            self.dossier = self.medreview.saver.over(dossier)
            self.standing = await self.ask_standing() if dossier.is_read_only else None
            self._show()

    def _show(self) -> None:
        if self.step_key in self._views:
            self._views[self.step_key].show(self._scope())
        rail = self.query_one("#rail", OptionList)
        for index, option in enumerate(self._rail_rows()):
            if rail.get_option_at_index(index).prompt != option.prompt:
                rail.replace_option_prompt_at_index(index, option.prompt)
        step = self.template.step(self.step_key)
        committee, review = self.dossier.committee, self.dossier.review
        count = f"{self.step_keys.index(self.step_key)}/{len(self.step_keys) - 1}"
        title = step.short.in_language(current().language)
        for bar in self.title_bars:
            bar.say_where(committee.name, str(review.year), here=f"{title} {count}")
        self.say_stored()

    def _scope(self) -> Scope:
        is_locked = bool(self.medreview.read_only)
        return Scope(self.dossier, years=self._years, standing=self.standing, is_locked=is_locked)

    def _rail_rows(self) -> list[Option]:
        return [Option(label, id=key) for label, key in zip(self._rail_labels(), self.step_keys, strict=True)]

    def _rail_labels(self) -> list[Content]:
        language = current().language
        labels = []
        for number, step in enumerate(self.template.steps):
            symbol, colour = mark_of(step_state(self.dossier, step.key))
            labels.append(Content.assemble((symbol, colour), f" {number} {step.short.in_language(language)}"))
        return labels

    def stored_words(self) -> str:
        """An approved review says in the status cell that it can only be read."""
        return tr("Approved · read only") if self.dossier.is_read_only else super().stored_words()

    async def action_go_to(self, key: str) -> None:
        """Show a step; what is typed in the one before is stored first. Of two asked for at once the later stays."""
        async with self._turning:
            self.set_focus(None)  # what is typed meanwhile is meant for the step that opens
            await self._go_to(key)
        typed, self._typed_ahead = self._typed_ahead, []
        for event in typed:
            (self.focused or self).post_message(events.Key(event.key, event.character))

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed while a step opens."""
        if self._turning.locked() and event.is_printable:
            self._typed_ahead.append(event)
            event.stop()

    async def _go_to(self, key: str) -> None:
        await self.flush()
        with self.app.batch_update():  # one layout when all is known, none for each part of a new step
            if key not in self._views and not await self._make(key):
                return
            self.step_key = key
            await self._turn()
        self.call_after_refresh(self.soon, self.remember_place, "place")  # the step is seen before anything is written

    async def _make(self, key: str) -> bool:
        """Make a step that was not shown before; return whether there is still a screen to show it on."""
        steps = self.query_one("#steps")
        if not steps.is_attached:
            return False  # the program is closing
        view = StepView(self.template.step(key), self.template, PARTS[key])
        view.display = False  # beside the step that is still shown it would be laid out in half of its place
        await steps.mount(view)
        if self not in self.app.screen_stack:
            return False  # Esc was quicker
        self._views[key] = view
        return True

    async def _turn(self) -> None:
        """Show the step in the place of the one before, in one frame."""
        for one, view in self._views.items():
            view.display = one == self.step_key
        self._show()
        rail = self.query_one("#rail", OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            rail.highlighted = self.step_keys.index(self.step_key)
        self._focus_first()
        await asyncio.sleep(0)  # by then all of them have said what has to be laid out and drawn

    def _focus_first(self) -> None:
        """Put the focus where one begins: the first field, list with a choice, or way to fill an empty one.

        Of lists that stand before any field, one where a digit says the most important goes first.
        """
        begins = (one for one in _seen(self.view) if match(_BEGINS, one) and one.focusable)
        first = None
        for one in (one for one in begins if not isinstance(one, RowList) or one.option_count > 1):
            first = one if first is None or _takes_digits(one) else first
            if not isinstance(one, RowList) or _takes_digits(one):
                break
        self.set_focus(first, scroll_visible=False)
        self.view.scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#rail")
    async def _step_selected(self, event: OptionList.OptionSelected) -> None:
        await self.action_go_to(self.step_keys[event.option_index])

    async def action_next_step(self) -> None:
        """Go on to the next step."""
        await self._step_by(1)

    async def action_previous_step(self) -> None:
        """Go back one step."""
        await self._step_by(-1)

    async def _step_by(self, by: int) -> None:
        index = self.step_keys.index(self.step_key) + by
        if 0 <= index < len(self.step_keys):
            await self.action_go_to(self.step_keys[index])

    def action_next_record(self) -> None:
        """Go to the next entity of the list that has the focus, or of the step's first list."""
        self._step_record(1)

    def action_previous_record(self) -> None:
        """Go to the entity before."""
        self._step_record(-1)

    def _step_record(self, by: int) -> None:
        around = [one for one in (self.focused.ancestors if self.focused else []) if isinstance(one, Records)]
        lists = around or list(self.view.query(Records))[:1]
        for records in lists:
            if records.step(by):
                return
        if by > 0:
            self.notify(tr("That was the last one here. Ctrl+N goes on to the next step."), markup=False)

    async def action_go_home(self) -> None:
        """Leave the review."""
        await self.flush()
        await self.medreview.show_home(self.dossier.committee.id)

    def action_pick_step(self) -> None:
        """Let the chair pick a step by its number."""
        from medreview.tui.dialogs.pick import Pick

        rows = list(zip(self._rail_with_words(), self.step_keys, strict=True))
        self.app.push_screen(Pick(tr("Go to step"), rows), self._picked_step)

    def _rail_with_words(self) -> Iterator[Content]:
        """Yield the rows of the rail, each with the word for its symbol: here is room for both."""
        rows = self._rail_labels()
        width = max(row.cell_length for row in rows)
        for row, key in zip(rows, self.step_keys, strict=True):
            state = step_state(self.dossier, key)
            yield Content.assemble(row, " " * (width + 2 - row.cell_length), (current().term(state), "$muted"))

    async def _picked_step(self, key: str | None) -> None:
        if key is not None:
            await self.action_go_to(key)


def _takes_digits(widget: Widget) -> bool:
    records = widget.parent
    return isinstance(widget, RowList) and isinstance(records, Records) and records.listing.quick is not None


def _seen(widget: Widget) -> Iterator[Widget]:
    """Yield what is shown in a widget, in its order and as far as it is asked for."""
    for child in widget.children:
        if child.display:
            yield child
            yield from _seen(child)
