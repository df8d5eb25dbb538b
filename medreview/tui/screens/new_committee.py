"""A new committee: the few things it needs; everything can be changed later."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import ClassVar, Final
from uuid import UUID

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from medreview.domain.committee import Committee, Language
from medreview.domain.errors import InvalidField, Refusal, invalid_fields
from medreview.i18n import current, tr
from medreview.operations import committees
from medreview.operations.edit import with_values
from medreview.tui.commands import BACK, WITHOUT_COMMITTEE, Command
from medreview.tui.screens.page import Page
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.row import Row

_LAYOUT: Final = (
    ("name",),
    ("municipality",),
    ("level_name", "parent_name"),
    ("size_class",),
    ("management_side", "employee_side"),
    ("language",),
)


_BLANK: Final = Committee(municipality="–", name="–")

_PLACE: Final = "NewCommittee"
"""Under which name the archive keeps what is typed, as soon as there is one."""


class NewCommitteeScreen(Page):
    """The form of a committee that does not exist yet; what is typed is kept in the draft, and that in the archive."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = BACK
    DEFAULT_CSS = """
    NewCommitteeScreen .row { height: auto; max-width: 100; }
    """

    def __init__(self, draft: dict[str, object]) -> None:
        super().__init__()
        self._draft = draft
        self._is_created = False
        for name, value in {"municipality": "", "name": "", "language": Language(current().language)}.items():
            draft.setdefault(name, value)

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Static(Content(tr("New committee")), classes="title")
            yield Static(
                Content(tr("Only the two names are needed now. Everything can be changed later.")),
                classes="hint" if self._is_first else "hint below",
            )
            if self._is_first:
                yield Static(Content(tr("Nothing is stored before the committee is created.")), classes="hint below")
            for names in _LAYOUT:
                with Horizontal(classes="row"):
                    for name in names:
                        yield Field(Committee, name)
            with Row(classes="buttons"):
                yield Button(Content(tr("Create the committee")), id="create", classes="main", compact=True)
                yield Button(Content(tr("Back (Esc)")), action="screen.back", compact=True)
        yield KeyBar()

    @property
    def _is_first(self) -> bool:
        """Whether there is no archive yet that could keep a draft."""
        return not self.medreview.has_archive

    def on_mount(self) -> None:
        """Show the draft."""
        self.query_one(TitleBar).say_where("medreview", here=tr("New committee"))
        if again := _understood(self.medreview.drafts.of(_PLACE)):
            self._draft.update(again)
            self.notify(tr("What you wrote here before stands here again."), markup=False)
        for field in self.query(Field):
            default = Committee.model_fields[field.field_name].get_default() or ""
            field.show(self._draft.get(field.field_name, default), Scope(), another=True)

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """What else can be done while a committee is set up."""
        return (*BACK, *WITHOUT_COMMITTEE)

    def on_field_changed(self, event: Field.Changed) -> None:
        """Keep what was typed."""
        self._draft.update(event.values)
        self.in_background(self._keep)

    async def flush(self) -> None:
        """Keep what is typed and not yet told."""
        for field in self.query(Field):
            self._draft.update(field.take())
        await self._keep()

    async def _keep(self) -> None:
        place, fields, _ = self.draft()
        await self.medreview.drafts.keep(place, fields)

    def draft(self) -> tuple[str, Mapping[str, str], tuple[UUID, ...]]:
        """Return what is written of the committee: its place, its fields and what it belongs to."""
        typed = {field.field_name: field.typed for field in self.query(Field) if field.typed}
        chosen = {name: str(value) for name, value in self._draft.items() if value and name not in typed}
        is_begun = bool(typed) and not self._is_created
        return _PLACE, {**chosen, **typed} if is_begun else {}, ()

    @on(Button.Pressed, "#create")
    async def _create(self) -> None:
        await self.flush()
        try:
            await self._store(Committee.model_validate(self._draft))
        except ValidationError as error:
            self._complain(invalid_fields("Committee", error))
        except Refusal as refusal:
            if refusal.code != "committee_exists":
                self.medreview.show_refusal(refusal)
                return
            self._complain([InvalidField("Committee", "name", refusal.code, **refusal.params)])

    async def _store(self, committee: Committee) -> None:
        app = self.medreview
        if not app.has_archive:
            await app.create_archive()
        await app.saver.run(committees.create_committee, app.archive, committee)
        self._is_created = True
        self._draft.clear()
        await self._keep()
        app.note_saved()
        await app.show_home(committee.id)
        await app.action_edit_committee()

    def _complain(self, wrong: list[InvalidField]) -> None:
        """Say at each field what is wrong with it and go to the first."""
        by_name = {refusal.field: current().refusal(refusal.code, **refusal.params) for refusal in wrong}
        for field in self.query(Field):
            field.complain(by_name.get(field.field_name, ""))
        first = next(field for field in self.query(Field) if field.field_name in by_name)
        first.control.focus(scroll_visible=False)
        self.call_after_refresh(first.scroll_visible)


def _understood(kept: Mapping[str, str]) -> dict[str, object]:
    """Return what was kept as the values of a committee; what another program wrote may be none."""
    values: dict[str, object] = {}
    for name, text in kept.items():
        with suppress(Refusal):
            values[name] = getattr(with_values(_BLANK, {name: text}), name)
    return values
