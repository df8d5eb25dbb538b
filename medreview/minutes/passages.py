"""Longer texts, each under its own heading."""

from medreview.domain.base import Entity
from medreview.minutes.context import Context
from medreview.minutes.document import Block, Heading, Paragraph


def passages(context: Context, entity: Entity, *names: str) -> list[Block]:
    """Return these texts of the entity under their labels, those left out that are empty."""
    return [
        block for label, text in context.rows(entity, *names) if text for block in (Heading(3, label), Paragraph(text))
    ]
