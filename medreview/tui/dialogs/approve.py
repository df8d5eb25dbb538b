"""Approve the minutes: what is missing, who approves, when, with which amendments."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Checkbox, OptionList, Static
from textual.widgets.option_list import Option

from medreview.domain import findings
from medreview.domain.committee import Office
from medreview.domain.dossier import Dossier
from medreview.domain.errors import InvalidField
from medreview.domain.findings import Finding
from medreview.domain.review import Review
from medreview.i18n import N_, current, ntr, tr
from medreview.operations import approval
from medreview.templates import load_template
from medreview.tui.dialogs.statement import Operation, Statement
from medreview.tui.steps.words import told
from medreview.tui.text import literal
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.tick import Tick

_AROUND: Final = 11
"""Rows of the screen that are not the list, where there is little else."""


class Approve(Statement):
    """Show what is missing; where nothing of that blocks, ask who approves. Return the finding to mend, if any."""

    TITLE_WORDS: ClassVar[str] = N_("Approve the minutes")
    DO_WORDS: ClassVar[str] = N_("Approve")
    DEFAULT_CSS = """
    Approve OptionList { margin: 0 0 1 0; scrollbar-size-vertical: 1; }
    Approve Tick { margin: 0 0 1 0; }
    """

    def __init__(self, dossier: Dossier, *, unstored: Sequence[Finding] = (), is_example: bool = False) -> None:
        usual = {"approved_on": date.today(), "approved_by": "\n".join(_chairs(dossier))}
        super().__init__(dossier.review.model_copy(update=usual), dossier.review.id)
        self._dossier = dossier
        self._template = load_template(dossier.review.template)
        found = (*unstored, *findings.of_review(dossier, self._template))
        self._findings = sorted(found, key=lambda one: not one.blocks)
        self._is_blocked = is_example or any(one.blocks for one in found)
        self._is_example = is_example

    def content(self) -> ComposeResult:
        """Return what is missing, where that blocks; otherwise the fields, which must be seen, and then the advice."""
        if self._is_blocked:
            yield from self._completeness()
            return
        yield Static(
            Content(f"{self._in_short()} {tr('Approved minutes can only be read from then on.')}"), classes="said"
        )
        yield Form(Review, ("approved_on", "approved_by"), lambda scope: scope.owner)
        yield Tick(tr("Approved with amendments"), bool(self.kept.get("amendments")))
        yield Form(Review, ("amendments",), lambda scope: scope.owner)
        if self._findings:
            yield from self._completeness()

    def _in_short(self) -> str:
        if not self._findings:
            return f"√ {tr('Nothing is missing.')}"
        count = len(self._findings)
        return "○ " + ntr("There is {count} piece of advice below.", "There are {count} pieces of advice below.", count)

    def show_usual(self) -> None:
        """Show the amendments only where there are any."""
        super().show_usual()
        for tick in self.query(Tick):
            self._show_amendments(tick.value)

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for what stands around the list, so that nothing but the list itself need scroll."""
        for rows in self.query(OptionList):
            rows.styles.max_height = max(event.size.height - _AROUND if self._is_blocked else event.size.height // 3, 3)

    def buttons(self) -> ComposeResult:
        """Return the buttons; what blocks leaves nothing to press but the way out."""
        if self._is_blocked:
            yield Button(Content(tr("Close (Esc)")), id="close", classes="main", compact=True)
        else:
            yield from super().buttons()

    def _completeness(self) -> ComposeResult:
        if self._is_example:
            yield Static(Content(current().refusal("example_never_approved")), classes="said")
        if not self._findings:
            return
        if self._findings[0].blocks:
            words = tr("The minutes cannot be approved yet: these points need an answer, or “nothing to note”.")
        else:
            words = tr("The minutes can be approved; this is only advice.")
        yield Static(Content(f"{words} {tr('Enter goes to the place.')}"), classes="said")
        yield OptionList(
            *(Option(told(one, self._template, self._found(one)), id=str(at)) for at, one in enumerate(self._findings)),
            compact=True,
            markup=False,
        )

    def _found(self, finding: Finding) -> Content:
        """Return what was found: of a duty that is not covered the duty itself."""
        words = current()
        if finding.code == "duty_not_covered":
            duty = next(one for one in self._template.duties if one.id == finding.params["duty"])
            return Content.assemble(duty.text.in_language(words.language), (f" ({duty.id})", "$muted"))
        return literal(words.finding(finding.code, **finding.params))

    @on(OptionList.OptionSelected)
    async def _go(self, event: OptionList.OptionSelected) -> None:
        """Go to the step where the finding is mended; what is typed is kept."""
        await self.flush()
        self.dismiss(self._findings[event.option_index])

    @on(Checkbox.Changed)
    def _ticked(self, event: Checkbox.Changed) -> None:
        self._show_amendments(event.value)
        if event.value:
            area = self.query(Form).last().query_one("TextArea")
            area.focus(scroll_visible=False)
            self.call_after_refresh(area.scroll_visible, animate=False)

    def _show_amendments(self, shown: bool) -> None:
        self.query(Form).last().display = shown

    def operation(self, values: Mapping[str, object]) -> Operation:
        """Return what approves the minutes; amendments that are ticked must be written."""
        on_day, by = self.day(values, "approved_on"), str(values["approved_by"])
        amendments = str(values["amendments"]) if self.query_one(Tick).value else ""
        if self.query_one(Tick).value and not amendments.strip():
            raise InvalidField("Review", "amendments", "blank")
        return partial(approval.approve, review=self._dossier.review, on=on_day, by=by, amendments=amendments)


def _chairs(dossier: Dossier) -> list[str]:
    """Chair and vice chair approve where nothing else is written."""
    holders = ((office, dossier.holder(office)) for office in (Office.CHAIR, Office.VICE_CHAIR))
    return [f"{member.name}, {current().term(office)}" for office, member in holders if member is not None]
