"""The tables: each derives from its entity and adds only keys, foreign keys and column types.

This is where the schema comes from: `schema.sql` is written from it, and a test holds the two together. Nothing that
runs needs it, so that nobody waits for SQLModel: rows are read and written with SQLite itself (see `session`).
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import Field, SQLModel

from medreview.domain.addendum import Addendum
from medreview.domain.attendance import Attendance, Guest, TimedLine
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member
from medreview.domain.cooperation import Content, Cooperation, FocusArea, PlannedMeeting
from medreview.domain.decision import Action, Closing, Decision, Disagreement, RaisedMatter
from medreview.domain.expertise import Expertise, Training
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Activity, Evaluation, Goal
from medreview.domain.review import AgendaItem, Meeting, Preparation, Review, StepNote
from medreview.domain.status import Figure, Indicator, Status
from medreview.domain.timing import TimeSpan
from medreview.domain.version import Version
from medreview.domain.wheel import WheelMatter
from medreview.store.entities import KINDS


def _owner(table: str) -> Any:
    return Field(foreign_key=f"{table}.id", index=True, ondelete="CASCADE")


def _link(table: str) -> Any:
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL")


def _decimal() -> Any:
    return Field(default=None, sa_type=String)


class CommitteeRow(SQLModel, Committee, table=True):
    __tablename__ = "committee"
    id: UUID = Field(primary_key=True)


class MemberRow(SQLModel, Member, table=True):
    __tablename__ = "member"
    id: UUID = Field(primary_key=True)
    committee_id: UUID = _owner("committee")


class WheelMatterRow(SQLModel, WheelMatter, table=True):
    __tablename__ = "wheel_matter"
    id: UUID = Field(primary_key=True)
    committee_id: UUID = _owner("committee")
    months: tuple[int, ...] = Field(sa_type=String)


class ReviewRow(SQLModel, Review, table=True):
    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("committee_id", "year"),)
    id: UUID = Field(primary_key=True)
    committee_id: UUID = _owner("committee")


class PreparationRow(SQLModel, Preparation, table=True):
    __tablename__ = "preparation"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class StatusRow(SQLModel, Status, table=True):
    __tablename__ = "status"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class ContentRow(SQLModel, Content, table=True):
    __tablename__ = "content"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class CooperationRow(SQLModel, Cooperation, table=True):
    __tablename__ = "cooperation"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class ExpertiseRow(SQLModel, Expertise, table=True):
    __tablename__ = "expertise"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class ClosingRow(SQLModel, Closing, table=True):
    __tablename__ = "closing"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class MeetingRow(SQLModel, Meeting, table=True):
    __tablename__ = "meeting"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class AgendaItemRow(SQLModel, AgendaItem, table=True):
    __tablename__ = "agenda_item"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class StepNoteRow(SQLModel, StepNote, table=True):
    __tablename__ = "step_note"
    __table_args__ = (UniqueConstraint("review_id", "step"),)
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class AttendanceRow(SQLModel, Attendance, table=True):
    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)
    id: UUID = Field(primary_key=True)
    meeting_id: UUID = _owner("meeting")
    member_id: UUID = _owner("member")


class GuestRow(SQLModel, Guest, table=True):
    __tablename__ = "guest"
    id: UUID = Field(primary_key=True)
    meeting_id: UUID = _owner("meeting")
    agenda_item_id: UUID | None = _link("agenda_item")


class TimedLineRow(SQLModel, TimedLine, table=True):
    __tablename__ = "timed_line"
    id: UUID = Field(primary_key=True)
    meeting_id: UUID = _owner("meeting")


class TimeSpanRow(SQLModel, TimeSpan, table=True):
    """Without its agenda item a stretch of time would be taken for a break, so it goes with it."""

    __tablename__ = "time_span"
    id: UUID = Field(primary_key=True)
    meeting_id: UUID = _owner("meeting")
    agenda_item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="CASCADE")


class GoalRow(SQLModel, Goal, table=True):
    """`predecessor_id` and `focus_area_id` may point to what an imported review left behind: no foreign key."""

    __tablename__ = "goal"
    id: UUID = Field(primary_key=True)
    committee_id: UUID = _owner("committee")
    year: int = Field(index=True)
    predecessor_id: UUID | None = Field(default=None, index=True)
    baseline: Decimal | None = _decimal()
    target: Decimal | None = _decimal()


class ActivityRow(SQLModel, Activity, table=True):
    __tablename__ = "activity"
    id: UUID = Field(primary_key=True)
    goal_id: UUID = _owner("goal")


class EvaluationRow(SQLModel, Evaluation, table=True):
    __tablename__ = "evaluation"
    __table_args__ = (UniqueConstraint("review_id", "goal_id"),)
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")
    goal_id: UUID = _owner("goal")
    reached: Decimal | None = _decimal()


class IndicatorRow(SQLModel, Indicator, table=True):
    __tablename__ = "indicator"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class FigureRow(SQLModel, Figure, table=True):
    __tablename__ = "figure"
    __table_args__ = (UniqueConstraint("indicator_id", "year"),)
    id: UUID = Field(primary_key=True)
    indicator_id: UUID = _owner("indicator")
    value: Decimal | None = _decimal()


class FocusAreaRow(SQLModel, FocusArea, table=True):
    __tablename__ = "focus_area"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class PlannedMeetingRow(SQLModel, PlannedMeeting, table=True):
    __tablename__ = "planned_meeting"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class TrainingRow(SQLModel, Training, table=True):
    __tablename__ = "training"
    __table_args__ = (UniqueConstraint("review_id", "member_id"),)
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")
    member_id: UUID = _owner("member")
    offered: Decimal | None = _decimal()
    taken: Decimal | None = _decimal()


class DecisionRow(SQLModel, Decision, table=True):
    __tablename__ = "decision"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")
    agenda_item_id: UUID | None = _link("agenda_item")


class ActionRow(SQLModel, Action, table=True):
    __tablename__ = "action"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")
    predecessor_id: UUID | None = Field(default=None, index=True)
    agenda_item_id: UUID | None = _link("agenda_item")


class FollowUpRow(SQLModel, FollowUp, table=True):
    """`action_id` may point to an action that an imported review left behind: no foreign key."""

    __tablename__ = "follow_up"
    id: UUID = Field(primary_key=True)
    committee_id: UUID = _owner("committee")
    goal_id: UUID | None = Field(default=None, foreign_key="goal.id", index=True, ondelete="CASCADE")
    action_id: UUID | None = Field(default=None, index=True)


class DisagreementRow(SQLModel, Disagreement, table=True):
    __tablename__ = "disagreement"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")
    agenda_item_id: UUID | None = _link("agenda_item")


class RaisedMatterRow(SQLModel, RaisedMatter, table=True):
    __tablename__ = "raised_matter"
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class VersionRow(SQLModel, Version, table=True):
    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("review_id", "number"),)
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")
    sha256: str = Field(index=True)


class AddendumRow(SQLModel, Addendum, table=True):
    __tablename__ = "addendum"
    __table_args__ = (UniqueConstraint("review_id", "version", "number"),)
    id: UUID = Field(primary_key=True)
    review_id: UUID = _owner("review")


class SettingRow(SQLModel, table=True):
    """What the archive remembers of itself: whether it is the example, and where the chair left off."""

    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: str


class StepRow(SQLModel, table=True):
    """A transaction that changed something (see `journal`)."""

    __tablename__ = "journal_step"
    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)
    at: str
    device: str
    deed: str
    run: str
    undoes: int | None = None


class ChangeRow(SQLModel, table=True):
    """A row that a step changed."""

    __tablename__ = "journal_change"
    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)
    step: int = Field(foreign_key="journal_step.id", index=True, ondelete="CASCADE")
    entry: str
    row: str
    review_id: str | None = Field(default=None, index=True)
    before: str | None = None
    after: str | None = None


ROWS: Final[dict[type[Entity], type[SQLModel]]] = {
    kind: row for kind in KINDS for row in kind.__subclasses__() if issubclass(row, SQLModel)
}
"""Every entity and the table that keeps it."""


def statements() -> Iterator[str]:
    """Yield the statements that create the tables and their indexes in a new archive."""
    for table in SQLModel.metadata.sorted_tables:
        yield str(CreateTable(table).compile(dialect=sqlite.dialect()))
        yield from (str(CreateIndex(index).compile(dialect=sqlite.dialect())) for index in table.indexes)


def columns() -> dict[str, Sequence[str]]:
    """Return the columns of every table."""
    return {table.name: table.columns.keys() for table in SQLModel.metadata.sorted_tables}
