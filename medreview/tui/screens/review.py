"""The review: the rail of steps, the step, and the bars."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from medreview.domain.decision import Action, Decision
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.progress import step_state
from medreview.domain.review import Meeting, State
from medreview.i18n import current, tr
from medreview.operations import edit, goals, meetings, reviews
from medreview.operations.changes import Changes
from medreview.templates import load_template
from medreview.tui.commands import REVIEW, Command
from medreview.tui.screens.base import BaseScreen
from medreview.tui.steps import PARTS
from medreview.tui.steps.view import StepView
from medreview.tui.steps.words import MARKS
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records


class ReviewScreen(BaseScreen):
    """One year's discussion, step by step; any step at any time."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = REVIEW
    DEFAULT_CSS = """
    ReviewScreen > Horizontal { height: 1fr; }
    ReviewScreen #rail {
        width: 22; height: 100%; border: none; background: $panel; padding: 0 0 0 1; scrollbar-size-vertical: 1;
    }
    ReviewScreen #rail:focus { border: none; background-tint: $panel 0%; }
    ReviewScreen.-narrow #rail { display: none; }
    ReviewScreen #steps { width: 1fr; height: 100%; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]

    def __init__(self, dossier: Dossier, step: str | None = None) -> None:
        super().__init__()
        self.dossier = dossier
        self.template = load_template(dossier.review.template)
        self.step_keys = [step.key for step in self.template.steps]
        self._step = step if step in self.step_keys else self.step_keys[0]

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Horizontal():
            yield OptionList(*self._rail_rows(), id="rail", compact=True, markup=False)
            yield Container(id="steps")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the step where the chair left off."""
        self.call_after_refresh(self.action_go_to, self._step)

    @property
    def committee_id(self) -> UUID:
        """The committee whose review is shown."""
        return self.dossier.committee.id

    @property
    def view(self) -> StepView:
        """The step on the screen."""
        return self.query_one(f"StepView.{self._step}", StepView)

    def archive_changed(self, changes: Changes) -> None:
        """Load the review again when it, or its committee, changed."""
        if changes.review_id == self.dossier.review.id or changes.committee_id == self.dossier.committee.id:
            self.run_worker(self._reload(), group="reload", exclusive=True)

    async def _reload(self) -> None:
        dossier = await self.ask(reviews.load, self.medreview.archive, self.dossier.review.id)
        if dossier is not None:
            self.dossier = dossier
            self._show()

    def _show(self) -> None:
        self.view.show(Scope(self.dossier))
        rail = self.query_one("#rail", OptionList)
        for index, option in enumerate(self._rail_rows()):
            if rail.get_option_at_index(index).prompt != option.prompt:
                rail.replace_option_prompt_at_index(index, option.prompt)
        step = self.template.step(self._step)
        committee, review = self.dossier.committee, self.dossier.review
        count = f"{self.step_keys.index(self._step)}/{len(self.step_keys) - 1}"
        title = step.short.in_language(current().language)
        self.query_one(TitleBar).say_where(committee.name, str(review.year), f"{title} {count}")
        self.say_stored()

    def _rail_rows(self) -> list[Option]:
        language = current().language
        rows = []
        for number, step in enumerate(self.template.steps):
            symbol, colour = MARKS[step_state(self.dossier, step.key)]
            label = Content.assemble((symbol, colour), f" {number} {step.short.in_language(language)}")
            rows.append(Option(label, id=step.key))
        return rows

    def stored_words(self) -> str:
        """An approved review, and the example, say so in the status cell."""
        if self.dossier.is_read_only:
            return tr("Approved · read only")
        words = super().stored_words()
        return f"{tr('EXAMPLE')} · {words}" if self.medreview.is_example else words

    async def action_go_to(self, key: str) -> None:
        """Show a step; what is typed in the one before is stored first."""
        await self.flush()
        self._step = key
        steps = self.query_one("#steps")
        if not steps.query(f"StepView.{key}"):
            await steps.mount(StepView(self.template.step(key), self.template, PARTS[key]))
        for view in steps.query(StepView):
            view.display = view.step.key == key
        self._show()
        rail = self.query_one("#rail", OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            rail.highlighted = self.step_keys.index(key)
        self._focus_first()
        self.run_worker(self._remember(), group="place")

    async def _remember(self) -> None:
        committee_id, review_id = self.dossier.committee.id, self.dossier.review.id
        await self.ask(reviews.remember_place, self.medreview.archive, committee_id, review_id, self._step)

    def _focus_first(self) -> None:
        """Put the focus where typing makes sense: the first field or list of the step."""
        fitting = (one for one in self.view.query("Records RowList, Field Input, Field TextArea, Field Choice"))
        first = next((one for one in fitting if one.focusable), None)
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
        index = self.step_keys.index(self._step) + by
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

    async def action_go_home(self) -> None:
        """Leave the review."""
        await self.flush()
        await self.medreview.show_home(self.dossier.committee.id)

    def action_pick_step(self) -> None:
        """Let the chair pick a step by its number."""
        from medreview.tui.dialogs.pick import Pick

        rows = [(option.prompt, self.step_keys[index]) for index, option in enumerate(self._rail_rows())]
        self.app.push_screen(Pick(tr("Go to step"), rows), self._picked_step)

    async def _picked_step(self, key: str | None) -> None:
        if key is not None:
            await self.action_go_to(key)

    @property
    def _agenda_item(self) -> UUID | None:
        return next((item.id for item in self.dossier.agenda if item.step == self._step), None)

    async def action_new_decision(self) -> None:
        """Add a decision under the agenda item of this step and write it."""
        await self._add_under_item(
            Decision(
                review_id=self.dossier.review.id,
                agenda_item_id=self._agenda_item,
                position=len(self.dossier.decisions),
            )
        )

    async def action_new_action(self) -> None:
        """Add an action under the agenda item of this step and write it."""
        await self._add_under_item(
            Action(
                review_id=self.dossier.review.id, agenda_item_id=self._agenda_item, position=len(self.dossier.actions)
            )
        )

    async def _add_under_item(self, entity: Decision | Action) -> None:
        if self.dossier.is_read_only:
            return
        from medreview.tui.dialogs.entry import Entry

        if await self.stored(edit.add, entity):
            await self._reload()
            self.app.push_screen(Entry(entity, self.dossier))

    @property
    def _meeting(self) -> Meeting | None:
        meetings_held = self.dossier.meetings
        chosen = next((one for one in meetings_held if one.held_on == date.today()), None)
        return chosen or next(iter(meetings_held), None)

    async def action_begin(self) -> None:
        """Begin the meeting and go to the attendance."""
        meeting = self._meeting
        if meeting is None:
            return
        now = datetime.now().time().replace(second=0, microsecond=0)
        await self.flush()
        if await self.stored(meetings.begin, self.dossier.review, meeting, date.today(), now):
            await self.action_go_to("attendance")

    def action_all_present(self) -> None:
        """Note everybody as present of whom nothing is said yet."""
        chosen = self.view.query(Records).first().chosen
        if isinstance(chosen, Meeting):
            self.store(meetings.all_present, chosen)

    async def action_propose_dates(self) -> None:
        """Fill up the coming year's meetings from the interval."""
        await self.flush()
        await self._reload()
        self.store(meetings.plan_meetings, self.dossier, date.today())

    def action_copy_goal(self) -> None:
        """Let the chair pick one of last year's goals to set again."""
        from medreview.tui.dialogs.pick import Pick

        rows = [(Content(goal.text), str(goal.id)) for goal in self.dossier.last_goals]
        if not rows:
            self.notify(tr("There were no goals last year."))
            return
        self.app.push_screen(Pick(tr("Set which goal again?"), rows), self._picked_goal)

    def _picked_goal(self, key: str | None) -> None:
        goal = self.dossier.find(Goal, UUID(key)) if key else None
        if goal is not None:
            activities = self.dossier.activities_of(goal)
            self.store(goals.copy_goal, self.dossier.review, goal, activities, len(self.dossier.goals))

    async def action_goal_history(self) -> None:
        """Show the chosen goal over the years."""
        goal = self._chosen_goal()
        if goal is None:
            self.notify(tr("Choose a goal first, in “Look back” or “Goals”."))
            return
        await self.medreview.show_history(goal)

    def _chosen_goal(self) -> Goal | None:
        for records in self.view.query(Records):
            match records.chosen:
                case Goal() as goal:
                    return goal
                case Evaluation() as evaluation:
                    return self.dossier.find(Goal, evaluation.goal_id)
        return None

    async def action_ready(self) -> None:
        """Mark the review as ready for approval, the meeting as ended."""
        await self.flush()
        await self.stored(reviews.set_state, self.dossier.review, State.FOR_APPROVAL)

    async def action_approve(self) -> None:
        """Ask who approves, and approve."""
        from medreview.tui.dialogs.approve import Approve

        await self.flush()
        await self._reload()
        if self.dossier.is_read_only:
            return
        self.app.push_screen(Approve(self.dossier), self._approved)

    async def _approved(self, answer: tuple[date, str, str] | None) -> None:
        if answer is None:
            return
        on_day, by, amendments = answer
        if await self.stored(reviews.approve, self.dossier.review, on_day, by, amendments):
            self.notify(tr("The minutes are approved. Export them with F6."))
