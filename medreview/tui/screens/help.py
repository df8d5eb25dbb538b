"""Help: what belongs into the field that has the focus, why, with examples; and the keys of the screen below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from medreview.domain.template import Duty, Template
from medreview.i18n import N_, current, tr
from medreview.i18n.field_help import FIELD_HELP, FieldHelp
from medreview.templates import DEFAULT, load_template
from medreview.tui.commands import HELP, QUESTION, Command
from medreview.tui.screens.page import Page
from medreview.tui.steps.view import StepView
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.facts import Fact, Facts
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.row import Row

_FORM_KEYS: Final = (
    ("Tab", N_("Go to the next field, as Enter does in a line; Shift+Tab goes back")),
    ("0–9", N_("Choose among the answers in a row; 0 takes back attendance or outcome")),
    ("← → Enter", N_("Go to an answer in a row without choosing it; Enter or Space chooses it")),
    ("Enter", N_("In a list: go into the chosen row; on a button: press it")),
    ("+ a", N_("In a list: add a row")),
    ("Delete", N_("In a list: remove the chosen row")),
)

TEXT_SIZE: Final = N_(
    "The size of the text is the terminal's: Ctrl and +, or Ctrl and the mouse wheel, makes it larger, Ctrl and - "
    "smaller; on a Mac it is Cmd and +. Everything stays usable down to 60 columns and 16 lines, what is shown to the "
    "room (F5) down to 40 and 12."
)


class HelpScreen(Page):
    """The help over another screen."""

    OPENED_BY: ClassVar[str] = "help"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = HELP

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__()
        self._over = over

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """Here one can only go back."""
        return HELP

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll():
            yield Static(Content("\n").join(self._about_field() or self._about_step()), classes="below")
            yield from self._way_to_guide()
            yield Static(_title(tr("Keys here")))
            yield Facts(list(self._keys()), names="bold", classes="below")
            yield Static(Content("\n").join(_text_size()))
        yield KeyBar()

    def _way_to_guide(self) -> ComposeResult:
        """Return the line that opens the guide; over the guide itself it would lead in a circle."""
        if getattr(self._over, "OPENED_BY", None) == "guide":
            return
        with Row(classes="buttons"):
            words = tr("Guide: prepare, hold and finish the discussion")
            yield Button(Content(words), action="app.guide", compact=True)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(TitleBar).say_where("medreview", here=tr("Help"))
        self.query_one(VerticalScroll).focus()

    @property
    def _field(self) -> Field | None:
        """The field that has the focus on the screen below."""
        around = self._over.focused.ancestors_with_self if self._over.focused else []
        return next((node for node in around if isinstance(node, Field)), None)

    @property
    def _step(self) -> StepView | None:
        return next((view for view in self._over.query(StepView) if view.display), None)

    @property
    def _template(self) -> Template:
        dossier = getattr(self._over, "dossier", None)
        return load_template(dossier.review.template if dossier else DEFAULT)

    def _about_field(self) -> list[Content]:
        field = self._field
        if field is None:
            return []
        entity = field.entity.__name__
        title = _title(current().field(entity, field.field_name))
        found = FIELD_HELP.get(f"{entity}.{field.field_name}")
        if found is None:
            return [title, *self._purpose()]
        duties = [duty for duty in self._template.duties if duty.id in found.duties]
        return [title, *_explained(found), *_duty_lines(duties)]

    def _about_step(self) -> list[Content]:
        step = self._step
        if step is None:
            return getattr(self._over, "explained", None) or [
                _title(tr("What belongs in a field?")),
                Content(tr("Put the cursor in the field and press F1.")),
            ]
        title = _title(step.step.title.in_language(current().language))
        return [title, *self._purpose(), *_duty_lines(self._template.duties_of(step.step.key))]

    def _purpose(self) -> list[Content]:
        step = self._step
        return [Content(step.step.purpose.in_language(current().language))] if step else []

    def _keys(self) -> Iterator[Fact]:
        commands = getattr(self._over, "shown_commands", QUESTION)
        for command in commands:
            if command.key:
                yield command.key_name, Content(tr(command.help))
        for keys, meaning in _FORM_KEYS:
            yield keys, Content(tr(meaning))


def _explained(found: FieldHelp) -> Iterator[Content]:
    """What belongs here, and examples; they differ in word and mark, not only in colour."""
    yield Content(tr(found.what))
    if found.good:
        yield Content.assemble((f"√ {tr('Good:')} ", "bold $good"), tr(found.good))
    if found.weak:
        yield Content.assemble((f"× {tr('Weak:')} ", "bold $bad"), tr(found.weak))


def _duty_lines(duties: Iterable[Duty]) -> Iterator[Content]:
    words = current()
    for duty in duties:
        as_of = tr("{source}, as of {date}", source=duty.source, date=words.date(duty.as_of))
        text = duty.text.in_language(words.language)
        yield Content.assemble((f"§ {duty.id} ", "bold"), f"{text} ", (f"({as_of})", "$muted"))


def _text_size() -> Iterator[Content]:
    yield _title(tr("Larger text"))
    yield Content(tr(TEXT_SIZE))


def _title(text: str) -> Content:
    return Content.styled(text, "bold $accent")
