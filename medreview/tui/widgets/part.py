"""What a step is made of: parts that show a scope, that is a review and, inside a list, the chosen entity."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier


@dataclass(frozen=True)
class Scope:
    """What a part shows: the review, and the entity that a surrounding list has chosen."""

    dossier: Dossier
    owner: Entity | None = None


@runtime_checkable
class Part(Protocol):
    """A widget that can show a scope again and again."""

    def show(self, scope: Scope) -> None:
        """Show the scope; what is being typed stays."""
