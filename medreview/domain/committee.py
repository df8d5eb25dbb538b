"""The committee: who it is, where it stands in the organisation, and who sits in it."""

from datetime import date
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from medreview.domain.base import Day, Entity, Line, Name, Position


class Language(StrEnum):
    """The languages of screens and minutes."""

    DANISH = "da"
    SWEDISH = "sv"
    ENGLISH = "en"


class SizeClass(StrEnum):
    """Number of employees, as the law divides them: no AMO, AMO in one level, AMO in two levels."""

    UP_TO_9 = "1-9"
    FROM_10_TO_34 = "10-34"
    FROM_35 = "35+"

    @property
    def has_organisation(self) -> bool:
        """Whether a work-environment organisation (AMO) is required (BEK 1838/2023: ten employees or more)."""
        return self is not SizeClass.UP_TO_9


class Side(StrEnum):
    """The two sides of a MED committee; a minute-taker who is not a member belongs to neither."""

    MANAGEMENT = "management"
    EMPLOYEES = "employees"
    NEITHER = "neither"


class Role(StrEnum):
    """In what capacity somebody sits at the table."""

    MANAGEMENT = "management"
    SUPERVISOR = "supervisor"
    SHOP_STEWARD = "shop_steward"
    SAFETY_REPRESENTATIVE = "safety_representative"
    EMPLOYEE = "employee"
    MINUTE_TAKER = "minute_taker"

    @property
    def side(self) -> Side:
        """The side that the role normally sits on."""
        if self in (Role.MANAGEMENT, Role.SUPERVISOR):
            return Side.MANAGEMENT
        return Side.NEITHER if self is Role.MINUTE_TAKER else Side.EMPLOYEES

    @property
    def is_in_organisation(self) -> bool:
        """Whether the holder is a member of the AMO and must be offered supplementary training."""
        return self in (Role.SUPERVISOR, Role.SAFETY_REPRESENTATIVE)


class Office(StrEnum):
    """Chair and vice chair are held beside a role (the vice chair is usually a TR or AMR)."""

    NONE = "none"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"


class Committee(Entity):
    """A committee with its own full name; names and number of levels differ, so both are free text."""

    municipality: Name
    name: Name
    level_name: Line = ""
    parent_name: Line = ""
    size_class: SizeClass = SizeClass.FROM_10_TO_34
    management_side: Line = ""
    employee_side: Line = ""
    language: Language = Language.DANISH
    longest_interval: int | None = Field(default=None, ge=1, le=12)
    """Local minimum: the most months there may be between two meetings (quarterly: 3)."""


class Member(Entity):
    """A seat in the committee and who holds it; `left` keeps a former member in old minutes."""

    committee_id: UUID
    position: Position = 0
    name: Line = ""
    role: Role = Role.EMPLOYEE
    side: Side = Side.EMPLOYEES
    office: Office = Office.NONE
    vacant: bool = False
    joined: Day | None = None
    left: Day | None = None
    mandatory_training_on: Day | None = None
    """When the mandatory work-environment training was completed (due within 3 months of joining)."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.joined and self.left and self.left < self.joined:
            raise ValueError("left_before_joined")
        return self

    def sits_on(self, day: date) -> bool:
        """Return whether the seat is part of the committee on that day."""
        return (self.joined is None or self.joined <= day) and (self.left is None or day <= self.left)
