"""The review: begin, decide, propose, copy, discard, on top of its steps and their approval."""

from __future__ import annotations

from uuid import UUID

from textual.content import Content

from medreview.domain.decision import Action
from medreview.domain.dossier import after_last
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.review import Meeting
from medreview.i18n import tr
from medreview.operations import edit, goals, meetings, reviews
from medreview.tui.screens.approving import ApprovingScreen
from medreview.tui.screens.steps import StepsScreen
from medreview.tui.timing import now
from medreview.tui.widgets.records import Records


class ReviewScreen(ApprovingScreen):
    """One year's discussion: its steps, and what the chair does in them besides writing."""

    is_visit = False
    """Whether somebody only looks in, from another screen to which Esc leads back."""

    async def action_go_home(self) -> None:
        """Leave the review: for home, or for the screen from which somebody looked in."""
        if not self.is_visit:
            await super().action_go_home()
            return
        await self.flush()
        self.close()
        if isinstance(below := self.app.screen, StepsScreen):
            below.soon(below.remember_place, "place")

    @property
    def _agenda_item(self) -> UUID | None:
        return next((item.id for item in self.dossier.agenda if item.step == self.step_key), None)

    async def action_new_decision(self) -> None:
        """Add a decision under the agenda item of this step and write it."""
        await self.write_decision(self._agenda_item)

    async def action_new_action(self) -> None:
        """Add an action under the agenda item of this step and write it."""
        await self.add_under_item(
            Action(
                review_id=self.dossier.review.id,
                agenda_item_id=self._agenda_item,
                position=after_last(self.dossier.actions),
            )
        )

    def action_add_entry(self) -> None:
        """Add an entry to the list of this step; where there are several, let the chair pick one."""
        from medreview.tui.dialogs.pick import Pick

        lists = {str(place): one for place, one in enumerate(self.view.query(Records)) if one.takes_more}
        if not lists:
            self.notify(tr("Nothing can be added to a list here."), markup=False)
        elif len(lists) == 1:
            next(iter(lists.values())).add()
        else:
            rows = [(Content(tr(one.listing.add_label)), key) for key, one in lists.items()]
            self.app.push_screen(Pick(tr("Add what?"), rows), lambda key: lists[key].add() if key else None)

    def action_remove_entry(self) -> None:
        """Remove the chosen entry of the list that has the focus."""
        around = [one for one in (self.focused.ancestors if self.focused else []) if isinstance(one, Records)]
        lists = [one for one in around if one.chosen is not None and not one.listing.fixed]
        if lists:
            lists[0].remove_chosen()
        else:
            self.notify(tr("Go to the entry that shall be removed first."), markup=False)

    @property
    def _meeting(self) -> Meeting | None:
        meetings_held = self.dossier.meetings
        chosen = next((one for one in meetings_held if one.held_on == now().date()), None)
        return chosen or next(iter(meetings_held), None)

    async def action_begin(self) -> None:
        """Begin the meeting and go to the attendance."""
        meeting = self._meeting
        if meeting is None:
            return
        at = now().replace(second=0, microsecond=0)
        await self.flush()
        if await self.stored(meetings.begin, self.dossier.review, meeting, at.date(), at.time()):
            await self.reload()
            await self.action_go_to("attendance")

    async def action_nothing_to_note(self) -> None:
        """Say that the step was discussed with nothing to note, or take that back."""
        await self.flush()
        note = self.view.note
        if note is None or self.dossier.is_read_only:
            return
        marked = not note.nothing_to_note
        if await self.stored(edit.put, note, values={"nothing_to_note": marked}):
            self.notify(
                tr("Discussed – nothing to note") if marked else tr("No longer marked as discussed."), markup=False
            )

    def action_all_present(self) -> None:
        """Note everybody as present of whom nothing is said yet."""
        chosen = self.view.query(Records).first().chosen
        if isinstance(chosen, Meeting):
            self.store(meetings.all_present, chosen)

    async def action_propose_dates(self) -> None:
        """Fill up the coming year's meetings from the interval, and show them."""
        await self.flush()
        if self.step_key != "cooperation":
            await self.action_go_to("cooperation")
        await self.reload()
        self.store(meetings.plan_meetings, self.dossier, now().date())

    async def action_copy_goal(self) -> None:
        """Let the chair pick one of last year's goals to set again."""
        from medreview.tui.dialogs.pick import Pick

        if self.dossier.is_read_only or not self.dossier.last_goals:
            self.notify(tr("There is no goal of last year to copy here."), markup=False)
            return
        if self.step_key != "goals":
            await self.action_go_to("goals")
        rows = [(Content(goal.text), str(goal.id)) for goal in self.dossier.last_goals]
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
            self.notify(tr("Choose a goal first, in “Look back” or “Goals”."), markup=False)
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

    async def action_changes(self) -> None:
        """Show what was changed when, and on which device."""
        await self.flush()
        await self.medreview.show_changes(self.dossier)

    def action_discard(self) -> None:
        """Ask whether the year shall be deleted; nobody loses a whole year by a slip of a key."""
        from medreview.tui.dialogs.pick import Pick

        year = self.dossier.review.year
        answers = (tr("Keep {year}", year=year), ""), (tr("Delete {year}; Ctrl+Z brings it back", year=year), "delete")
        rows = [(Content(words), key) for words, key in answers]
        self.app.push_screen(Pick(tr("Delete what was prepared for {year}?", year=year), rows), self._discarded)

    async def action_erase(self) -> None:
        """Delete the year for good, unless it was ever approved."""
        from medreview.tui.erasing import ask_to_erase

        await ask_to_erase(self.medreview, self.dossier.committee.id, self.dossier.review)

    async def _discarded(self, answer: str | None) -> None:
        if answer and await self.stored(reviews.discard, self.dossier.review):
            await self.medreview.show_home(self.dossier.committee.id)
