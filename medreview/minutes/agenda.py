"""The agenda: its list with types and planned minutes, and what is known about each item beforehand."""

from dataclasses import replace

from medreview.domain.review import AgendaItem
from medreview.domain.timing import TimeSpan, length, planned, taken, used
from medreview.minutes.attendance import members
from medreview.minutes.choices import Kind
from medreview.minutes.context import Context, table
from medreview.minutes.document import Block, BulletList, Byline, Heading, lines_of
from medreview.minutes.head import head
from medreview.minutes.passages import passages


def agenda(context: Context) -> list[Block]:
    """Return the agenda that is sent out before the meeting."""
    called = members(context)
    context = replace(context, choices=replace(context.choices, times=False))
    return [
        *head(context, Kind.AGENDA),
        *([Heading(2, context.words.tr("Called to the meeting")), *called] if called else []),
        *agenda_list(context),
        *(block for number, item in context.agenda for block in _details(context, number, item)),
    ]


def agenda_list(context: Context) -> list[Block]:
    """Return the list of items with the sum of their planned minutes."""
    if not context.agenda:
        return []
    words = context.words
    header = (
        words.tr("No."),
        words.tr("Item"),
        words.field("AgendaItem", "type"),
        words.field("AgendaItem", "minutes"),
        words.tr("Minutes used"),
    )
    rows = [
        [
            str(number),
            context.title_of(item),
            _type(context, item),
            context.text(item.minutes),
            str(used(_taken(context), item.id) or ""),
        ]
        for number, item in context.agenda
    ]
    listed = table(header, [*rows, *_breaks(context), *_total(context)], numbers=(3, 4))
    return [Heading(2, words.tr("Agenda")), *listed]


def _taken(context: Context) -> list[TimeSpan]:
    """What took time, where the reader shall see it."""
    return taken(context.dossier.agenda, context.dossier.time_spans) if context.choices.times else []


def _breaks(context: Context) -> list[list[str]]:
    """A row for each break, such as: Break 10.05–10.15."""
    words = context.words
    return [
        ["", f"{words.tr('Break')} {words.time(one.starts)}–{words.time(one.ends)}", "", "", str(length(one))]
        for one in _taken(context)
        if one.agenda_item_id is None
    ]


def _total(context: Context) -> list[list[str]]:
    """The sums of what was planned and, with the breaks, of what was used."""
    minutes, in_all = planned(item for _, item in context.agenda), sum(map(length, _taken(context)))
    label = context.words.tr("In all") if in_all else context.words.tr("Planned in all")
    return [["", label, "", str(minutes or ""), str(in_all or "")]] if minutes or in_all else []


def item_heading(context: Context, number: int, item: AgendaItem) -> list[Block]:
    """Return an item's heading and its type, case number, and whether it is open or closed."""
    words = context.words
    kind = f"{words.field('AgendaItem', 'type')}: {words.term(item.type)}"
    access = words.tr("closed item") if item.closed else words.tr("open item")
    title = f"{number}. {context.title_of(item)}"
    return [Heading(2, title), Byline(" · ".join(filter(None, (kind, _case(context, item), access))))]


def short_item_heading(context: Context, number: int, item: AgendaItem, level: int = 3) -> list[Block]:
    """Return an item's heading, one level down if not told otherwise, its case number, and whether it is closed."""
    access = context.words.tr("closed item") if item.closed else ""
    byline = " · ".join(filter(None, (_case(context, item), access)))
    return [Heading(level, f"{number}. {context.title_of(item)}"), *([Byline(byline)] if byline else [])]


def presentation(context: Context, item: AgendaItem) -> list[Block]:
    """Return an item's presentation and recommendation."""
    return passages(context, item, "presentation", "recommendation") if context.choices.presentations else []


def annexes(context: Context, item: AgendaItem) -> list[Block]:
    """Return an item's annexes by name."""
    names = tuple(line.strip() for line in lines_of(item.annexes) if line.strip())
    if not names or not context.choices.annexes:
        return []
    return [Heading(3, context.words.tr("Annexes")), BulletList(names)]


def _type(context: Context, item: AgendaItem) -> str:
    closed = context.words.tr("closed item") if item.closed else ""
    return ", ".join(filter(None, (context.text(item.type), closed)))


def _case(context: Context, item: AgendaItem) -> str:
    if not item.case_number:
        return ""
    if context.case_label:
        return f"{context.case_label} {item.case_number}"
    return context.words.tr("case {number}", number=item.case_number)


def _details(context: Context, number: int, item: AgendaItem) -> list[Block]:
    """An item of which nothing more is known stands in the list alone; its type stands there for all."""
    known = [*presentation(context, item), *annexes(context, item)]
    return [*short_item_heading(context, number, item, level=2), *known] if known else []
