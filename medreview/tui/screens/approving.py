"""What is done with the minutes of a review: approve, withdraw, add to them, look at their versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from textual import on

from medreview.domain.base import Entity
from medreview.domain.decision import Action, Decision
from medreview.domain.dossier import Dossier, after_last
from medreview.domain.errors import Refusal
from medreview.domain.findings import Finding
from medreview.domain.review import AgendaItem, State
from medreview.i18n import current, tr
from medreview.operations import approval, edit, privacy, reviews
from medreview.operations.changes import Changes
from medreview.operations.unstored import Unstored
from medreview.settings import house_of
from medreview.tui.messages import ArchiveChanged
from medreview.tui.screens.timed import TimedScreen
from medreview.tui.steps.closing import DutyList
from medreview.tui.steps.pointing import choose, field_of
from medreview.tui.widgets.part import Scope


class ApprovingScreen(TimedScreen):
    """The steps of a review, and the deeds of the last one."""

    async def action_ready(self) -> None:
        """Mark the review as ready for approval, the meeting as ended."""
        await self.flush()
        await self.stop_clock()
        await self.stored(reviews.set_state, self.dossier.review, State.FOR_APPROVAL)

    async def action_approve(self) -> None:
        """Show what is missing, ask who approves, and approve."""
        from medreview.tui.dialogs.personal_numbers import PersonalNumbers

        await self.flush()
        await self.reload()
        if self.dossier.is_read_only:
            self.medreview.show_refusal(Refusal("approved", year=self.dossier.review.year))
            return
        places = await self.ask(privacy.open_places, self.medreview.archive, self.dossier)
        if places:
            asking = PersonalNumbers(self.dossier.review.id, places, self.template)
            self.app.push_screen(asking, self._looked_at_numbers)
        else:
            self._ask_who_approves()

    async def _looked_at_numbers(self, answer: str | None) -> None:
        from medreview.tui.dialogs.personal_numbers import GO_ON

        if answer == GO_ON:
            self._ask_who_approves()
        elif answer is not None:
            await self.medreview.show_step(self.dossier, answer)

    def _ask_who_approves(self) -> None:
        from medreview.tui.dialogs.approve import Approve

        asking = Approve(self.dossier, unstored=self._unstored(), is_example=self.medreview.is_example)
        self.app.push_screen(asking, self._approved)

    def _unstored(self) -> tuple[Finding, ...]:
        """Return what is typed and not stored as findings."""
        return tuple(map(self._not_stored, self.medreview.drafts.of_review(self.dossier)))

    def _not_stored(self, one: Unstored) -> Finding:
        """Return the finding; what was typed in a goal that is closed leads to where it was closed."""
        params: dict[str, object] = {"text": one.text, "where": self._where(one.entity, one.field)}
        if closed := one.closed_by:
            return Finding("not_stored_closed", "look_back", params=params, entry=closed.id, field_name="continuation")
        return Finding("not_stored", one.step, one.blocks, params, one.entity.id, one.field)

    def _where(self, entity: Entity, name: str) -> str:
        field = current().field(type(entity).__name__, name)
        return ", ".join(part for part in (self.name_of(entity), field) if part)

    def _scope(self) -> Scope:
        return replace(super()._scope(), unstored=self._unstored())

    async def _go_to(self, key: str) -> None:
        """Show a step; the last one tells what is not stored, also where the review itself is as it was."""
        await super()._go_to(key)
        if key == "closing" and key in self._views:
            self._views[key].query_one(DutyList).show(self._scope())

    async def _approved(self, answer: Changes | Finding | None) -> None:
        match answer:
            case Changes():
                self.medreview.drafts.forget_review(self.dossier)
                self._tell(answer, tr("The minutes are approved. Export them with F6."))
                self.in_background(self._keep_copies)
            case Finding():
                await self.show_found(answer)

    async def show_found(self, finding: Finding) -> None:
        """Go to the step of a finding and, where it is about one entry, into the field in which it is mended."""
        await self.action_go_to(finding.step)
        entity = self.dossier.find(Entity, finding.entry) if finding.entry else None
        if entity is None:
            return
        if isinstance(entity, AgendaItem):
            await self.write_decision(entity.id)
            return
        choose(self.view, entity)
        if field := field_of(self.view, entity, finding.field_name):
            field.control.focus()

    @on(DutyList.Chosen)
    async def _mend(self, event: DutyList.Chosen) -> None:
        await self.show_found(event.finding)

    async def write_decision(self, item: UUID | None) -> None:
        """Add a decision under an agenda item and write it."""
        await self.add_under_item(
            Decision(review_id=self.dossier.review.id, agenda_item_id=item, position=after_last(self.dossier.decisions))
        )

    async def add_under_item(self, entity: Decision | Action) -> None:
        """Add a decision or an action and open it."""
        if self.dossier.is_read_only:
            return
        from medreview.tui.dialogs.entry import Entry

        if await self.stored(edit.add, entity):
            await self.reload()
            self.app.push_screen(Entry(entity, self.dossier))

    async def _keep_copies(self) -> None:
        """Write what stays readable without this program; where that fails the approval stands."""
        from medreview.operations.copies import keep_copies

        house = house_of(self.medreview.settings, self.medreview.paths.settings.parent)
        paths = await self.medreview.ask(keep_copies, self.medreview.archive, self.dossier.review.id, house)
        if paths:
            folder = paths[0].parent
            self.notify(tr("Copies to keep are in {folder}", folder=folder), timeout=10, markup=False)

    async def action_withdraw(self) -> None:
        """Ask why the approval is withdrawn, and withdraw it."""
        from medreview.tui.dialogs.withdraw import Withdraw

        standing = await self.ask_standing()
        if standing is None:
            self.medreview.show_refusal(Refusal("not_approved", year=self.dossier.review.year))
        elif standing.later_year is not None:
            self.medreview.show_refusal(Refusal("later_started", latest=standing.later_year))
        else:
            said = tr("The approval is withdrawn. The minutes can be changed again.")
            self.app.push_screen(Withdraw(self.dossier), self._telling(said))

    async def action_addendum(self) -> None:
        """Write an addendum to these minutes."""
        await self._write_addendum(self.dossier)

    async def action_correct_last_year(self) -> None:
        """Write an addendum to last year's minutes; it becomes an item of this year's agenda."""
        await self.flush()
        last = await self.ask(approval.last_approved, self.medreview.archive, self.dossier.review)
        if last is not None:
            await self._write_addendum(last)
        elif self.dossier.review.previous_year is None:
            self.notify(tr("This is the first review; there are no minutes of last year."), markup=False)
        else:
            self.medreview.show_refusal(Refusal("not_approved", year=self.dossier.review.previous_year))

    async def _write_addendum(self, dossier: Dossier) -> None:
        from medreview.tui.dialogs.addendum import WriteAddendum

        year = dossier.review.year
        standing = await self.ask(approval.standing, self.medreview.archive, dossier.review.id)
        if standing is None:
            self.medreview.show_refusal(Refusal("not_approved", year=year))
            return
        said = tr("The addendum stands with the minutes of {year}.", year=year)
        if standing.open_year is not None:
            said += " " + tr("It is on the agenda of {open_year}.", open_year=standing.open_year)
        self.app.push_screen(WriteAddendum(dossier, standing.open_year), self._telling(said))

    async def action_versions(self) -> None:
        """Show every approved version, and what differs between them."""
        from medreview.operations.versions import history
        from medreview.tui.screens.versions import VersionsScreen

        await self.flush()
        stages = await self.ask(history, self.medreview.archive, self.dossier.review.id, current())
        if stages:
            await self.app.push_screen(VersionsScreen(self.dossier, stages))
        elif stages is not None:
            self.medreview.show_refusal(Refusal("not_approved", year=self.dossier.review.year))

    def _telling(self, said: str) -> Callable[[Any], None]:
        """Return what follows a dialog: where something was stored, that is told."""

        def told(answer: Changes | Finding | None) -> None:
            if isinstance(answer, Changes):
                self._tell(answer, said)

        return told

    def _tell(self, changes: Changes, said: str) -> None:
        self.medreview.note_saved()
        self.app.post_message(ArchiveChanged(changes))
        self.notify(said, markup=False)
