"""Between the meetings: how each goal and action is going, one after the other, in two minutes."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from medreview.domain import following
from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import Followed
from medreview.domain.goal import Goal
from medreview.i18n import N_, current, tr
from medreview.operations.committees import CommitteeOverview
from medreview.tui.commands import FOLLOW_UP, UNDOING, Command
from medreview.tui.screens.of_committee import OfCommittee
from medreview.tui.screens.page import Page
from medreview.tui.screens.storing import Storing
from medreview.tui.steps.followed import activities, facts, next_activity, noted, overdue, status
from medreview.tui.text import literal, one_line
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records

_COURSES = list(Course)
_FEW, _MANY = 2, 5
"""Activities of a goal that are told on the smallest screens, where the fields are to be seen too, and on others."""
_FIELDS = ("course", ("line", "noted_on"))


class FollowUpScreen(Page, OfCommittee, Storing):
    """All that is open of a committee's newest review, each with a status, a line and a day."""

    OPENED_BY: ClassVar[str] = "follow_up"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*FOLLOW_UP, *UNDOING)
    DEFAULT_CSS = """
    FollowUpScreen Field.noted_on { width: 16; }
    FollowUpScreen.-short RowList { max-height: 4; }
    FollowUpScreen.-middle RowList { max-height: 7; }
    FollowUpScreen.-short > VerticalScroll, FollowUpScreen.-middle > VerticalScroll { padding: 0 2; }
    FollowUpScreen .inside > Panel { margin: 0; }
    FollowUpScreen .inside > Records.-none { display: none; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-middle"), (30, "-tall")]  # noqa: RUF012 - Textual declares it so

    def __init__(self, overview: CommitteeOverview, item: UUID | None = None) -> None:
        super().__init__(overview)
        self._first = item
        self._written: dict[UUID, FollowUp] = {}
        """What is written and waits to be stored."""

    @property
    def dossier(self) -> Dossier | None:
        """The committee's newest review, whose goals and actions these are."""
        return self.overview.newest

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Records(
                Listing(
                    N_("Keys: 1 on track, 2 behind, 3 stuck, 4 done"),
                    rows=self._notes,
                    label=self._row,
                    fixed=True,
                    quick=_by_digit,
                    empty=N_("Nothing to follow up: goals and actions come from the annual discussion."),
                ),
                Panel(self._facts),
                Form(FollowUp, _FIELDS, lambda scope: scope.owner),
                Records(
                    Listing(N_("Noted before"), rows=self._open_before, label=lambda note, _scope: noted(note)),
                    Panel(_which),
                    Form(FollowUp, _FIELDS, lambda scope: scope.owner),
                ),
                Panel(self._sealed_before),
            )
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is open, and begin with what was asked for."""
        self.show_committee()
        records = self.query_one(Records)
        dossier = self.dossier
        for item in following.followed(dossier) if dossier else ():
            if item.id == self._first:
                records.highlight(self._note(item).id)
        self.set_focus(records.row_list, scroll_visible=False)
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_home, animate=False)

    async def reload(self) -> None:
        """Load the committee again; what is written meanwhile stays."""
        if not self.medreview.saver.waiting:
            self._written.clear()
        await super().reload()

    def show_written(self, entity: Entity) -> None:
        """Show what is written and waits to be stored."""
        if isinstance(entity, FollowUp):
            self._written[entity.id] = entity
            self.show_committee()

    def name_of(self, entity: Entity) -> str:
        """Return what a note is about."""
        item = self._item(entity)
        return one_line(_text(item)).plain if item else ""

    def action_next_record(self) -> None:
        """Go on to the next goal or action."""
        if not self.query_one(Records).step(1):
            self.notify(tr("That was the last one. Everything is stored."), markup=False)

    def action_previous_record(self) -> None:
        """Go back to the one before."""
        self.query_one(Records).step(-1)

    def on_key(self, event: events.Key) -> None:
        """Begin the line with a letter that is typed on the list or the status: it is what comes after the digit."""
        letter, line = event.character or "", self._line_after(self.focused)
        if line is not None and letter.isalpha() and not self.medreview.read_only:
            self.set_focus(line)
            line.cursor_position = len(line.value)
            line.insert_text_at_cursor(letter)
            event.stop()

    def _line_after(self, focused: Widget | None) -> Input | None:
        """Return the line that comes after the list of what is open, or after a status."""
        if focused is self.query_one(Records).row_list:
            return self.query(".line Input").first(Input)
        return focused.query_ancestor(Form).query_one(".line Input", Input) if isinstance(focused, Choice) else None

    @on(Input.Submitted)
    def _line_written(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next_record()

    def show_committee(self) -> None:
        """Show the committee as it is known now."""
        committee = self.overview.committee
        self.query_one(TitleBar).say_where(committee.name, committee.municipality, here=tr("Follow-up"))
        self.query_one(Records).show(Scope(is_locked=bool(self.medreview.read_only)))

    def _notes(self, _scope: Scope) -> list[FollowUp]:
        """Today's note on each goal and action, blank where there is none yet."""
        dossier = self.dossier
        return [self._note(item) for item in following.followed(dossier)] if dossier else []

    def _note(self, item: Followed) -> FollowUp:
        dossier = self._known
        new = following.new_note(dossier, item, date.today())
        if new.id in self._written:
            return self._written[new.id]
        return next((one for one in (*dossier.follow_ups, *dossier.later_follow_ups) if one.id == new.id), new)

    @property
    def _known(self) -> Dossier:
        if self.dossier is None:
            raise LookupError("nothing is followed up before the first review")
        return self.dossier

    def _item(self, note: Entity | None) -> Followed | None:
        """The goal or action that a note is on."""
        if not isinstance(note, FollowUp):
            return None
        items = following.followed(self._known)
        return next((one for one in items if note.subject in (one.id, one.predecessor_id)), None)

    def _row(self, note: FollowUp, _scope: Scope) -> Content:
        item = self._item(note)
        if item is None:
            return Content("")
        today = date.today()
        late = overdue(self._known, item, today)
        planned = None if late else next_activity(self._known, item, today)
        words = (status(self._known, item, note), late, one_line(_text(item)), planned)
        return Content("  ").join(word for word in words if word is not None)

    def _facts(self, scope: Scope) -> Content:
        """The goal or action in full, who is responsible, and by when."""
        item = self._item(scope.owner)
        if item is None:
            return Content("")
        today = date.today()
        late = overdue(self._known, item, today)
        planned = activities(self._known, item, today, _FEW if self.has_class("-short") else _MANY)
        return Content("\n").join([literal(_text(item), "bold"), facts(item, late), *planned])

    def _before(self, scope: Scope) -> list[FollowUp]:
        """What was noted on the goal or action on other days, the newest first."""
        item = self._item(scope.owner)
        if item is None or scope.owner is None:
            return []
        notes = (self._written.get(one.id, one) for one in following.notes_of(self._known, item))
        return [one for one in notes if one.id != scope.owner.id]

    def _open_before(self, scope: Scope) -> list[FollowUp]:
        """What can still be corrected, or taken out where it tells of a person."""
        return [one for one in self._before(scope) if not following.is_sealed(self._known, one)]

    def _sealed_before(self, scope: Scope) -> Content:
        """What an approved review has looked back on."""
        sealed = [one for one in self._before(scope) if following.is_sealed(self._known, one)]
        heading = Content.styled(tr("In the approved minutes"), "$muted")
        return Content("\n").join([heading, *map(noted, sealed)] if sealed else [])


def _by_digit(digit: int) -> dict[str, object] | None:
    return {"course": _COURSES[digit]} if 0 <= digit < len(_COURSES) else None


def _text(item: Followed) -> str:
    text = item.text if isinstance(item, Goal) else item.what
    return text.strip() or tr("Not written yet")


def _which(scope: Scope) -> Content:
    """Which of the notes above the fields below are of: those of today's note look the same."""
    note = scope.owner
    day = current().date(note.noted_on) if isinstance(note, FollowUp) else ""
    return Content.styled(tr("Correct the note of {date}", date=day), "bold $accent")
