"""The exchange format: one review with its committee and goals as a JSON file that any program can read.

`{"format": "medreview-review", "version": 1, "dossier": {...}}`; the dossier is that of `domain.dossier`. The JSON
Schema is beside this file. A file is imported whole or not at all, and nothing in the archive is overwritten.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from medreview.domain.base import clean_line
from medreview.domain.consistency import contradictions, dangling, places, repeated
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.operations.changes import Changes
from medreview.operations.reviews import EXAMPLE, is_example_session
from medreview.operations.strict_json import read_strictly
from medreview.store import dossiers, entities, queries
from medreview.store.archive import Archive
from medreview.store.entities import Session
from medreview.templates import has_template, load_template

SIZE_LIMIT: Final = 20_000_000
"""Bytes; a full review is well under one million."""

_FORMAT: Final = "medreview-review"
_VERSION: Final = 1
_SHARED: Final = ("committee", "members", "last_goals", "goals", "activities")
"""The parts that a committee's reviews have in common."""

_AS_APPROVED: Final = ("committee", "members")
"""What an approved review keeps as it was then, whatever became of it since."""

_WHERE_LIMIT: Final = 80


class Exchange(BaseModel):
    """The file as a whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["medreview-review"] = "medreview-review"
    version: Literal[1] = 1
    example: bool = False
    """Whether the review comes from the example archive and must never pass for a real one."""
    dossier: Dossier


@dataclass(frozen=True)
class Imported:
    """What an import changed, and whether the archive already had the review exactly so."""

    changes: Changes
    review_id: UUID
    unchanged: bool


def export_json(dossier: Dossier, *, example: bool = False) -> str:
    """Return the review in the exchange format; the same review always gives the same text."""
    return _as_text(Exchange(example=example, dossier=dossier).model_dump(mode="json"))


def export_json_list(reviews: Iterable[Dossier], *, example: bool = False) -> str:
    """Return one review in the exchange format, several as a list of them."""
    documents = [Exchange(example=example, dossier=dossier).model_dump(mode="json") for dossier in reviews]
    return _as_text(documents[0] if len(documents) == 1 else documents)


def import_review(archive: Archive, path: Path) -> Imported:
    """Store the review of an exchange file.

    Raises:
        Refusal: those of `read_exchange` and `store_review`; nothing was stored.
    """
    exchange = read_exchange(path)
    return store_review(archive, exchange.dossier, example=exchange.example)


def read_exchange(path: Path) -> Exchange:
    """Return what an exchange file holds after checking that it fits the format and hangs together.

    Raises:
        Refusal: `file_missing`, `cannot_open`, `too_large`, `not_json`, `not_exchange`, `exchange_newer`,
            `exchange_field`, `exchange_dangling` or `exchange_twice`; the last three name the place, for example
            `goals.2.target`.
    """
    document = read_strictly(path, SIZE_LIMIT)
    _check_envelope(document, path)
    dossier = _validated(document["dossier"], path)
    _check_consistency(dossier, path)
    return Exchange(example=document.get("example", False), dossier=dossier)


def store_review(archive: Archive, dossier: Dossier, *, example: bool = False) -> Imported:
    """Store a review that the archive does not have; one that it has exactly so changes nothing.

    Raises:
        Refusal: `import_differs` where the archive has something else under the same id or year,
            `committee_exists` for another committee of the same name, `import_of_example` where a review of the
            example would come among real ones; an empty archive becomes an example archive.
    """
    with archive.transaction() as session:
        if example:
            _mark_or_refuse(session)
        stored = dossiers.load(session, dossier.review.id)
        if stored is not None:
            _check_same(stored, dossier)
            return Imported(Changes(), dossier.review.id, unchanged=True)
        is_newest = all(one.year < dossier.review.year for one in queries.reviews(session, dossier.committee.id))
        _check_free(session, dossier, is_newest=is_newest)
        dossiers.insert(session, dossier)
        if is_newest:
            for entity in (dossier.committee, *dossier.members):
                entities.update(session, entity)
    kinds = frozenset(type(entity) for _, entity in dossier.entities())
    return Imported(Changes(kinds, dossier.committee.id, dossier.review.id), dossier.review.id, unchanged=False)


def json_schema() -> str:
    """Return the JSON Schema of the format, as it lies in the package."""
    schema = Exchange.model_json_schema()
    schema["required"] = ["format", "version", "dossier"]
    for definition in schema["$defs"].values():
        if "id" in definition.get("properties", {}):
            definition["required"] = ["id", *definition.get("required", ())]
    return _as_text({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _check_envelope(document: object, path: Path) -> None:
    if not isinstance(document, Mapping) or document.get("format") != _FORMAT:
        raise Refusal("not_exchange", path=path)
    version = document.get("version")
    if type(version) is int and version > _VERSION:
        raise Refusal("exchange_newer", path=path)
    if type(version) is not int or version != _VERSION:
        raise Refusal("exchange_field", path=path, where="version")
    if type(document.get("example", False)) is not bool:
        raise Refusal("exchange_field", path=path, where="example")
    surplus = next((name for name in document if name not in Exchange.model_fields), None)
    if surplus is not None or "dossier" not in document:
        raise Refusal("exchange_field", path=path, where=_place([surplus or "dossier"]))


def _validated(data: Any, path: Path) -> Dossier:
    try:
        dossier = Dossier.model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        where = _place(error.errors(include_url=False)[0]["loc"])
        raise Refusal("exchange_field", path=path, where=where or "dossier") from error
    for place, _, entity in places(dossier):
        if "id" not in entity.model_fields_set:
            raise Refusal("exchange_field", path=path, where=f"{place}.id")
    return dossier


def _check_consistency(dossier: Dossier, path: Path) -> None:
    if not has_template(dossier.review.template):
        raise Refusal("exchange_field", path=path, where="review.template")
    found = (
        ("exchange_twice", repeated(dossier)),
        ("exchange_dangling", dangling(dossier)),
        ("exchange_field", contradictions(dossier, load_template(dossier.review.template))),
    )
    for code, faults in found:
        fault = next(faults, None)
        if fault is not None:
            raise Refusal(code, path=path, where=fault)


def _place(parts: Iterable[object]) -> str:
    """Return a place in the file; its names may come from a stranger."""
    return clean_line(".".join(str(part) for part in parts))[:_WHERE_LIMIT]


def _check_same(stored: Dossier, dossier: Dossier) -> None:
    """Raise where the two differ; members who came to the committee since are no difference."""
    here = {(part, entity.id): entity for part, entity in stored.entities()}
    for part, entity in dossier.entities():
        if here.pop((part, entity.id), None) != entity:
            raise _differs(dossier, part)
    surplus = next((part for part, _ in here if part != "members"), None)
    if surplus is not None:
        raise _differs(dossier, surplus)


def _mark_or_refuse(session: Session) -> None:
    if not is_example_session(session) and queries.committees(session):
        raise Refusal("import_of_example")
    queries.set_setting(session, EXAMPLE, "yes")


def _check_free(session: Session, dossier: Dossier, *, is_newest: bool) -> None:
    """Raise where storing the review would collide with what the archive has.

    The newest year brings committee and members up to date; earlier years keep theirs when they were approved.
    """
    committee = dossier.committee
    if dossiers.review_id_of(session, committee.id, dossier.review.year):
        raise _differs(dossier, "review")
    namesakes = entities.find(session, type(committee), municipality=committee.municipality, name=committee.name)
    if any(one.id != committee.id for one in namesakes):
        raise Refusal("committee_exists", name=committee.name)
    for part, entity in dossier.entities():
        stored = entities.get(session, type(entity), entity.id)
        if stored is None or (stored == entity and part in _SHARED):
            continue
        kept_apart = (dossier.is_read_only or is_newest) and part in _AS_APPROVED
        if not kept_apart or getattr(stored, "committee_id", None) != getattr(entity, "committee_id", None):
            raise _differs(dossier, part)


def _differs(dossier: Dossier, where: str) -> Refusal:
    return Refusal("import_differs", name=dossier.committee.name, year=dossier.review.year, where=where)
