"""Figures and status: the indicators over the years, the workplace assessment, the guideline and absence."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from medreview.domain.dossier import in_order
from medreview.domain.figures import change_of, days_per_post
from medreview.domain.status import Figure, Indicator
from medreview.minutes.arithmetic import change
from medreview.minutes.charts import charts, label
from medreview.minutes.context import Context, facts, table
from medreview.minutes.document import Block, Heading
from medreview.minutes.passages import passages

YEARS_SHOWN: Final = 5
"""The newest years of the indicators; more would not fit across a page."""

_DAYS_DECIMALS: Final = 1


def status(context: Context) -> list[Block]:
    """Return the table of indicators with their charts, and the state of assessment, guideline and absence."""
    tr, state = context.words.tr, context.dossier.status
    counted = ("apv_raised", "apv_solved", "apv_planned", "apv_done", "apv_open", "apv_comment")
    guided = ("guideline_adapted", "guideline_on", "guideline_effort")
    return [
        *_under(tr("Key figures"), _indicators(context)),
        *_under(tr("Workplace assessment"), [*facts(context.rows(state, *counted))]),
        *_under(tr("Violence, threats, bullying and harassment"), [*facts(context.rows(state, *guided))]),
        *passages(context, state, "absence_prevention"),
    ]


def _under(heading: str, blocks: list[Block]) -> list[Block]:
    return [Heading(3, heading), *blocks] if blocks else []


def _indicators(context: Context) -> list[Block]:
    indicators = in_order(context.dossier.indicators)
    known = {figure.year for one in indicators for figure in context.dossier.figures_of(one)}
    years = sorted(known)[-YEARS_SHOWN:]
    words = context.words
    header = [words.field("Indicator", "name"), *map(str, years), words.tr("Change")]
    rows = [row for one in indicators for row in _rows(context, one, years)]
    notes = [(one.name, one.note.strip()) for one in indicators]
    courses = charts(context) if context.choices.charts else []
    return [*table(header, rows, numbers=range(1, len(years) + 1)), *facts(notes), *courses]


def _rows(context: Context, indicator: Indicator, years: list[int]) -> list[list[str]]:
    """An indicator's row; absence in per cent has a second one in days per post."""
    figures = context.dossier.figures_of(indicator)
    rows = [_row(context, indicator, label(indicator), figures, years, indicator.decimals)]
    if indicator.is_absence:
        days = tuple(_converted(figure, days_per_post) for figure in figures)
        in_days = context.words.tr("{name}, days per post", name=indicator.name)
        rows.append(_row(context, indicator, in_days, days, years, _DAYS_DECIMALS))
    return rows


def _row(
    context: Context, indicator: Indicator, name: str, figures: tuple[Figure, ...], years: list[int], decimals: int
) -> list[str]:
    cells = {figure.year: _cell(context, figure, decimals) for figure in figures}
    changed = change(context.words, change_of(figures, indicator.better), decimals)
    return [name, *(cells.get(year, "") for year in years), changed]


def _cell(context: Context, figure: Figure, decimals: int) -> str:
    if figure.pending:
        return context.words.tr("not yet available")
    return context.words.number(figure.value, decimals)


def _converted(figure: Figure, convert: Callable[[Decimal], Decimal]) -> Figure:
    return figure if figure.value is None else figure.model_copy(update={"value": convert(figure.value)})
