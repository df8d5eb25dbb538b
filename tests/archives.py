"""Archives and stored reviews for tests of the store, the operations and the command line."""

from datetime import date
from pathlib import Path
from typing import Any

from medreview.domain.dossier import Dossier
from medreview.domain.review import State
from medreview.operations import exchange, reviews
from medreview.operations.archives import Archive, create_archive
from tests.builders import a_full_dossier


def a_full_review(**review: Any) -> Dossier:
    """Return the full review of `builders` under the agenda template of the package."""
    dossier = a_full_dossier()
    changed = dossier.review.model_copy(update={"template": "dk-med", **review})
    return dossier.model_copy(update={"review": changed})


def an_approved_review() -> Dossier:
    """Return the full review, approved."""
    return a_full_review(state=State.APPROVED, approved_on=date(2026, 12, 1), approved_by="Karen Lund og Bo Ørsted")


def stored(archive: Archive, dossier: Dossier) -> Dossier:
    """Store a review and return it as the archive gives it back."""
    exchange.store_review(archive, dossier)
    return reviews.load(archive, dossier.review.id)


def write_exchange(folder: Path, dossier: Dossier) -> Path:
    """Write the review to an exchange file."""
    path = folder / f"{dossier.review.year}.json"
    path.write_text(exchange.export_json(dossier), encoding="utf-8")
    return path


def an_archive_with(path: Path, dossier: Dossier) -> Path:
    """Create an archive that holds the review, and close it."""
    archive = create_archive(path)
    exchange.store_review(archive, dossier)
    archive.close()
    return path
