"""Who has something to do: actions, goals and activities by the person who is responsible for them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier, in_order
from medreview.domain.goal import Activity, Goal


@dataclass(frozen=True)
class Assignment:
    """One thing that somebody is responsible for; of goal and activity, `number` is the goal's own among the goals."""

    source: Action | Goal | Activity
    text: str
    responsible: str
    due: date | None
    number: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody."""
        return not isinstance(self.source, Action) or self.source.is_open


def assignments(dossier: Dossier) -> tuple[Assignment, ...]:
    """Return all there is to do: what is open first, the earliest deadline first, without a deadline last."""
    found = (one for one in _assignments(dossier) if one.text)
    return tuple(sorted(found, key=lambda one: (not one.is_open, one.due or date.max)))


def is_responsible(person: str, line: str) -> bool:
    """Return whether a line of those responsible names the person, who may stand there among others.

    "Bo Ørsted" is in "TR Bo Ørsted og Ida Holm", not in "Bo Ørstedsen" or "Bo Ørsted-Hansen".
    """
    name = _plain(person)
    return bool(name) and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", _plain(line)) is not None


def responsible_people(dossier: Dossier) -> tuple[str, ...]:
    """Return who is responsible for something: members in their order, then the lines that name no member."""
    lines = [one.responsible.strip() for one in assignments(dossier) if one.responsible.strip()]
    names = _unique(member.name.strip() for member in in_order(dossier.members))
    members = [name for name in names if any(is_responsible(name, line) for line in lines)]
    others = _unique(line for line in lines if not any(is_responsible(name, line) for name in members))
    return (*members, *sorted(others, key=str.casefold))


def _assignments(dossier: Dossier) -> Iterator[Assignment]:
    """What a goal that is carried on had planned for the time before the meeting is history."""
    since = dossier.held_on or date(dossier.review.year, 1, 1)
    for action in in_order(dossier.actions):
        yield Assignment(action, action.what.strip(), action.responsible, action.due)
    for number, goal in enumerate(in_order(dossier.open_goals), 1):
        yield Assignment(goal, goal.text.strip(), goal.responsible, goal.runs_until, number)
        for activity in in_order(dossier.activities_of(goal)):
            if activity.deadline is None or activity.deadline >= since:
                yield Assignment(activity, activity.what.strip(), activity.responsible, activity.deadline, number)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _unique(names: Iterable[str]) -> list[str]:
    """Without empty names and those that only write an earlier one in another way."""
    found: dict[str, str] = {}
    for name in filter(None, names):
        found.setdefault(_plain(name), name)
    return list(found.values())
