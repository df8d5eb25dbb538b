"""Storing in the background what is written on a screen, and saying what could not be stored."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from typing import Any

from textual import on

from medreview.domain.attendance import Attendance
from medreview.domain.base import Entity
from medreview.domain.committee import Member
from medreview.domain.errors import InvalidField, Refusal
from medreview.domain.expertise import Training
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Evaluation
from medreview.domain.review import Meeting, StepNote
from medreview.i18n import current, tr
from medreview.minutes.naming import TITLES
from medreview.operations import committees, edit, following, goals, reviews, undo
from medreview.operations.changes import Changes
from medreview.operations.drafts import place_of
from medreview.tui.messages import ArchiveChanged
from medreview.tui.saving import TROUBLE, edit_of
from medreview.tui.screens.base import Asking
from medreview.tui.text import capitalised
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.form import Form, forms_in
from medreview.tui.widgets.records import Records

_MADE_WHEN_WRITTEN = (StepNote, Attendance, Training)
"""Entities that a form may show before the archive has them."""

_ADDED_BY: dict[type[Entity], Callable[..., Changes]] = {Meeting: reviews.add_meeting, Member: committees.add_member}
"""Entities that bring more with them than themselves."""


class Storing(Asking):
    """Stores in the background what forms and lists of a screen or dialog post."""

    def on_mount(self) -> None:
        """Load behind the first frame what it takes to write; whoever only looks at home never needs it."""
        if self.medreview.has_archive:
            load = partial(asyncio.to_thread, self.medreview.archive.prepare_writing)
            self.call_after_refresh(self.in_background, load)

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
        visit: str = "",
    ) -> bool:
        """Store something; return whether that went well. What is wrong is said at the field, or for all to see.

        What is written and cannot be stored waits (see `keeping`); nothing else is done before that is stored.
        """
        app = self.medreview
        if edit := edit_of(operation, args, values, field, visit):
            refusal = await app.keep(edit)
        else:
            refusal = await app.catch_up() or await self._do(partial(operation, app.archive, *args, **(values or {})))
        if refusal is not None:
            if field is not None and values:
                field.bring_back(values[field.field_name], args[0])
            self._say_refused(refusal, field)
        elif field is not None:
            await self.medreview.drafts.keep_field(args[0], field.field_name, "")
        return refusal is None

    async def _do(self, operation: Callable[[], Changes]) -> Refusal | None:
        """Do something in the archive; return why it was refused."""
        try:
            changes = await self.medreview.saver.store(operation)
        except Refusal as refusal:
            return refusal
        self.medreview.note_saved()
        self.app.post_message(ArchiveChanged(changes))
        return None

    def _say_refused(self, refusal: Refusal, field: Field | None) -> None:
        if field is not None and field.is_attached:
            field.stays_dirty()
        if isinstance(refusal, InvalidField) and field is not None and field.is_attached:
            field.complain(current().refusal(refusal.code, **refusal.params))
            form = field.query_ancestor(Form)
            if form.entity is not None:
                form.post_message(Form.Unfinished(field, form.entity, field.typed))
            return
        if self.medreview.saver.waiting and field is not None:
            return  # that was said when it began, and the status cell goes on saying so
        is_lost = field is not None or refusal.code in TROUBLE  # else there is nothing that was to be stored
        if is_lost and not self.medreview.saver.waiting:
            for bar in self.title_bars:
                bar.say_stored(tr("Not saved"), bad=True)
        self.medreview.show_refusal(refusal)

    async def flush(self) -> None:
        """Store what is typed and not yet stored."""
        for form in list(forms_in(self)):
            for edited in form.take():
                await self._write(edited)
            for field in form.fields:
                if field.is_refused and form.entity is not None:
                    await self._keep_unfinished(Form.Unfinished(field, form.entity, field.typed))

    def edit_operation(self, edited: Form.Edited | Records.Quick) -> tuple[Any, ...]:
        """Return the operation that stores an edit, and the entity."""
        if isinstance(edited.entity, Evaluation):
            return goals.evaluate, edited.entity
        if isinstance(edited.entity, Member):
            return committees.change_member, edited.entity
        if isinstance(edited.entity, FollowUp):
            return following.note, edited.entity
        if isinstance(edited.entity, _MADE_WHEN_WRITTEN):
            return edit.put, edited.entity
        return edit.change, edited.entity

    @on(Form.Unfinished)
    def _unfinished(self, event: Form.Unfinished) -> None:
        self.in_background(partial(self._keep_unfinished, event))

    async def _keep_unfinished(self, event: Form.Unfinished) -> None:
        """Keep what cannot be stored as it is: half a date stands in its field again, also after the next start."""
        app = self.medreview
        shown = (app.committee_id, app.dossier.review.id if app.dossier else None)
        about = (one for one in shown if one is not None)
        await app.drafts.keep_field(event.entity, event.field.field_name, event.text, *about)
        if event.text != event.field.refused[0]:
            event.field.refused = (event.text, await self.ask(undo.latest, app.archive) or 0)

    @on(Form.Shown)
    def _shown(self, event: Form.Shown) -> None:
        """Show what was typed for the entity and could not be stored."""
        if event.form.entity is None:
            return
        kept = self.medreview.drafts.of(place_of(event.form.entity))
        for field in event.form.fields if kept else ():
            if (text := kept.get(field.field_name)) and not field.disabled and not field.is_dirty:
                field.retype(text)

    @on(Form.Edited)
    def _edited(self, event: Form.Edited) -> None:
        self._say_chosen(event.values)
        self.in_background(partial(self._store_edit, event))

    def _say_chosen(self, values: Mapping[str, object]) -> None:
        """Say which word was chosen: one key does that, also by mistake. What is typed oneself one sees."""
        word = next((capitalised(current().term(one)) for one in values.values() if isinstance(one, Enum)), "")
        self.say_in_passing(tr("{word} · Ctrl+Z undoes", word=word) if word else "")

    def say_in_passing(self, words: str) -> None:
        """Say something for a moment where it is otherwise said that everything is stored."""
        for bar in self.title_bars:
            bar.say_in_passing(words)

    async def _store_edit(self, event: Form.Edited) -> None:
        """Store an edit; what was wrong before, an end before its start, may be right after it."""
        if await self._write(event) and event.field.is_attached:
            event.field.query_ancestor(Form).retry()

    async def _write(self, edited: Form.Edited) -> bool:
        return await self.stored(
            *self.edit_operation(edited), field=edited.field, values=edited.values, visit=edited.visit
        )

    @on(Records.Quick)
    def _edited_quickly(self, event: Records.Quick) -> None:
        self._say_chosen(event.values)
        self.store(*self.edit_operation(event), values=event.values)

    @on(Records.Added)
    def _added(self, event: Records.Added) -> None:
        self.store(_ADDED_BY.get(type(event.entity), edit.add), event.entity)

    @on(Records.Removed)
    def _removed(self, event: Records.Removed) -> None:
        self.in_background(partial(self._remove, event.entity))

    async def _remove(self, entity: Entity) -> None:
        """Remove an entry without asking, for undoing brings it back, and say both."""
        name = self.name_of(entity).strip() or tr("Not written yet")
        operation = following.remove if isinstance(entity, FollowUp) else edit.remove
        if await self.stored(operation, entity):
            self.notify(tr("Removed: {what} · Ctrl+Z brings it back", what=name), markup=False)

    def name_of(self, entity: Entity) -> str:
        """Return what an entry is called."""
        return str(getattr(entity, TITLES[type(entity).__name__]))

    @on(Records.Moved)
    def _moved(self, event: Records.Moved) -> None:
        self.store(edit.reorder, event.ordered)
