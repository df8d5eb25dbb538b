"""Export: which document, in which formats, with what in it, and how it will look."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar, Final
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Input, Label, Static

from medreview.domain.assignments import responsible_people
from medreview.domain.cleaning import clean_line
from medreview.domain.committee import Language
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.privacy import WHEEL
from medreview.domain.review import State
from medreview.i18n import N_, current, ntr, tr
from medreview.minutes import Choices, Kind
from medreview.operations import privacy, wheel
from medreview.operations.export import KIND_WORDS, ExportResult, contents_of, has_content, replaced_words
from medreview.settings import house_of
from medreview.templates import load_template
from medreview.tui.commands import APP, EXPORT, Command
from medreview.tui.desktop import open_folder
from medreview.tui.dialogs.personal_numbers import GO_ON, PersonalNumbers
from medreview.tui.screens.export_order import KIND_HELP, Order, as_text, write
from medreview.tui.screens.page import Page
from medreview.tui.text import literal, one_line, typed_path
from medreview.tui.timing import now
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.line_input import LineInput
from medreview.tui.widgets.row import Row
from medreview.tui.widgets.ticks import Ticks

_FORMATS: Final = {
    "docx": N_("Word, to edit (docx)"),
    "pdf": N_("PDF, to send and to file (pdf)"),
    "html": N_("Web page, to print (html)"),
    "txt": N_("Plain text (txt)"),
    "md": N_("Markdown (md)"),
    "eml": N_("Draft of an e-mail (eml)"),
    "ics": N_("Dates for the calendar (ics)"),
    "csv": N_("Goals, actions for Excel (csv)"),
    "json": N_("Exchange file (json)"),
}
_CONTENTS: Final = {
    "discussion": N_("What was said, too"),
    "names": N_("Names"),
    "presentations": N_("Presentations"),
    "annexes": N_("Annexes"),
    "charts": N_("Charts"),
    "times": N_("Times"),
    "follow_ups": N_("Follow-up during the year"),
    "signatures": N_("Lines for signatures"),
}
_DATA: Final = {"data": N_("The data, too, in the PDF")}
_COMES_OF_IT: Final = (Kind.MINUTES, Kind.DECISIONS, Kind.NOTICE, Kind.PROOF)
"""What there is to write once the meeting has begun."""
_SETTLES: Final = 0.2
"""Seconds without another choice after which the preview is made anew."""


class ExportScreen(Page):
    """The choices on one side, the document as it will be on the other, or below on a narrow screen."""

    OPENED_BY: ClassVar[str] = "export"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = EXPORT
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (118, "-wide")]  # noqa: RUF012 - Textual declares it so
    DEFAULT_CSS = """
    ExportScreen > #body { height: 1fr; layout: horizontal; }
    ExportScreen #choices { width: 39; height: 100%; padding: 1 1 0 2; scrollbar-size-vertical: 1; }
    ExportScreen #preview { width: 1fr; height: 100%; padding: 1 1; background: $field; scrollbar-size-vertical: 1; }
    ExportScreen #preview Static { width: auto; max-width: 200; text-wrap: nowrap; }
    ExportScreen.-narrow > #body { layout: vertical; overflow-y: auto; scrollbar-size-vertical: 1; }
    ExportScreen.-narrow #choices { width: 100%; height: auto; }
    ExportScreen.-narrow #preview { width: 100%; height: auto; padding: 1 0; }
    ExportScreen.-narrow #preview Static { width: 100%; max-width: 78; text-wrap: wrap; }
    ExportScreen Label { height: auto; }
    ExportScreen.-wide #caption { display: none; }
    ExportScreen.-narrow #caption { padding: 0 0 1 2; }
    ExportScreen Choice, ExportScreen Input { margin: 0 0 1 0; height: auto; }
    ExportScreen #result { margin: 0 0 1 0; }
    ExportScreen #open { display: none; }
    ExportScreen.-written #open { display: block; }
    ExportScreen .person, ExportScreen #person { display: none; }
    ExportScreen.-one-person .person, ExportScreen.-one-person #person { display: block; }
    """

    def __init__(self, dossier: Dossier, first: Kind | None = None, year: int = 0) -> None:
        """`first` is the document that is chosen at first (None: the one of the last time), `year` that of a wheel."""
        super().__init__()
        self._dossier = dossier
        self._first = first
        self._year = year
        self._timer: Timer | None = None
        self._folder = Path()

    @property
    def committee_id(self) -> UUID:
        """The committee whose review is written."""
        return self._dossier.committee.id

    @property
    def _is_wheel_alone(self) -> bool:
        """Whether the committee has no review yet, but its annual wheel (see `wheel.without_review`)."""
        return wheel.is_without_review(self._dossier)

    @property
    def dossier(self) -> Dossier | None:
        """The review that is written."""
        return None if self._is_wheel_alone else self._dossier

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """F6 opened this screen; here it writes."""
        return (*EXPORT, *(command for command in APP if command.action != "app.export"))

    @property
    def explained(self) -> list[Content]:
        """What each document is for, as the help tells it."""
        told = ((tr(KIND_WORDS[kind]), tr(said)) for kind, said in KIND_HELP.items())
        return [Content.assemble((f"{kind}: ", "bold"), said) for kind, said in told]

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Container(id="body"):
            with VerticalScroll(id="choices", can_focus=False):
                yield from self._choices()
                with Row(classes="buttons"):
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
        kinds = [Kind.WHEEL] if self._is_wheel_alone else list(KIND_WORDS)
        yield Choice([(tr(KIND_WORDS[kind]), kind) for kind in kinds], id="kind")
        yield Label(tr("Language of the document"), classes="label")
        yield Choice([(current().term(language), language) for language in Language], id="language")
        yield Label(tr("Whose"), classes="label person")
        people = responsible_people(self._dossier)
        yield Choice([(tr("Everybody's"), ""), *((name, name) for name in people)], id="person")
        yield Ticks(N_("What it holds"), _CONTENTS, ticked, id="contents")
        yield Ticks(N_("Files"), {**_FORMATS, **_DATA}, self._ticked_files, id="formats")
        yield Label(tr("Folder"), classes="label")
        yield LineInput(settings.export_folder or self._usual_folder, id="folder", compact=True)

    def _is_offered(self, name: str) -> bool:
        """Whether there is something to be put into that file."""
        return self._kind.has_data if name in _DATA else has_content(self._dossier, name)

    @property
    def _ticked_files(self) -> tuple[str, ...]:
        settings = self.medreview.settings
        return (*settings.export_formats, *(_DATA if settings.export_data else ()))

    @property
    def _likely(self) -> Kind:
        """The document of the last time; before the meeting the agenda instead of what comes of it, and the minutes
        instead of what is for the meeting once it is over.
        """
        last, state = Kind(self.medreview.settings.export_kind), self._dossier.review.state
        day = self._dossier.held_on
        if state is State.PREPARING and (day is None or day > now().date()) and last in _COMES_OF_IT:
            return Kind.AGENDA
        if state in (State.FOR_APPROVAL, State.APPROVED) and last in (Kind.AGENDA, Kind.NOTESHEET):
            return Kind.MINUTES
        return last

    @property
    def _usual_folder(self) -> str:
        return str(self.medreview.paths.exports)

    def on_mount(self) -> None:
        """Show what was chosen the last time, and the document."""
        committee = self._dossier.committee
        year = self._year if self._is_wheel_alone else self._dossier.review.year
        self.query_one(TitleBar).say_where(committee.name, str(year), here=tr("Export"))
        self.query_one("#kind", Choice).choose(self._first or self._likely)
        self.query_one("#language", Choice).choose(committee.language)
        self._kind_chosen()
        self._show_soon()
        self.call_after_refresh(self.query_one("#choices").scroll_home, animate=False)

    @property
    def _order(self) -> Order:
        """What the chair has chosen."""
        contents = self.query_one("#contents", Ticks).ticked
        files = self.query_one("#formats", Ticks).ticked
        person = str(self.query_one("#person", Choice).value) if self._kind is Kind.ACTIONS else ""
        year = self._year if self._kind is Kind.WHEEL else 0
        return Order(
            self._dossier.review.id,
            self._kind,
            Language(str(self.query_one("#language", Choice).value)),
            Choices(**{name: name in contents for name in _CONTENTS}, person=person, year=year),
            self._files,
            typed_path(self.query_one("#folder", Input).value or self._usual_folder),
            house_of(self.medreview.settings, self.medreview.paths.settings.parent),
            with_data="data" in files,
            is_wheel_alone=self._is_wheel_alone,
        )

    @property
    def _kind(self) -> Kind:
        return Kind(str(self.query_one("#kind", Choice).value))

    @on(Choice.Changed, "#kind")
    def _kind_chosen(self) -> None:
        """A notice names nobody unless that is ticked; any other document is as it was the last time."""
        self.set_class(self._kind is Kind.ACTIONS, "-one-person")
        usual = Choices.usual(self._kind).names and self.medreview.settings.export_names
        self.query_one("#contents", Ticks).tick("names", usual)
        self._offer()

    @on(Checkbox.Changed)
    def _offer(self) -> None:
        """Show only what changes something in the chosen document and files."""
        self.query_one("#formats", Ticks).offer([name for name in {**_FORMATS, **_DATA} if self._is_offered(name)])
        self.query_one("#contents", Ticks).offer(contents_of(self._kind, self._files))

    @property
    def _files(self) -> tuple[str, ...]:
        """The formats that are ticked and can be written."""
        ticked = self.query_one("#formats", Ticks).ticked
        return tuple(name for name in ticked if name not in _DATA and self._is_offered(name))

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
        places = await self.ask(
            privacy.open_places, self.medreview.archive, self._dossier, with_wheel=order.kind is Kind.WHEEL
        )
        if places:
            template = load_template(self._dossier.review.template)
            asking = PersonalNumbers(self._dossier.review.id, places, template)
            self.app.push_screen(asking, partial(self._looked_at_numbers, order))
        else:
            await self._write(order)

    async def _looked_at_numbers(self, order: Order, answer: str | None) -> None:
        if answer == GO_ON:
            await self._write(order)
        elif answer is not None:
            self.close()
            if self._is_wheel_alone and answer != WHEEL:
                await self.app.run_action("app.edit_committee")
            else:
                await self.medreview.show_step(self._dossier, answer)

    async def _write(self, order: Order) -> None:
        self._remember(order)
        loop = asyncio.get_running_loop()
        try:
            result = await self.medreview.saver.run(write, self.medreview.archive, order, partial(self._tell, loop))
        except Refusal as refusal:
            self._say([Content.styled(current().refusal(refusal.code, **refusal.params), "$bad")])
            return
        self._say_written(result)

    def _remember(self, order: Order) -> None:
        folder = str(order.folder)
        ticked = {f"export_{name}": getattr(order.choices, name) for name in _CONTENTS}
        kept = [name for name in self.medreview.settings.export_formats if not self._is_offered(name)]
        if order.kind is Kind.NOTICE:
            del ticked["export_names"]  # of the other documents
        self.medreview.change_settings(
            export_kind=order.kind.value,
            export_formats=(*order.formats, *kept),
            export_data=order.with_data,
            export_folder="" if folder == self._usual_folder else folder,
            **ticked,
        )

    def _tell(self, loop: asyncio.AbstractEventLoop, done: int, count: int) -> None:
        """Say how far it is, from the thread that makes the files."""
        loop.call_soon_threadsafe(self._say_progress, done, count)

    def _say_progress(self, done: int, count: int) -> None:
        said = tr("Making file {number} of {count} …", number=done + 1, count=count)
        if self.is_open:
            self._say([Content.styled(said, "$muted")])

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
