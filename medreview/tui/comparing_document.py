"""Two years side by side as a document: to write to a file, or to read from top to bottom."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

from medreview.domain.compare import Comparison
from medreview.i18n import current, tr
from medreview.minutes import Document, Kind
from medreview.minutes.document import Block, BulletList, Facts, Heading, Note, Table
from medreview.tui import comparing
from medreview.tui.widgets.beside import Pair

_BESIDE: Final = 40
"""Characters of a value up to which two years have room beside each other on a page."""


def as_document(comparison: Comparison, *, in_columns: bool = True) -> Document:
    """Return what stands on the screen, in its language: short values side by side, others below each other.

    Without columns, which nobody can listen to, all of them stand below each other.
    """
    before, after = comparing.years(comparison)
    committee = comparison.after.committee
    return Document(
        kind=Kind.MINUTES,
        language=current().language,
        title=tr("{after} beside {before}", before=before, after=after),
        subject=f"{committee.name}, {committee.municipality}",
        banner=(),
        blocks=tuple(_blocks(comparison, in_columns=in_columns)),
    )


def _blocks(comparison: Comparison, *, in_columns: bool) -> Iterator[Block]:
    years = comparing.years(comparison)
    for heading, pairs, nothing in comparing.sections(comparison):
        yield Heading(2, heading)
        yield from [Note(nothing)] if not pairs else []
        if in_columns and _are_short(pairs):
            yield _table(years, pairs)
            continue
        for pair in pairs:
            yield Heading(3, _line(pair.title))
            yield Facts(tuple(_rows(years, pair)))
    if comparison.unchanged:
        yield Heading(2, tr("The same in both years"))
        yield BulletList(tuple(" · ".join(one.splitlines()) for one in comparing.unchanged(comparison)))


def _are_short(pairs: Sequence[Pair]) -> bool:
    """Return whether there is something to compare, all of it in a few words on one line."""
    values = [text.plain.strip() for pair in pairs for text in (pair.then, pair.now)]
    return bool(values) and all(len(one) <= _BESIDE and "\n" not in one for one in values)


def _table(years: tuple[str, str], pairs: Sequence[Pair]) -> Table:
    """A row for each matter; the change has a column where there is any."""
    rows = [tuple(_line(text) for text in (pair.title, pair.then, pair.now, pair.said)) for pair in pairs]
    wide = 4 if any(row[3] for row in rows) else 3
    header = (tr("What"), *years, tr("Change"))
    return Table(header[:wide], tuple(row[:wide] for row in rows))


def _rows(years: tuple[str, str], pair: Pair) -> Iterator[tuple[str, str]]:
    told = (*zip(years, (pair.then, pair.now), strict=True), (tr("Change"), pair.said))
    yield from ((name, text.plain.strip()) for name, text in told if text.plain.strip())


def _line(text: Content) -> str:
    return " ".join(text.plain.split())
