"""What others can learn as a document of its own, to share between committees, and as a table."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby

from medreview.domain.learned import LearnedPoint
from medreview.i18n import Translator
from medreview.minutes.choices import Kind
from medreview.minutes.context import capital
from medreview.minutes.csv_file import harmless
from medreview.minutes.document import Block, Byline, Document, Heading, Letterhead, Note, Paragraph


def learned_list(
    points: Sequence[LearnedPoint], words: Translator, *, is_example: bool = False, letterhead: Letterhead
) -> Document:
    """Return learned points year by year, each under the goal it is about; it is laid out as minutes are."""
    shown: tuple[Block, ...] = tuple(_blocks(points, words))
    return Document(
        kind=Kind.MINUTES,
        language=words.language,
        title=words.tr("What others can learn"),
        subject=", ".join(dict.fromkeys(point.municipality for point in points)),
        banner=(words.tr("EXAMPLE"),) if is_example else (),
        blocks=shown or (Note(words.tr("Nothing here yet.")),),
        letterhead=letterhead,
    )


def _blocks(points: Sequence[LearnedPoint], words: Translator) -> Iterator[Block]:
    for year, found in groupby(points, key=lambda point: point.year):
        yield Heading(2, str(year))
        for point in found:
            yield Heading(3, " ".join(point.goal.split()) or words.tr("Not written yet"))
            yield Byline(f"{point.committee} · {capital(words.term(point.outcome))}")
            yield Paragraph(point.text.strip())


def to_csv(points: Sequence[LearnedPoint], words: Translator) -> bytes:
    """Return learned points as a table for spreadsheets, a row each."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter="," if words.language == "en" else ";", lineterminator="\r\n")
    names = ("Review.year", "Committee.municipality", "Committee.name", "Goal.text", "Evaluation.outcome")
    writer.writerow(words.field(*name.split(".")) for name in (*names, "Evaluation.learned"))
    for point in points:
        told = (point.municipality, point.committee, point.goal, capital(words.term(point.outcome)), point.text)
        writer.writerow((point.year, *map(harmless, told)))
    return BOM_UTF8 + file.getvalue().encode()
