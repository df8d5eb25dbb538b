"""Drafts: what is typed where nothing is stored before its end, or cannot be understood yet, kept until it is.

The archive keeps them among its own settings: no minutes, exchange file or journal ever holds them, and what is deleted
for good takes its drafts with it.
"""

import json
from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid5

from pydantic import Field

from medreview.domain.base import Entity
from medreview.domain.cleaning import clean_text
from medreview.operations.changes import Changes
from medreview.store import settings
from medreview.store.archive import Archive
from medreview.store.session import Session

PREFIX: Final = "draft."
"""How the archive calls its drafts among its settings."""

_NAMES: Final = UUID("6d7c0d6c-53f4-4c39-9c0c-7d9b2f6f0a51")


class Draft(Entity):
    """What stands in the fields of one place, by their names, and not yet anywhere else."""

    place: str
    """The dialog, or the entity in a form."""
    about: tuple[UUID, ...] = ()
    """The committee and review it belongs to, with which it goes."""
    fields: Mapping[str, str] = Field(default_factory=dict)

    @classmethod
    def at(cls, place: str, *about: UUID) -> "Draft":
        """Return the empty draft of a place."""
        return cls(id=uuid5(_NAMES, place), place=place, about=about)


def keep(archive: Archive, draft: Draft, *, fields: Mapping[str, str]) -> Changes:
    """Keep a draft with these fields in the place of what was kept there; without any it is gone.

    Raises:
        Refusal: those of `Archive.transaction`.
    """
    with archive.transaction() as session:
        if fields:
            kept = {"about": [str(one) for one in draft.about], "fields": dict(fields)}
            settings.note(session, PREFIX + draft.place, json.dumps(kept, ensure_ascii=False))
        else:
            forget_in(session, draft.place)
    return Changes()


def load(archive: Archive) -> dict[str, Draft]:
    """Return all drafts of the archive, by place; what another program wrote in their place is none."""
    with archive.transaction() as session:
        return load_in(session)


def load_in(session: Session) -> dict[str, Draft]:
    """Return all drafts of the archive within a transaction."""
    found = settings.starting_with(session, PREFIX)
    drafts = (_read(key.removeprefix(PREFIX), text) for key, text in found.items())
    return {draft.place: draft for draft in drafts if draft is not None}


def forget_in(session: Session, place: str) -> None:
    """Keep nothing more of a place."""
    settings.forget(session, PREFIX + place)


def place_of(entity: Entity) -> str:
    """Return the place of what is typed into the form of an entity."""
    return f"{type(entity).__name__} {entity.id.hex}"


def _read(place: str, text: str) -> Draft | None:
    try:
        kept = json.loads(text)
        about = [UUID(one) for one in kept["about"]]
        fields = {str(name): clean_text(value) for name, value in kept["fields"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Draft.at(place, *about).model_copy(update={"fields": fields})
