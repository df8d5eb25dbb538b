"""The first start: the language, and three ways in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from medreview.domain.cleaning import clean_line
from medreview.domain.committee import Language
from medreview.i18n import N_, current, tr
from medreview.tui.screens.ways import EXAMPLE, Way, WaysScreen
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.choice import Choice

LANGUAGES: Final = (("Dansk", Language.DANISH), ("Svenska", Language.SWEDISH), ("English", Language.ENGLISH))
"""The languages of the screens, each in its own words."""


class FirstStartScreen(WaysScreen):
    """Shown where there is no committee yet."""

    WAYS: ClassVar[tuple[Way, ...]] = (
        Way(
            N_("New committee"),
            N_("Two minutes: its name and the municipality, then the members."),
            "new_committee",
        ),
        EXAMPLE,
        Way(
            N_("Open a file"),
            N_("An archive (.medreview), or a review you were sent (.json)."),
            "open_file",
        ),
    )

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._draft: dict[str, object] = {}
        """What was typed of a new committee that is not created yet."""

    def introduction(self) -> Iterator[Widget]:
        """Yield the welcome and the choice of language."""
        yield Choice(LANGUAGES)
        yield Static(Content(tr("Welcome to medreview")), classes="title")
        yield Static(
            Content(tr("Hold your committee's annual discussion step by step, and leave with finished minutes.")),
        )
        yield Static(
            Content(tr("Everything stays on this computer: {path}", path=clean_line(str(self._path)))),
            classes="hint",
        )

    def on_mount(self) -> None:
        """Show the language that was found on this computer."""
        self._show_language()

    def _show_language(self) -> None:
        self.query_one(Choice).choose(Language(current().language))

    @on(Choice.Changed)
    async def _language_chosen(self, event: Choice.Changed) -> None:
        self.medreview.use_language(str(event.choice.value))
        await self.recompose()
        self._show_language()
        self.query_one(TitleBar).say_where("medreview")
        self.query_one(KeyBar).show(self.shown_commands)
        self.query_one(Choice).focus()

    def action_new_committee(self) -> None:
        """Ask for the few things that a committee needs."""
        from medreview.tui.screens.new_committee import NewCommitteeScreen

        self.app.push_screen(NewCommitteeScreen(self._draft))

    def action_open_file(self) -> None:
        """Open an archive or a review from a file."""
        from medreview.tui.dialogs.files import open_any_file

        open_any_file(self.medreview)
