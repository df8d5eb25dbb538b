"""A table for spreadsheets: goals, their activities and actions, a row each.

A line break within a cell becomes " / ": some ways into Excel (Data, From Text/CSV) end the row at it, quoted or not,
so that the rest of the text would stand in other columns, and a second line that starts with "=" would be a formula.
"""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from io import StringIO
from itertools import chain
from typing import Final
from unicodedata import category, normalize

from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier, in_order
from medreview.domain.following import Followed, noted_since
from medreview.domain.goal import Activity, Evaluation, Goal, Outcome
from medreview.i18n import N_, Translator
from medreview.minutes.context import capital

_Row = Mapping[str, object]
"""The values of a row by column; a column without one is empty."""

_OWN_HEADERS: Final = {"number": N_("Number"), "belongs_to": N_("Belongs to"), "text": N_("Text")}

_COLUMNS: Final = (
    *("Committee.name", "Review.year", "AgendaItem.type", "number", "belongs_to", "text"),
    *("Goal.focus_area_id", "Goal.kind", "Goal.baseline", "Goal.baseline_year", "Goal.target", "Goal.unit"),
    *("Goal.criterion", "Goal.methods", "Activity.resources", "Goal.responsible", "Goal.runs_until"),
    *("Action.status", "Evaluation.reached", "Evaluation.continuation"),
)
"""The columns, named after the field whose label they have; always all of them, so that tables fit below each other."""

_FORMULA_STARTS: Final = frozenset("=+-@")


def to_csv(dossier: Dossier, words: Translator, *, names: bool) -> bytes:
    """Return open goals and those closed by this review, their activities, and the actions, as Excel reads them.

    Dates are ISO dates. Figures, separator and column names follow the language; texts that a spreadsheet would take
    for a formula get an apostrophe (OWASP, CSV Injection).
    """
    columns = [column for column in _COLUMNS if names or column != "Goal.responsible"]
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter="," if words.language == "en" else ";", lineterminator="\r\n")
    writer.writerow(_header(column, words) for column in columns)
    for row in _Listing(dossier.without_blanks(), words).rows():
        writer.writerow(_cell(row.get(column), words) for column in columns)
    return BOM_UTF8 + file.getvalue().encode()


def _header(column: str, words: Translator) -> str:
    own = _OWN_HEADERS.get(column)
    return words.tr(own) if own else words.field(*column.split("."))


def _cell(value: object, words: Translator) -> str:
    match value:
        case None:
            return ""
        case Enum():
            return capital(words.term(value))
        case Decimal() | int():
            return words.number(value, grouped=False).replace("\N{MINUS SIGN}", "-")
        case date():
            return value.isoformat()
    return harmless(str(value))


def harmless(text: str) -> str:
    """Return the text on one line, never a formula.

    Spreadsheets pass over spaces and invisible characters at the start and take wide and small signs for plain ones.
    """
    line = " / ".join(filter(None, map(str.strip, text.replace("\t", " ").splitlines())))
    start = next((one for one in line if not one.isspace() and category(one) != "Cf"), "")
    return f"'{line}" if normalize("NFKC", start) in _FORMULA_STARTS else line


class _Listing:
    """The rows of one review's table."""

    def __init__(self, dossier: Dossier, words: Translator) -> None:
        self._dossier = dossier
        self._words = words
        self._agenda = {item.id: number for number, item in enumerate(in_order(dossier.agenda), 1)}
        self._areas = {area.id: area.title for area in dossier.focus_areas}

    def rows(self) -> Iterator[_Row]:
        """Yield each goal with its activities under it, first those that go on, then the actions."""
        dossier = self._dossier
        judged = {one.goal_id: one for one in dossier.evaluations}
        going_on = ((number, goal, goal.predecessor_id) for number, goal in enumerate(in_order(dossier.open_goals), 1))
        last_year = ((number, goal, goal.id) for number, goal in enumerate(in_order(dossier.last_goals), 1))
        ended = (one for one in last_year if one[2] in judged and judged[one[2]].is_closed)
        for number, goal, judged_as in chain(going_on, ended):
            yield self._goal(number, goal, judged.get(judged_as) if judged_as else None)
            for place, activity in enumerate(in_order(dossier.activities_of(goal)), 1):
                yield self._activity(place, activity, number, goal)
        for number, action in enumerate(in_order(dossier.actions), 1):
            yield self._action(number, action)

    def _goal(self, number: int, goal: Goal, judgement: Evaluation | None) -> _Row:
        fields = ("kind", "baseline", "baseline_year", "target", "unit", "criterion", "methods")
        return {
            **self._common(goal.year, self._words.field("Goal", "text"), number, goal.text),
            **{f"Goal.{name}": getattr(goal, name) for name in (*fields, "responsible", "runs_until")},
            "Goal.focus_area_id": self._areas.get(goal.focus_area_id) if goal.focus_area_id else None,
            **_judged(judgement),
            **self._since(goal),
        }

    def _activity(self, number: int, activity: Activity, goal_number: int, goal: Goal) -> _Row:
        return {
            **self._common(goal.year, self._words.field("Activity", "what"), number, activity.what),
            "belongs_to": self._words.tr("Goal {number}", number=goal_number),
            "Activity.resources": activity.resources,
            "Goal.responsible": activity.responsible,
            "Goal.runs_until": activity.deadline,
        }

    def _action(self, number: int, action: Action) -> _Row:
        item = self._agenda.get(action.agenda_item_id) if action.agenda_item_id else None
        return {
            **self._common(self._dossier.review.year, self._words.field("Action", "what"), number, action.what),
            "belongs_to": capital(self._words.tr("item {number}", number=item)) if item else None,
            "Goal.responsible": action.responsible,
            "Goal.runs_until": action.due,
            "Action.status": action.status,
            **self._since(action),
        }

    def _since(self, item: Followed) -> _Row:
        """How it has been going since the meeting."""
        note = noted_since(self._dossier, item)
        return {"Action.status": note.course} if note else {}

    def _common(self, year: int, kind: str, number: int, text: str) -> _Row:
        name = self._dossier.committee.name
        columns = ("Committee.name", "Review.year", "AgendaItem.type", "number", "text")
        return dict(zip(columns, (name, year, kind, number, text), strict=True))


def _judged(judgement: Evaluation | None) -> _Row:
    """A goal that nobody has judged yet has no outcome, and continues without anybody having said so."""
    if judgement is None or judgement.outcome is Outcome.NOT_ASSESSED:
        return {}
    return {
        "Action.status": judgement.outcome,
        "Evaluation.reached": judgement.reached,
        "Evaluation.continuation": judgement.continuation,
    }
