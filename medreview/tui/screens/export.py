"""Export: which document, in which formats, with what in it, and how it will look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Input, Label, Static

from medreview.domain.base import clean_line
from medreview.domain.committee import Language
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.i18n import N_, current, ntr, tr
from medreview.minutes import Choices, Kind
from medreview.operations.export import ExportResult, replaced_words
from medreview.tui.commands import APP, EXPORT, Command
from medreview.tui.desktop import open_folder
from medreview.tui.screens.export_order import Order, as_text, write
from medreview.tui.screens.page import Page
from medreview.tui.text import literal, one_line, typed_path
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.ticks import Ticks

_KINDS: Final = {Kind.MINUTES: N_("Minutes"), Kind.AGENDA: N_("Agenda"), Kind.NOTESHEET: N_("Note sheet")}
_FORMATS: Final = {
    "docx": N_("Word, to edit (docx)"),
    "pdf": N_("PDF, to send and to file (pdf)"),
    "html": N_("Web page, to print (html)"),
    "txt": N_("Plain text (txt)"),
    "md": N_("Markdown (md)"),
    "json": N_("Exchange file (json)"),
}
_CONTENTS: Final = {
    "discussion": N_("What was said, too"),
    "names": N_("Names"),
    "presentations": N_("Presentations"),
    "annexes": N_("Annexes"),
    "signatures": N_("Lines for signatures"),
}
_SETTLES: Final = 0.2
"""Seconds without another choice after which the preview is made anew."""


class ExportScreen(Page):
    """The choices on one side, the document as it will be on the other, or below on a narrow screen."""

    OPENED_BY: ClassVar[str] = "export"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = EXPORT
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (118, "-wide")]  # noqa: RUF012 - Textual declares it so
    DEFAULT_CSS = """
    ExportScreen > #body { height: 1fr; layout: horizontal; }
    ExportScreen #choices { width: 38; height: 100%; padding: 1 1 0 2; scrollbar-size-vertical: 1; }
    ExportScreen #preview { width: 1fr; height: 100%; padding: 1 1; background: $field; scrollbar-size-vertical: 1; }
    ExportScreen #preview Static { width: auto; max-width: 200; text-wrap: nowrap; }
    ExportScreen.-narrow > #body { layout: vertical; overflow-y: auto; scrollbar-size-vertical: 1; }
    ExportScreen.-narrow #choices { width: 100%; height: auto; }
    ExportScreen.-narrow #preview { width: 100%; height: auto; padding: 1 0; }
    ExportScreen Label { height: auto; }
    ExportScreen.-wide #caption { display: none; }
    ExportScreen.-narrow #caption { padding: 0 0 1 2; }
    ExportScreen Choice, ExportScreen Input { margin: 0 0 1 0; height: auto; }
    ExportScreen #result { margin: 0 0 1 0; }
    ExportScreen #open { display: none; }
    ExportScreen.-written #open { display: block; }
    """

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self.dossier = dossier
        self._timer: Timer | None = None
        self._folder = Path()

    @property
    def committee_id(self) -> UUID:
        """The committee whose review is written."""
        return self.dossier.committee.id

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """F6 opened this screen; here it writes."""
        return (*EXPORT, *(command for command in APP if command.action != "app.export"))

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Container(id="body"):
            with VerticalScroll(id="choices", can_focus=False):
                yield from self._choices()
                with Horizontal(classes="buttons"):
                    yield Button(Content(tr("Write the files")), action="screen.write", classes="main", compact=True)
                    yield Button(Content(tr("Open the folder")), id="open", compact=True)
                yield Static(id="result")
            with VerticalScroll(id="preview"):
                yield Label(tr("This is how it will look:"), id="caption", classes="label")
                yield Static(id="text")
        yield KeyBar()

    def _choices(self) -> Iterator[Widget]:
        settings = self.medreview.settings
        ticked = [name for name in _CONTENTS if getattr(settings, f"export_{name}")]
        yield Label(tr("Document"), classes="label")
        yield Choice([(tr(label), kind) for kind, label in _KINDS.items()], id="kind")
        yield Label(tr("Language of the document"), classes="label")
        yield Choice([(current().term(language), language) for language in Language], id="language")
        yield Ticks(N_("What it holds"), _CONTENTS, ticked, id="contents")
        yield Ticks(N_("Files"), _FORMATS, settings.export_formats, id="formats")
        yield Label(tr("Folder"), classes="label")
        yield Input(settings.export_folder or self._usual_folder, id="folder", compact=True)

    @property
    def _usual_folder(self) -> str:
        return str(self.medreview.paths.exports)

    def on_mount(self) -> None:
        """Show what was chosen the last time, and the document."""
        committee, year = self.dossier.committee, str(self.dossier.review.year)
        self.query_one(TitleBar).say_where(committee.name, year, tr("Export"))
        self.query_one("#kind", Choice).choose(Kind(self.medreview.settings.export_kind))
        self.query_one("#language", Choice).choose(committee.language)
        self._show_soon()

    @property
    def _order(self) -> Order:
        """What the chair has chosen."""
        contents = self.query_one("#contents", Ticks).ticked
        return Order(
            self.dossier.review.id,
            Kind(str(self.query_one("#kind", Choice).value)),
            Language(str(self.query_one("#language", Choice).value)),
            Choices(**{name: name in contents for name in _CONTENTS}),
            self.query_one("#formats", Ticks).ticked,
            typed_path(self.query_one("#folder", Input).value or self._usual_folder),
        )

    @on(Choice.Changed)
    @on(Checkbox.Changed)
    def _show_soon(self) -> None:
        """Make the preview anew as soon as nothing else is chosen."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_SETTLES, self._show)

    def _show(self) -> None:
        self.soon(self._preview, "preview")

    async def _preview(self) -> None:
        text = await self.ask(as_text, self.medreview.archive, self._order)
        if text is not None:
            self.query_one("#text", Static).update(literal(text))

    async def action_write(self) -> None:
        """Write the files and say where they are."""
        order = self._order
        if not order.formats:
            self._say([Content.styled(tr("Tick at least one file."), "$bad")])
            return
        self._remember(order)
        try:
            result = await self.medreview.saver.run(write, self.medreview.archive, order)
        except Refusal as refusal:
            self._say([Content.styled(current().refusal(refusal.code, **refusal.params), "$bad")])
            return
        self._say_written(result)

    def _remember(self, order: Order) -> None:
        folder = str(order.folder)
        self.medreview.change_settings(
            export_kind=order.kind.value,
            export_formats=order.formats,
            export_folder="" if folder == self._usual_folder else folder,
            **{f"export_{name}": getattr(order.choices, name) for name in _CONTENTS},
        )

    def _say_written(self, result: ExportResult) -> None:
        folder = result.files[0].parent
        self._folder = folder
        count = len(result.files)
        said = ntr("√ {count} file is in {folder}", "√ {count} files are in {folder}", count, folder=folder)
        lost = [Content.styled(clean_line(f"! {words}"), "$warn") for words in replaced_words(result)]
        self._say([Content.styled(clean_line(said), "$good"), *(one_line(path.name) for path in result.files), *lost])
        self.add_class("-written")
        self.query_one("#open").focus()

    def _say(self, lines: list[Content]) -> None:
        result = self.query_one("#result", Static)
        result.update(Content("\n").join(lines))
        self.call_after_refresh(result.scroll_visible)

    @on(Button.Pressed, "#open")
    async def _open(self) -> None:
        if not await open_folder(self._folder):
            self.notify(tr("The folder cannot be shown from here: {path}", path=self._folder), markup=False)
