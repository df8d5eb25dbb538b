"""The end: BFA's five answers, the duties covered, approval and signatures."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from medreview.domain.committee import Office
from medreview.domain.duties import Coverage, coverage
from medreview.domain.template import Duty
from medreview.minutes.attendance import person
from medreview.minutes.context import Context, capital, facts, table
from medreview.minutes.document import Block, Heading, Note, Paragraph, SignatureLines


def closing(context: Context) -> list[Block]:
    """Return the answers to BFA's five questions."""
    questions = ("how_we_cooperate", "what_was_decided", "how_followed_up", "where_found", "how_judged")
    return [*facts(context.rows(context.dossier.closing, *questions))]


def duties(context: Context) -> list[Block]:
    """Return the duties of each source with where they are covered, as of the day the source was read."""
    sources = groupby(context.template.duties, lambda duty: (duty.source, duty.as_of))
    tables = [block for source, listed in sources for block in _source(context, *source, tuple(listed))]
    return [Heading(2, context.words.tr("Duties covered")), *tables] if tables else []


def approval(context: Context) -> list[Block]:
    """Return who approved the minutes and when, or that nobody has yet, and lines to sign on where chosen."""
    words = context.words
    heading = Heading(2, words.tr("Approval"))
    if context.is_draft:
        return [heading, Note(words.tr("These minutes are not approved yet."), warns=True), *_signatures(context)]
    names = ("approved_on", "approved_by", "amendments") if context.choices.names else ("approved_on", "amendments")
    return [heading, *facts(context.rows(context.dossier.review, *names)), *_signatures(context)]


def _source(context: Context, source: str, as_of: date, listed: tuple[Duty, ...]) -> list[Block]:
    words = context.words
    states = [coverage(context.dossier, duty) for duty in listed]
    header = (words.tr("No."), words.tr("Duty"), words.tr("Where"), words.tr("State"))
    rows = [_row(context, duty, state) for duty, state in zip(listed, states, strict=True)]
    return [Paragraph(_sentence(context, source, as_of, states)), *table(header, rows)]


def _sentence(context: Context, source: str, as_of: date, states: list[Coverage]) -> str:
    """Coverage of the points is all that is said; nobody has approved these minutes but the committee."""
    tr, day = context.words.tr, context.words.date(as_of)
    covered = sum(state is not Coverage.NOT_COVERED for state in states)
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
    words = context.words
    return [duty.id, duty.text.in_language(words.language), _where(context, duty.steps[0]), context.text(state)]


def _where(context: Context, key: str) -> str:
    """The agenda item that stands for the step, or the step's own title."""
    for number, item in context.agenda:
        if item.step == key:
            return context.words.tr("item {number}", number=number)
    step = context.step(key)
    return step.title.in_language(context.words.language) if step else ""


def _signatures(context: Context) -> list[Block]:
    if not context.choices.signatures:
        return []
    return [SignatureLines(tuple(_signer(context, office) for office in (Office.CHAIR, Office.VICE_CHAIR)))]


def _signer(context: Context, office: Office) -> str:
    holder = context.holder(office) if context.choices.names else None
    return person(context, holder) if holder else capital(context.words.term(office))
