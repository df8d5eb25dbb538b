"""What approval makes of a review: numbered versions of its minutes, each with its SHA-256.

The SHA-256 is taken over the canonical form of the dossier: its JSON as in the exchange format without `addenda` and
`later_follow_ups`, which come after the approval, without every value that is the JSON Schema's default, object members
sorted by name, no space between tokens, UTF-8. It holds no number but whole ones (figures are text), so that any
program can compute it again (cf. RFC 8785). That it stays the same for decades asks two things of every later program:
a default is never changed, a new field has one.
"""

import json
from hashlib import sha256
from uuid import UUID

from pydantic import Field

from medreview.domain.base import Day, Entity, Line, Text
from medreview.domain.dossier import Dossier


class Version(Entity):
    """One approved version of a review's minutes; only the newest can be in force."""

    review_id: UUID
    number: int = Field(ge=1)
    content: str
    """The canonical form of the dossier as it was approved."""
    sha256: Line
    withdrawn_on: Day | None = None
    reason: Text = ""
    """Why the approval was withdrawn; the next version came of it."""

    @property
    def dossier(self) -> Dossier:
        """The review as it was approved."""
        return Dossier.model_validate_json(self.content)

    @property
    def is_intact(self) -> bool:
        """Whether the content is still what it was when the SHA-256 was taken."""
        return sha256(self.content.encode()).hexdigest() == self.sha256


def approved_version(dossier: Dossier) -> Version:
    """Return the version that an approved review is."""
    content = canonical(dossier)
    digest = sha256(content.encode()).hexdigest()
    return Version(review_id=dossier.review.id, number=dossier.review.version, content=content, sha256=digest)


def canonical(dossier: Dossier) -> str:
    """Return the canonical form of the review (see above)."""
    values = dossier.model_dump(mode="json", exclude={"addenda", "later_follow_ups"}, exclude_defaults=True)
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
