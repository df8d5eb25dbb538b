"""What a step is made of: parts that show a scope, that is a review and, inside a list, the chosen entity."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.findings import Finding

if TYPE_CHECKING:
    from medreview.operations.approval import Standing


@dataclass(frozen=True)
class Scope:
    """What a part shows: the review, and the entity that a surrounding list has chosen.

    A committee and its members stand outside any review; their parts are shown without one.
    """

    review: Dossier | None = None
    owner: Entity | None = None
    years: Mapping[UUID, int] = field(default_factory=dict)
    """How many years each goal has been carried on, by its id; empty until it is known."""
    standing: "Standing | None" = None
    """How approved minutes stand; None where they are not approved, and until it is known."""
    unstored: tuple[Finding, ...] = ()
    """What is typed into the review and cannot be stored."""
    is_locked: bool = False
    """Whether the archive can only be looked at."""

    @property
    def dossier(self) -> Dossier:
        """The review, for the parts that are made for one."""
        if self.review is None:
            raise LookupError("this part needs a review")
        return self.review

    @property
    def is_read_only(self) -> bool:
        """Whether nothing of what is shown may change."""
        return self.is_locked or (self.review is not None and self.review.is_read_only)

    def inside(self, owner: Entity) -> Self:
        """Return what the parts inside a list show when this entity is chosen."""
        return replace(self, owner=owner)


@runtime_checkable
class Part(Protocol):
    """A widget that can show a scope again and again."""

    def show(self, scope: Scope) -> None:
        """Show the scope; what is being typed stays."""
