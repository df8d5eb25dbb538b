"""Short ways to build a document of a review and to find something in it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from medreview.domain.committee import Language
from medreview.domain.dossier import Dossier
from medreview.domain.review import State
from medreview.minutes import Choices, Document, Kind, build
from medreview.minutes.build import NEW
from medreview.minutes.document import Block, Facts, Heading, Letterhead, Note, Table
from medreview.minutes.stamp import Stamp
from tests import builders
from tests.builders import YEAR
from tests.minutes.logos import png

ALL: Final = Choices(discussion=True, signatures=True, follow_ups=True)

SUM: Final = "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"
LETTERHEAD: Final = Letterhead("Nordø Kommune", "Børn og Ældre", "Torvet 1 · 9999 Nordø", png())


def document(
    dossier: Dossier,
    kind: Kind = Kind.MINUTES,
    language: str = "en",
    *,
    is_example: bool = False,
    years_carried: Mapping[UUID, int] = NEW,
    **choices: Any,
) -> Document:
    """Return a document of the review from the small template of the tests."""
    template = builders.a_template()
    chosen = Choices(**choices)
    return build(dossier, template, kind, language, chosen, is_example=is_example, years_carried=years_carried)


def with_(dossier: Dossier, **parts: Any) -> Dossier:
    """Return the review with other parts; a mapping changes fields of the part, anything else replaces it."""
    return dossier.model_copy(
        update={
            name: getattr(dossier, name).model_copy(update=value) if isinstance(value, dict) else value
            for name, value in parts.items()
        }
    )


def approved(dossier: Dossier, **values: Any) -> Dossier:
    """Return the review approved by chair and vice chair."""
    names = {"approved_by": "Karen Lund og Bo Ørsted", **values}
    return with_(dossier, review={"state": State.APPROVED, "approved_on": date(YEAR, 12, 3), **names})


def furnished(document: Document) -> Document:
    """Return the document as a municipality sends it, with seal, stamp and letterhead."""
    stamp = Stamp(
        review=UUID(int=7),
        version=1,
        sha256=SUM,
        kind=document.kind,
        language=Language.DANISH,
        choices=Choices(person='Åse "x" --> <b>'),
    ).text()
    return replace(document, seal=f"Version 1. SHA-256: {SUM}", stamp=stamp, letterhead=LETTERHEAD)


def section(document: Document, heading: str) -> list[Block]:
    """Return the blocks under the heading that ends with this text, down to the next one of its level."""
    headings = [(place, one) for place, one in enumerate(document.blocks) if isinstance(one, Heading)]
    ((start, found),) = [(place, one) for place, one in headings if one.text.endswith(heading)]
    ends = [place for place, one in headings if place > start and one.level <= found.level]
    return list(document.blocks[start + 1 : min(ends, default=len(document.blocks))])


def facts_in(blocks: Iterable[Block]) -> dict[str, str]:
    """Return all facts among the blocks by their labels."""
    return dict(row for block in blocks if isinstance(block, Facts) for row in block.rows)


def tables_in(blocks: Iterable[Block]) -> list[Table]:
    """Return the tables among the blocks."""
    return [block for block in blocks if isinstance(block, Table)]


def notes_in(blocks: Iterable[Block]) -> list[str]:
    """Return the remarks among the blocks."""
    return [block.text for block in blocks if isinstance(block, Note)]
