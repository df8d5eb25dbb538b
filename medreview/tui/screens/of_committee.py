"""What the screens of one committee share: they show what there is of it now, and again when something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from medreview.operations.changes import Changes
from medreview.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from medreview.operations.committees import CommitteeOverview
    from medreview.tui.app import MedreviewApp


class OfCommittee(BaseScreen):
    """A screen that shows a committee."""

    def __init__(self, overview: CommitteeOverview | None, *args: Any) -> None:
        super().__init__(*args)
        self._overview = overview

    @classmethod
    async def of(cls, app: MedreviewApp, committee_id: UUID) -> Self:
        """Return the screen of a committee of the open archive."""
        from medreview.operations import committees

        return cls(await app.saver.run(committees.overview, app.archive, committee_id))

    @property
    def overview(self) -> CommitteeOverview:
        """The committee with its reviews."""
        if self._overview is None:
            raise RuntimeError("the committee is not loaded yet")
        return self._overview

    @property
    def committee_id(self) -> UUID:
        """The committee that is shown."""
        return self.overview.committee.id

    def concerns(self, changes: Changes) -> bool:
        """Return whether something of the committee changed."""
        return changes.committee_id in (None, self.committee_id)

    async def reload(self) -> None:
        """Load the committee again."""
        from medreview.operations import committees

        overview = await self.ask(committees.overview, self.medreview.archive, self.committee_id)
        if overview is not None:
            self.take(overview)

    def take(self, overview: CommitteeOverview) -> None:
        """Take over how the committee is now, and show it."""
        self._overview = overview
        self.show_committee()

    def show_committee(self) -> None:
        """Show the committee as it is known now."""
        raise NotImplementedError
