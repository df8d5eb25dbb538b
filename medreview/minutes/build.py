"""Building a document from a review: which parts each kind has, and in which order."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final
from uuid import UUID

from medreview.domain.dossier import Dossier
from medreview.domain.template import Template
from medreview.i18n import Translator
from medreview.minutes.agenda import agenda, agenda_list
from medreview.minutes.attendance import attendance
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.closing import approval, duties
from medreview.minutes.context import Context
from medreview.minutes.document import Block, Document
from medreview.minutes.head import head
from medreview.minutes.items import items
from medreview.minutes.notesheet import note_sheet

NEW: Final[Mapping[UUID, int]] = MappingProxyType({})


def build(
    dossier: Dossier,
    template: Template,
    kind: Kind,
    language: str,
    choices: Choices = Choices(),  # noqa: B008 - frozen
    *,
    is_example: bool = False,
    years_carried: Mapping[UUID, int] = NEW,
) -> Document:
    """Return a review as a document of that kind in one of the three languages.

    `years_carried` tells of this and last year's goals, by id, how many years before its own year each was first
    set (`goal.year` less the first year of its history); a carried goal that it leaves out says only from when.
    """
    context = Context(dossier.without_blanks(), template, Translator(language), choices, years_carried)
    return Document(
        kind=kind,
        language=language,
        title=_title(context, kind),
        subject=f"{dossier.committee.name}, {dossier.committee.municipality}",
        banner=_banner(context, kind, is_example),
        blocks=tuple(_PARTS[kind](context)),
        day=dossier.review.approved_on or dossier.held_on,
    )


def _minutes(context: Context) -> list[Block]:
    return [
        *head(context, Kind.MINUTES),
        *attendance(context),
        *agenda_list(context),
        *items(context),
        *duties(context),
        *approval(context),
    ]


_PARTS: Final[dict[Kind, Callable[[Context], list[Block]]]] = {
    Kind.MINUTES: _minutes,
    Kind.AGENDA: agenda,
    Kind.NOTESHEET: note_sheet,
}


def _title(context: Context, kind: Kind) -> str:
    tr, year = context.words.tr, context.dossier.review.year
    titles = {
        Kind.MINUTES: tr("Minutes of the annual discussion {year}", year=year),
        Kind.AGENDA: tr("Agenda for the annual discussion {year}", year=year),
        Kind.NOTESHEET: tr("Note sheet for the annual discussion {year}", year=year),
    }
    return titles[kind]


def _banner(context: Context, kind: Kind, is_example: bool) -> tuple[str, ...]:
    example = [context.words.tr("EXAMPLE")] if is_example else []
    draft = [context.words.tr("DRAFT")] if kind is Kind.MINUTES and context.is_draft else []
    return (*example, *draft)
