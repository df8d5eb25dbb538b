"""The note sheet for group work: the prompts of each step with room to write."""

from collections.abc import Iterable, Iterator

from medreview.domain.dossier import in_order
from medreview.domain.template import Step
from medreview.minutes.choices import Kind
from medreview.minutes.context import Context
from medreview.minutes.document import Block, BulletList, Heading, Paragraph, WritingRoom
from medreview.minutes.head import head
from medreview.minutes.items import IN_THE_HEAD


def note_sheet(context: Context) -> list[Block]:
    """Return every step that asks something, in the order of the agenda, with what the group needs before it."""
    return [
        *head(context, Kind.NOTESHEET),
        WritingRoom(context.words.tr("Group and names"), 2),
        *(block for step in _steps(context) for block in _step(context, step)),
    ]


def _steps(context: Context) -> Iterator[Step]:
    on_agenda = [item.step for _, item in context.agenda]
    order = {key: position for position, key in enumerate(on_agenda)}
    asked = (step for step in context.template.steps if step.prompts and step.key not in IN_THE_HEAD)
    yield from sorted(asked, key=lambda step: order.get(step.key, len(order)))


def _step(context: Context, step: Step) -> Iterator[Block]:
    language = context.words.language
    yield Heading(2, _title(context, step))
    yield Paragraph(step.purpose.in_language(language))
    yield from _beforehand(context, step.key)
    for prompt in step.prompts:
        yield WritingRoom(prompt.in_language(language))


def _title(context: Context, step: Step) -> str:
    """The agenda item that stands for the step, with its number."""
    titles = (f"{number}. {context.title_of(item)}" for number, item in context.agenda if item.step == step.key)
    return next(titles, "") or step.title.in_language(context.words.language)


def _beforehand(context: Context, key: str) -> list[Block]:
    """The goals that the group judges, and the focus areas that it plans from."""
    tr, dossier = context.words.tr, context.dossier
    match key:
        case "look_back":
            return _listed(tr("Last year's goals"), (goal.text for goal in in_order(dossier.last_goals)))
        case "content" | "goals":
            return _listed(tr("Focus areas"), (area.title for area in in_order(dossier.focus_areas)))
    return []


def _listed(heading: str, texts: Iterable[str]) -> list[Block]:
    items = tuple(text.strip() for text in texts if text.strip())
    return [Heading(3, heading), BulletList(items)] if items else []
