"""What an operation changed, so that a screen reloads only that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from medreview.domain.base import Entity


@dataclass(frozen=True)
class Changes:
    """The kinds of entity that changed, and where."""

    kinds: frozenset[type[Entity]] = frozenset()
    committee_id: UUID | None = None
    review_id: UUID | None = None
    stored: tuple[Entity, ...] = ()
    """The entities as they are stored now, where nothing else changed; empty: load again."""

    def touches(self, *kinds: type[Entity]) -> bool:
        """Return whether an entity of one of these kinds changed."""
        return bool(self.kinds.intersection(kinds))
