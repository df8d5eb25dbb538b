"""The proof for the working environment authority: each duty with where and when it was treated, and what came of it.

What the law asks to be shown in writing (BEK 1838/2023) and what the agreement adds; coverage is all that is claimed.
"""

from collections.abc import Callable, Iterator
from typing import Final

from medreview.domain.dossier import in_order
from medreview.domain.duties import Coverage, coverage
from medreview.domain.goal import Goal
from medreview.domain.template import Duty
from medreview.i18n import N_
from medreview.minutes.attendance import attendance
from medreview.minutes.choices import Kind
from medreview.minutes.closing import approval, by_source, items_of, numbers_of, step_title
from medreview.minutes.content import planned
from medreview.minutes.context import Context, table
from medreview.minutes.cooperation import cooperation
from medreview.minutes.decisions import disagreement
from medreview.minutes.document import Block, Byline, Heading, Note, Paragraph
from medreview.minutes.expertise import expertise
from medreview.minutes.goals import goals, in_short
from medreview.minutes.head import head
from medreview.minutes.look_back import evaluation_of, tally


def proof(context: Context) -> list[Block]:
    """Return the duties, who was represented, and the content of the discussion duty by duty."""
    tr = context.words.tr
    return [
        Paragraph(
            tr(
                "This is taken from the committee's minutes: where and when each duty was dealt with, "
                "and what came of it."
            )
        ),
        *head(context, Kind.PROOF),
        *_duties(context),
        *attendance(context),
        *(block for check in _SECTIONS for block in _section(context, check)),
        *approval(context),
    ]


def _duties(context: Context) -> Iterator[Block]:
    tr = context.words.tr
    header = (tr("No."), tr("Duty"), tr("Where"), tr("When"), tr("State"))
    sources = [*by_source(context)]
    yield from [Heading(2, tr("Duties covered"))] if sources else []
    for sentence, listed in sources:
        yield Paragraph(sentence)
        yield from table(header, [_row(context, duty, state) for duty, state in listed])


def _row(context: Context, duty: Duty, state: Coverage) -> list[str]:
    """What is not covered has been treated at no meeting."""
    text, where = duty.text.in_language(context.words.language), _where(context, duty)
    return [duty.id, text, where, _when(context) if state.is_treated else "", context.text(state)]


def _where(context: Context, duty: Duty) -> str:
    """The agenda items that treat it, with their titles: there is no agenda to look them up."""
    titles = [f"{number}. {context.title_of(item)}" for number, item in items_of(context, duty)]
    return "\n".join(titles) or step_title(context, duty.steps[0])


def _when(context: Context) -> str:
    """The dates of the meetings, each on a line; their places stand at the top."""
    meetings = in_order(context.dossier.meetings)
    return "\n".join(context.words.short_date(one.held_on) for one in meetings if one.held_on)


def _section(context: Context, check: str) -> list[Block]:
    """What the review says to the duties of one check, with their state under the heading."""
    duties = [duty for duty in context.template.duties if duty.check == check]
    if not duties:
        return []
    title, part = _SECTIONS[check]
    state = context.text(coverage(context.dossier, duties[0]))
    byline = " · ".join(filter(None, (*(duty.id for duty in duties), numbers_of(context, duties[0]), state)))
    body = part(context) or [Note(context.words.tr("Nothing is written."))]
    return [Heading(2, context.words.tr(title)), Byline(byline), *body]


def _assessed(context: Context) -> list[Block]:
    """Last year's goals with what came of them."""
    words, assessed = context.words, in_order(context.dossier.last_goals)
    evaluation = [words.field("Evaluation", name) for name in ("reached", "outcome", "why", "continuation")]
    header, rows = [words.field("Goal", "target"), *evaluation], [_judged(context, one) for one in assessed]
    return [*tally(context), *in_short(context, assessed, header, rows, numbered=False)]


def _judged(context: Context, goal: Goal) -> list[str]:
    one = evaluation_of(context, goal)
    figures = [context.amount(value, goal.unit) for value in (goal.target, one.reached)]
    return [*figures, *map(context.text, (one.outcome, one.why, one.continuation))]


def _reasons(context: Context) -> list[Block]:
    """Every disagreement with management's decision and its reasons."""
    listed = in_order(context.dossier.disagreements)
    if not listed:
        return [Paragraph(context.words.tr("No disagreement is noted."))]
    return [block for one in listed for block in disagreement(context, one)]


def _training(context: Context) -> list[Block]:
    return expertise(context, *context.rows(context.dossier.committee, "size_class"))


_SECTIONS: Final[dict[str, tuple[str, Callable[[Context], list[Block]]]]] = {
    "content_planned": (N_("Content of the coming year's cooperation"), planned),
    "form_and_intervals_decided": (N_("Forms of cooperation and meeting intervals"), cooperation),
    "goals_assessed": (N_("Assessment of last year's goals"), _assessed),
    "goals_set": (N_("Goals for the coming year"), goals),
    "expertise_discussed": (N_("Supplementary training and expertise"), _training),
    "reasons_promised": (N_("Disagreement and reasons"), _reasons),
}
"""By the check of its duty, in the order of the law: a heading, and where it is answered."""
