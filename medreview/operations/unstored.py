"""What is typed into a review and not stored, half a date for example, and what an approval does with it.

Approved minutes would never have it, so that it blocks the approval. Only what was typed in a goal that is closed
meanwhile no minutes would have: that is told before the approval and goes with it, for nobody can write there any more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.goal import Evaluation
from medreview.domain.privacy import step_of
from medreview.operations import drafts
from medreview.operations.drafts import Draft, place_of
from medreview.store.session import Session


@dataclass(frozen=True)
class Unstored:
    """A text in a field of an entity, and the step in which it stands."""

    step: str
    entity: Entity
    field: str
    text: str
    closed_by: Evaluation | None
    """What closed the goal in which it stands."""

    @property
    def blocks(self) -> bool:
        """Whether the minutes cannot be approved with it."""
        return self.closed_by is None


def of_review(kept: Mapping[str, Draft], dossier: Dossier) -> Iterator[Unstored]:
    """Yield what is kept of the review's fields, in its order."""
    for part, entity in dossier.entities() if any(one.fields for one in kept.values()) else ():
        draft = kept.get(place_of(entity))
        for name, text in draft.fields.items() if draft else ():
            yield Unstored(step_of(part, entity), entity, name, text, dossier.closed_by(entity))


def settle(session: Session, dossier: Dossier) -> None:
    """Forget what is typed and not stored in a review that is being approved.

    Raises:
        Refusal: `not_ready` where it blocks.
    """
    found = list(of_review(drafts.load_in(session), dossier))
    if any(one.blocks for one in found):
        raise Refusal("not_ready")
    for one in found:
        drafts.forget_in(session, place_of(one.entity))
