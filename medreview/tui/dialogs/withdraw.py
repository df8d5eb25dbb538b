"""Withdraw an approval: when, and why."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from medreview.domain.dossier import Dossier
from medreview.domain.version import Version
from medreview.i18n import N_, tr
from medreview.operations import approval
from medreview.tui.dialogs.statement import Operation, Statement
from medreview.tui.widgets.form import Form


class Withdraw(Statement):
    """Ask for the reason, and say what happens."""

    TITLE_WORDS: ClassVar[str] = N_("Withdraw the approval")
    DO_WORDS: ClassVar[str] = N_("Withdraw the approval")

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(Version.model_construct(withdrawn_on=date.today(), reason=""), dossier.review.id)
        self._review = dossier.review

    def content(self) -> ComposeResult:
        """Return what happens, and the fields."""
        number = self._review.version
        happens = tr(
            "Version {number} and its SHA-256 stay in the history, with this reason. "
            "The minutes can then be changed again; approving them makes version {next}.",
            number=number,
            next=number + 1,
        )
        yield Static(Content(happens), classes="said")
        yield Form(Version, ("withdrawn_on", "reason"), lambda scope: scope.owner)

    def operation(self, values: Mapping[str, object]) -> Operation:
        """Return what withdraws the approval."""
        on, reason = self.day(values, "withdrawn_on"), str(values["reason"])
        return partial(approval.withdraw, review=self._review, on=on, reason=reason)
