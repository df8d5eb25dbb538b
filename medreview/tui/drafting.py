"""Drafts on the screens: what is typed and not stored is kept at every pause, and stands there again the next time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from medreview.tui.saving import Edit

if TYPE_CHECKING:
    from medreview.domain.base import Entity
    from medreview.domain.dossier import Dossier
    from medreview.operations.drafts import Draft
    from medreview.operations.unstored import Unstored
    from medreview.tui.keeping import KeepingApp

_NOTHING: Final[Mapping[str, str]] = {}


class Drafts:
    """The drafts of the open archive; where none is open, nothing is kept."""

    def __init__(self, app: KeepingApp) -> None:
        self._app = app
        self._kept: dict[str, Draft] = {}

    def begin(self, kept: Mapping[str, Draft]) -> None:
        """Take those of the archive that was opened."""
        self._kept = dict(kept)

    def of(self, place: str) -> Mapping[str, str]:
        """Return what is kept of a place, by the names of its fields."""
        draft = self._kept.get(place)
        return draft.fields if draft is not None else _NOTHING

    def of_review(self, dossier: Dossier) -> Iterator[Unstored]:
        """Yield what is typed into a review and not stored."""
        from medreview.operations import unstored

        return unstored.of_review(self._kept, dossier)

    def forget_review(self, dossier: Dossier) -> None:
        """Know no more of what its approval did away with."""
        from medreview.operations.drafts import place_of

        for one in list(self.of_review(dossier)):
            self._kept.pop(place_of(one.entity), None)

    async def keep(self, place: str, fields: Mapping[str, str], *about: UUID) -> None:
        """Keep what stands in the fields of a place; nothing, where they are empty."""
        if self._app.can_write and self.of(place) != fields:
            await self._store(self._with(place, fields, about), fields)

    async def keep_field(self, entity: Entity, name: str, text: str, *about: UUID) -> None:
        """Keep what stands in one field of an entity and cannot be stored; an empty text is kept no more."""
        from medreview.operations.drafts import place_of

        place = place_of(entity)
        rest = {one: kept for one, kept in self.of(place).items() if one != name}
        await self.keep(place, {**rest, name: text} if text else rest, *about)

    def standing(self, screens: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        """Yield the operation, the draft and the fields for what stands on the screens and is not kept yet."""
        from medreview.operations import drafts

        for screen in screens:
            read = getattr(screen, "draft", None)
            if read is None or not self._app.can_write:
                continue
            place, fields, about = read()
            if self.of(place) != fields:
                yield drafts.keep, self._with(place, fields, about), {"fields": fields}

    def _with(self, place: str, fields: Mapping[str, str], about: tuple[UUID, ...]) -> Draft:
        from medreview.operations.drafts import Draft

        draft = self._kept[place] = Draft.at(place, *about).model_copy(update={"fields": dict(fields)})
        return draft

    async def _store(self, draft: Draft, fields: Mapping[str, str]) -> None:
        from medreview.operations import drafts

        await self._app.keep(Edit(drafts.keep, draft, {"fields": dict(fields)}))
