"""One step on the screen: what it is for, the questions to ask, its parts, and its own note."""

from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID, uuid5

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Collapsible, Static

from medreview.domain.progress import StepState, step_state
from medreview.domain.review import StepNote
from medreview.domain.template import Step, Template
from medreview.i18n import current, tr
from medreview.tui.marks import mark_of
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.part import Part, Scope

Parts = Callable[[], Sequence[Widget]]

_ROOMY = 44
"""Rows from which on the questions are open from the start."""

_OF_PEOPLE: Final = frozenset({"status", "content", "decisions"})
"""The steps in which individual cases come up most easily: absence, violence, problems, disagreements."""


class StepView(VerticalScroll, can_focus=False):
    """A step of the template with the parts that belong to it."""

    DEFAULT_CSS = """
    StepView { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    StepView > .heading { text-style: bold; color: $accent; margin: 0; }
    StepView > .purpose { color: $text; margin: 0 0 1 0; height: auto; max-width: 92; }
    StepView Collapsible { background: $panel; border: none; padding: 0; margin: 0 0 1 0; max-width: 100; }
    StepView CollapsibleTitle { padding: 0 1; color: $text; width: 100%; }
    StepView CollapsibleTitle:focus { background: $chosen; color: $on-chosen; }
    StepView CollapsibleTitle:hover { background: $panel; color: $text; text-style: underline; }
    StepView Collapsible Contents { padding: 0 1 0 3; }
    StepView Form, StepView Records, StepView Panel { max-width: 100; }
    StepView Button { min-width: 0; width: auto; margin: 0 1 1 0; padding: 0 1; border: none; background: $panel;
        color: $text; }
    StepView > .deeds { height: auto; margin: 0 0 1 0; }
    StepView > .deeds Button { padding: 0; }
    StepView Button.main { background: $chosen; color: $on-chosen; text-style: bold; }
    StepView Button:focus { background: $chosen; color: $on-chosen; text-style: bold underline; }
    """

    def __init__(self, step: Step, template: Template, parts: Parts) -> None:
        super().__init__(classes=step.key)
        self.step = step
        self._template = template
        self._parts = parts
        self.shown: Scope | None = None
        self._heading = Static(classes="heading")

    def compose(self) -> ComposeResult:
        language = current().language
        yield self._heading
        yield Static(self._purpose(language), classes="purpose")
        if self.step.prompts or self._template.duties_of(self.step.key):
            yield self._background(language)
        yield from self._parts()
        yield Form(StepNote, ("note", "nothing_to_note"), self._note)

    def show(self, scope: Scope) -> None:
        """Show the review as it is now."""
        if self.shown is not None and self.shown.dossier is scope.dossier:
            return
        self.shown = scope
        self._say_state(step_state(scope.dossier, self.step.key))
        for part in self.children:
            if isinstance(part, Part):
                part.show(scope)

    def _say_state(self, state: StepState) -> None:
        """Say in the heading how far the step has come; elsewhere there is room for the symbol only."""
        title = self.step.title.in_language(current().language)
        symbol, colour = mark_of(state)
        words = Content.assemble(title, "   ", (f"{symbol} {current().term(state)}", f"not bold {colour}"))
        if words != self._heading.content:
            self._heading.update(words)

    def _purpose(self, language: str) -> Content:
        """What the step is for and, where it leads to talk of persons, what MED never discusses."""
        purpose = Content(self.step.purpose.in_language(language))
        if self.step.key not in _OF_PEOPLE:
            return purpose
        return Content.assemble(
            purpose, "\n", (tr("Principles, never individual cases; nothing about one person's health."), "$muted")
        )

    def _background(self, language: str) -> Collapsible:
        """The questions to ask the room, and the duties behind the step with source and date."""
        duties = self._template.duties_of(self.step.key)
        title = tr("Questions for the meeting")
        if duties:
            title += " · " + tr("Duties") + " " + ", ".join(duty.id for duty in duties)
        lines = [Content(f"• {prompt.in_language(language)}") for prompt in self.step.prompts]
        for duty in duties:
            as_of = tr("{source}, as of {date}", source=duty.source, date=current().date(duty.as_of))
            lines.append(
                Content.assemble((duty.id, "bold"), f"  {duty.text.in_language(language)} ", (f"({as_of})", "$muted"))
            )
        roomy = self.app.size.height >= _ROOMY
        return Collapsible(Static(Content("\n").join(lines)), title=title, collapsed=not roomy, collapsed_symbol="►")

    @property
    def note(self) -> StepNote | None:
        """The step's own note, as it is shown; None before the review is."""
        return self._note(self.shown) if self.shown is not None else None

    def _note(self, scope: Scope) -> StepNote:
        review = scope.dossier.review
        found = scope.dossier.note_of(self.step.key)
        return found or StepNote(id=note_id(review.id, self.step.key), review_id=review.id, step=self.step.key)


def note_id(review_id: UUID, step: str) -> UUID:
    """Return the id of a step's note, the same each time, so that it is made only once."""
    return uuid5(review_id, step)
