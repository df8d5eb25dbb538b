"""The committee and its members; who left stays, after the others, because old minutes name them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from medreview.domain.committee import Committee, Member
from medreview.i18n import N_, current, tr
from medreview.tui.commands import COMMITTEE, UNDOING, Command
from medreview.tui.screens.of_committee import OfCommittee
from medreview.tui.screens.page import Page
from medreview.tui.screens.storing import Storing
from medreview.tui.steps.words import person
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Listing
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records


class CommitteeScreen(Page, OfCommittee, Storing):
    """One committee: what it is called, where it stands, and who sits in it."""

    OPENED_BY: ClassVar[str] = "edit_committee"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*COMMITTEE, *UNDOING)

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Records(
                Listing(
                    N_("Members"),
                    rows=self._members,
                    label=_member_row,
                    new=lambda _scope: Member(committee_id=self.committee_id),
                    movable=True,
                    add_label=N_("Member"),
                    empty=N_("No members yet. Add everybody who sits at the table, the minute-taker too."),
                ),
                Form(
                    Member,
                    ("name", "role", "side", "office", ("joined", "left"), "mandatory_training_on", "vacant"),
                    lambda scope: scope.owner,
                ),
            )
            yield Static(Content(tr("The committee itself")), classes="title")
            yield Form(
                Committee,
                (
                    "name",
                    "municipality",
                    ("level_name", "parent_name"),
                    "size_class",
                    ("management_side", "employee_side"),
                    "longest_interval",
                    "language",
                ),
                lambda _scope: self.overview.committee,
            )
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the committee; one without members waits for the first."""
        self.show_committee()
        members = self.query_one(Records)
        self.set_focus(members.row_list if self.overview.members else members.query_one("Button.add", Button))
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_home, animate=False)

    def show_committee(self) -> None:
        """Show the committee as it is known now."""
        committee = self.overview.committee
        self.query_one(TitleBar).say_where(committee.name, here=tr("Committee and members"))
        scope = Scope(is_locked=bool(self.medreview.read_only))
        self.query_one(Records).show(scope)
        self.query(Form).last().show(scope)

    def action_new_member(self) -> None:
        """Add a member and write their name."""
        self.query_one(Records).add()

    async def action_erase(self) -> None:
        """Delete the committee for good."""
        from medreview.tui.erasing import ask_to_erase

        await ask_to_erase(self.medreview, self.committee_id)

    def _members(self, _scope: Scope) -> list[Member]:
        return sorted(self.overview.members, key=has_left)


def has_left(member: Member) -> bool:
    """Return whether the member no longer sits in the committee today."""
    return member.left is not None and member.left < date.today()


def _member_row(member: Member, _scope: Scope) -> Content:
    """Name, office and role, the side where the role does not say it already, and since when they are gone."""
    words = current()
    known = bool(member.name.strip()) or member.vacant
    after = [words.term(member.side)] if member.side is not member.role.side else []
    if member.left is not None:
        after.append(tr("left {date}", date=words.short_date(member.left)))
    shown = Content(person(member)) if known else Content.styled(tr("Name not written yet"), "$muted")
    if has_left(member):
        shown = Content.styled(person(member), "$muted")
    return Content.assemble(shown, ("".join(f" · {word}" for word in after), "$muted"))
