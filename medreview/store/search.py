"""Looking for words in what all reviews and wheels hold: queries for each kind of entry, the newest years first.

What is approved is looked for in its rows, too, which stay as they were. SQLite compares every text with a pattern that
all ways to write a word fit, which takes a few milliseconds, so that Python, which knows the letters, has few to read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from medreview.domain import folding
from medreview.domain.addendum import Addendum
from medreview.domain.base import Entity
from medreview.domain.cooperation import Content, Cooperation, FocusArea
from medreview.domain.decision import Action, Closing, Decision, Disagreement, RaisedMatter
from medreview.domain.expertise import Expertise
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Activity, Evaluation, Goal
from medreview.domain.review import AgendaItem, Preparation, StepNote
from medreview.domain.status import Indicator, Status
from medreview.domain.wheel import WheelMatter
from medreview.store.entities import table_of
from medreview.store.session import Session

FOLLOW_UP: Final = "follow_up"
"""In the place of a step: what is noted between the meetings, and no review looks back on yet."""

_IN_REVIEW: Final = "r.id = t.review_id"
_OF_GOAL: Final = (
    "r.committee_id = {goal}.committee_id AND r.year = {goal}.year "
    "AND NOT EXISTS (SELECT 1 FROM evaluation AS e WHERE e.goal_id = {goal}.predecessor_id "
    "AND e.review_id = r.id AND e.continuation = 'CLOSE')"
)
"""A goal that its review closed is none of the coming year's (see `Dossier.open_goals`)."""

WHEEL: Final = "wheel"
"""In the place of a step: a matter of the annual wheel, which is the committee's and comes back every year."""

_COMPARED: Final = 3
"""Words with which SQLite compares the texts: the longest are the least common, and leave few."""


@dataclass(frozen=True)
class Found:
    """An entry in which all the words stand, its review, and the step in which it is written.

    A matter of the annual wheel has no review; its year is the newest of all, as it comes back every year.
    """

    kind: type[Entity]
    id: UUID
    owner: UUID
    """The goal that an activity belongs to; of all else the entry itself."""
    texts: dict[str, str]
    """What was looked through, by field."""
    step: str
    review_id: UUID | None
    year: int
    template: str
    committee_id: UUID
    committee: str


@dataclass(frozen=True)
class _Source:
    """A kind of entry and the fields that are looked through; the rest is SQL.

    `step` is where the entry is written, `owner` the goal that an activity belongs to, and `condition` what leads from
    the entry `t`, through a table `between` if need be, to its review `r`.
    """

    kind: type[Entity]
    step: str
    fields: tuple[str, ...]
    condition: str = _IN_REVIEW
    between: tuple[str, ...] = ()
    owner: str = "t.id"

    def query(self, patterns: int, *, rare: bool) -> str:
        """Return the query: parameters 1 to 3 are two years and how many rows at most, the others patterns of words.

        Where the words are `rare`, the texts are read before their reviews, otherwise after them.
        """
        tables = (f"{table_of(self.kind)} AS t", *self.between, "review AS r")
        texts = [f"t.{field}" for field in self.fields]
        position = "t.position" if "position" in self.kind.model_fields else "t.id"
        return (
            f"SELECT t.id, {self.owner}, {self.step}, r.id, r.year, r.template, c.id, c.name, {', '.join(texts)} "  # noqa: S608
            f"FROM {' CROSS JOIN '.join(tables if rare else tables[::-1])} CROSS JOIN committee AS c "
            f"WHERE r.year BETWEEN ?1 AND ?2 AND {_holds_all(texts, patterns)} "
            f"AND {self.condition} AND c.id = r.committee_id ORDER BY r.year DESC, c.name, {position} LIMIT ?3"
        )


