"""The app: which screen is shown, and the commands that work everywhere."""

from __future__ import annotations

import asyncio
import sys
from contextlib import nullcontext
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import ModalScreen

from medreview.i18n import current, tr
from medreview.tui.commands import APP, bindings
from medreview.tui.entering import EnteringApp
from medreview.tui.screens.ending import Ending
from medreview.tui.tidying import TidyApp

if TYPE_CHECKING:
    from uuid import UUID

    from medreview.domain.dossier import Dossier
    from medreview.domain.goal import Goal


_OPENING: Final = frozenset(
    (
        "switch_committee",
        "edit_committee",
        "export",
        "palette",
        "search",
        "guide",
        "read",
        "compare",
        "learned",
        "wheel",
        "settings",
        "backups",
        "import_file",
        "open_archive",
    )
)
"""The actions that show another screen."""


class MedreviewApp(TidyApp[None], EnteringApp):
    """The annual discussion on a terminal: what is shown, and what the commands do."""

    TITLE = "medreview"
    CSS_PATH = "medreview.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(APP)]

    @cached_property
    def _left_at(self) -> dict[UUID, str]:
        """At which step each review was left since the start."""
        return {}

    async def show_home(self, committee_id: UUID) -> None:
        """Show a committee's home screen."""
        from medreview.operations import committees, whereabouts
        from medreview.tui.screens.home import HomeScreen

        if self.dossier is not None and (step := getattr(self.screen, "step_key", None)):
            self._left_at[self.dossier.review.id] = step
        overview = await self.saver.run(committees.overview, self.archive, committee_id)
        await self.ask(whereabouts.remember_place, self.archive, committee_id, None, "")
        await self.show(HomeScreen.showing(overview))

    async def load(self, module: str) -> None:
        """Import a large module before it is needed, in a thread, so that the screen which is shown goes on."""
        if module not in sys.modules:
            await asyncio.to_thread(import_module, module)

    async def show_review(self, dossier: Dossier, step: str | None = None) -> None:
        """Show a review over the screen that is shown now, at a step or where the chair left it last."""
        await self.load("medreview.tui.screens.review")
        from medreview.tui.screens.review import ReviewScreen

        await self.push_screen(ReviewScreen(self.saver.over(dossier), step or self._left_at.get(dossier.review.id)))

    async def show_step(self, dossier: Dossier, step: str) -> None:
        """Show a step of a review, on its screen where that is open, or what stands in the place of one."""
        from medreview.domain.privacy import FOLLOW_UP, WHEEL

        if step == WHEEL:
            await self.run_action("app.wheel")
        elif step == FOLLOW_UP:
            await self._show_follow_up(dossier)
        elif go_to := getattr(self.screen, "action_go_to", None):
            await go_to(step)
        else:
            await self.show_review(dossier, step)

    async def _show_follow_up(self, dossier: Dossier) -> None:
        from medreview.tui.screens.follow_up import FollowUpScreen

        if not isinstance(self.screen, FollowUpScreen):
            await self.push_screen(await FollowUpScreen.of(self, dossier.committee.id))

    async def show_history(self, goal: Goal) -> None:
        """Show a goal over the years."""
        from medreview.operations import reviews
        from medreview.tui.screens.history import HistoryScreen

        years = await self.saver.run(reviews.goal_history, self.archive, goal)
        await self.push_screen(HistoryScreen(years))

    async def show_changes(self, dossier: Dossier) -> None:
        """Show what was changed in a review when, and on which device."""
        from medreview.operations.changes_told import changes_told
        from medreview.tui.screens.changes import ChangesScreen

        told = await self.saver.run(changes_told, self.archive, dossier.review.id, current())
        await self.push_screen(ChangesScreen(dossier, told))

    async def change_language(self, language: str) -> None:
        """Show everything in another language; the chair stays where they are."""
        await self.flush()
        self.use_language(language)
        await self.open_archive(self.archive_path)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Over a question nothing else opens but its help, and no screen opens over itself or what it stands for."""
        if action in _OPENING and isinstance(self.screen, ModalScreen):
            return False
        if action in (getattr(self.screen, "OPENED_BY", None), getattr(self.screen, "INSTEAD_OF", None)):
            return False
        return super().check_action(action, parameters)

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: Any) -> bool:
        """Do an action; a screen keeps its parts until one of its own is done. What is refused is said."""
        from medreview.domain.errors import Refusal

        with namespace.doing() if isinstance(namespace, Ending) else nullcontext():
            try:
                return await super()._dispatch_action(namespace, action_name, params)
            except Refusal as refusal:
                self.show_refusal(refusal)
                return True

    @property
    def committee_id(self) -> UUID | None:
        """The committee that is shown now."""
        shown = (getattr(screen, "committee_id", None) for screen in reversed(self.screen_stack))
        return next((committee_id for committee_id in shown if committee_id is not None), None)

    @property
    def dossier(self) -> Dossier | None:
        """The review that is shown now, or the committee's newest."""
        shown = (getattr(screen, "dossier", None) for screen in reversed(self.screen_stack))
        return next((dossier for dossier in shown if dossier is not None), None)

    def action_help_quit(self) -> None:
        """Ctrl+C with nothing to copy: whoever presses it wants to leave, and hears how."""
        self.notify(tr("Ctrl+Q closes medreview; everything is stored."), markup=False)

    def action_help(self) -> None:
        """Explain the field that has the focus, and show all keys."""
        from medreview.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def action_guide(self) -> None:
        """Read how to prepare, hold and finish the discussion."""
        from medreview.tui.screens.guide import GuideScreen

        self.push_screen(GuideScreen())

    def action_palette(self) -> None:
        """Find any command by name."""
        from medreview.tui.dialogs.palette import Palette

        commands = getattr(self.screen, "shown_commands", APP)
        self.push_screen(Palette(commands), self._run_command)

    async def _run_command(self, action: str | None) -> None:
        if action is not None:
            await self.screen.run_action(action)

    async def action_undo(self) -> None:
        """Take back the last change."""
        from medreview.tui.undoing import retrace

        await retrace(self, "undo")

    async def action_redo(self) -> None:
        """Do again what was undone last."""
        from medreview.tui.undoing import retrace

        await retrace(self, "redo")

    async def action_search(self) -> None:
        """Find words in all years and committees."""
        from medreview.tui.searching import search

        if self.has_archive:
            await search(self)

    async def action_compare(self) -> None:
        """Show two years of the committee side by side."""
        from medreview.tui.screens.compare import CompareScreen

        if self.committee_id is not None:
            await self.flush()
            await CompareScreen.open(self, self.committee_id)

    async def action_wheel(self) -> None:
        """See the committee's year at a glance."""
        from medreview.tui.screens.wheel import WheelScreen

        if self.committee_id is not None:
            await self.flush()
            await self.push_screen(await WheelScreen.of(self, self.committee_id))

    async def action_learned(self) -> None:
        """Show what others can learn, from all years and committees."""
        from medreview.tui.screens.learned import LearnedScreen

        if self.has_archive:
            await self.flush()
            await LearnedScreen.open(self)

    async def action_read(self) -> None:
        """Read the whole review from top to bottom, as a screen reader does."""
        from medreview.tui.reading import read_as_text

        await read_as_text(self)

    async def action_switch_committee(self) -> None:
        """Switch to another committee of the archive."""
        from medreview.tui.dialogs.committees import pick_committee

        if self.has_archive:
            await self.flush()
            await pick_committee(self)

    async def action_add(self, step: str, label: str) -> None:
        """Add to a list of a step, wherever one is."""
        from medreview.tui.adding import add_to

        await add_to(self, step, label)

    async def action_add_member(self) -> None:
        """Add somebody to the committee."""
        from medreview.tui.adding import add_member

        await add_member(self)

    async def action_edit_committee(self) -> None:
        """Edit the committee and its members."""
        from medreview.tui.screens.committee import CommitteeScreen

        if self.committee_id is not None:
            await self.flush()
            await self.push_screen(await CommitteeScreen.of(self, self.committee_id))

    async def action_export(self) -> None:
        """Write minutes, agenda or note sheet to files."""
        await self.load("medreview.tui.screens.export")
        from medreview.operations import wheel
        from medreview.tui.screens.export import ExportScreen

        await self.flush()
        exports = getattr(self.screen, "exports", ())
        dossier = self.dossier
        if dossier is None and exports and self.committee_id is not None:
            dossier = await self.saver.run(wheel.without_review, self.archive, self.committee_id)
        if dossier is None:
            self.notify(tr("Start a review first; then there is something to export."), markup=False)
        else:
            await self.push_screen(ExportScreen(dossier, *exports))

    def action_settings(self) -> None:
        """Choose language, colours and folders."""
        from medreview.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def action_backups(self) -> None:
        """See the backups, make one, go back to one."""
        from medreview.tui.screens.backups import BackupsScreen

        if self.has_archive:
            self.push_screen(BackupsScreen())

    def action_import_file(self) -> None:
        """Read a review from an exchange file."""
        from medreview.tui.dialogs.files import import_file

        if self.has_archive:
            import_file(self)

    def action_open_archive(self) -> None:
        """Open another archive file."""
        from medreview.tui.dialogs.files import open_archive_file

        open_archive_file(self)
