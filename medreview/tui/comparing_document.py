"""Two years side by side as a document: to write to a file, or to read from top to bottom."""

from collections.abc import Iterator

from textual.content import Content

from medreview.domain.compare import Comparison
from medreview.i18n import current, tr
from medreview.minutes import Document, Kind
from medreview.minutes.document import Block, BulletList, Facts, Heading, Note
from medreview.tui import comparing
from medreview.tui.widgets.beside import Pair


def as_document(comparison: Comparison) -> Document:
    """Return what stands on the screen, in its language: each matter with both years below each other."""
    before, after = comparing.years(comparison)
    committee = comparison.after.committee
    return Document(
        kind=Kind.MINUTES,
        language=current().language,
        title=tr("{after} beside {before}", before=before, after=after),
        subject=f"{committee.name}, {committee.municipality}",
        banner=(),
        blocks=tuple(_blocks(comparison)),
    )


def _blocks(comparison: Comparison) -> Iterator[Block]:
    years = comparing.years(comparison)
    for heading, pairs, nothing in comparing.sections(comparison):
        yield Heading(2, heading)
        yield from [Note(nothing)] if not pairs else []
        for pair in pairs:
            yield Heading(3, _line(pair.title))
            yield Facts(tuple(_rows(years, pair)))
    if comparison.unchanged:
        heading, *same = comparing.same(comparison).plain.split("\n")
        yield Heading(2, heading)
        yield BulletList(tuple(one.removeprefix("• ") for one in same))


def _rows(years: tuple[str, str], pair: Pair) -> Iterator[tuple[str, str]]:
    told = (*zip(years, (pair.then, pair.now), strict=True), (tr("Change"), pair.said))
    yield from ((name, text.plain.strip()) for name, text in told if text.plain.strip())


def _line(text: Content) -> str:
    return " ".join(text.plain.split())
