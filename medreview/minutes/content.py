"""What the committee works with next year: focus areas from above, own themes, and the content planned."""

from collections.abc import Iterable

from medreview.domain.cooperation import FocusArea
from medreview.domain.dossier import in_order
from medreview.minutes.context import Context, table
from medreview.minutes.document import Block
from medreview.minutes.passages import passages


def content(context: Context) -> list[Block]:
    """Return what works and what does not, the focus areas and themes, and the content planned from them."""
    return [*passages(context, context.dossier.content, "works_well", "problems"), *planned(context)]


def planned(context: Context) -> list[Block]:
    """Return the focus areas and themes, and the content planned from them."""
    tr = context.words.tr
    areas = in_order(context.dossier.focus_areas)
    return [
        *_areas(context, tr("Focus areas announced from above"), (area for area in areas if not area.own)),
        *_areas(context, tr("The committee's own themes"), (area for area in areas if area.own)),
        *passages(context, context.dossier.content, "plan"),
    ]


def _areas(context: Context, caption: str, areas: Iterable[FocusArea]) -> list[Block]:
    words = context.words
    header = [words.field("FocusArea", name) for name in ("title", "text", "source")] + [words.tr("Period")]
    rows = [[area.title, area.text.strip(), area.source, _period(context, area)] for area in areas]
    return [*table(header, rows, caption=caption)]


def _period(context: Context, area: FocusArea) -> str:
    """Return "1. januar 2026 – 31. december 2027", either end open."""
    if not (area.starts or area.ends):
        return ""
    return f"{context.words.date(area.starts)} – {context.words.date(area.ends)}".strip()
