"""Figures in words: how a goal stands to its baseline and target, and how an indicator has changed."""

from decimal import Decimal

from medreview.domain.figures import Change, Progress
from medreview.i18n import Translator


def progress(words: Translator, progress: Progress, unit: str) -> str:
    """Return "0,8 percentage points (15,4 %) lower than the baseline, 0,2 percentage points from the target".

    Only per cent names its unit again; other figures have just been given with theirs.
    """
    return ", ".join(filter(None, (_from_baseline(words, progress, unit), _to_target(words, progress, unit))))


def change(words: Translator, change: Change | None, decimals: int, *, in_short: bool = False) -> str:
    """Return "−0,3 (−5,8 %) better", in short "−0,3 better"; an empty text where there is nothing to compare with."""
    if change is None:
        return ""
    if change.is_better is None:
        return words.tr("unchanged")
    points = _signed(words, change.points, decimals)
    in_percent = None if in_short else change.percent
    percent = f" ({amount(words, _signed(words, in_percent, 1), '%')})" if in_percent is not None else ""
    return f"{points}{percent} {words.tr('better') if change.is_better else words.tr('worse')}"


def compared(words: Translator, change: Change, unit: str, decimals: int | None = None) -> str:
    """Return "0,3 percentage points (5,8 %) lower, better": the difference in the unit and in per cent."""
    if change.points == 0:
        return words.tr("unchanged")
    number = words.number(abs(change.points), decimals)
    told = words.tr("{number} percentage points", number=number) if unit == "%" else amount(words, number, unit)
    if change.percent is not None:
        told += f" ({amount(words, words.number(abs(change.percent), 1), '%')})"
    way = words.tr("{amount} lower", amount=told) if change.points < 0 else words.tr("{amount} higher", amount=told)
    judged = {True: words.tr("better"), False: words.tr("worse"), None: ""}[change.is_better]
    return ", ".join(filter(None, (way, judged)))


def amount(words: Translator, number: str, unit: str) -> str:
    """Return a figure with its unit: "5,2 %"; only English leaves no space before per cent."""
    gap = "" if unit == "%" and words.language == "en" else " "
    return f"{number}{gap}{unit}".strip()


def _from_baseline(words: Translator, progress: Progress, unit: str) -> str:
    points = progress.change_points
    if points is None:
        return ""
    if points == 0:
        return words.tr("the same as the baseline")
    told = _distance(words, points, unit)
    if progress.change_percent is not None:
        told += f" ({amount(words, words.number(abs(progress.change_percent), 1), '%')})"
    if points < 0:
        return words.tr("{amount} lower than the baseline", amount=told)
    return words.tr("{amount} higher than the baseline", amount=told)


def _to_target(words: Translator, progress: Progress, unit: str) -> str:
    distance = progress.distance
    if distance is None:
        return ""
    if progress.is_reached:
        return words.tr("the target is reached")
    return words.tr("{amount} from the target", amount=_distance(words, distance, unit))


def _distance(words: Translator, points: Decimal, unit: str) -> str:
    """A difference between percentages is told in percentage points."""
    number = words.number(abs(points))
    return words.tr("{number} percentage points", number=number) if unit == "%" else number


def _signed(words: Translator, value: Decimal, decimals: int) -> str:
    return ("+" if value > 0 else "") + words.number(value, decimals)
