"""Last year beside this year for the room: a goal, a key figure or a part of the cooperation at a time."""

from textual.content import Content

from medreview.domain.compare import Comparison, FigurePair
from medreview.i18n import current, tr
from medreview.tui import comparing
from medreview.tui.room.figures import Number
from medreview.tui.room.slide import Slide, listed
from medreview.tui.text import literal
from medreview.tui.widgets.beside import Pair


def comparison(compared: Comparison) -> list[Slide]:
    """Return the slides of a comparison; one that says so where there is nothing to compare."""
    years = comparing.years(compared)
    found = [
        *(_slide(tr("Goal"), pair, years) for pair in comparing.goals(compared)),
        *_figures(compared),
        *(_slide(tr("Form of cooperation"), pair, years) for pair in comparing.form(compared)),
    ]
    return found or [Slide(Content.styled(tr("Nothing to compare in these years."), "bold"))]


def _slide(above: str, pair: Pair, years: tuple[str, str], numbers: tuple[Number, ...] = ()) -> Slide:
    heads = (Content.styled(year, "bold $accent") for year in years)
    then, now = (
        Content("\n").join(line for line in cell if line.plain)
        for cell in zip(heads, (pair.then, pair.now), strict=True)
    )
    title = Content("\n").join([Content.styled(above, "$accent"), pair.title])
    return Slide(title, listed([pair.said]), numbers, beside=None if numbers else (then, now))


def _figures(compared: Comparison) -> list[Slide]:
    """The key figures in large digits, the counts beside each other."""
    years = comparing.years(compared)
    pairs = comparing.figures(compared)
    digits = [_numbers(pair) for pair in compared.figures] + [()] * len(compared.counts)
    return [_slide(tr("Key figure"), pair, years, numbers) for pair, numbers in zip(pairs, digits, strict=True)]


def _numbers(pair: FigurePair) -> tuple[Number, ...]:
    """Both figures with the years they are of; nothing where one of them is missing."""
    indicator = pair.indicator
    unit = literal(indicator.unit.strip()).plain
    known = [one for one in (pair.before, pair.after) if one is not None]
    if len(known) < 2 or pair.is_same:
        return ()
    return tuple(Number(str(one.year), current().number(one.value, indicator.decimals), unit) for one in known)
