"""Verifying a file: which approved minutes it shows, and whether it still shows them as they were approved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path
from typing import Final

from medreview import minutes
from medreview.domain.addendum import Addendum
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.version import Version
from medreview.i18n import current, ntr, tr
from medreview.minutes import Document
from medreview.minutes.cut import cut
from medreview.minutes.difference import difference
from medreview.minutes.document import Heading
from medreview.minutes.reading import Reading, read
from medreview.minutes.stamp import Stamp
from medreview.operations.exchange_file import Exchange, digest_of, read_exchange
from medreview.operations.export import build
from medreview.operations.house import House
from medreview.operations.strict_json import SIZE_LIMIT, bytes_of
from medreview.store import entities
from medreview.store.archive import Archive
from medreview.templates import load_template

_PLACES: Final = 8
"""As many places are told; who changed more wrote another text."""

_WORDS: Final = 12
"""As many words of a change are told."""


class Verdict(StrEnum):
    """What can be said of a file."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Place:
    """Where a file differs: under which heading, what was approved there, and what stands there now."""

    heading: str
    approved: str
    found: str


@dataclass(frozen=True)
class Verified:
    """The verdict, the version that the file shows, and where it differs from it."""

    verdict: Verdict
    version: Version | None = None
    dossier: Dossier | None = None
    places: tuple[Place, ...] = ()
    newer_addenda: int = 0
    """How many addenda the archive has that the file does not know."""
    is_draft: bool = False
    """Whether the file says of itself that it was made before approval."""


def verify(archive: Archive, path: Path) -> Verified:
    """Compare a PDF, Word, HTML, Markdown or exchange file with the approved content in the archive.

    Raises:
        Refusal: `file_missing`, `cannot_open`, `too_large`, or `not_readable` for a file that is none of these.
    """
    content = bytes_of(path, SIZE_LIMIT)
    if content.lstrip().startswith(b"{"):
        return _verify_exchange(archive, read_exchange(path, trusting=True))
    found = read(content)
    if found is None:
        raise Refusal("not_readable", path=path)
    if found.stamp is None:
        return Verified(Verdict.UNKNOWN)
    return _verify_document(archive, path, found, found.stamp)


def verdict_lines(verified: Verified) -> list[str]:
    """Return the verdict in the language of the screens."""
    words = current()
    version, dossier = verified.version, verified.dossier
    if version is None or dossier is None:
        draft = [tr("The file says that it is a draft, made before approval.")] if verified.is_draft else []
        return [tr("Unknown: this archive has no approved minutes that the file shows."), *draft]
    which = tr(
        "{name}, {year}, version {number}, approved {date}.",
        name=dossier.committee.name,
        year=dossier.review.year,
        number=version.number,
        date=words.date(dossier.review.approved_on),
    )
    return [which, *_of_version(version), *_of_text(verified)]


def _of_version(version: Version) -> Iterator[str]:
    if version.withdrawn_on is not None:
        yield tr("The approval of this version was withdrawn on {date}.", date=current().date(version.withdrawn_on))
    if not version.is_intact:
        yield tr("The approved content in the archive itself no longer matches its SHA-256.")


def _of_text(verified: Verified) -> Iterator[str]:
    if verified.newer_addenda:
        yield ntr(
            "{count} addendum was written after this file.",
            "{count} addenda were written after this file.",
            verified.newer_addenda,
        )
    if verified.verdict is Verdict.UNCHANGED:
        yield tr("Unchanged: the text is what was approved.")
        return
    yield tr("Changed: the text is not what was approved.")
    for place in verified.places:
        yield tr(
            "{heading}: approved “{approved}”, here “{found}”",
            heading=place.heading,
            approved=place.approved or tr("nothing"),
            found=place.found or tr("nothing"),
        )


def _verify_exchange(archive: Archive, exchange: Exchange) -> Verified:
    """Compare an exchange file value by value."""
    version = _version(archive, exchange.sha256)
    if version is None:
        return Verified(Verdict.UNKNOWN, is_draft=not exchange.sha256)
    known = _with_addenda(archive, version, len(exchange.dossier.addenda))
    words = current()
    found = exchange.dossier.model_copy(update={"later_follow_ups": ()})
    sections = difference(known, found, load_template(known.review.template), words)
    places = [Place(section.heading, "", line) for section in sections for line in section.lines]
    digest = digest_of(exchange.dossier)
    if not places and digest != version.sha256:
        places = [Place(tr("Data"), version.sha256, digest)]
    return _verdict(archive, version, known, places)


def _verify_document(archive: Archive, path: Path, found: Reading, stamp: Stamp) -> Verified:
    version = _version(archive, stamp.sha256)
    if version is None:
        return Verified(Verdict.UNKNOWN, is_draft=not stamp.sha256)
    dossier = _with_addenda(archive, version, stamp.addenda)
    house = House(case_label=stamp.case_label)
    document = build(archive, dossier, stamp.kind, stamp.language, stamp.choices, house)
    data = _data(path, dossier, stamp) if found.format == "pdf" else ()
    return _verdict(archive, version, dossier, [*_places(document, found), *data])


def _verdict(archive: Archive, version: Version, dossier: Dossier, places: Sequence[Place]) -> Verified:
    verdict = Verdict.CHANGED if places else Verdict.UNCHANGED
    written = _addenda(archive, version)
    return Verified(
        verdict, version, dossier, tuple(places[:_PLACES]), newer_addenda=len(written) - len(dossier.addenda)
    )


def _version(archive: Archive, sha256: str) -> Version | None:
    if not sha256:
        return None
    with archive.transaction() as session:
        return next(iter(entities.find(session, Version, sha256=sha256)), None)


def _addenda(archive: Archive, version: Version) -> tuple[Addendum, ...]:
    with archive.transaction() as session:
        return tuple(entities.find(session, Addendum, review_id=version.review_id, version=version.number))


def _with_addenda(archive: Archive, version: Version, count: int) -> Dossier:
    """Return the approved review with as many addenda as there were when the file was made."""
    return version.dossier.model_copy(update={"addenda": _addenda(archive, version)[:count]})


def _places(document: Document, found: Reading) -> Iterator[Place]:
    """Yield where the words of the file differ from those of the same document made anew."""
    content = minutes.render_file(document, found.format).content
    made = read(content)
    approved = made.words if made else ()
    if approved == found.words:
        return
    headings = list(_headings(document, approved))
    matcher = SequenceMatcher(None, approved, found.words, autojunk=False)
    for tag, start, end, found_start, found_end in matcher.get_opcodes():
        if tag != "equal":
            heading = next((text for place, text in reversed(headings) if place <= start), document.title)
            yield Place(heading, _said(approved[start:end]), _said(found.words[found_start:found_end]))


def _headings(document: Document, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each heading with its place among the words."""
    place = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            parts = block.text.split()
            starts = range(place, len(words) - len(parts) + 1)
            place = next((start for start in starts if list(words[start : start + len(parts)]) == parts), place)
            yield place, block.text


def _said(words: Sequence[str]) -> str:
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _data(path: Path, dossier: Dossier, stamp: Stamp) -> Iterator[Place]:
    """Yield that the data inside a PDF are not those of the review, whatever its pages show."""
    try:
        same = read_exchange(path).dossier == cut(dossier, stamp.kind, stamp.choices)
    except Refusal as refusal:
        same = refusal.code == "pdf_without_data"
    if not same:
        yield Place(tr("Data inside the PDF"), "", tr("other data"))
