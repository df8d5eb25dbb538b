"""Approve the minutes: who, when, with which amendments."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Label, TextArea

from medreview.domain import findings
from medreview.domain.committee import Office
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.parsing import parse_date
from medreview.i18n import current, tr
from medreview.templates import load_template
from medreview.tui.dialogs.base import Dialog


class Approve(Dialog[tuple[date, str, str]]):
    """Return date, names and amendments; None where nothing is approved."""

    DEFAULT_CSS = """
    Approve Label { color: $muted; height: auto; width: 100%; margin: 1 0 0 0; }
    Approve Input, Approve TextArea { background: $field; border: none; padding: 0 1; }
    Approve Input:focus, Approve TextArea:focus { background: $field-focus; background-tint: $field-focus 0%; }
    Approve TextArea { height: 4; }
    Approve .blocks { color: $bad; margin: 0; }
    Approve .wrong { color: $bad; margin: 0; }
    """

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier
        self._template = load_template(dossier.review.template)
        self._blocking = [one for one in findings.of_review(dossier, self._template) if one.blocks]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="box", can_focus=False) as box:
            box.border_title = Content(tr("Approve the minutes"))
            if self._blocking:
                yield from self._what_is_missing()
                return
            yield Label(tr("Approved minutes can only be read from then on."), markup=False)
            yield Label(tr("Date"), markup=False)
            yield Input(current().short_date(date.today()), id="on", compact=True)
            yield Label("", classes="wrong", markup=False)
            yield Label(current().field("Review", "approved_by"), markup=False)
            yield TextArea("\n".join(self._chairs()), id="by", compact=True, tab_behavior="focus")
            yield Label(tr("Amendments, if approved with amendments"), markup=False)
            yield TextArea("", id="amendments", compact=True, tab_behavior="focus")
            with Horizontal(classes="buttons"):
                yield Button(Content(tr("Approve")), id="approve", classes="main", compact=True)
                yield Button(Content(tr("Not yet (Esc)")), id="not-yet", compact=True)

    def _what_is_missing(self) -> ComposeResult:
        yield Label(tr("The minutes cannot be approved yet:"), markup=False)
        words = current()
        for finding in self._blocking:
            where = self._template.step(finding.step).short.in_language(words.language)
            sentence = words.finding(finding.code, **finding.params)
            yield Label(f"! {where}: {sentence}", classes="blocks", markup=False)
        yield Label(tr("The list in the last step leads to each place."), markup=False)
        with Horizontal(classes="buttons"):
            yield Button(Content(tr("Close (Esc)")), id="not-yet", classes="main", compact=True)

    def _chairs(self) -> list[str]:
        """Chair and vice chair approve where nothing else is written."""
        holders = ((office, self._dossier.holder(office)) for office in (Office.CHAIR, Office.VICE_CHAIR))
        return [f"{member.name}, {current().term(office)}" for office, member in holders if member is not None]

    @on(Button.Pressed, "#not-yet")
    def _not_yet(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#approve")
    def _approve(self) -> None:
        """Say here what is wrong with date or names, so that nothing typed is gone."""
        by = self.query_one("#by", TextArea).text
        try:
            day = parse_date(self.query_one("#on", Input).value, current().language, date.today()) or date.today()
            self._check(day, by)
        except Refusal as refusal:
            self.query_one(".wrong", Label).update(Content(current().refusal(refusal.code, **refusal.params)))
            return
        self.dismiss((day, by, self.query_one("#amendments", TextArea).text))

    def _check(self, day: date, by: str) -> None:
        if any(meeting.held_on and meeting.held_on > day for meeting in self._dossier.meetings):
            raise Refusal("approved_before_meeting")
        if not by.strip():
            raise Refusal("approved_by_nobody")
