"""What others can learn: one line of an evaluation, with what it is about, from any year and committee."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
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
    id: UUID
    """Of the evaluation in which it was written."""

    @cached_property
    def folded(self) -> str:
        """All its words as they are compared."""
        return folding.fold(f"{self.text}\n{self.goal}\n{self.committee}\n{self.municipality}\n{self.year}")


def matching(points: Iterable[LearnedPoint], typed: str) -> tuple[LearnedPoint, ...]:
    """Return the points in which all typed words stand, in their order; all of them where nothing is typed."""
    words = folding.words_of(typed)
    return tuple(point for point in points if all(word in point.folded for word in words))
