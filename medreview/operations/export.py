"""Writing a review to files: its documents, its dates for a calendar, its goals for a table, a draft of an e-mail."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from medreview import minutes
from medreview.domain.committee import Language
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.following import is_followed_up
from medreview.domain.version import approved_version
from medreview.domain.wheel import WheelMatter, planned_year
from medreview.i18n import N_, Translator, tr
from medreview.minutes import Choices, Document, Kind, Rendered
from medreview.minutes.pdf import Attachment, Replaced
from medreview.minutes.stamp import Stamp
from medreview.minutes.text import WIDTH
from medreview.minutes.text import render as to_text
from medreview.operations.example_mark import is_example
from medreview.operations.exchange import cut_json, export_json
from medreview.operations.files import safe_name, write_new_files
from medreview.operations.goals import years_carried
from medreview.operations.house import PLAIN, House
from medreview.operations.wheel import is_without_review, matters, wheel_of
from medreview.store.archive import Archive
from medreview.templates import load_template

Said = Callable[[int, int], None]
"""What is told of the progress: how many files are made, of how many."""

MAIL: Final = "eml"

KIND_WORDS: Final = {
    Kind.MINUTES: N_("Minutes"),
    Kind.AGENDA: N_("Agenda"),
    Kind.NOTESHEET: N_("Note sheet"),
    Kind.DECISIONS: N_("Decision minutes"),
    Kind.NOTICE: N_("Notice"),
    Kind.PROOF: N_("Proof"),
    Kind.ACTIONS: N_("Actions"),
    Kind.WHEEL: N_("Annual wheel"),
}
"""What the documents are called on the screens and in file names."""

_OWN_WORDS: Final = {"ics": N_("Calendar"), "csv": N_("Goals and actions")}
"""What files are called that hold something else than the document."""

_OF_A_REVIEW: Final = ("csv", "json")
"""Files that hold a review's data."""

_NAMING: Final = ("ics", "csv")
"""Files beside the document that name people, or do not."""

_DAY_IS_OVER: Final = time(23, 59, tzinfo=UTC)
"""The dates of approved minutes are later than those of any draft of the same day, and always the same."""


@dataclass(frozen=True)
class ExportResult:
    """The files that were written, in the order of the formats, and the document they hold."""

    files: tuple[Path, ...]
    document: Document
    replaced: tuple[Replaced, ...] = ()
    """What the fonts of the PDF could not show, by place."""


def export(
    archive: Archive,
    dossier: Dossier,
    *,
    kind: Kind,
    formats: Iterable[str],
    language: str,
    choices: Choices,
    folder: Path,
    house: House = PLAIN,
    with_data: bool = True,
    say: Said | None = None,
) -> ExportResult:
    """Write a document of the review, and what else it gives, to the folder in these of the `FORMATS`.

    `with_data` puts the exchange file into the PDF, cut to what the document shows. Without a review (see
    `wheel.without_review`) the files that hold one's data are left out.

    Raises:
        Refusal: `no_reviews` where no file is left, those of `write_new_files` and `minutes.render_file`; then no
            file was written.
    """
    possible = [name for name in formats if has_content(dossier, name)]
    if not possible:
        raise Refusal("no_reviews")
    document = build(archive, dossier, kind, language, choices, house)
    yearly = matters(archive, dossier.committee.id) if kind is Kind.WHEEL else ()
    maker = _Maker(dossier, document, choices, is_example(archive), with_data, yearly)
    stem = _stem(dossier, document, choices)
    wanted = sorted(dict.fromkeys(possible), key=lambda name: name == MAIL)
    contents: dict[str, bytes] = {}
    replaced: list[Replaced] = []
    for done, name in enumerate(wanted):
        if say:
            say(done, len(wanted))
        made = maker.mail(stem, contents) if name == MAIL else maker.make(name)
        own = _stem(dossier, document, choices, _OWN_WORDS.get(name))
        contents[safe_name(own, f".{name}")] = made.content
        replaced += made.replaced
    return ExportResult(write_new_files(folder, contents), document, tuple(replaced))


def has_content(dossier: Dossier, name: str) -> bool:
    """Return whether there is something for a file of that format: without a review there are dates, but no goals."""
    return not (is_without_review(dossier) and name in _OF_A_REVIEW)


def contents_of(kind: Kind, formats: Iterable[str]) -> frozenset[str]:
    """Return which of the `Choices` change anything in these files of a document of that kind."""
    names = ("names",) if any(name in _NAMING for name in formats) else ()
    return kind.contents.union(names)


def replaced_words(result: ExportResult) -> list[str]:
    """Return in the language of the screens, by place, what the PDF could not show."""
    return [
        tr("{place}: {characters} cannot be shown in PDF.", place=one.place, characters=one.characters)
        for one in result.replaced
    ]


def build(
    archive: Archive, dossier: Dossier, kind: Kind, language: str, choices: Choices, house: House = PLAIN
) -> Document:
    """Return the document as it would be written; for the preview, for `medreview show` and `medreview verify`.

    A list of actions that tells what was noted after the meeting shows no approved version, and says so by no seal.
    """
    if kind is Kind.WHEEL:
        return _wheel(archive, dossier, language, choices, house)
    is_sealed = dossier.is_read_only and not (kind is Kind.ACTIONS and is_followed_up(dossier))
    digest = approved_version(dossier).sha256 if is_sealed else ""
    stamp = Stamp(
        review=dossier.review.id,
        version=dossier.review.version,
        sha256=digest,
        addenda=len(dossier.addenda),
        kind=kind,
        language=Language(language),
        choices=choices,
        case_label=house.case_label,
    )
    return minutes.build(
        dossier,
        load_template(dossier.review.template),
        kind,
        language,
        choices,
        is_example=is_example(archive),
        years_carried=years_carried(archive, dossier),
        case_label=house.case_label,
        seal=_seal(dossier, digest, Translator(language)),
        stamp=stamp.text() if is_sealed or not dossier.is_read_only else "",
        letterhead=house.letterhead,
    )


