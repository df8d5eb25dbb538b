"""What the screens of one committee share: they show what there is of it now, and again when something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from medreview.operations import committees
from medreview.operations.changes import Changes
from medreview.operations.committees import CommitteeOverview
from medreview.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp


class OfCommittee(BaseScreen):
    """A screen that shows a committee."""

    def __init__(self, overview: CommitteeOverview, *args: Any) -> None:
        super().__init__(*args)
        self.overview = overview

    @classmethod
    async def of(cls, app: MedreviewApp, committee_id: UUID) -> Self:
        """Return the screen of a committee of the open archive."""
        return cls(await app.saver.run(committees.overview, app.archive, committee_id))

    @property
    def committee_id(self) -> UUID:
        """The committee that is shown."""
        return self.overview.committee.id

    def concerns(self, changes: Changes) -> bool:
        """Return whether something of the committee changed."""
        return changes.committee_id in (None, self.committee_id)

    async def reload(self) -> None:
        """Load the committee again."""
        overview = await self.ask(committees.overview, self.medreview.archive, self.committee_id)
        if overview is not None and self.is_open:
            self.overview = overview
            self.show_committee()

    def show_committee(self) -> None:
        """Show the committee as it is known now."""
        raise NotImplementedError
