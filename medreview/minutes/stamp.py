"""The stamp: what a file says of itself to a program, so that `medreview verify` can build the same document again.

It is JSON in plain ASCII, with `<`, `>`, `&` and `-` written as escapes, so that it can stand in any format's comment.
"""

import re
from typing import Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from medreview.domain.committee import Language
from medreview.minutes.choices import Choices, Kind

_START: Final = '{"medreview":'
_UNSAFE: Final = re.compile(r"[<>&\-]|[^ -~]")


class Stamp(BaseModel):
    """Which review, version and content a document shows, and how it was asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    medreview: Literal[1] = 1
    review: UUID
    version: int
    sha256: str = ""
    """Of the approved content; empty for a draft."""
    addenda: int = 0
    """How many addenda there were."""
    kind: Kind
    language: Language
    choices: Choices
    case_label: str = ""

    def text(self) -> str:
        """Return the stamp as it stands in a file."""
        return _UNSAFE.sub(_escape, self.model_dump_json())


def read_stamp(text: str) -> Stamp | None:
    """Return the stamp that the text is; None for any other text."""
    if not text.startswith(_START):
        return None
    try:
        return Stamp.model_validate_json(text)
    except ValidationError:
        return None


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be")
    return "".join(f"\\u{units[place]:02x}{units[place + 1]:02x}" for place in range(0, len(units), 2))
