"""The exchange format: one review with its committee and goals as a JSON file that any program can read.

`{"format": "medreview-review", "version": 1, "dossier": {...}}`; the dossier is that of `domain.dossier`. The JSON
Schema is beside this file. A PDF of minutes has such a file inside, cut to what the minutes show (`partial`), with
the SHA-256 of the whole approved review. A file is read whole or not at all.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from medreview.domain.cleaning import clean_line
from medreview.domain.consistency import contradictions, dangling, places, repeated
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.version import approved_version
from medreview.operations.pdf_data import attached_json, is_pdf
from medreview.operations.strict_json import SIZE_LIMIT, bytes_of, parsed_strictly
from medreview.templates import has_template, load_template

_FORMAT: Final = "medreview-review"
_VERSION: Final = 1
_WHERE_LIMIT: Final = 80
_SHA256: Final = r"^([0-9a-f]{64})?$"


class Exchange(BaseModel):
    """The file as a whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["medreview-review"] = "medreview-review"
    version: Literal[1] = 1
    example: bool = False
    """Whether the review comes from the example archive and must never pass for a real one."""
    partial: bool = False
    """Whether the review is cut to what a document shows."""
    sha256: str = Field(default="", pattern=_SHA256)
    """Of the whole approved review (see `domain.version`); empty for a draft."""
    dossier: Dossier


def as_text(*exchanges: Exchange) -> str:
    """Return one exchange file as text, several as a list of them."""
    documents = [one.model_dump(mode="json") for one in exchanges]
    return _json(documents[0] if len(documents) == 1 else documents)


def digest_of(dossier: Dossier) -> str:
    """Return the SHA-256 of the approved content; an empty text for a draft."""
    return approved_version(dossier).sha256 if dossier.is_read_only else ""


def read_exchange(path: Path, *, trusting: bool = False) -> Exchange:
    """Return what an exchange file or a PDF holds after checking that it fits the format and hangs together.

    `trusting` reads a review too that is not any more what was approved.

    Raises:
        Refusal: `file_missing`, `cannot_open`, `too_large`, `pdf_without_data`, `pdf_damaged`, `not_json`,
            `not_exchange`, `exchange_newer`, `exchange_altered`, `exchange_field`, `exchange_dangling` or
            `exchange_twice`; the last three name the place, for example `goals.2.target`.
    """
    content = bytes_of(path, SIZE_LIMIT)
    document = parsed_strictly(attached_json(content, path) if is_pdf(content) else content, path)
    _check_envelope(document, path)
    dossier = _validated(document["dossier"], path)
    _check_consistency(dossier, path)
    exchange = Exchange(**{**document, "dossier": dossier})
    if exchange.partial and bool(exchange.sha256) is not dossier.is_read_only:
        raise Refusal("exchange_field", path=path, where="sha256")
    if not (trusting or exchange.partial) and exchange.sha256 not in ("", digest_of(dossier)):
        raise Refusal("exchange_altered", path=path)
    return exchange


def json_schema() -> str:
    """Return the JSON Schema of the format, as it lies in the package."""
    schema = Exchange.model_json_schema()
    schema["required"] = ["format", "version", "dossier"]
    for definition in schema["$defs"].values():
        if "id" in definition.get("properties", {}):
            definition["required"] = ["id", *definition.get("required", ())]
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _check_envelope(document: object, path: Path) -> None:
    if not isinstance(document, Mapping) or document.get("format") != _FORMAT:
        raise Refusal("not_exchange", path=path)
    version = document.get("version")
    if type(version) is int and version > _VERSION:
        raise Refusal("exchange_newer", path=path)
    if type(version) is not int or version != _VERSION:
        raise Refusal("exchange_field", path=path, where="version")
    for name in ("example", "partial"):
        if type(document.get(name, False)) is not bool:
            raise Refusal("exchange_field", path=path, where=name)
    digest = document.get("sha256", "")
    if type(digest) is not str or not re.fullmatch(_SHA256, digest):
        raise Refusal("exchange_field", path=path, where="sha256")
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
