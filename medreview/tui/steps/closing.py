"""Close: BFA's five questions, the duties and where each is covered, approval."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from medreview.domain import findings
from medreview.domain.decision import Closing
from medreview.domain.duties import coverage
from medreview.domain.findings import Finding
from medreview.domain.template import Duty, Template
from medreview.i18n import current, tr
from medreview.templates import load_template
from medreview.tui.marks import marked
from medreview.tui.steps.approved import Approved
from medreview.tui.steps.words import told
from medreview.tui.text import capitalised, literal
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.row import Row


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Approved(),
        Form(
            Closing,
            ("how_we_cooperate", "what_was_decided", "how_followed_up", "where_found", "how_judged"),
            lambda scope: scope.dossier.closing,
        ),
        DutyList(),
        Panel(_state),
        EndingButtons(
            Button(Content(tr("Ready for approval")), action="screen.ready", compact=True),
            Button(Content(tr("Approve the minutes")), action="screen.approve", classes="main", compact=True),
            Button(Content(tr("Export")), action="app.export", compact=True),
            classes="deeds",
        ),
        Reopened(
            Button(Content(tr("Versions")), action="screen.versions", compact=True),
            classes="deeds",
        ),
    )


class EndingButtons(Row):
    """What is left to do while the minutes are not approved."""

    def show(self, scope: Scope) -> None:
        """Show what can still be done."""
        self.display = not scope.is_read_only


class Reopened(Row):
    """What there is besides, once an approval was withdrawn."""

    def show(self, scope: Scope) -> None:
        """Show it where there is an earlier version."""
        self.display = not scope.is_read_only and scope.dossier.review.version > 1


class DutyList(Vertical):
    """The duties with how each is covered, and other findings; Enter goes to the step."""

    DEFAULT_CSS = """
    DutyList { height: auto; margin: 0 0 1 0; max-width: 100; }
    DutyList > .title { text-style: bold; color: $accent; }
    DutyList > OptionList { height: auto; max-height: 200; border: none; background: $background; padding: 0; }
    DutyList > OptionList:focus { border: none; background-tint: $background 0%; }
    """

    @dataclass
    class Chosen(Message):
        """Somebody wants to go where this is mended."""

        finding: Finding

    def compose(self) -> ComposeResult:
        yield Static(Content(tr("Duties and what is missing (Enter goes there)")), classes="title")
        yield OptionList(compact=True, markup=False)

    def show(self, scope: Scope) -> None:
        """List the duties and findings of the review."""
        template = load_template(scope.dossier.review.template)
        rows = [*self._findings(scope, template), *(self._duty(scope, template, duty) for duty in template.duties)]
        options = self.query_one(OptionList)
        at = options.highlighted
        self._places = [place for _, place in rows]
        options.clear_options()
        options.add_options(Option(label) for label, _ in rows)
        options.highlighted = min(at or 0, len(rows) - 1) if rows else None

    @on(OptionList.OptionSelected)
    def _go(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._places[event.option_index]))

    @staticmethod
    def _findings(scope: Scope, template: Template) -> list[tuple[Content, Finding]]:
        return [
            (told(one, template, literal(current().finding(one.code, **one.params))), one)
            for one in (*scope.unstored, *findings.of_review(scope.dossier, template))
            if one.code != "duty_not_covered"
        ]

    @staticmethod
    def _duty(scope: Scope, template: Template, duty: Duty) -> tuple[Content, Finding]:
        """The duty after how it is covered and in which step, where Enter goes."""
        language = current().language
        place = template.step(duty.steps[0]).short.in_language(language)
        state = marked(coverage(scope.dossier, duty))
        label = Content.assemble(state, f"  {place}: ", duty.text.in_language(language), (f" ({duty.id})", "$muted"))
        return label, Finding("duty_not_covered", duty.steps[0])


def _state(scope: Scope) -> Content:
    """How far the review has come; approved minutes are told above."""
    if scope.is_read_only:
        return Content("")
    review = scope.dossier.review
    lines = [tr("State: {state}", state=capitalised(current().term(review.state)))]
    if review.version > 1:
        lines.append(
            tr("This becomes version {number}; the approval of the one before was withdrawn.", number=review.version)
        )
    return Content("\n".join(lines))
