"""Storing in the background, in the order in which it was asked for, and what could not be stored yet."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from medreview.domain.base import Entity
    from medreview.domain.dossier import Dossier
    from medreview.operations.changes import Changes
    from medreview.tui.widgets.field import Field

P = ParamSpec("P")
R = TypeVar("R")

TROUBLE: Final = frozenset(
    (
        *("disk_full", "disk_error", "read_only", "open_elsewhere"),
        *("archive_vanished", "archive_replaced", "archive_damaged"),
    )
)
"""Refusals that have nothing to do with what is written: the same may be stored later, or at another place."""

_TURN: Final = 0.0005
"""Seconds for which this thread keeps the interpreter while the screen wants it; by default it is ten times that."""


@dataclass(eq=False)
class Edit:
    """Values that somebody wrote into the fields of an entity, and the operation that stores them."""

    operation: Callable[..., Changes]
    entity: Entity
    values: dict[str, object]
    field: Field | None = None
    """Where it was written; it may be shown no more."""
    visit: str = ""
    """The visit to the field during which it was written."""

    def replaces(self, earlier: Edit) -> bool:
        """Return whether this was written in the place of the earlier edit."""
        same = (type(self.entity), self.entity.id) == (type(earlier.entity), earlier.entity.id)
        return same and self.values.keys() >= earlier.values.keys()

    def written(self, entity: Entity) -> Entity:
        """Return the entity as it will be when this is stored."""
        from medreview.domain.errors import Refusal
        from medreview.operations.edit import with_values

        with suppress(Refusal):
            return with_values(entity, self.values)
        return entity

    def note_stored(self) -> None:
        """Let the field know that what stands in it is stored."""
        if self.field is not None and self.field.is_attached:
            for value in self.values.values():
                self.field.now_stored(value)


class Saver:
    """One thread that works through the operations, so that the screen never waits for the disk."""

    def __init__(self) -> None:
        sys.setswitchinterval(_TURN)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="archive")
        self._is_closed = False
        self.saved_at: datetime | None = None
        """When something was last stored."""
        self.waiting: list[Edit] = []
        """What could not be stored, in the order in which it was written; nothing of it is ever left out."""

    async def run(self, operation: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an operation after those asked for earlier and return its result; refusals are raised here."""
        if self._is_closed:
            raise asyncio.CancelledError  # the program is ending, and what was asked for earlier is done
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: operation(*args, **kwargs))

    async def store(self, operation: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an operation that stores something: it is carried out although nobody waits for it any more."""
        return await asyncio.shield(self.run(operation, *args, **kwargs))

    def put_off(self, edit: Edit) -> None:
        """Keep an edit that could not be stored, in the place of what it replaces."""
        self.waiting = [one for one in self.waiting if not edit.replaces(one)]
        self.waiting.append(edit)

    def settle(self, edit: Edit) -> None:
        """Take note that an edit waits no more."""
        if edit in self.waiting:
            self.waiting.remove(edit)

    def over(self, dossier: Dossier) -> Dossier:
        """Return the review with what waits to be stored."""
        for edit in self.waiting:
            found = dossier.find(type(edit.entity), edit.entity.id)
            dossier = (found and dossier.with_changed(edit.written(found))) or dossier
        return dossier

    def close(self) -> None:
        """Finish what was asked for; nothing more is begun."""
        self._is_closed = True
        self._thread.shutdown(wait=True)


def edit_of(
    operation: Callable[..., Changes], args: tuple[Any, ...], values: Any, field: Field | None, visit: str
) -> Edit | None:
    """Return what is written as an edit; None where nothing is written, but added, moved or removed."""
    return Edit(operation, args[0], dict(values), field, visit) if values and len(args) == 1 else None
