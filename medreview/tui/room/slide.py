"""One thing to show the room: a goal, a question, a key figure; with the fields in which the answer is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from medreview.domain.base import Entity
from medreview.domain.template import Step
from medreview.i18n import current
from medreview.tui.room.figures import Bar, Number
from medreview.tui.text import literal
from medreview.tui.widgets.form import Layout
from medreview.tui.widgets.part import Scope


@dataclass(frozen=True)
class Slide:
    """What the room sees at once; `entity` is what the fields of `layout` write."""

    title: Content
    lines: tuple[Content, ...] = ()
    numbers: tuple[Number, ...] = ()
    bars: tuple[Bar, ...] = ()
    beside: tuple[Content, Content] | None = None
    """Last year and this year, side by side."""
    entity: Entity | None = None
    layout: Layout = ()
    hang: int = 0
    """Cells by which a line that is too long goes on further to the right."""

    @property
    def key(self) -> object:
        """What tells the slide from others while its content changes."""
        return (self.entity.id, self.layout) if self.entity else self.title.plain


Slides = Callable[[Scope, Step], list[Slide]]
"""The slides of a step, worked out from the review as it is now."""


def asked(step: Step, number: int) -> Content:
    """Return the step's question of that number; its title where the template asks no such question."""
    language = current().language
    wording = step.prompts[number] if number < len(step.prompts) else step.title
    return Content.styled(wording.in_language(language), "bold")


def question(step: Step, number: int, entity: Entity, *layout: str | tuple[str, ...]) -> Slide:
    """Return a question with the fields in which it is answered."""
    return Slide(asked(step, number), entity=entity, layout=layout)


def kicker(above: str, text: str) -> Content:
    """Return a text with what it is above it."""
    return Content.assemble((above, "$accent"), "\n", literal(text.strip(), "bold"))


def listed(rows: Sequence[Content]) -> tuple[Content, ...]:
    """Return rows as the lines of a slide, those without a word left out."""
    return tuple(row for row in rows if row.plain.strip())
