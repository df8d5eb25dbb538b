"""Figures and status: indicators over the years, the workplace assessment, guidelines and absence."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from textual.content import Content
from textual.widget import Widget

from medreview.domain.figures import change_of, days_per_post, trend, yearly
from medreview.domain.status import Figure, Indicator, Status
from medreview.i18n import N_, current, tr
from medreview.minutes import arithmetic
from medreview.tui.steps.words import row
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records

_NAME_WIDTH: Final = 25
_TREND_YEARS: Final = 7


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Records(
            Listing(
                N_("Key figures"),
                rows=lambda scope: scope.dossier.indicators,
                label=_indicator_row,
                new=lambda scope: Indicator(review_id=scope.dossier.review.id),
                movable=True,
                add_label=N_("Key figure"),
            ),
            Panel(_in_full),
            Records(
                Listing(
                    N_("Year by year"),
                    rows=lambda scope: scope.dossier.figures_of(_indicator(scope))[::-1],
                    label=_figure_row,
                    new=_next_figure,
                    add_label=N_("Year"),
                ),
                Form(Figure, (("year", "value"), "pending"), lambda scope: scope.owner),
            ),
            Form(
                Indicator,
                (("name", "unit", "decimals"), "better", "is_absence", "note"),
                lambda scope: scope.owner,
            ),
        ),
        Form(
            Status,
            (
                ("apv_raised", "apv_solved", "apv_planned"),
                ("apv_done", "apv_open"),
                "apv_comment",
                "guideline_adapted",
                "guideline_on",
                "guideline_effort",
                "absence_prevention",
            ),
            lambda scope: scope.dossier.status,
        ),
    )


def _indicator(scope: Scope) -> Indicator:
    if not isinstance(scope.owner, Indicator):
        raise TypeError(scope.owner)
    return scope.owner


def _next_figure(scope: Scope) -> Figure:
    indicator = _indicator(scope)
    known = [figure.year for figure in scope.dossier.figures_of(indicator)]
    return Figure(indicator_id=indicator.id, year=max(known, default=scope.dossier.review.year - 1) + 1)


def _indicator_row(indicator: Indicator, scope: Scope) -> Content:
    """Name, trend, newest value and change in columns."""
    figures = scope.dossier.figures_of(indicator)
    newest = _newest(figures)
    number = current().number(newest.value, indicator.decimals) if newest else tr("no figure yet")
    picture = trend(yearly(figures)[-_TREND_YEARS:])
    name = row(indicator.name).truncate(_NAME_WIDTH, ellipsis=True, pad=True)
    value = arithmetic.amount(current(), number, indicator.unit if newest else "")
    change = _change(indicator, scope, in_short=True)
    return Content.assemble(name, (f" {picture:<{_TREND_YEARS}} ", "$accent"), value, change)


def _in_full(scope: Scope) -> Content:
    """The newest figure with its year, absence in both units, and the change: what a narrow row cuts off."""
    indicator = _indicator(scope)
    newest = _newest(scope.dossier.figures_of(indicator))
    if newest is None:
        return Content("")
    return Content.assemble(f"{newest.year}: {figure_words(indicator, newest.value)}", _change(indicator, scope))


def _newest(figures: Sequence[Figure]) -> Figure | None:
    return next((figure for figure in reversed(figures) if figure.value is not None), None)


def figure_words(indicator: Indicator, value: Decimal | None) -> str:
    """Return a figure with its unit, and absence in % with the days per post beside it."""
    words = current()
    text = arithmetic.amount(words, words.number(value, indicator.decimals), indicator.unit)
    if indicator.is_absence and value is not None:
        days = words.number(days_per_post(value), 1)
        text += " = " + tr("{days} days per post", days=days)
    return text


def _change(indicator: Indicator, scope: Scope, *, in_short: bool = False) -> Content:
    """The change in words, with an arrow and a colour beside them; in a row without per cent: no word is cut."""
    change = change_of(scope.dossier.figures_of(indicator), indicator.better)
    if change is None:
        return Content("")
    said = arithmetic.change(current(), change, indicator.decimals, in_short=in_short)
    if change.is_better is None:
        return Content.styled(f" = {said}", "$muted")
    return Content.styled(f" {'↑' if change.points > 0 else '↓'} {said}", "$good" if change.is_better else "$bad")


def _figure_row(figure: Figure, scope: Scope) -> Content:
    value = tr("not yet available") if figure.pending else figure_words(_indicator(scope), figure.value)
    return row(value, str(figure.year), placeholder=tr("no figure yet"))
