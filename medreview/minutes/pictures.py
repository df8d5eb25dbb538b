"""The picture of a chart as SVG, the same in HTML and PDF, in greys that print well."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise
from typing import Final

from medreview.minutes.document import Block, Chart, Point

_WIDTH: Final = 224
_HEIGHT: Final = 88
_TOP: Final = 16
_BOTTOM: Final = 56
"""Of the curve; all lengths are points on paper, where two charts share the width of the text."""

_AXIS: Final = 72
_YEARS: Final = 83
_EDGE: Final = 12
"""What a year under the first or last figure needs on either side."""

_LETTER: Final = 4.8
"""How wide a figure is at most, in the size of the labels."""

_LINE: Final = 9
"""How high a label is."""

_MOST_YEARS: Final = 8
"""Labels that fit under the axis beside each other."""

_LEAST_SPAN: Final = 0.2
"""Of the highest figure; a small change is not drawn as a steep one."""

_INK: Final = "#1a1a1a"
_RULE: Final = "#8c8c8c"


@dataclass(frozen=True)
class _Spot:
    """Where a known figure stands: its number on the axis, and from the left and the top of the picture."""

    number: int
    x: float
    y: float
    shown: str


@dataclass(frozen=True)
class _Label:
    """A figure written in the picture, by its middle and its base line."""

    x: float
    y: float
    text: str

    def is_clear_of(self, other: "_Label") -> bool:
        """Whether both can be read."""
        width = _LETTER * (len(self.text) + len(other.text)) / 2
        return abs(self.x - other.x) >= width or abs(self.y - other.y) >= _LINE


def gathered(blocks: Iterable[Block]) -> Iterator[tuple[str, Block | tuple[Block, ...]]]:
    """Yield each block with the name of its kind, and charts that follow each other as one, named "Charts"."""
    for kind, run in groupby(blocks, type):
        if kind is Chart:
            yield "Charts", tuple(run)
        else:
            yield from ((kind.__name__, block) for block in run)


def svg(chart: Chart) -> str:
    """Return the chart as an SVG element: the curve, dashed over years without a figure, and its main figures."""
    spots = _spots(chart.points)
    parts = [
        f'<path d="M0 {_AXIS}H{_WIDTH}" stroke="{_RULE}" stroke-width="0.6"/>',
        *_years(chart.points),
        *_curve(spots),
        *(f'<circle cx="{spot.x:.1f}" cy="{spot.y:.1f}" r="1.7"/>' for spot in spots),
        *map(_written, _labels(spots)),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(chart.summary)}" font-family="Libertinus Serif" font-size="8.5" '
        f'text-anchor="middle" fill="{_INK}">{"".join(parts)}</svg>'
    )


def _spots(points: tuple[Point, ...]) -> list[_Spot]:
    known = [point.value for point in points if point.value is not None]
    if not known:
        return []
    low, high = min(known), max(known)
    span = max(high - low, _LEAST_SPAN * max(abs(high), abs(low))) or 1
    foot = (low + high - span) / 2
    return [
        _Spot(number, _across(number, points), _BOTTOM - (point.value - foot) / span * (_BOTTOM - _TOP), point.shown)
        for number, point in enumerate(points)
        if point.value is not None
    ]


def _across(number: int, points: tuple[Point, ...]) -> float:
    """From the left; the figures at both ends, set in the middle of their points, stay in the picture."""
    edge = max(_EDGE, *(_LETTER * len(point.shown) / 2 for point in points))
    return edge + (_WIDTH - 2 * edge) * (number / (len(points) - 1) if len(points) > 1 else 0.5)


def _curve(spots: list[_Spot]) -> Iterator[str]:
    for one, other in pairwise(spots):
        style = 'stroke-width="1.3"' if other.number - one.number == 1 else 'stroke-width="0.8" stroke-dasharray="3 2"'
        yield f'<path d="M{one.x:.1f} {one.y:.1f}L{other.x:.1f} {other.y:.1f}" stroke="{_INK}" {style}/>'


def _years(points: tuple[Point, ...]) -> Iterator[str]:
    """Name every year, or every second or third, counted from the last."""
    step = -(-len(points) // _MOST_YEARS)
    for number, point in enumerate(points):
        x, named = _across(number, points), (len(points) - 1 - number) % step == 0
        yield f'<path d="M{x:.1f} {_AXIS}v{2.5 if named else 1.5}" stroke="{_RULE}" stroke-width="0.6"/>'
        if named:
            yield f'<text x="{x:.1f}" y="{_YEARS}">{escape(point.label)}</text>'


def _labels(spots: list[_Spot]) -> list[_Label]:
    """Write the first and last figure, the highest and the lowest, as far as they leave each other room."""
    labels: list[_Label] = []
    for label in (_label(spots, spot) for spot in _main(spots)):
        if all(label.is_clear_of(other) for other in labels):
            labels.append(label)
    return labels


def _main(spots: list[_Spot]) -> list[_Spot]:
    by_height = sorted(spots, key=lambda spot: spot.y)
    return [*spots[-1:], *spots[:1], *by_height[:1], *by_height[-1:]]


def _label(spots: list[_Spot], spot: _Spot) -> _Label:
    """A figure stands above its point where the curve goes down from there, else below."""
    place = spots.index(spot)
    beside = [*spots[max(place - 1, 0) : place], *spots[place + 1 : place + 2]]
    above = sum(one.y - spot.y for one in beside) >= 0
    return _Label(spot.x, spot.y - 5 if above else spot.y + 11, spot.shown)


def _written(label: _Label) -> str:
    """A white edge keeps a figure readable where the curve crosses it."""
    place, edge = f'x="{label.x:.1f}" y="{label.y:.1f}"', 'stroke="#fff" stroke-width="2" paint-order="stroke"'
    return f'<text {place} {edge} font-weight="bold">{escape(label.text)}</text>'
