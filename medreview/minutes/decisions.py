"""Decisions, actions, disagreement, matters raised, and what goes out from the meeting."""

from collections.abc import Iterable
from uuid import UUID

from medreview.domain.decision import Action, Decision, Disagreement
from medreview.domain.dossier import in_order
from medreview.minutes.context import Context, Row, facts, table
from medreview.minutes.document import Block, Heading, Paragraph, Resolution
from medreview.minutes.passages import passages


def decisions(context: Context) -> list[Block]:
    """Return what belongs to no agenda item of its own, and the list of all actions."""
    tr, dossier = context.words.tr, context.dossier
    return [
        *discussion(context, None),
        *resolutions(context, None),
        *action_table(context, tr("Actions")),
        *disagreements(context, None),
        *raised_matters(context, tr("Raised to the level above")),
        *passages(context, dossier.closing, "communication"),
    ]


def resolutions(context: Context, item_id: UUID | None) -> list[Block]:
    """Return the decisions under an agenda item (None: under none of them), each with its verb."""
    made = [Resolution(context.text(one.result), one.text.strip()) for one in made_under(context, item_id)]
    return [Heading(3, context.words.tr("Decision")), *made] if made else []


def made_under(context: Context, item_id: UUID | None) -> list[Decision]:
    """Return the decisions under an agenda item (None: under none of them) that say something."""
    return [one for one in _of_item(context, item_id) if one.is_made]


def discussion(context: Context, item_id: UUID | None, note: str = "") -> list[Block]:
    """Return what was said under an agenda item, with the step's own note."""
    return spoken(context, *(one.discussion for one in _of_item(context, item_id)), note)


def spoken(context: Context, *texts: str) -> list[Block]:
    """Return what was said under a heading of its own, where the document shows it."""
    paragraphs = [Paragraph(text.strip()) for text in texts if text.strip()]
    if not paragraphs or not context.choices.discussion:
        return []
    return [Heading(3, context.words.tr("Discussion")), *paragraphs]


def is_discussed(context: Context, item_id: UUID | None) -> bool:
    """Return whether anything is written under the item, whatever the document shows of it."""
    return any(one.is_made or one.discussion.strip() for one in _of_item(context, item_id))


def disagreements(context: Context, item_id: UUID | None) -> list[Block]:
    """Return the disagreements under an agenda item: both views, the decision, and the reasons for it (L7)."""
    own = disagreements_under(context, item_id)
    return [block for one in own for block in disagreement(context, one, "management_view", "employee_view")]


def disagreements_under(context: Context, item_id: UUID | None) -> list[Disagreement]:
    """Return the disagreements under an agenda item (None: under none of them)."""
    return [one for one in in_order(context.dossier.disagreements) if _item_of(context, one) == item_id]


def disagreement(context: Context, one: Disagreement, *views: str, level: int = 3) -> list[Block]:
    """Return a disagreement with these of its views, management's decision, and when reasons are due (L7)."""
    heading = Heading(level, context.words.tr("Disagreement: {topic}", topic=one.topic))
    rows = [*context.rows(one, *views, "management_decision", "decided_on"), *_reasons(context, one)]
    return [heading, *facts(rows)]


def raised_matters(context: Context, caption: str = "") -> list[Block]:
    """Return what goes to the level above."""
    return [*context.table(in_order(context.dossier.raised_matters), "matter", "raised_to", caption=caption)]


def _of_item(context: Context, item_id: UUID | None) -> list[Decision]:
    return [one for one in in_order(context.dossier.decisions) if _item_of(context, one) == item_id]


def _item_of(context: Context, one: Decision | Disagreement) -> UUID | None:
    """The item it is tied to, as long as that stands on the agenda."""
    return one.agenda_item_id if context.numbered(one.agenda_item_id) else None


def action_table(context: Context, caption: str = "") -> list[Block]:
    """Return who does what by when, and under which agenda item it was decided."""
    words = context.words
    fields = ("what", "responsible", "due", "status")
    header = [*(words.field("Action", name) for name in fields), words.tr("Item")]
    rows = [_action(context, action) for action in in_order(context.dossier.actions)]
    return [*table(header, rows, caption=caption)]


def _action(context: Context, action: Action) -> Iterable[str]:
    words = context.words
    responsible = action.responsible if context.choices.names else ""
    number = context.numbered(action.agenda_item_id)
    return [action.what.strip(), responsible, words.date(action.due), action_state(context, action), number]


def action_state(context: Context, action: Action) -> str:
    """Return how far an action has come, and whether it was carried on."""
    state = context.text(action.status)
    if action.predecessor_id is None:
        return state
    return context.words.tr("{state}, carried on from last year", state=state)


def _reasons(context: Context, one: Disagreement) -> list[Row]:
    given = context.rows(one, "reasons_given_on", "reasons")
    if one.decided_on is None and not one.advice_followed:
        return given
    due = (context.words.tr("Reasons due by"), context.words.date(one.reasons_due))
    return [*context.rows(one, "advice_followed"), due, *given]
