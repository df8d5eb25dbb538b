"""Expertise and training: whether the expertise is present, and each member's tally."""

from decimal import Decimal

from medreview.domain.committee import Member
from medreview.domain.expertise import Training
from medreview.minutes.context import Context, Row, facts, table
from medreview.minutes.document import Block


def expertise(context: Context, *before: Row) -> list[Block]:
    """Return the answer on expertise after these rows, and the training in days, without names as sums."""
    rows = [*before, *context.rows(context.dossier.expertise, "present", "missing", "plan")]
    if context.choices.names:
        return [*facts(rows), *_tally(context)]
    return [*facts([*rows, *_sums(context)])]


def _tally(context: Context) -> list[Block]:
    """A member of whom nothing is noted yet is no row."""
    words = context.words
    header = [words.field("Member", name) for name in ("name", "joined", "mandatory_training_on")]
    header += [words.field("Training", name) for name in ("offered", "taken", "wish")]
    noted = {
        one.member_id: one
        for one in context.dossier.training
        if one.offered is not None or one.taken is not None or one.wish
    }
    rows = [_row(context, member, noted[member.id]) for member in context.dossier.members if member.id in noted]
    return [*table(header, rows, caption=words.tr("Training, days"), numbers=(3, 4))]


def _row(context: Context, member: Member, training: Training) -> list[str]:
    words = context.words
    return [
        member.name,
        words.short_date(member.joined),
        words.short_date(member.mandatory_training_on),
        words.number(training.offered),
        words.number(training.taken),
        training.wish,
    ]


def _sums(context: Context) -> list[Row]:
    training = context.dossier.training
    sums = {
        "offered": [one.offered for one in training if one.offered is not None],
        "taken": [one.taken for one in training if one.taken is not None],
    }
    return [
        (context.words.field("Training", name), context.words.number(sum(days, Decimal(0))) if days else "")
        for name, days in sums.items()
    ]
