"""Frozen copies of approved minutes beside the archive, to be read with any program for as long as there are files."""

from pathlib import Path
from typing import Final
from uuid import UUID

from medreview import minutes
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.version import approved_version
from medreview.i18n import Translator
from medreview.minutes import Choices, Kind
from medreview.operations.export import build
from medreview.operations.files import safe_name, write_new_files
from medreview.operations.house import PLAIN, House
from medreview.operations.reviews import load
from medreview.store.archive import Archive

EVERYTHING: Final = Choices(discussion=True)
"""A copy for good leaves nothing out."""

_DIGITS: Final = 8
_READABLE: Final = 0o400


def folder_of(archive: Archive) -> Path:
    """Return the folder of an archive's frozen copies."""
    return archive.path.with_name(f"{archive.path.stem}-approved")


def keep_copies(archive: Archive, review_id: UUID, house: House = PLAIN) -> tuple[Path, ...]:
    """Write the approved minutes as Markdown and PDF, where that was not done yet, and return where they are.

    Raises:
        Refusal: `gone`, or those of `write_new_files`; the approval stands all the same.
    """
    dossier = load(archive, review_id)
    if not dossier.is_read_only:
        raise Refusal("not_approved", year=dossier.review.year)
    document = build(archive, dossier, Kind.MINUTES, dossier.committee.language, EVERYTHING, house)
    folder, stem = folder_of(archive), _stem(dossier)
    paths = {name: folder / safe_name(stem, f".{name}") for name in ("md", "pdf")}
    missing = [name for name, path in paths.items() if not path.exists()]
    contents = {paths[name].name: content for name in missing if (content := _content(document, name))}
    for path in write_new_files(folder, contents, private=True):
        path.chmod(_READABLE)
    return tuple(path for path in paths.values() if path.exists())


def _content(document: minutes.Document, name: str) -> bytes:
    """Return the file; nothing for PDF where this kind of computer cannot make it."""
    try:
        return minutes.render_file(document, name).content
    except Refusal as refusal:
        if refusal.code != "pdf_unavailable":
            raise
        return b""


def _stem(dossier: Dossier) -> str:
    """Return a name that no other version has."""
    words = Translator(dossier.committee.language)
    kind, version = words.tr("Minutes"), words.tr("version {number}", number=dossier.review.version)
    digest = approved_version(dossier).sha256[:_DIGITS]
    return f"{dossier.held_on or dossier.review.year} {kind} {dossier.committee.name} {version} {digest}"
