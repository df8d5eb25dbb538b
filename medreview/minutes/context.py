"""What every part of a document is built from, and how it writes values in the document's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cached_property
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.committee import Member, Office
from medreview.domain.dossier import Dossier, in_order
from medreview.domain.review import AgendaItem, State
from medreview.domain.status import Answer
from medreview.domain.template import Step, Template
from medreview.domain.wheel import Wheel, planned_year
from medreview.i18n import Translator
from medreview.minutes.arithmetic import amount
from medreview.minutes.choices import Choices
from medreview.minutes.document import Facts, Table

Row = tuple[str, str]


@dataclass(frozen=True)
class Context:
    """A review, its template, the language and the choices of one document."""

    dossier: Dossier
    template: Template
    words: Translator
    choices: Choices
    years_carried: Mapping[UUID, int]
    """By goal: how many years before its own year it was first set."""
    case_label: str = ""
    """The municipality's own word for a case number (*Journalnr.*); empty for the usual one."""
    wheel: Wheel = field(default_factory=Wheel)
    """The committee's annual wheel."""

    @property
    def is_draft(self) -> bool:
        """Whether the review is not approved yet."""
        return self.dossier.review.state is not State.APPROVED

    @property
    def wheel_year(self) -> int:
        """The year of the annual wheel."""
        return self.choices.year or planned_year(self.dossier)

    @cached_property
    def agenda(self) -> tuple[tuple[int, AgendaItem], ...]:
        """The agenda items in their order, numbered from 1."""
        return tuple(enumerate(in_order(self.dossier.agenda), 1))

    def numbered(self, item_id: UUID | None) -> str:
        """Return the number of an agenda item; an empty text where there is none."""
        return next((str(number) for number, item in self.agenda if item.id == item_id), "")

    def number_of_step(self, key: str) -> str:
        """Return the number of the agenda item that stands for a step; an empty text where there is none."""
        return next((str(number) for number, item in self.agenda if item.step == key), "")

    def step(self, key: str | None) -> Step | None:
        """Return the template's step of that key."""
        return next((step for step in self.template.steps if step.key == key), None)

    def title_of(self, item: AgendaItem) -> str:
        """Return the item's title, the template's own titles in this language, or that of the step it stands for."""
        step, language = self.step(item.step), self.words.language
        title = self.template.translated(item.title, language)
        return title or (step.title.in_language(language) if step else "")

    def holder(self, office: Office) -> Member | None:
        """Return who held an office on the day of the review (today where it has no date yet)."""
        day = self.dossier.held_on
        holders = (member for member in self.dossier.members if member.office is office and not member.vacant)
        return next((one for one in holders if (one.sits_on(day) if day else one.left is None)), None)

    def text(self, value: object) -> str:
        """Return a field's value as it stands in a document; an empty text where nothing was answered."""
        match value:
            case None | Answer.UNANSWERED:
                return ""
            case Enum():
                return capital(self.words.term(value))
            case bool():
                return self.text(Answer.YES if value else Answer.NO)
            case int() | Decimal():
                return self.words.number(value)
            case date():
                return self.words.date(value)
        return str(value).strip()

    def clock(self, moment: time | None) -> str:
        """Return a time of day as minutes write it: "kl. 9.00"; an empty text for none."""
        # Translators: a time of day that stands alone, in Danish and Swedish "kl. {time}".
        return self.words.tr("{time}", time=self.words.time(moment)) if moment else ""

    def amount(self, value: Decimal | None, unit: str) -> str:
        """Return a figure with its unit: "5,2 %"."""
        return amount(self.words, self.words.number(value), unit) if value is not None else ""

    def rows(self, entity: Entity, *names: str) -> list[Row]:
        """Return label and value of these fields of the entity."""
        kind = type(entity).__name__
        return [(self.words.field(kind, name), self.text(getattr(entity, name))) for name in names]

    def table(self, entities: Iterable[Entity], *names: str, caption: str = "") -> list[Table]:
        """Return a table of these fields with a row for each entity, columns without any value left out."""
        entities = tuple(entities)
        if not entities:
            return []
        kind = type(entities[0]).__name__
        header = [self.words.field(kind, name) for name in names]
        rows = [[self.text(getattr(entity, name)) for name in names] for entity in entities]
        return table(header, rows, caption=caption)


def facts(rows: Iterable[Row]) -> list[Facts]:
    """Return the rows that have a value as one block; none where nothing is filled in."""
    filled = tuple((label, value) for label, value in rows if value)
    return [Facts(filled)] if filled else []


def table(
    header: Iterable[str], rows: Iterable[Iterable[str]], *, caption: str = "", numbers: Iterable[int] = ()
) -> list[Table]:
    """Return a table without the columns that are empty in every row; none where every cell is empty."""
    names, cells, figures = tuple(header), [tuple(row) for row in rows], frozenset(numbers)
    kept = [column for column in range(len(names)) if any(row[column] for row in cells)]
    if not kept:
        return []
    return [
        Table(
            tuple(names[column] for column in kept),
            tuple(tuple(row[column] for column in kept) for row in cells),
            caption,
            frozenset(place for place, column in enumerate(kept) if column in figures),
        )
    ]


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
