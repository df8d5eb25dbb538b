"""What the export screen asks for, with the review as the archive has it at that moment."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from medreview.domain.committee import Language
from medreview.domain.dossier import Dossier
from medreview.i18n import N_
from medreview.minutes import Choices, Kind, render
from medreview.operations import reviews, wheel
from medreview.operations.archives import Archive
from medreview.operations.export import ExportResult, Said, build, export
from medreview.operations.house import PLAIN, House

KIND_HELP: Final = {
    Kind.MINUTES: N_("All of the discussion, for the file and for the members."),
    Kind.AGENDA: N_("Before the meeting: the items with their minutes."),
    Kind.NOTESHEET: N_("The questions with room to write, for group work at the meeting."),
    Kind.DECISIONS: N_("Only what was decided, without what led to it."),
    Kind.NOTICE: N_("One page for the notice board."),
    Kind.PROOF: N_("Shows the working environment authority that the discussion was held, and on what."),
    Kind.ACTIONS: N_("Who does what by when: for everybody, or for one person."),
    Kind.WHEEL: N_("The matters of the coming year, month by month."),
}
"""What each document is for."""


@dataclass(frozen=True)
class Order:
    """One document of a review, in these formats, to that folder."""

    review_id: UUID
    kind: Kind
    language: Language
    choices: Choices
    formats: tuple[str, ...]
    folder: Path
    house: House = PLAIN
    with_data: bool = True
    is_wheel_alone: bool = False
    """Whether `review_id` is that of a committee without any review, of which only the annual wheel is written."""


def as_text(archive: Archive, order: Order) -> str:
    """Return the document as plain text."""
    dossier = _loaded(archive, order)
    return render(build(archive, dossier, order.kind, order.language, order.choices, order.house), "txt")


def write(archive: Archive, order: Order, say: Said) -> ExportResult:
    """Write the document to its files and say how far it is.

    Raises:
        Refusal: those of `operations.export.export`; nothing was written.
    """
    return export(
        archive,
        _loaded(archive, order),
        kind=order.kind,
        formats=order.formats,
        language=order.language,
        choices=order.choices,
        folder=order.folder,
        house=order.house,
        with_data=order.with_data,
        say=say,
    )


def _loaded(archive: Archive, order: Order) -> Dossier:
    if order.is_wheel_alone:
        return wheel.without_review(archive, order.review_id)
    return reviews.load(archive, order.review_id)
