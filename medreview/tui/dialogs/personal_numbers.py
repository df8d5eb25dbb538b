"""Personal numbers in what is approved or exported: where they stand, to take them out or to say why they stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar, Final
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Input, Label, OptionList, Static

from medreview.domain.errors import Refusal
from medreview.domain.privacy import FOLLOW_UP, WHEEL, Place
from medreview.domain.template import Template
from medreview.i18n import N_, current, ntr, tr
from medreview.operations import privacy
from medreview.tui.dialogs.base import Dialog
from medreview.tui.screens.base import Asking
from medreview.tui.text import one_line
from medreview.tui.widgets.field import STORE_WITHIN
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.row import Row

GO_ON: Final = "go on"
"""What is returned where the chair goes on."""

_REASON: Final = "reason"
"""The field of the reason."""

_OUTSIDE: Final = {WHEEL: N_("Annual wheel"), FOLLOW_UP: N_("Follow-up")}
"""What is no step of a review."""

_AROUND: Final = 6
"""Rows that are not for what scrolls: frame and buttons."""


class PersonalNumbers(Dialog[str], Asking):
    """Return `GO_ON`, or the step of the place that was picked; None where the chair does neither.

    A reason that is typed is kept at every pause, and stands there again the next time, until it is given.
    """

    TITLE_WORDS: ClassVar[str] = N_("Personal numbers?")
    DEFAULT_CSS = """
    PersonalNumbers #scroll { height: auto; scrollbar-size-vertical: 1; }
    PersonalNumbers Static, PersonalNumbers Label { height: auto; width: 100%; }
    PersonalNumbers OptionList { margin: 1 0; }
    PersonalNumbers .label { color: $muted; }
    PersonalNumbers Input, PersonalNumbers Input.-textual-compact { background: $field; padding: 0 1; }
    PersonalNumbers Input:focus { background: $field-focus; background-tint: $field-focus 0%; }
    """

    def __init__(self, review_id: UUID, places: Sequence[Place], template: Template) -> None:
        super().__init__()
        self._review_id = review_id
        self._places = places
        self._template = template
        self._timer: Timer | None = None
        self._is_given = False

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(tr(self.TITLE_WORDS))
            with VerticalScroll(id="scroll", can_focus=False):
                count = len(self._places)
                found = ntr(
                    "In {count} field stands what looks like a personal number.",
                    "In {count} fields stands what looks like a personal number.",
                    count,
                )
                advice = tr("Minutes tell principles, never individual cases. Enter goes to the place.")
                yield Static(Content(f"{found} {advice}"))
                yield OptionList(*(self._row(place) for place in self._places), compact=True, markup=False)
                yield Label(Content(tr("Why it may stay, if it is none or must stand there")), classes="label")
                yield LineInput(id=_REASON, compact=True, select_on_focus=False)
            with Row(classes="buttons"):
                yield Button(Content(tr("Go on")), id="go_on", classes="main", compact=True)
                yield Button(Content(tr("Not now (Esc)")), id="close", compact=True)

    def on_mount(self) -> None:
        """Show the reason that was typed the last time."""
        if kept := self.medreview.drafts.of(self.place).get(_REASON):
            with self.prevent(Input.Changed):
                self._reason.value = kept
            self.notify(tr("What you wrote here before stands here again."), markup=False)

    @property
    def _reason(self) -> Input:
        return self.query_one(f"#{_REASON}", Input)

    @property
    def place(self) -> str:
        """Under which name the archive keeps what is typed."""
        return f"{type(self).__name__} {self._review_id.hex}"

    def draft(self) -> tuple[str, Mapping[str, str], tuple[UUID, ...]]:
        """Return the reason as it is typed: its place, its field and the review it belongs to."""
        typed = "" if self._is_given else self._reason.value.strip()
        return self.place, {_REASON: typed} if typed else {}, (self._review_id,)

    async def flush(self) -> None:
        """Keep what is typed."""
        self._timer = None
        place, fields, about = self.draft()
        await self.medreview.drafts.keep(place, fields, *about)

    @on(Input.Changed)
    def _typed(self) -> None:
        """Nothing is stored while it is typed; it is only kept."""
        if self._timer is None:
            self._timer = self.set_timer(STORE_WITHIN, partial(self.in_background, self.flush))

    def on_resize(self, event: events.Resize) -> None:
        """Let what stands above the buttons scroll, so that they are always seen."""
        self.query_one("#scroll").styles.max_height = max(event.size.height - _AROUND, 1)
        self.query_one(OptionList).styles.max_height = max(event.size.height // 3, 3)

    def _row(self, place: Place) -> Content:
        words = current()
        outside = _OUTSIDE.get(place.step)
        step = tr(outside) if outside else self._template.step(place.step).short.in_language(words.language)
        return one_line(f"{step}: {words.field(type(place.entity).__name__, place.field)}")

    @on(OptionList.OptionSelected)
    async def _go_there(self, event: OptionList.OptionSelected) -> None:
        await self.flush()
        self.dismiss(self._places[event.option_index].step)

    @on(Input.Submitted)
    @on(Button.Pressed, "#go_on")
    async def _go_on(self) -> None:
        """Keep the reason, where there is one; without it the question comes again the next time."""
        if reason := self._reason.value.strip():
            await self._give(reason)
        await self.flush()
        self.dismiss(GO_ON)

    async def _give(self, reason: str) -> None:
        """Store the reason; one that cannot be stored stays a draft."""
        app = self.medreview
        try:
            await app.saver.run(privacy.dismiss, app.archive, self._review_id, self._places, reason)
        except Refusal as refusal:
            app.show_refusal(refusal)
        else:
            self._is_given = True

    @on(Button.Pressed, "#close")
    async def action_close(self) -> None:
        """Do neither; what is typed is kept."""
        await self.flush()
        self.dismiss(None)
