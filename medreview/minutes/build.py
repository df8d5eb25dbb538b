"""Building a document from a review: which parts each kind has, and in which order."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final
from uuid import UUID

from medreview.domain.dossier import Dossier
from medreview.domain.template import Template
from medreview.domain.wheel import Wheel
from medreview.i18n import N_, Translator
from medreview.minutes.agenda import agenda, agenda_list
from medreview.minutes.attendance import attendance
from medreview.minutes.choices import Choices, Kind
from medreview.minutes.closing import approval, duties
from medreview.minutes.context import Context
from medreview.minutes.decision_minutes import decision_minutes
from medreview.minutes.document import Block, Document, Letterhead
from medreview.minutes.head import head
from medreview.minutes.items import items
from medreview.minutes.notesheet import note_sheet
from medreview.minutes.notice import notice
from medreview.minutes.own_actions import own_actions
from medreview.minutes.proof import proof
from medreview.minutes.wheel import year_at_a_glance

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
    case_label: str = "",
    seal: str = "",
    stamp: str = "",
    letterhead: Letterhead = Letterhead(),  # noqa: B008 - frozen
    wheel: Wheel = Wheel(),  # noqa: B008 - frozen
) -> Document:
    """Return a review as a document of that kind in one of the three languages.

    `years_carried` tells of this and last year's goals, by id, how many years before its own year each was first
    set (`goal.year` less the first year of its history); a carried goal that it leaves out says only from when.
    `case_label` is the municipality's own word for a case number; seal, stamp and letterhead are those of `Document`;
    `wheel` is the committee's annual wheel.
    """
    words = Translator(language)
    context = Context(dossier.without_blanks(), template, words, choices, years_carried, case_label, wheel)
    return Document(
        kind=kind,
        language=language,
        title=_title(context, kind),
        subject=f"{dossier.committee.name}, {dossier.committee.municipality}",
        banner=_banner(context, kind, is_example),
        blocks=tuple(_PARTS[kind](context)),
        day=None if kind is Kind.WHEEL else dossier.review.approved_on or dossier.held_on,
        seal=seal,
        stamp=stamp,
        letterhead=letterhead,
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
    Kind.DECISIONS: decision_minutes,
    Kind.NOTICE: notice,
    Kind.PROOF: proof,
    Kind.ACTIONS: own_actions,
    Kind.WHEEL: year_at_a_glance,
}

_TITLES: Final = {
    Kind.MINUTES: N_("Minutes of the annual discussion {year}"),
    Kind.AGENDA: N_("Agenda for the annual discussion {year}"),
    Kind.NOTESHEET: N_("Note sheet for the annual discussion {year}"),
    Kind.DECISIONS: N_("Decision minutes of the annual discussion {year}"),
    Kind.NOTICE: N_("News from the annual discussion {year}"),
    Kind.PROOF: N_("Proof of the annual discussion {year}"),
    Kind.ACTIONS: N_("What to do after the annual discussion {year}"),
    Kind.WHEEL: N_("Annual wheel {year}"),
}


def _title(context: Context, kind: Kind) -> str:
    message, person = _TITLES[kind], context.choices.person if context.choices.names else ""
    if kind is Kind.ACTIONS and person:
        message = N_("{person}: what to do after the annual discussion {year}")
    year = context.wheel_year if kind is Kind.WHEEL else context.dossier.review.year
    return context.words.tr(message, year=year, person=person)


def _banner(context: Context, kind: Kind, is_example: bool) -> tuple[str, ...]:
    example = [context.words.tr("EXAMPLE")] if is_example else []
    draft = [context.words.tr("DRAFT")] if context.is_draft and not kind.is_beforehand else []
    return (*example, *draft)
