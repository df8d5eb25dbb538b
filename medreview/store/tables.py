"""The tables: each derives from its entity and adds only keys, foreign keys and column types.

`table=True` classes do not validate; text is validated by the entity where it enters and where it is read.
"""

from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Dialect, String, UniqueConstraint
from sqlalchemy.types import TypeDecorator
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


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal as text: SQLite's own numbers are binary."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


class MonthsText(TypeDecorator[tuple[int, ...]]):
    """Months as a text with spaces between them, as `WheelMatter` reads it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else " ".join(map(str, value))


def _owner(table: str) -> Any:
    return Field(foreign_key=f"{table}.id", index=True, ondelete="CASCADE")


def _link(table: str) -> Any:
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL")


def _decimal() -> Any:
    return Field(default=None, sa_type=DecimalText)


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
    months: tuple[int, ...] = Field(sa_type=MonthsText)


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
    agenda_item_id: UUID | None = _link("agenda_item")


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
    Committee: CommitteeRow,
    Member: MemberRow,
    WheelMatter: WheelMatterRow,
    Review: ReviewRow,
    Preparation: PreparationRow,
    Status: StatusRow,
    Content: ContentRow,
    Cooperation: CooperationRow,
    Expertise: ExpertiseRow,
    Closing: ClosingRow,
    Meeting: MeetingRow,
    AgendaItem: AgendaItemRow,
    StepNote: StepNoteRow,
    Attendance: AttendanceRow,
    Guest: GuestRow,
    TimedLine: TimedLineRow,
    TimeSpan: TimeSpanRow,
    Goal: GoalRow,
    Activity: ActivityRow,
    Evaluation: EvaluationRow,
    Indicator: IndicatorRow,
    Figure: FigureRow,
    FocusArea: FocusAreaRow,
    PlannedMeeting: PlannedMeetingRow,
    Training: TrainingRow,
    Decision: DecisionRow,
    Action: ActionRow,
    FollowUp: FollowUpRow,
    Disagreement: DisagreementRow,
    RaisedMatter: RaisedMatterRow,
    Version: VersionRow,
    Addendum: AddendumRow,
}
"""Every entity and the table that keeps it."""
