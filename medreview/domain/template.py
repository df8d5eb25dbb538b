"""The agenda template: the steps of a discussion, their prompts and the duties they answer, as data."""

from datetime import date
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from medreview.domain.committee import Language
from medreview.domain.review import ItemType
from medreview.domain.wheel import Months

LANGUAGES: Final = tuple(Language)


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(_Data):
    """One text in the three languages."""

    da: str = Field(min_length=1)
    sv: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: str) -> str:
        """Return the text in that language."""
        return str(getattr(self, language))


class Duty(_Data):
    """Something the law or the agreement demands of the discussion."""

    id: str
    text: Wording
    source: str
    as_of: date
    check: str
    """The rule in `domain.duties` that says whether it is covered."""
    steps: tuple[str, ...] = Field(min_length=1)
    """Where it is covered, the usual place first."""


class Item(_Data):
    """The agenda item that a step stands for."""

    title: Wording
    type: ItemType = ItemType.DISCUSSION
    minutes: int = Field(ge=0, le=600)


class Step(_Data):
    """One step of the discussion."""

    key: str
    title: Wording
    short: Wording
    """The title in the rail, at most 14 characters."""
    purpose: Wording
    prompts: tuple[Wording, ...] = ()
    item: Item | None = None


class Matter(_Data):
    """A matter of the annual wheel and the months in which it is usually taken up."""

    text: Wording
    months: Months
    fixed: bool = False
    """Whether all committees of a municipality usually take it up then."""


class Template(_Data):
    """An agenda with its steps and duties."""

    key: str
    title: Wording
    opening: tuple[Item, ...] = ()
    """Free agenda items before the steps."""
    ending: tuple[Item, ...] = ()
    """Free agenda items after the steps."""
    steps: tuple[Step, ...]
    duties: tuple[Duty, ...]
    wheel: tuple[Matter, ...] = ()

    @model_validator(mode="after")
    def _duties_have_their_steps(self) -> Self:
        unknown = {step for duty in self.duties for step in duty.steps} - {step.key for step in self.steps}
        if unknown:
            complaint = f"duties name steps that are not there: {sorted(unknown)}"
            raise ValueError(complaint)
        return self

    def step(self, key: str) -> Step:
        """Return the step with that key."""
        return next(step for step in self.steps if step.key == key)

    def duties_of(self, step: str) -> tuple[Duty, ...]:
        """Return the duties that the step answers."""
        return tuple(duty for duty in self.duties if step in duty.steps)

    def translated(self, title: str, language: str) -> str:
        """Return an agenda item's title in that language where it is one of the template's, else as it was written."""
        items = (*self.opening, *(step.item for step in self.steps if step.item), *self.ending)
        own = (item.title for item in items if title in (item.title.da, item.title.sv, item.title.en))
        return next((wording.in_language(language) for wording in own), title)
