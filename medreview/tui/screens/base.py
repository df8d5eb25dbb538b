"""What every screen shares: the bars, storing in the background, and refusals in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar, cast

from textual import on
from textual.binding import BindingType
from textual.screen import Screen

from medreview.domain.attendance import Attendance
from medreview.domain.base import Entity
from medreview.domain.committee import Member
from medreview.domain.errors import InvalidField, Refusal
from medreview.domain.expertise import Training
from medreview.domain.goal import Evaluation
from medreview.domain.review import Meeting, StepNote
from medreview.i18n import current, tr
from medreview.operations import committees, edit, goals, reviews
from medreview.operations.changes import Changes
from medreview.tui.commands import APP, Command, bindings
from medreview.tui.messages import ArchiveChanged
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.records import Records

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp

P = ParamSpec("P")
T = TypeVar("T")

Job = Callable[[], Any]
"""A coroutine function; one that never begins leaves no coroutine behind that nobody awaited."""

_MADE_WHEN_WRITTEN = (StepNote, Attendance, Training)
"""Entities that a form may show before the archive has them."""

_ADDED_BY: dict[type[Entity], Callable[..., Changes]] = {Meeting: reviews.add_meeting, Member: committees.add_member}
"""Entities that bring more with them than themselves."""


class Storing(Screen[Any]):
    """Stores in the background what forms and lists of a screen or dialog post."""

    @property
    def medreview(self) -> MedreviewApp:
        """The app, with its archive and settings."""
        return cast("MedreviewApp", self.app)

    @property
    def title_bars(self) -> list[TitleBar]:
        """The bar above the screen; a dialog has none. A query would walk through every widget below."""
        return [bar for bar in self.children if isinstance(bar, TitleBar)]

    async def ask(self, operation: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Run an operation in the background and return its result; a refusal is shown and gives None."""
        try:
            result: T = await self.medreview.saver.run(operation, *args, **kwargs)
        except Refusal as refusal:
            self.medreview.show_refusal(refusal)
            return None
        return result

    def in_background(self, job: Job) -> None:
        """Do something that goes on although this screen is closed meanwhile."""
        self.app.run_worker(job, group="background")

    def soon(self, job: Job, group: str) -> None:
        """Do something in the place of what was last asked for in the group."""
        self.run_worker(job, group=group, exclusive=True)

    def store(
        self,
        operation: Callable[..., Changes],
        *args: Any,
        field: Field | None = None,
        values: dict[str, object] | None = None,
    ) -> None:
        """Store something in the background, in the order in which it is asked for."""
        self.in_background(partial(self.stored, operation, *args, field=field, values=values))

    async def stored(
        self,
        operation: Callable[..., Changes],
        *args: Any,
        field: Field | None = None,
        values: dict[str, object] | None = None,
    ) -> bool:
        """Store something; return whether that went well. What is wrong is said at the field, or for all to see."""
        try:
            changes = await self.medreview.saver.run(operation, self.medreview.archive, *args, **(values or {}))
        except Refusal as refusal:
            self._say_refused(refusal, field)
            return False
        self.medreview.note_saved()
        self.app.post_message(ArchiveChanged(changes))
        return True

    def _say_refused(self, refusal: Refusal, field: Field | None) -> None:
        if field is not None and field.is_attached:
            field.stays_dirty()
        if isinstance(refusal, InvalidField) and field is not None and field.is_attached:
            field.complain(current().refusal(refusal.code, **refusal.params))
            return
        for bar in self.title_bars:
            bar.say_stored(tr("Not saved"), bad=True)
        self.medreview.show_refusal(refusal)

    async def flush(self) -> None:
        """Store what is typed and not yet stored."""
        for form in self.query(Form):
            for edited in form.take():
                await self.stored(*self.edit_operation(edited), field=edited.field, values=edited.values)

    def edit_operation(self, edited: Form.Edited | Records.Quick) -> tuple[Any, ...]:
        """Return the operation that stores an edit, and the entity."""
        if isinstance(edited.entity, Evaluation):
            return goals.evaluate, edited.entity
        if isinstance(edited.entity, Member):
            return committees.change_member, edited.entity
        if isinstance(edited.entity, _MADE_WHEN_WRITTEN):
            return edit.put, edited.entity
        return edit.change, edited.entity

    @on(Form.Edited)
    def _edited(self, event: Form.Edited) -> None:
        self.in_background(partial(self._store_edit, event))

    async def _store_edit(self, event: Form.Edited) -> None:
        """Store an edit; what was wrong before, an end before its start, may be right after it."""
        done = await self.stored(*self.edit_operation(event), field=event.field, values=event.values)
        if done and event.field.is_attached:
            event.field.query_ancestor(Form).retry()

    @on(Records.Quick)
    def _edited_quickly(self, event: Records.Quick) -> None:
        self.store(*self.edit_operation(event), values=event.values)
        event.records.step(1)

    @on(Records.Added)
    def _added(self, event: Records.Added) -> None:
        self.store(_ADDED_BY.get(type(event.entity), edit.add), event.entity)

    @on(Records.Removed)
    def _removed(self, event: Records.Removed) -> None:
        self.store(edit.remove, event.entity)

    @on(Records.Moved)
    def _moved(self, event: Records.Moved) -> None:
        self.store(edit.reorder, event.ordered)


class BaseScreen(Storing, Screen[None]):
    """A screen with its bars."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = []

    _has_missed = False
    """Whether something changed while another screen covered this one."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [*bindings(cls.OWN_COMMANDS)]
        super().__init_subclass__(**kwargs)

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """The commands that work here, this screen's own first."""
        return (*self.OWN_COMMANDS, *APP)

    def on_mount(self) -> None:
        """Show the keys and whether everything is stored."""
        for bar in self.query(KeyBar):
            bar.show(self.shown_commands)
        self.say_stored()

    def on_screen_resume(self) -> None:
        """Show again whether everything is stored, and what changed meanwhile."""
        self.say_stored()
        if self._has_missed:
            self._has_missed = False
            self.soon(self.reload, "reload")

    def say_stored(self) -> None:
        """Show when something was last stored."""
        for bar in self.title_bars:
            example = tr("EXAMPLE") if self.medreview.is_example else ""
            bar.say_stored(" · ".join(words for words in (example, self.stored_words()) if words))

    def stored_words(self) -> str:
        """Return the words of the status cell."""
        saved_at = self.medreview.saver.saved_at
        return tr("Saved {time}", time=current().time(saved_at.time())) if saved_at else tr("All saved")

    async def action_back(self) -> None:
        """Store what is typed and close this screen."""
        await self.flush()
        self.app.pop_screen()

    def archive_changed(self, changes: Changes) -> None:
        """Take over what changed; a screen that is covered does so when it is seen again."""
        if not self.concerns(changes):
            return
        if self.is_current:
            self.take_over(changes)
        else:
            self._has_missed = True

    def concerns(self, changes: Changes) -> bool:  # noqa: ARG002 - screens that show the archive look at them
        """Return whether the changes touch what this screen shows."""
        return False

    def take_over(self, changes: Changes) -> None:  # noqa: ARG002 - a screen may know better than to load again
        """Show what changed."""
        self.soon(self.reload, "reload")

    async def reload(self) -> None:
        """Load what the screen shows again; screens that show the archive do so."""
