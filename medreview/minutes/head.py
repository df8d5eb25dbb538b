"""The head: which committee met, when and where, and who led."""

from medreview.domain.committee import Office
from medreview.domain.dossier import in_order
from medreview.domain.review import Meeting
from medreview.minutes.choices import Kind
from medreview.minutes.context import Context, Row, capital, facts, table
from medreview.minutes.document import Block


def head(context: Context, kind: Kind) -> list[Block]:
    """Return the facts at the top; agenda and note sheet have those known before the meeting."""
    dossier = context.dossier
    meetings = in_order(dossier.meetings)
    rows = _committee(context, kind)
    rows += _case(context)
    if len(meetings) == 1:
        rows += zip(_labels(context, kind), _cells(context, meetings[0]), strict=True)
    rows += _officers(context) if context.choices.names and kind is not Kind.NOTESHEET else []
    if kind in (Kind.MINUTES, Kind.PROOF):
        rows += context.rows(dossier.preparation, "heard")
    return [*facts(rows), *(_dates(context, kind, meetings) if len(meetings) > 1 else [])]


def _committee(context: Context, kind: Kind) -> list[Row]:
    """The title names committee and municipality; only what is filed for years says so again."""
    named = ("municipality", "name") if kind in (Kind.MINUTES, Kind.PROOF) else ()
    rows = context.rows(context.dossier.committee, *named, "level_name", "parent_name")
    return [(label, capital(value)) for label, value in rows]


def _case(context: Context) -> list[Row]:
    rows = context.rows(context.dossier.preparation, "case_number")
    return [(context.case_label or label, value) for label, value in rows]


def _dates(context: Context, kind: Kind, meetings: tuple[Meeting, ...]) -> list[Block]:
    rows = [_cells(context, meeting) for meeting in meetings]
    return [*table(_labels(context, kind), rows, caption=context.words.tr("Meeting dates"))]


def _labels(context: Context, kind: Kind) -> list[str]:
    """Times are planned ones until somebody is noted as present."""
    words = context.words
    day, starts, ends, place = (words.field("Meeting", name) for name in ("held_on", "starts", "ends", "place"))
    if not kind.is_beforehand and context.dossier.present():
        starts, ends = words.tr("Started"), words.tr("Ended")
    return [day, starts, ends, place]


def _cells(context: Context, meeting: Meeting) -> list[str]:
    day = context.words.date(meeting.held_on, weekday=True)
    return [day, context.clock(meeting.starts), context.clock(meeting.ends), meeting.place]


def _officers(context: Context) -> list[Row]:
    preparation = context.dossier.preparation
    return [
        *context.rows(preparation, "leader"),
        (context.text(Office.CHAIR), _name(context, Office.CHAIR)),
        (context.text(Office.VICE_CHAIR), _name(context, Office.VICE_CHAIR)),
        *context.rows(preparation, "minute_taker"),
    ]


def _name(context: Context, office: Office) -> str:
    holder = context.holder(office)
    return holder.name if holder else ""
