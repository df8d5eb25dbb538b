"""What a document shows: its kind, and what the chair ticks before it is written."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self


class Kind(StrEnum):
    """The documents a review gives."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    NOTESHEET = "notesheet"
    """Prompts with room to write, for group work at the meeting."""
    DECISIONS = "decisions"
    """Decision minutes (*beslutningsreferat*): what was decided, without what led to it."""
    NOTICE = "notice"
    """One page for the notice board (*opslag*)."""
    PROOF = "proof"
    """What shows the working environment authority that the discussion took place and what it dealt with."""
    ACTIONS = "actions"
    """Who does what by when: one person's, or everybody's person by person."""
    WHEEL = "wheel"
    """The annual wheel (*årshjul*) of the year that the review plans; it is the committee's and never approved."""

    @property
    def is_beforehand(self) -> bool:
        """Whether it is made before the meeting, so that it tells of what is planned and is never a draft."""
        return self in (Kind.AGENDA, Kind.NOTESHEET, Kind.WHEEL)

    @property
    def contents(self) -> frozenset[str]:
        """Which of the `Choices` that are ticked change what a document of this kind shows."""
        return _CONTENTS[self]

    @property
    def has_data(self) -> bool:
        """Whether its PDF can hold the review as data: it shows enough of it (see `cut`)."""
        return self in (Kind.MINUTES, Kind.AGENDA, Kind.DECISIONS)


_CONTENTS: Final[dict[Kind, frozenset[str]]] = {
    Kind.MINUTES: frozenset(
        ("discussion", "names", "presentations", "annexes", "signatures", "times", "follow_ups", "charts")
    ),
    Kind.AGENDA: frozenset(("names", "presentations", "annexes")),
    Kind.NOTESHEET: frozenset(),
    Kind.DECISIONS: frozenset(("names", "signatures")),
    Kind.NOTICE: frozenset(("names",)),
    Kind.PROOF: frozenset(("names", "signatures")),
    Kind.ACTIONS: frozenset(("names",)),
    Kind.WHEEL: frozenset(("names",)),
}


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
    times: bool = False
    """How long each agenda item took beside its plan, and the breaks."""
    follow_ups: bool = False
    """What was noted between the meetings on last year's goals and actions."""
    charts: bool = True
    """The course of the indicators as pictures, with what they show in words."""
    person: str = ""
    """Whose actions a list of one member's own actions holds."""
    year: int = 0
    """Which year an annual wheel shows; 0: the one that the review plans."""

    @classmethod
    def usual(cls, kind: Kind) -> Self:
        """Return what is ticked from the start: a notice hangs where everybody passes, so it names nobody."""
        return cls(names=kind is not Kind.NOTICE)
