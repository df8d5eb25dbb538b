"""Writing a review to files: minutes, agenda or note sheet, and the exchange file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from medreview import minutes
from medreview.domain.dossier import Dossier
from medreview.i18n import N_, Translator, tr
from medreview.minutes import Choices, Document, Kind, Rendered
from medreview.minutes.pdf import Replaced
from medreview.operations.exchange import export_json
from medreview.operations.files import safe_name, write_new_files
from medreview.operations.goals import years_carried
from medreview.operations.reviews import is_example
from medreview.store.archive import Archive
from medreview.templates import load_template

JSON: Final = "json"

_WORDS: Final = {
    Kind.MINUTES: N_("Minutes"),
    Kind.AGENDA: N_("Agenda"),
    Kind.NOTESHEET: N_("Note sheet"),
}


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
) -> ExportResult:
    """Write a document of the review in these of the `minutes.FORMATS`, and its exchange file (json), to the folder.

    Raises:
        Refusal: those of `write_new_files` and `minutes.render_file`; then no file was written.
    """
    document = build(archive, dossier, kind, language, choices)
    stem = _stem(dossier, document)
    exchange_file = export_json(dossier, example=is_example(archive)).encode()
    rendered = {
        name: Rendered(exchange_file) if name == JSON else minutes.render_file(document, name)
        for name in dict.fromkeys(formats)
    }
    contents = {safe_name(stem, f".{name}"): one.content for name, one in rendered.items()}
    replaced = tuple(found for one in rendered.values() for found in one.replaced)
    return ExportResult(write_new_files(folder, contents), document, replaced)


def replaced_words(result: ExportResult) -> list[str]:
    """Return in the language of the screens, by place, what the PDF could not show."""
    return [
        tr("{place}: {characters} cannot be shown in PDF.", place=one.place, characters=one.characters)
        for one in result.replaced
    ]


def build(archive: Archive, dossier: Dossier, kind: Kind, language: str, choices: Choices) -> Document:
    """Return the document as it would be written; for the preview and for `medreview show`."""
    template = load_template(dossier.review.template)
    carried = years_carried(archive, dossier)
    example = is_example(archive)
    return minutes.build(dossier, template, kind, language, choices, is_example=example, years_carried=carried)


def as_text(archive: Archive, dossier: Dossier, language: str) -> str:
    """Return the whole review as plain text, in reading order."""
    return minutes.render(build(archive, dossier, Kind.MINUTES, language, Choices(discussion=True)), "txt")


def _stem(dossier: Dossier, document: Document) -> str:
    """Return "2026-11-22 Referat KLADDE Solgården": the date first, so that a folder is in order."""
    when = dossier.held_on.isoformat() if dossier.held_on else str(dossier.review.year)
    word = Translator(document.language).tr(_WORDS[document.kind])
    return " ".join((when, word, *document.banner, dossier.committee.name))
