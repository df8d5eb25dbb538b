"""Settings: language, colours and the folder for exports; and where things are."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from medreview import __version__
from medreview.domain.cleaning import clean_line
from medreview.domain.committee import Language
from medreview.domain.errors import Refusal
from medreview.i18n import N_, current, tr
from medreview.operations.house import keep_logo
from medreview.tui.commands import APP, BACK, WITHOUT_COMMITTEE, Command
from medreview.tui.screens.first_start import LANGUAGES
from medreview.tui.screens.help import TEXT_SIZE
from medreview.tui.screens.page import Page
from medreview.tui.text import literal, typed_path
from medreview.tui.themes import DARK, LIGHT, PROJECTOR, TITLES
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp


_HOUSE: Final = {
    "name": N_("Name of the municipality"),
    "unit": N_("Line below it, for example the unit and its address"),
    "footer": N_("Line at the foot of every page"),
    "case_label": N_("What you call a case number, for example “Journalnr.”"),
}
"""The lines that a municipality sets once for all its documents."""


class Colours(StrEnum):
    """The themes as a choice."""

    LIGHT = LIGHT
    DARK = DARK
    PROJECTOR = PROJECTOR


class SettingsScreen(Page):
    """What the user chooses on this computer; everything takes effect at once."""

    OPENED_BY: ClassVar[str] = "settings"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = BACK
    DEFAULT_CSS = """
    SettingsScreen Input { max-width: 100; margin: 0 0 1 0; }
    """

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """Without an archive most commands mean nothing."""
        return (*BACK, *(APP if self.medreview.has_archive else WITHOUT_COMMITTEE))

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Label(tr("Language of the screens"), classes="label")
            yield Choice(LANGUAGES, id="language")
            yield Label(tr("Colours"), classes="label")
            yield Choice([(tr(TITLES[one.value]), one) for one in Colours], id="colours")
            yield Label(tr("Folder for exports"), classes="label")
            yield LineInput(self.medreview.settings.export_folder or self._usual_folder, id="folder", compact=True)
            yield Label(tr("Second place for backups, for example a USB stick; empty for none"), classes="label")
            yield LineInput(self.medreview.settings.backup_folder, id="backups", compact=True)
            yield from self._house()
            yield from self._places()
        yield KeyBar()

    def _house(self) -> Iterator[Widget]:
        settings = self.medreview.settings
        yield Static(Content(tr("The municipality's letterhead")), classes="title")
        for name, label in _HOUSE.items():
            yield Label(tr(label), classes="label")
            yield LineInput(getattr(settings, f"house_{name}"), id=name, classes="house", compact=True)
        yield Label(tr("Logo, a PNG or SVG file; empty for none"), classes="label")
        yield LineInput(settings.house_logo, id="logo", compact=True)
        yield Label("", classes="wrong", markup=False)

    def _places(self) -> Iterator[Widget]:
        yield Static(Content(tr("Larger text")), classes="title")
        yield Static(
            Content(tr(TEXT_SIZE)),
            classes="below",
        )
        yield Static(Content(tr("Where everything is")), classes="title")
        archive = clean_line(str(self.medreview.archive_path.absolute()))
        yield Static(literal(tr("Archive: {path}", path=archive)))
        yield Static(literal(tr("Settings: {path}", path=clean_line(str(self.medreview.paths.settings)))))
        yield Static(literal(f"medreview {__version__}"), classes="hint")

    @property
    def _usual_folder(self) -> str:
        return str(self.medreview.paths.exports)

    def on_mount(self) -> None:
        """Show what is chosen now."""
        self.query_one(TitleBar).say_where("medreview", here=tr("Settings"))
        self.query_one("#language", Choice).choose(Language(current().language))
        self.query_one("#colours", Choice).choose(Colours(self.medreview.settings.theme))
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_home, animate=False)

    def stored_words(self) -> str:
        """Settings are not part of the archive."""
        return ""

    @on(Choice.Changed, "#language")
    def _language_chosen(self, event: Choice.Changed) -> None:
        self.in_background(partial(_in_language, self.medreview, str(event.choice.value)))

    @on(Choice.Changed, "#colours")
    def _colours_chosen(self, event: Choice.Changed) -> None:
        self.medreview.change_settings(theme=str(event.choice.value))

    @on(Input.Blurred, "#folder")
    @on(Input.Submitted, "#folder")
    @on(Input.Blurred, "#backups")
    @on(Input.Submitted, "#backups")
    async def flush(self) -> None:
        """Take over the folders; an empty one is the usual one, or none for backups."""
        second = self.query_one("#backups", Input).value.strip()
        second = str(typed_path(second).absolute()) if second else ""
        if second != self.medreview.settings.backup_folder:
            self.medreview.change_settings(backup_folder=second)
        folder = str(typed_path(self.query_one("#folder", Input).value or self._usual_folder))
        chosen = "" if folder == self._usual_folder else folder
        if chosen != self.medreview.settings.export_folder:
            self.medreview.change_settings(export_folder=chosen)

    @on(Input.Blurred, ".house")
    @on(Input.Submitted, ".house")
    def _house_changed(self, event: Input.Blurred | Input.Submitted) -> None:
        name, value = f"house_{event.input.id}", clean_line(event.input.value)
        if value != getattr(self.medreview.settings, name):
            self.medreview.change_settings(**{name: value})

    @on(Input.Blurred, "#logo")
    @on(Input.Submitted, "#logo")
    def _logo_chosen(self, event: Input.Blurred | Input.Submitted) -> None:
        """Keep a copy of the logo, or say what is wrong with the file."""
        kept, typed = self.medreview.settings.house_logo, event.input.value.strip()
        complaint = ""
        if typed != kept:
            try:
                kept = keep_logo(typed_path(typed), self.medreview.paths.settings.parent) if typed else ""
                self.medreview.change_settings(house_logo=kept)
                event.input.value = kept
            except Refusal as refusal:
                complaint = current().refusal(refusal.code, **refusal.params)
        self.query_one(".wrong", Label).update(literal(complaint))


async def _in_language(app: MedreviewApp, language: str) -> None:
    """Show everything in the language, these settings on top again."""
    await app.change_language(language)
    await app.push_screen(SettingsScreen())
