"""What there is to say about one field."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldHelp:
    """What belongs into one field; `duties` are the ids of the duties that it answers."""

    what: str
    good: str = ""
    weak: str = ""
    duties: tuple[str, ...] = ()
