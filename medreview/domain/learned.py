"""What others can learn: one line of an evaluation, with what it is about, from any year and committee."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from medreview.domain import folding
from medreview.domain.goal import Outcome


@dataclass(frozen=True)
class LearnedPoint:
    """What one committee learned from one goal when it looked back on it."""

    municipality: str
    committee: str
    year: int
    """The year of the review that looked back."""
    goal: str
    outcome: Outcome
    text: str
    review_id: UUID
    goal_id: UUID
    evaluation_id: UUID


def matching(points: Iterable[LearnedPoint], typed: str) -> tuple[LearnedPoint, ...]:
    """Return the points in which all typed words stand, in their order; all of them where nothing is typed."""
    searches = [folding.pattern(word).search for word in folding.words_of(typed)]
    return tuple(point for point in points if all(search(_written(point)) for search in searches))


def _written(point: LearnedPoint) -> str:
    return f"{point.text}\n{point.goal}\n{point.committee}\n{point.municipality}\n{point.year}"