def _wheel(archive: Archive, dossier: Dossier, language: str, choices: Choices, house: House) -> Document:
    """Return the annual wheel, without seal and stamp: it goes on changing and is never approved."""
    return minutes.build(
        dossier,
        load_template(dossier.review.template),
        Kind.WHEEL,
        language,
        choices,
        is_example=is_example(archive),
        letterhead=house.letterhead,
        wheel=wheel_of(archive, dossier),
    )


def as_text(archive: Archive, dossier: Dossier, language: str, width: int = WIDTH) -> str:
    """Return the whole review as plain text in so many columns (see `to_read`)."""
    return to_text(to_read(archive, dossier, language), width)


def to_read(archive: Archive, dossier: Dossier, language: str) -> Document:
    """Return the whole review in reading order, and last what was noted after the meeting."""
    from medreview.minutes.look_back import noted_after

    document = build(archive, dossier, Kind.MINUTES, language, Choices(discussion=True, follow_ups=True))
    since = noted_after(dossier, Translator(language))
    return replace(document, blocks=(*document.blocks, *since))


def _seal(dossier: Dossier, digest: str, words: Translator) -> str:
    if not digest:
        return ""
    day = words.date(dossier.review.approved_on)
    return words.tr(
        "Version {number}, approved {date}. SHA-256: {digest}",
        number=dossier.review.version,
        date=day,
        digest=digest,
    )


def _stem(dossier: Dossier, document: Document, choices: Choices, word: str | None = None) -> str:
    """Return "2026-11-22 Referat UDKAST Solgården": the date first, so that a folder is in order."""
    words = Translator(document.language)
    when = dossier.held_on.isoformat() if dossier.held_on else str(dossier.review.year)
    if document.kind is Kind.WHEEL:
        when = str(choices.year or planned_year(dossier))
    number = dossier.review.version
    has_version = number > 1 and document.kind is not Kind.WHEEL
    version = [words.tr("version {number}", number=number)] if has_version else []
    person = [choices.person] if document.kind is Kind.ACTIONS and choices.person else []
    message = word or KIND_WORDS[document.kind]
    kind = words.tr(message)
    return " ".join((when, kind, *document.banner, *person, dossier.committee.name, *version))


@dataclass(frozen=True)
class _Maker:
    """Makes the content of files, one format at a time."""

    dossier: Dossier
    document: Document
    choices: Choices
    is_example: bool
    with_data: bool
    matters: tuple[WheelMatter, ...]
    """Those of the annual wheel, where that is the document."""

    def make(self, name: str) -> Rendered:
        """Return the content of a file of that format."""
        made = _OTHERS.get(name)
        return Rendered(made(self)) if made else minutes.render_file(self.document, name, self._attachment())

    def mail(self, stem: str, files: Mapping[str, bytes]) -> Rendered:
        """Return a draft of an e-mail with these files, or with the PDF where there are none."""
        from medreview.minutes.mail import to_eml

        if not files:
            pdf = self.make("pdf")
            return Rendered(self._mail({safe_name(stem, ".pdf"): pdf.content}, to_eml), pdf.replaced)
        return Rendered(self._mail(files, to_eml))

    def _mail(self, files: Mapping[str, bytes], to_eml: Callable[..., bytes]) -> bytes:
        words = Translator(self.document.language)
        body = [f"{self.document.title}\n{self.document.subject}"]
        body += [words.tr("Attached:") + "".join(f"\n– {name}" for name in files)]
        return to_eml(
            subject=f"{self.document.title}, {self.dossier.committee.name}",
            body="\n\n".join(body) + "\n",
            attachments=files,
            language=self.document.language,
        )

    def _attachment(self) -> Attachment | None:
        data = cut_json(self.dossier, self.document.kind, self.choices, example=self.is_example)
        if data is None or not self.with_data:
            return None
        words = Translator(self.document.language)
        return Attachment("medreview.json", data.encode(), words.tr("The review as data, for medreview"))

    def json(self) -> bytes:
        """Return the exchange file."""
        return export_json(self.dossier, example=self.is_example).encode()

    def ics(self) -> bytes:
        """Return the planned meetings and deadlines for a calendar, with the annual wheel its matters, too."""
        from medreview.minutes.ics import to_ics

        words = Translator(self.document.language)
        return to_ics(self.dossier, words, names=self.choices.names, stamped=self._stamped, matters=self.matters)

    @property
    def _stamped(self) -> datetime:
        """The moment from which the dates hold: that of the approval, unless more was noted since."""
        now, approved_on = datetime.now(UTC), self.dossier.review.approved_on
        if approved_on is None or self.document.kind is Kind.WHEEL:
            return now
        approved = datetime.combine(approved_on, _DAY_IS_OVER)
        return max(approved, now) if is_followed_up(self.dossier) else approved

    def csv(self) -> bytes:
        """Return goals and actions as a table."""
        from medreview.minutes.csv_file import to_csv

        return to_csv(self.dossier, Translator(self.document.language), names=self.choices.names)


_OTHERS: Final[dict[str, Callable[[_Maker], bytes]]] = {"json": _Maker.json, "ics": _Maker.ics, "csv": _Maker.csv}
"""The formats that show no document but hold the review's data."""

FORMATS: Final = (*minutes.FORMATS, *_OTHERS, MAIL)
"""All formats, by their file name ending."""
