"""What was added to the minutes after they were approved."""

from medreview.domain.addendum import Addendum
from medreview.minutes.context import Context, facts
from medreview.minutes.document import Block, Heading


def addenda(context: Context) -> list[Block]:
    """Return the addenda, each with its date, its reason and who wrote it."""
    added = context.dossier.addenda
    return [block for one in added for block in _addendum(context, one)]


def _addendum(context: Context, one: Addendum) -> list[Block]:
    words = context.words
    title = words.tr("Addendum {number}, {date}", number=one.number, date=words.date(one.made_on))
    names = ("reason", "text", "by") if context.choices.names else ("reason", "text")
    return [Heading(2, title), *facts(context.rows(one, *names))]
