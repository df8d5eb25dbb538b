"""What a document shows: its kind, and what the chair ticks before it is written."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The documents a review gives."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    NOTESHEET = "notesheet"
    """Prompts with room to write, for group work at the meeting."""


@dataclass(frozen=True)
class Choices:
    """What goes into a document; the default is decisions, goals and actions with the names of those responsible."""

    discussion: bool = False
    """What was said: the discussion under each item and the steps' own notes."""
    names: bool = True
    """Who was there and who is responsible; without names the head counts the sides."""
    presentations: bool = True
    annexes: bool = True
    signatures: bool = False
    charts: bool = True
    """The course of the indicators as pictures, with what they show in words."""
    person: str = ""
    """Whose actions a list of one member's own actions holds."""
