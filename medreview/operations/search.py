"""Finding words in what all reviews hold, over all years and committees."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from medreview.domain import folding
from medreview.domain.errors import Refusal
from medreview.domain.folding import Excerpt
from medreview.domain.template import Wording
from medreview.store import search as queries
from medreview.store.archive import Archive
from medreview.store.search import Found
from medreview.templates import load_template

LIMIT: Final = 50
LEAST: Final = 2
"""Letters from which on there is something to look for."""
WIDTH: Final = 70
"""Characters of the text around a hit."""


@dataclass(frozen=True)
class Hit:
    """An entry in which all the words stand, and where it is written."""

    committee_id: UUID
    committee: str
    year: int
    review_id: UUID | None
    """None on the annual wheel."""
    step: str
    title: Wording | None
    """The step's short title; None where this version does not know the step."""
    kind: str
    """The name of the entry's kind, such as `Goal`."""
    field: str
    """The field in which most of the words stand."""
    id: UUID
    owner: UUID
    """The goal that an activity belongs to; of all else the entry itself."""
    excerpt: Excerpt

    @property
    def is_followed_up(self) -> bool:
        """Whether it is noted between the meetings, in no step of a review yet; `owner` is the goal or action."""
        return self.step == queries.FOLLOW_UP

    @property
    def is_on_wheel(self) -> bool:
        """Whether it is a matter of the annual wheel, which belongs to no step of a review."""
        return self.step == queries.WHEEL


def search(archive: Archive, typed: str, limit: int = LIMIT, width: int = WIDTH) -> tuple[Hit, ...]:
    """Return where all the words that are typed stand, each as a part of a word: newest year first, goals before notes.

    Matters of the annual wheel come after the newest year. Fewer than two letters find nothing.
    """
    words = folding.words_of(typed)
    if len("".join(typed.split())) < LEAST:
        return ()
    with archive.transaction() as session:
        found = queries.search(session, words, limit)
    return tuple(_hit(one, words, width) for one in found)


def _hit(found: Found, words: Sequence[str], width: int) -> Hit:
    field = max(found.texts, key=lambda name: _count(found.texts[name], words))
    return Hit(
        found.committee_id,
        found.committee,
        found.year,
        found.review_id,
        found.step,
        _title(found.template, found.step),
        found.kind.__name__,
        field,
        found.id,
        found.owner,
        folding.excerpt(found.texts[field], words, width),
    )


def _count(text: str, words: Sequence[str]) -> int:
    return sum(folding.pattern(word).search(text) is not None for word in words)


def _title(template: str, step: str) -> Wording | None:
    try:
        steps = load_template(template).steps
    except Refusal:  # the review was made by a later version, or another program wrote it
        return None
    return next((one.short for one in steps if one.key == step), None)
