"""The end: BFA's five answers, the duties covered, approval and signatures."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Final

from medreview.domain.committee import Office
from medreview.domain.duties import Coverage, coverage
from medreview.domain.review import AgendaItem
from medreview.domain.template import Duty
from medreview.minutes.addenda import addenda
from medreview.minutes.attendance import person
from medreview.minutes.context import Context, capital, facts, table
from medreview.minutes.document import Block, Heading, Note, Paragraph, SignatureLines

Covered = tuple[Duty, Coverage]

_REASONS: Final = "reasons_promised"
"""The check of the duty to give reasons (L7)."""


def closing(context: Context) -> list[Block]:
    """Return the answers to BFA's five questions."""
    questions = ("how_we_cooperate", "what_was_decided", "how_followed_up", "where_found", "how_judged")
    return [*facts(context.rows(context.dossier.closing, *questions))]


def duties(context: Context) -> list[Block]:
    """Return the duties of each source with where they are covered, as of the day the source was read."""
    words = context.words
    header = (words.tr("No."), words.tr("Duty"), words.tr("Where"), words.tr("State"))
    tables: list[Block] = []
    for sentence, listed in by_source(context):
        tables += [Paragraph(sentence), *table(header, [_row(context, *covered) for covered in listed])]
    return [Heading(2, words.tr("Duties covered")), *tables] if tables else []


def by_source(context: Context) -> Iterator[tuple[str, list[Covered]]]:
    """Yield for each source how many of its points are covered in a sentence, and each duty with its coverage."""
    for (source, as_of), listed in groupby(context.template.duties, lambda duty: (duty.source, duty.as_of)):
        covered = [(duty, coverage(context.dossier, duty)) for duty in listed]
        yield _sentence(context, source, as_of, [state for _, state in covered]), covered


def items_of(context: Context, duty: Duty) -> list[tuple[int, AgendaItem]]:
    """Return the agenda items that treat a duty, with their numbers: reasons are owed where there was disagreement."""
    steps = [(number, item) for number, item in context.agenda if item.step == duty.steps[0]][:1]
    if duty.check != _REASONS:
        return steps
    tied = {one.agenda_item_id for one in context.dossier.disagreements}
    loose = steps if any(not context.numbered(one) for one in tied) else []
    return [one for one in context.agenda if one[1].id in tied or one in loose] or steps


def numbers_of(context: Context, duty: Duty) -> str:
    """Return the agenda items that treat a duty: "item 4, item 12"; an empty text where there is none."""
    return ", ".join(context.words.tr("item {number}", number=number) for number, _ in items_of(context, duty))


def step_title(context: Context, key: str) -> str:
    """Return the title of a step; an empty text where the template has no such step."""
    step = context.step(key)
    return step.title.in_language(context.words.language) if step else ""


def approval(context: Context) -> list[Block]:
    """Return who approved the minutes and when, or that nobody has yet; lines to sign on where chosen; addenda."""
    words = context.words
    heading = Heading(2, words.tr("Approval"))
    if context.is_draft:
        return [heading, Note(words.tr("These minutes are not approved yet."), warns=True), *_signatures(context)]
    names = ("approved_on", "approved_by", "amendments") if context.choices.names else ("approved_on", "amendments")
    facts_of_it = facts(context.rows(context.dossier.review, *names))
    return [heading, *facts_of_it, *_signatures(context), *addenda(context)]


def _sentence(context: Context, source: str, as_of: date, states: list[Coverage]) -> str:
    """Coverage of the points is all that is said; nobody has approved these minutes but the committee."""
    tr, day = context.words.tr, context.words.date(as_of)
    covered = sum(state.is_treated for state in states)
    if covered == len(states):
        return tr("The review covers the points of {source} as of {date}.", source=source, date=day)
    return tr(
        "The review covers {count} of the {total} points of {source} as of {date}.",
        count=covered,
        total=len(states),
        source=source,
        date=day,
    )


def _row(context: Context, duty: Duty, state: Coverage) -> Iterable[str]:
    place = numbers_of(context, duty) or step_title(context, duty.steps[0])
    return [duty.id, duty.text.in_language(context.words.language), place, context.text(state)]


def _signatures(context: Context) -> list[Block]:
    if not context.choices.signatures:
        return []
    return [SignatureLines(tuple(_signer(context, office) for office in (Office.CHAIR, Office.VICE_CHAIR)))]


def _signer(context: Context, office: Office) -> str:
    holder = context.holder(office) if context.choices.names else None
    return person(context, holder) if holder else capital(context.words.term(office))
