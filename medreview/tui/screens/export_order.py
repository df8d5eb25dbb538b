"""What the export screen asks for, with the review as the archive has it at that moment."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from medreview.domain.committee import Language
from medreview.domain.dossier import Dossier
from medreview.minutes import Choices, Kind, render
from medreview.operations import reviews, wheel
from medreview.operations.archives import Archive
from medreview.operations.export import ExportResult, Said, build, export
from medreview.operations.house import PLAIN, House


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
