"""What a chair does in every case: set up, hold the meeting, note what there is nothing to note of, write minutes."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any, Final

from medreview import minutes
from medreview.domain.committee import Committee, Member, Office, Role
from medreview.domain.dossier import Dossier, after_last
from medreview.domain.goal import Goal
from medreview.domain.review import AgendaItem, StepNote
from medreview.i18n import LANGUAGES
from medreview.minutes import Choices, Kind
from medreview.operations import committees, edit, reviews
from medreview.operations.archives import Archive
from medreview.templates import load_template
from tests.cases.comparing import check_golden

Seats = Mapping[str, tuple[Role, Office]]

EVERYBODY_PRESENT: Final[Mapping[str, Mapping[str, Any]]] = {}


def set_up(archive: Archive, seats: Seats, **values: Any) -> Committee:
    """Create a committee with these people in their roles, the first one first."""
    committee = Committee(**values)
    committees.create_committee(archive, committee)
    members = [
        Member(committee_id=committee.id, position=position, name=name, role=role, side=role.side, office=office)
        for position, (name, (role, office)) in enumerate(seats.items())
    ]
    committees.add_member(archive, *members)
    return committee


def hold(
    archive: Archive,
    dossier: Dossier,
    day: date,
    *,
    starts: time = time(9),
    ends: time = time(11),
    exceptions: Mapping[str, Mapping[str, Any]] = EVERYBODY_PRESENT,
) -> None:
    """Hold the review on a day; everybody is present but those among the exceptions, by name."""
    edit.change(archive, dossier.meetings[0], held_on=day, starts=starts, ends=ends)
    for member, attendance in dossier.attendance_at(dossier.meetings[0]):
        edit.change(archive, attendance, **exceptions.get(member.name, {"presence": "present"}))


def nothing_to_note(archive: Archive, dossier: Dossier, *steps: str) -> None:
    """Say of these steps that they were discussed and there is nothing to note."""
    notes = [StepNote(review_id=dossier.review.id, step=step, nothing_to_note=True) for step in steps]
    edit.add(archive, *notes)


def set_goal(archive: Archive, dossier: Dossier, **values: Any) -> Goal:
    """Set a new goal after those that the review has."""
    position = after_last(reviews.load(archive, dossier.review.id).goals)
    goal = Goal(committee_id=dossier.committee.id, year=dossier.review.year, position=position, **values)
    edit.add(archive, goal)
    return goal


def judge(archive: Archive, dossier: Dossier, text: str, **values: Any) -> None:
    """Judge the goal of last year that has this text."""
    goal = next(goal for goal in dossier.last_goals if goal.text == text)
    evaluation = dossier.evaluation_of(goal)
    assert evaluation is not None
    edit.change(archive, evaluation, **values)


def item_of(dossier: Dossier, step: str) -> AgendaItem:
    """Return the agenda item that stands for a step."""
    return next(item for item in dossier.agenda if item.step == step)


def text_minutes(archive: Archive, dossier: Dossier, language: str | None = None, **choices: Any) -> str:
    """Return the review's minutes as plain text, in the committee's language unless another is named."""
    now = reviews.load(archive, dossier.review.id)
    template = load_template(now.review.template)
    document = minutes.build(now, template, Kind.MINUTES, language or now.committee.language, Choices(**choices))
    return minutes.render(document, "txt")


def section(text: str, title: str) -> str:
    """Return what stands under the heading that begins with this title, its line breaks made spaces."""
    lines = text.splitlines()
    headings = [number for number, line in enumerate(lines[1:]) if is_rule(line)]
    start = next(number for number in headings if re.match(rf"(\d+\. )?{re.escape(title)}", lines[number]))
    end = next((number for number in headings if number > start), len(lines))
    return " ".join(" ".join(lines[start + 2 : end]).split())


def is_rule(line: str) -> bool:
    """Return whether a line underlines a heading of the second level."""
    return len(line) > 2 and set(line) == {"-"}


def check_minutes(name: str, archive: Archive, dossier: Dossier, **choices: Any) -> None:
    """Compare the review's minutes in each of the three languages with the golden file of that name."""
    for language in LANGUAGES:
        check_golden(f"{name}-{language}", text_minutes(archive, dossier, language, **choices))