_SOURCES: Final = (
    _Source(Goal, "'goals'", ("text", "criterion", "methods", "responsible"), _OF_GOAL.format(goal="t")),
    _Source(
        Activity,
        "'goals'",
        ("what", "responsible", "resources"),
        f"g.id = t.goal_id AND {_OF_GOAL.format(goal='g')}",
        ("goal AS g",),
        "g.id",
    ),
    _Source(Decision, "'decisions'", ("text", "discussion")),
    _Source(Action, "'decisions'", ("what", "responsible")),
    _Source(Evaluation, "'look_back'", ("done", "methods_judged", "activities_judged", "why", "learned", "reason")),
    _Source(
        FollowUp,
        "'look_back'",
        ("line",),
        f"e.goal_id = t.goal_id AND {_IN_REVIEW.replace('t.', 'e.')}",
        ("evaluation AS e",),
        "e.id",
    ),
    _Source(
        FollowUp,
        "'decisions'",
        ("line",),
        f"a.predecessor_id = t.action_id AND {_IN_REVIEW.replace('t.', 'a.')}",
        ("action AS a",),
        "a.id",
    ),
    _Source(
        FollowUp,
        f"'{FOLLOW_UP}'",
        ("line",),
        "g.id = t.goal_id AND r.committee_id = g.committee_id AND r.year = g.year "
        "AND NOT EXISTS (SELECT 1 FROM evaluation AS e WHERE e.goal_id = g.id)",
        ("goal AS g",),
        "g.id",
    ),
    _Source(
        FollowUp,
        f"'{FOLLOW_UP}'",
        ("line",),
        "a.id = t.action_id AND r.id = a.review_id "
        "AND NOT EXISTS (SELECT 1 FROM action AS c WHERE c.predecessor_id = a.id)",
        ("action AS a",),
        "a.id",
    ),
    _Source(
        Disagreement, "'decisions'", ("topic", "management_view", "employee_view", "management_decision", "reasons")
    ),
    _Source(RaisedMatter, "'decisions'", ("matter", "raised_to")),
    _Source(FocusArea, "'content'", ("title", "text", "source")),
    _Source(Content, "'content'", ("plan", "works_well", "problems")),
    _Source(Cooperation, "'look_back'", ("judged",)),
    _Source(
        Cooperation,
        "'cooperation'",
        ("form", "information_between", "information_staff", "working_groups", "composed_comment"),
    ),
    _Source(Status, "'status'", ("apv_comment", "guideline_effort", "absence_prevention")),
    _Source(Indicator, "'status'", ("name", "note")),
    _Source(Expertise, "'expertise'", ("missing", "plan")),
    _Source(Closing, "'decisions'", ("communication",)),
    _Source(
        Closing, "'closing'", ("how_we_cooperate", "what_was_decided", "how_followed_up", "where_found", "how_judged")
    ),
    _Source(AgendaItem, "'preparation'", ("title", "presentation", "recommendation", "annexes")),
    _Source(Preparation, "'preparation'", ("heard",)),
    _Source(StepNote, "t.step", ("note",)),
    _Source(Addendum, "'closing'", ("text", "reason")),
)
"""What is looked through in the reviews, what is looked for most first."""

_ON_WHEELS: Final = (
    f"SELECT t.id, t.id, '{WHEEL}', NULL, ?2, '', c.id, c.name, t.text "  # noqa: S608
    f"FROM {table_of(WheelMatter)} AS t CROSS JOIN committee AS c "
    "WHERE {condition} AND c.id = t.committee_id ORDER BY c.name, t.position LIMIT ?3"
)
"""The query of the annual wheels of all committees, with the parameters of `_Source.query`."""


def search(session: Session, words: Sequence[str], limit: int) -> list[Found]:
    """Return the entries in which all these words stand: newest year first, goals before notes; at most `limit`.

    The words are those of `folding.words_of`; without one there is nothing to find.
    """
    searches = [folding.pattern(word).search for word in words]

    def holds_words(*texts: str) -> bool:
        try:
            written = "\n".join(texts)
        except TypeError:  # another program stored what is no text
            return False
        return None not in [search(written) for search in searches]

    session.connection.create_function("holds_words", -1, holds_words, deterministic=True)
    if not words:
        return []
    newest = session.connection.execute("SELECT coalesce(max(year), 0) FROM review").fetchone()[0]
    found = _between(session, words, (newest, newest), limit, rare=False)
    found += _on_wheels(session, words, newest, limit - len(found))
    if len(found) < limit:
        found += _between(session, words, (0, newest - 1), limit - len(found), rare=True)
    return found


def _between(session: Session, words: Sequence[str], years: tuple[int, int], limit: int, *, rare: bool) -> list[Found]:
    likes = [_like(word) for word in words[:_COMPARED]]
    found = [
        _found(source.kind, source.fields, row)
        for source in _SOURCES
        for row in session.connection.execute(source.query(len(likes), rare=rare), (*years, limit, *likes))
    ]
    return sorted(found, key=lambda one: -one.year)[:limit]


def _on_wheels(session: Session, words: Sequence[str], year: int, limit: int) -> list[Found]:
    likes = [_like(word) for word in words[:_COMPARED]]
    query = _ON_WHEELS.format(condition=_holds_all(["t.text"], len(likes)))
    rows = session.connection.execute(query, (year, year, limit, *likes))
    return [_found(WheelMatter, ("text",), row) for row in rows]


def _holds_all(texts: Sequence[str], patterns: int) -> str:
    """Return the condition that all words stand in these columns; the patterns are the parameters from 4 on."""
    likes = (" OR ".join(f"{text} LIKE ?{4 + word}" for text in texts) for word in range(patterns))
    return f"({') AND ('.join(likes)}) AND holds_words({', '.join(texts)})"


def _found(kind: type[Entity], fields: Sequence[str], row: Sequence[Any]) -> Found:
    key, owner, step, review_id, year, template, committee_id, committee, *texts = row
    by_field = dict(zip(fields, texts, strict=True))
    review = UUID(review_id) if review_id else None
    return Found(kind, UUID(key), UUID(owner), by_field, step, review, year, template, UUID(committee_id), committee)


def _like(word: str) -> str:
    """Return a pattern that every way to write a word fits, and some other words; LIKE knows the case of a to z.

    It stands for the longest part between two å, each of which is one letter or two.
    """
    part = max(word.split("å"), key=len)
    return f"%{''.join(letter if folding.is_written_one_way(letter) else '_' for letter in part)}%"
