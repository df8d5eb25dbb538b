"""What the screens that go through a review's steps share: whose review it is, and where one is in it."""

from __future__ import annotations

from uuid import UUID

from medreview.domain.dossier import Dossier
from medreview.operations import whereabouts
from medreview.operations.changes import Changes
from medreview.tui.screens.base import BaseScreen
from medreview.tui.screens.storing import Storing


class AtAStep(BaseScreen, Storing):
    """A screen at a step of a review."""

    dossier: Dossier
    step_key: str

    @property
    def committee_id(self) -> UUID:
        """The committee whose review is shown."""
        return self.dossier.committee.id

    @property
    def place(self) -> tuple[UUID, UUID, str]:
        """The committee, review and step that are shown."""
        return self.committee_id, self.dossier.review.id, self.step_key

    async def remember_place(self) -> None:
        """Let the next start go on here."""
        await self.ask(whereabouts.remember_place, self.medreview.archive, *self.place)

    def concerns(self, changes: Changes) -> bool:
        """Return whether the review or its committee changed."""
        return changes.review_id == self.dossier.review.id or changes.committee_id == self.committee_id
